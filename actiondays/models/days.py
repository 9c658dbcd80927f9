"""Action days and the series in which they follow one another."""

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from actiondays import dates
from discussions.models import Discussable
from movement.models import KeywordItem, Theme, TimeStamped, WhatIf
from movement.rich_text import RichTextField

# Words of addresses below /actiedagen/ that are no day.
RESERVED_SLUGS = frozenset(
    {"reeks", "feed", "maand", "lab-aanvragen", "aanmelding", "aanmeldingen", "nieuw", "verslag"}
)


SHOWN_IN_LISTS = (
    "title", "slug", "kind", "summary", "brought", "state", "is_example", "starts_at", "ends_at",
    "precision", "place", "town", "address", "address_after_confirmation", "is_online",
    "is_in_person", "places", "online_places", "registration_closes_at", "created_at", "updated_at",
)  # fmt: skip


def validate_slug(value: str) -> None:
    """Refuse an address that is a page of its own."""
    if value in RESERVED_SLUGS:
        raise ValidationError(_("This address is in use by the site itself. Choose another one."))


class SeriesQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Any) -> Self:
        """Series of which this viewer may see a day."""
        days = ActionDay.objects.visible_to(viewer).filter(series=OuterRef("pk"))
        return self.filter(Exists(days))


class Series(TimeStamped):
    """Days that follow one another. A title that changes within a series is normal."""

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    introduction = RichTextField(_("introduction"), blank=True)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("series of days")
        verbose_name_plural = _("series of days")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("actiondays:series", args=[self.slug])


class ActionDayQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Any) -> Self:
        """Everything but concepts."""
        return self.exclude(state=ActionDay.State.CONCEPT)

    def upcoming(self, at: datetime | None = None) -> Self:
        """Days that are not over yet, the nearest first."""
        return self.filter(ends_at__gt=at or timezone.now()).order_by("starts_at", "pk")

    def past(self, at: datetime | None = None) -> Self:
        """Days that are over, the latest first."""
        return self.filter(ends_at__lte=at or timezone.now()).order_by("-starts_at", "-pk")

    def of_last_year(self, at: datetime | None = None) -> Self:
        """Days to come and of the past year, in order; a calendar holds 200 at most."""
        since = (at or timezone.now()) - timedelta(days=365)
        return self.filter(ends_at__gt=since).order_by("starts_at", "pk")[:200]

    def for_list(self) -> Self:
        """With what a card, a feed and a calendar show, and no long texts."""
        return self.only(*SHOWN_IN_LISTS)

    def with_seats(self) -> Self:
        """With how many seats are taken, in the room and online."""
        from .registrations import Registration  # which knows this module

        rows = Registration.objects.filter(day=OuterRef("pk"))

        def taken(mode: str) -> Coalesce:
            sums = rows.seated().filter(mode=mode).order_by().values("day")
            return Coalesce(Subquery(sums.annotate(total=Sum("party_size")).values("total")), 0)

        return self.annotate(seats_taken=taken("in-person"), online_taken=taken("online"))

    def with_agreement(self) -> Self:
        """With how many of those who were there said that the report is right."""
        from .requests import Agreement  # which knows this module

        rows = Agreement.objects.filter(registration__day=OuterRef("pk"), agrees=True)
        counted = rows.order_by().values("registration__day").annotate(total=Count("pk"))
        return self.annotate(agreed=Coalesce(Subquery(counted.values("total")), 0))


class ActionDay(Discussable, TimeStamped):
    class Kind(models.TextChoices):
        ACTION_DAY = "action-day", _("action day")
        CAMPFIRE = "campfire", _("campfire talk")
        LAB = "lab", _("lab of alternatives")
        NATIONAL = "national", _("national meeting")

    class State(models.TextChoices):
        CONCEPT = "concept", _("concept")
        ANNOUNCED = "announced", _("announced")
        OPEN = "open", _("open for registration")
        CLOSED = "closed", _("registration closed")
        CANCELLED = "cancelled", _("cancelled")
        MOVED = "moved", _("moved to another date")

    class Precision(models.TextChoices):
        MOMENT = "moment", _("day and time are known")
        DAY = "day", _("only the day is known")
        MONTH = "month", _("only the month is known")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.ACTION_DAY)
    title = models.CharField(_("title"), max_length=160)
    slug = models.SlugField(_("address"), max_length=100, unique=True, validators=[validate_slug])
    summary = models.TextField(
        _("in short"), blank=True, help_text=_("One or two sentences for lists.")
    )
    series = models.ForeignKey(
        Series,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="days",
        verbose_name=_("series"),
    )
    series_position = models.PositiveSmallIntegerField(_("place in the series"), default=0)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.CONCEPT)
    state_reason = models.CharField(
        _("why"),
        max_length=300,
        blank=True,
        help_text=_("Why the day was cancelled, moved or closed. Readers see it."),
    )
    moved_from = models.DateTimeField(_("moved from"), null=True, blank=True, editable=False)
    starts_at = models.DateTimeField(_("starts at"), help_text=_("Dutch time."))
    ends_at = models.DateTimeField(_("ends at"), help_text=_("Dutch time."))
    precision = models.CharField(
        _("how exact the date is"), max_length=6, choices=Precision, default=Precision.MOMENT
    )
    place = models.CharField(_("place"), max_length=120, blank=True)
    town = models.CharField(_("town"), max_length=60, blank=True)
    province = models.CharField(_("province"), max_length=30, blank=True)
    address = models.CharField(_("street and number"), max_length=160, blank=True)
    address_after_confirmation = models.BooleanField(
        _("address only after confirmation"),
        default=False,
        help_text=_("Visitors see the town; the address is in the confirmation."),
    )
    is_online = models.BooleanField(_("online too"), default=False)
    is_in_person = models.BooleanField(_("in person too"), default=True)
    online_url = models.URLField(_("link to join online"), blank=True)
    introduction = RichTextField(_("introduction"), blank=True)
    programme = RichTextField(_("programme"), blank=True)
    for_whom = models.TextField(_("for whom"), blank=True)
    accessibility = models.TextField(_("access and facilities"), blank=True)
    travel_costs = models.TextField(_("cost of travel"), blank=True)
    contact = models.CharField(_("contact"), max_length=160, blank=True)
    organised_by = models.CharField(_("organised by"), max_length=160, blank=True)
    turnout = models.CharField(
        _("how many came"), max_length=80, blank=True, help_text=_("In words: about 100 people.")
    )
    brought = models.CharField(
        _("what it brought"),
        max_length=240,
        blank=True,
        help_text=_("One sentence, for the line of the series."),
    )
    places = models.PositiveIntegerField(
        _("places in the room"), null=True, blank=True, help_text=_("Empty: no limit.")
    )
    online_places = models.PositiveIntegerField(_("places online"), null=True, blank=True)
    registration_closes_at = models.DateTimeField(
        _("registration closes at"), null=True, blank=True
    )
    reminder_days = models.PositiveSmallIntegerField(
        _("reminder, days before"),
        null=True,
        blank=True,
        default=2,
        help_text=_("Everyone with a place gets one mail. Empty: no reminder."),
    )
    report = RichTextField(_("report"), blank=True)
    report_published_at = models.DateTimeField(
        _("report published at"), null=True, blank=True, editable=False
    )
    is_example = models.BooleanField(
        _("example"), default=False, help_text=_("Invented; the page says so.")
    )
    what_ifs = models.ManyToManyField(
        WhatIf, blank=True, related_name="days", verbose_name=_("what-if questions")
    )
    themes = models.ManyToManyField(
        Theme, blank=True, related_name="days", verbose_name=_("themes")
    )
    keywords = TaggableManager(
        through="actiondays.DayKeyword", blank=True, verbose_name=_("keywords"), help_text=""
    )
    organisers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="organised_days",
        verbose_name=_("organisers"),
        help_text=_("Only they see the access needs of those who come."),
    )

    # Known after `with_seats()`, and in a line of days after `reading.days_of()`.
    seats_taken: int
    online_taken: int
    is_here: bool
    leads_on: bool

    objects = ActionDayQuerySet.as_manager()

    class Meta:
        verbose_name = _("action day")
        verbose_name_plural = _("action days")
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gte=F("starts_at")),
                name="day_ends_after_it_starts",
                violation_error_message=_("A day cannot end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(is_online=True) | Q(is_in_person=True),
                name="day_is_somewhere",
                violation_error_message=_("A day is in person, online, or both."),
            ),
            models.UniqueConstraint(
                fields=["series", "series_position"],
                condition=Q(series__isnull=False),
                name="day_place_in_series_unique",
                violation_error_message=_("Another day has this place in the series."),
            ),
        ]
        # Lists begin at an end of one of these, however many days there were.
        indexes = [
            models.Index(fields=["starts_at", "ends_at"], name="day_span"),
            models.Index(fields=["ends_at"], condition=~Q(state="concept"), name="day_end"),
            models.Index(
                fields=["-created_at", "-id"], condition=~Q(state="concept"), name="day_newest"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("actiondays:detail", args=[self.slug])

    # When and where, in words

    @property
    def when(self) -> str:
        """The date as exact as it is known: “donderdag 21 januari 2027, 10.00 tot 12.00 uur”."""
        return dates.written(self.starts_at, self.ends_at, self.precision)

    @property
    def when_short(self) -> str:
        """The date without weekday and time: “21 januari 2027”, or “oktober 2022”."""
        return dates.short(self.starts_at, self.precision)

    @property
    def where(self) -> str:
        """Place and town, and whether one can join online."""
        there = ", ".join(filter(None, dict.fromkeys([self.place, self.town])))
        if not self.is_in_person:
            return gettext("online")
        if self.is_online:
            return (
                gettext("%(place)s and online") % {"place": there} if there else gettext("online")
            )
        return there

    @property
    def shown_address(self) -> str:
        """The street as far as everyone may know it."""
        return "" if self.address_after_confirmation else self.address

    @property
    def shown_report(self) -> str:
        """The report once it is published; before that only organisers read it."""
        return self.report if self.report_published_at else ""

    # States that follow from others

    @property
    def is_over(self) -> bool:
        """Whether its end has passed."""
        return self.ends_at <= timezone.now()

    @property
    def has_started(self) -> bool:
        return self.starts_at <= timezone.now()

    @property
    def is_cancelled(self) -> bool:
        return self.state == self.State.CANCELLED

    @property
    def is_held(self) -> bool:
        """Whether it was held: it is over and nobody called it off."""
        return self.is_over and not self.is_cancelled

    @property
    def line_state(self) -> str:
        """Its sign on the line of the series: done, open, or ended with a reason."""
        if self.is_cancelled:
            return "ended"
        return "done" if self.is_over else "open"

    @property
    def takes_registrations(self) -> bool:
        """Whether one can register now. A day that moved keeps its registration."""
        closes_at = self.registration_closes_at or self.ends_at
        now = timezone.now()
        return (
            self.state in {self.State.OPEN, self.State.MOVED}
            and now < self.ends_at
            and now < closes_at
        )

    @property
    def room_left(self) -> int | None:
        """Free places in the room; None without a limit. Needs `with_seats()`."""
        return None if self.places is None else max(0, self.places - self.seats_taken)

    @property
    def online_left(self) -> int | None:
        """Free places online; None without a limit. Needs `with_seats()`."""
        if self.online_places is None:
            return None
        return max(0, self.online_places - self.online_taken)

    @property
    def is_full(self) -> bool:
        """Whether no place is left in any way of joining. Needs `with_seats()`."""
        room = self.is_in_person and self.room_left != 0
        online = self.is_online and self.online_left != 0
        return not (room or online)


class DayKeyword(KeywordItem):
    content_object = models.ForeignKey(ActionDay, models.CASCADE)

    class Meta:
        verbose_name = _("keyword of a day")
        verbose_name_plural = _("keywords of days")
