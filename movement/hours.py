"""When moderators are there, in Dutch time, over weekends, holidays and changes of the clock."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.dateformat import time_format
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from movement.context import KEEP_SECONDS, site_settings
from movement.fragments import remember
from movement.holidays import holidays
from movement.models import Closure, SiteSettings

# No office is looked for further away than this.
FARTHEST = 400


@dataclass(frozen=True)
class Office:
    """On which days and between which times moderators are there."""

    weekdays: tuple[int, ...]
    opens: time
    closes: time
    liberation_day: str
    closures: tuple[tuple[date, date], ...] = ()

    @classmethod
    def of(cls, site: SiteSettings, closures: tuple[tuple[date, date], ...] = ()) -> "Office":
        """The office that these settings describe, closed on these days too."""
        days, times = tuple(site.moderator_days), (site.moderators_from, site.moderators_until)
        return cls(days, *times, site.liberation_day, closures)

    @property
    def length(self) -> timedelta:
        """How long an office day is."""
        day = date.min
        return datetime.combine(day, self.closes) - datetime.combine(day, self.opens)

    def on(self, day: date) -> tuple[datetime, datetime] | None:
        """When it opens and closes on a day; None when it does not.

        A time that the change of the clock skips comes an hour later: through UTC it is real.
        """
        if day.isoweekday() not in self.weekdays or self.is_closed_on(day):
            return None
        zone = timezone.get_default_timezone()
        opens, closes = (datetime.combine(day, clock, zone) for clock in (self.opens, self.closes))
        return dutch(opens.astimezone(UTC)), dutch(closes.astimezone(UTC))

    def is_closed_on(self, day: date) -> bool:
        """Whether a day of the week on which it opens is a holiday, or taken off by the staff."""
        if any(first <= day <= last for first, last in self.closures):
            return True
        return day in holidays(day.year, liberation_day=self.liberation_day)


def closures() -> tuple[tuple[date, date], ...]:
    """From and until which days the staff said that no moderator is there."""
    return tuple(Closure.objects.values_list("first_on", "last_on"))


def dutch(now: datetime) -> datetime:
    """This moment on a clock in the Netherlands, whatever zone a thread has active."""
    return now.astimezone(timezone.get_default_timezone())


def office() -> Office:
    """The office of this site."""
    return Office.of(site_settings(), remember("closures", closures, seconds=KEEP_SECONDS))


def are_here(now: datetime, at: Office | None = None) -> bool:
    """Whether moderators are there at this moment."""
    hours = (at or office()).on(dutch(now).date())
    return hours is not None and hours[0] <= now < hours[1]


def back_at(now: datetime, at: Office | None = None) -> datetime | None:
    """When moderators come next. None while they are there, or when no day is in sight."""
    at, today = at or office(), dutch(now).date()
    if are_here(now, at):
        return None
    for ahead in range(FARTHEST):
        hours = at.on(today + timedelta(days=ahead))
        if hours is not None and hours[0] > now:
            return hours[0]
    return None


def before(now: datetime, work: timedelta, at: Office | None = None) -> datetime:
    """The latest moment since which moderators were there for so long, up to now."""
    at, today = at or office(), dutch(now).date()
    for ago in range(FARTHEST):
        hours = at.on(today - timedelta(days=ago))
        if hours is None or hours[0] >= now:
            continue
        # In UTC: between two moments on one clock its changes would not count.
        opens, closes = hours[0].astimezone(UTC), min(hours[1], now).astimezone(UTC)
        if closes - opens >= work:
            return closes - work
        work -= closes - opens
    return now - timedelta(days=FARTHEST)


def said(now: datetime) -> str:
    """A sentence on whether moderators are there, or when they are back; empty if unknown."""
    at = office()
    if are_here(now, at):
        return _("Moderators are here now.")
    back = back_at(now, at)
    if back is None:
        return ""
    words = {"day": WEEKDAYS[back.weekday()], "time": time_format(back, "G.i")}
    ahead = (back.date() - dutch(now).date()) // timedelta(days=1)
    if not ahead:
        return _("Moderators are back today at %(time)s.") % words
    if ahead > 6:
        words["day"] = date_format(back, "l j F")
    return _("Moderators are back on %(day)s at %(time)s.") % words


def shift(now: datetime) -> str:
    """The half of the office day that this moment falls in, as a key; empty out of hours."""
    hours = office().on(dutch(now).date())
    if hours is None or not hours[0] <= now < hours[1]:
        return ""
    half = "early" if now - hours[0] < hours[1] - now else "late"
    return f"{dutch(now):%Y-%m-%d}-{half}"
