"""When moderators are there, in Dutch time, over weekends and changes of the clock."""

from datetime import UTC, datetime, time, timedelta

from django.utils import timezone
from django.utils.dateformat import time_format
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from movement.context import site_settings
from movement.models import SiteSettings


def dutch(now: datetime) -> datetime:
    """This moment on a clock in the Netherlands, whatever zone a thread has active."""
    return now.astimezone(timezone.get_default_timezone())


def are_here(now: datetime, site: SiteSettings | None = None) -> bool:
    """Whether moderators are there at this moment."""
    site, local = site or site_settings(), dutch(now)
    is_time = site.moderators_from <= local.time() < site.moderators_until
    return is_time and local.isoweekday() in site.moderator_days


def back_at(now: datetime, site: SiteSettings | None = None) -> datetime | None:
    """When moderators come next. None while they are there, or when no day is set."""
    site, local = site or site_settings(), dutch(now)
    if are_here(now, site):
        return None
    for ahead in range(8):
        day = local.date() + timedelta(days=ahead)
        opens = datetime.combine(day, site.moderators_from, local.tzinfo)
        # A time that the change of the clock skips comes an hour later: through UTC it is real.
        opens = dutch(opens.astimezone(UTC))
        if opens > now and day.isoweekday() in site.moderator_days:
            return opens
    return None


def said(now: datetime) -> str:
    """A sentence on whether moderators are there, or when they are back; empty if unknown."""
    if are_here(now):
        return _("Moderators are here now.")
    back = back_at(now)
    if back is None:
        return ""
    words = {"day": WEEKDAYS[back.weekday()], "time": time_format(back, "G.i")}
    if back.date() == dutch(now).date():
        return _("Moderators are back today at %(time)s.") % words
    return _("Moderators are back on %(day)s at %(time)s.") % words


def shift(now: datetime) -> str:
    """The half of the office day that this moment falls in, as a key; empty out of hours."""
    if not are_here(now):
        return ""
    site, local = site_settings(), dutch(now)
    minutes = minutes_of(site.moderators_from) + minutes_of(site.moderators_until)
    half = "early" if 2 * minutes_of(local.time()) < minutes else "late"
    return f"{local:%Y-%m-%d}-{half}"


def minutes_of(clock: time) -> int:
    """How many minutes of the day are gone."""
    return clock.hour * 60 + clock.minute
