"""Dates of days in words: Dutch time, as exact as they are known."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

DAY = "l j F Y"
TIME = "H.i"


def written(starts_at: datetime, ends_at: datetime, precision: str) -> str:
    """Return when a day is, written out. A night in which the clock changes says so."""
    start, end = timezone.localtime(starts_at), timezone.localtime(ends_at)
    if precision == "month":
        return date_format(start, "F Y")
    first, last = date_format(start, DAY), date_format(end, DAY)
    one_day = start.date() == end.date()
    if precision == "day":
        return first if one_day else _("%(first)s to %(last)s") % {"first": first, "last": last}
    times = {
        "first": first,
        "from": date_format(start, TIME),
        "last": last,
        "until": date_format(end, TIME),
    }
    if one_day:
        text = _("%(first)s, %(from)s to %(until)s") % times
    else:
        text = _("%(first)s, %(from)s to %(last)s, %(until)s") % times
    return text + clock_note(start, end)


def clock_note(start: datetime, end: datetime) -> str:
    """Return what to know when the clock changes between two Dutch moments, or nothing."""
    before, after = start.utcoffset(), end.utcoffset()
    if before == after or before is None or after is None:
        return ""
    if after > before:
        return _(" (that night the clock goes one hour forward)")
    return _(" (that night the clock goes one hour back)")


def short(starts_at: datetime, precision: str) -> str:
    """Return the date without weekday and time."""
    return date_format(timezone.localtime(starts_at), "F Y" if precision == "month" else "j F Y")
