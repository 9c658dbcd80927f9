"""Calendar files: Dutch time, right across clock changes, neutral where somebody may look along."""

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from actiondays.models import ActionDay

Precision = ActionDay.Precision


def calendar_of(days: Iterable[ActionDay], *, name: str = "", neutral: bool = False) -> bytes:
    """Return the calendar file of these days; those of which only the month is known stay out.

    `neutral`: an entry that tells somebody who looks along nothing but when and where.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//agenda//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", name)
    shown = [day for day in days if day.precision != Precision.MONTH]
    for day in shown:
        calendar.add_component(entry_of(day, neutral=neutral))
    if days_on := [timezone.localdate(day.starts_at) for day in shown]:
        calendar.add_missing_timezones(min(days_on), max(days_on) + timedelta(days=366))
    return calendar.to_ical()


def entry_of(day: ActionDay, *, neutral: bool) -> Event:
    """Return one day as an entry; a day without a time fills the whole day."""
    entry = Event()
    entry.add("uid", str(uuid.uuid5(uuid.NAMESPACE_URL, f"{settings.SITE_URL}/dag/{day.pk}")))
    entry.add("dtstamp", day.updated_at.astimezone(UTC))
    entry.add("last-modified", day.updated_at.astimezone(UTC))
    if day.precision == Precision.DAY:
        entry.add("dtstart", timezone.localdate(day.starts_at))
        entry.add("dtend", timezone.localdate(day.ends_at) + timedelta(days=1))
    else:
        entry.add("dtstart", moment(day.starts_at))
        entry.add("dtend", moment(day.ends_at))
    if day.is_cancelled:
        entry.add("status", "CANCELLED")
    if neutral:
        entry.add("summary", _("Meeting"))
        entry.add("location", day.town or day.where)
        entry.add("class", "PRIVATE")
        return entry
    entry.add("summary", day.title)
    entry.add("location", ", ".join(filter(None, [day.where, day.shown_address])))
    entry.add("description", day.summary)
    entry.add("url", settings.SITE_URL + day.get_absolute_url())
    return entry


def moment(at: datetime) -> datetime:
    """Return the moment in Dutch time, or in UTC in the hour that the clock shows twice."""
    local = at.astimezone(timezone.get_default_timezone())
    is_twice = local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset()
    return at.astimezone(UTC) if is_twice else local
