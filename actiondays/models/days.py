"""Action days, their series and dialogue tables."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from discussions.models import Discussable
from movement.models import (
    Cause,
    KeywordItem,
    Link,
    StatementPoint,
    Theme,
    TimeStamped,
    WhatIf,
)
from movement.rich_text import RichTextField
from participants.models import Organisation


class Series(TimeStamped):
    """Days that follow one another. A title that changes within a series is normal."""

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    introduction = RichTextField(_("introduction"), blank=True)

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

    def for_list(self) -> Self:
        """Without the long texts, with what a card shows."""
        return self.defer("introduction", "programme", "report").select_related("series")


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
    slug = models.SlugField(_("address"), max_length=100, unique=True)
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
    places = models.PositiveIntegerField(
        _("places in the room"), null=True, blank=True, help_text=_("Empty: no limit.")
    )
    online_places = models.PositiveIntegerField(_("places online"), null=True, blank=True)
    registration_closes_at = models.DateTimeField(
        _("registration closes at"), null=True, blank=True
    )
    report = RichTextField(_("report"), blank=True)
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
        indexes = [models.Index(fields=["starts_at"], name="day_start")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("actiondays:detail", args=[self.slug])

    @property
    def is_over(self) -> bool:
        """Whether the day was held: its end has passed and nobody called it off."""
        return self.ends_at <= timezone.now()

    @property
    def shown_address(self) -> str:
        """The street as far as everyone may know it."""
        return "" if self.address_after_confirmation else self.address


class DayKeyword(KeywordItem):
    content_object = models.ForeignKey(ActionDay, models.CASCADE)

    class Meta:
        verbose_name = _("keyword of a day")
        verbose_name_plural = _("keywords of days")


class Table(TimeStamped):
    """A dialogue table: who hosts it, what is on it, what came off it."""

    day = models.ForeignKey(
        ActionDay, models.CASCADE, related_name="tables", verbose_name=_("action day")
    )
    position = models.PositiveSmallIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=120)
    host = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="hosted_tables",
        verbose_name=_("host"),
    )
    chair = models.CharField(
        _("chair"), max_length=80, blank=True, help_text=_("A role or first name, with consent.")
    )
    opening = models.TextField(_("opening"), blank=True)
    questions = models.TextField(_("guiding questions"), blank=True)
    places = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    points = models.ManyToManyField(
        StatementPoint, blank=True, related_name="tables", verbose_name=_("points discussed")
    )
    causes = models.ManyToManyField(
        Cause, blank=True, related_name="tables", verbose_name=_("causes discussed")
    )

    class Meta:
        verbose_name = _("table")
        verbose_name_plural = _("tables")
        ordering = ["day", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "position"],
                name="table_number_unique",
                violation_error_message=_("Another table of this day has this number."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.title}"


class TableResult(TimeStamped):
    """One line of what a table brought."""

    table = models.ForeignKey(
        Table, models.CASCADE, related_name="results", verbose_name=_("table")
    )
    position = models.PositiveSmallIntegerField(_("place"), default=0)
    text = models.TextField(_("result"), max_length=1000)

    class Meta:
        verbose_name = _("result")
        verbose_name_plural = _("results")
        ordering = ["table", "position", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class ResultLink(Link):
    """A line of a table's results that is evidence of a cause, direction or action."""

    result = models.ForeignKey(
        TableResult, models.CASCADE, related_name="links", verbose_name=_("result")
    )

    class Meta(Link.Meta):
        verbose_name = _("link of a result")
        verbose_name_plural = _("links of results")

    def __str__(self) -> str:
        return str(self.target)


class NextStep(TimeStamped):
    """What was agreed to happen after a day: who does what, and when."""

    day = models.ForeignKey(
        ActionDay, models.CASCADE, related_name="next_steps", verbose_name=_("action day")
    )
    text = models.CharField(_("step"), max_length=200)
    owner = models.CharField(_("who"), max_length=120, help_text=_("A role or organisation."))
    due_on = models.DateField(_("when"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)

    class Meta:
        verbose_name = _("next step")
        verbose_name_plural = _("next steps")
        ordering = [F("due_on").asc(nulls_last=True), "pk"]

    def __str__(self) -> str:
        return self.text
