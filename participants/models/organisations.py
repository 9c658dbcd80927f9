"""Organisations, and how each takes part in the movement."""

from datetime import date
from typing import Any, Self
from urllib.parse import urlencode, urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from movement.models import Keyword, Picture, Theme, TimeStamped
from participants.places import settle


class Cohort(TimeStamped):
    """A start group of organisations: the first, the second."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    started_on = models.DateField(_("started on"), null=True, blank=True)

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        ordering = ["number"]

    def __str__(self) -> str:
        return self.name


class OrganisationQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Any) -> Self:
        """Organisations that have a public page. Examples are shown where they are asked for."""
        return self.filter(is_public=True)

    def real(self) -> Self:
        """Without the examples that show how commitments look."""
        return self.filter(is_example=False)

    def participating(self, on: date | None = None) -> Self:
        """Organisations that take part on that day (today). A date that is not recorded counts."""
        on = on or timezone.localdate()
        taking_part = Participation.objects.filter(organisation=OuterRef("pk")).current(on)
        return self.filter(Exists(taking_part))

    def with_participations(self) -> Self:
        """With the history of taking part, its groups and where it went on, in two queries."""
        history = Participation.objects.select_related("cohort", "merged_into")
        return self.prefetch_related(Prefetch("participations", history))


class Organisation(TimeStamped):
    # Words of other addresses below /deelnemers/.
    RESERVED = ("meedoen", "voorstel", "kaart", "groei")

    class Kind(models.TextChoices):
        CERTIFIED = "certified", _("certified institution")
        PROVIDER = "provider", _("youth care provider")
        NEIGHBOURHOOD = "neighbourhood", _("neighbourhood team")
        SMALL_SCALE = "small-scale", _("small-scale living")
        MUNICIPALITY = "municipality", _("municipality")
        INITIATIVE = "initiative", _("initiative or partnership")
        OTHER = "other", _("other organisation")

    name = models.CharField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind)
    town = models.CharField(
        _("town"), max_length=60, blank=True, help_text=_("The town only, never a street.")
    )
    province = models.CharField(_("province"), max_length=30, blank=True)
    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(50.7), MaxValueValidator(53.7)],
    )
    longitude = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(3.2), MaxValueValidator(7.3)],
    )
    region = models.CharField(_("region served"), max_length=80, blank=True)
    is_nationwide = models.BooleanField(_("works in the whole country"), default=False)
    website = models.URLField(
        _("website"), blank=True, validators=[URLValidator(schemes=["http", "https"])]
    )
    own_words = models.TextField(
        _("in their own words"),
        blank=True,
        help_text=_("Only what the organisation itself wrote. Never write it for them."),
    )
    contact_role = models.CharField(
        _("whom to ask for"),
        max_length=120,
        blank=True,
        help_text=_("A role or a department, never a person's private address."),
    )
    logo = models.ForeignKey(
        Picture,
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("logo"),
        related_name="organisations",
    )
    keyword = models.OneToOneField(
        Keyword,
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("keyword"),
        related_name="organisation",
        help_text=_("The keyword that means this organisation; it becomes a link to this page."),
    )
    themes = models.ManyToManyField(
        Theme, blank=True, related_name="organisations", verbose_name=_("themes")
    )
    is_public = models.BooleanField(_("public"), default=True)
    is_example = models.BooleanField(
        _("example"),
        default=False,
        help_text=_("Invented, to show how something looks. Never counted with the real ones."),
    )
    contact_email = models.EmailField(
        _("e-mail address for us"),
        blank=True,
        help_text=_("Once a year we ask here whether the page is still right. Never shown."),
    )
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    asked_on = models.DateField(_("asked on"), null=True, blank=True, editable=False)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = [Lower("name")]
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__range=(50.7, 53.7),
                    longitude__range=(3.2, 7.3),
                ),
                name="organisation_in_the_netherlands",
                violation_error_message=_("This place is not in the Netherlands."),
            ),
            models.CheckConstraint(
                condition=~Q(slug__in=["meedoen", "voorstel", "kaart", "groei"]),
                name="organisation_slug_not_reserved",
                violation_error_message=_("This address is a page of its own. Choose another."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organisation", args=[self.slug])

    @property
    def has_place(self) -> bool:
        """Whether it can stand on the map."""
        return self.latitude is not None and self.longitude is not None

    @property
    def website_name(self) -> str:
        """The website as people say it: without https and www."""
        return urlsplit(self.website).netloc.removeprefix("www.")

    @property
    def neighbours_url(self) -> str:
        """The list of everyone in the same town."""
        return f"{reverse('participants:list')}?{urlencode({'q': self.town})}#lijst"

    def clean(self) -> None:
        """Fill in province and coordinates. Raises ValidationError for what is no town."""
        settle(self)


class OtherName(models.Model):
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="other_names", verbose_name=_("organisation")
    )
    name = models.CharField(_("other name"), max_length=120)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="other_name_unique")
        ]

    def __str__(self) -> str:
        return self.name


class ParticipationQuerySet(models.QuerySet[Any]):
    def current(self, on: date | None = None) -> Self:
        """Taking part on that day (today); a first day that is not recorded counts as before."""
        on = on or timezone.localdate()
        return self.filter(
            Q(joined_on__isnull=True) | Q(joined_on__lte=on),
            Q(left_on__isnull=True) | Q(left_on__gt=on),
        )


class Participation(TimeStamped):
    """A stretch of time in which an organisation takes part, in a start group."""

    class Ending(models.TextChoices):
        LEFT = "left", _("stopped taking part")
        MERGED = "merged", _("went on in another organisation")
        CLOSED = "closed", _("closed")

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="participations", verbose_name=_("organisation")
    )
    cohort = models.ForeignKey(
        Cohort,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("group"),
    )
    joined_on = models.DateField(
        _("joined on"), null=True, blank=True, help_text=_("Empty: not recorded.")
    )
    left_on = models.DateField(_("until"), null=True, blank=True)
    ending = models.CharField(_("why it ended"), max_length=8, choices=Ending, blank=True)
    merged_into = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="absorbed_participations",
        verbose_name=_("went on in"),
    )
    location = models.CharField(
        _("one location only"),
        max_length=120,
        blank=True,
        help_text=_("When only one location of the organisation takes part."),
    )

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["organisation", F("joined_on").asc(nulls_first=True)]
        constraints = [
            models.CheckConstraint(
                condition=Q(left_on__isnull=True)
                | Q(joined_on__isnull=True)
                | Q(left_on__gte=F("joined_on")),
                name="participation_ends_after_it_starts",
                violation_error_message=_("It cannot end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | Q(ending="merged"),
                name="participation_merged_says_so",
                violation_error_message=_("Choose the ending that fits: it went on elsewhere."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    @property
    def has_ended(self) -> bool:
        return self.left_on is not None and self.left_on <= timezone.localdate()

    def clean(self) -> None:
        if self.merged_into_id and self.merged_into_id == self.organisation_id:
            raise ValidationError(_("An organisation cannot go on in itself."))
