"""A month of days as a calendar: weeks from Monday, in Dutch time."""

import calendar
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Max, Min
from django.utils import timezone
from django.utils.dates import WEEKDAYS

from actiondays.models import ActionDay

FIRST_YEAR, LAST_YEAR = 2010, 2100


@dataclass(frozen=True, slots=True)
class Square:
    """One date of the month, with what happens on it."""

    date: date
    days: list[ActionDay]
    is_today: bool


@dataclass(frozen=True, slots=True)
class Month:
    """The squares of a month; `offset` is how many squares of Monday's week come before.

    An empty one knows the nearest months that are not.
    """

    first: date
    offset: int
    squares: list[Square]
    somewhere: list[ActionDay]
    full_before: date | None = None
    full_after: date | None = None

    @property
    def before(self) -> date | None:
        """The month before, as far as there are calendars."""
        month = (self.first - timedelta(days=1)).replace(day=1)
        return month if month.year >= FIRST_YEAR else None

    @property
    def after(self) -> date | None:
        """The month after, as far as there are calendars."""
        month = (self.first + timedelta(days=31)).replace(day=1)
        return month if month.year <= LAST_YEAR else None

    @property
    def weekdays(self) -> list[str]:
        """The days of the week above the squares, from Monday."""
        return [str(WEEKDAYS[number]) for number in range(7)]

    @property
    def is_empty(self) -> bool:
        return not self.somewhere and not any(square.days for square in self.squares)


def month_of(year: int, month: int, viewer: Any) -> Month:
    """Return a month with what this viewer may see; an empty one knows the days around it.

    One query, or three for an empty month. Raises ValueError for a month that no calendar of
    ours has.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"no calendar of {year}")
    first = date(year, month, 1)
    length = calendar.monthrange(year, month)[1]
    start = timezone.make_aware(datetime.combine(first, time.min))
    end = timezone.make_aware(datetime.combine(first + timedelta(days=length), time.min))
    days = ActionDay.objects.visible_to(viewer)
    by_date: dict[date, list[ActionDay]] = defaultdict(list)
    somewhere = []
    within = days.for_list().filter(starts_at__lt=end, ends_at__gte=start)
    for day in within.order_by("starts_at", "pk"):
        if day.precision == ActionDay.Precision.MONTH:
            somewhere.append(day)
            continue
        on = max(first, timezone.localdate(day.starts_at))
        while on <= timezone.localdate(day.ends_at) and on.month == month:
            by_date[on].append(day)
            on += timedelta(days=1)
    today = timezone.localdate()
    dates = [first + timedelta(days=number) for number in range(length)]
    squares = [Square(on, by_date[on], on == today) for on in dates]
    shown = Month(first, first.weekday(), squares, somewhere)
    if not shown.is_empty:
        return shown
    ended = days.filter(ends_at__lt=start).aggregate(at=Max("ends_at"))["at"]
    begins = days.filter(starts_at__gte=end).aggregate(at=Min("starts_at"))["at"]
    return replace(shown, full_before=first_of_month(ended), full_after=first_of_month(begins))


def first_of_month(moment: datetime | None) -> date | None:
    """Return the first day of the Dutch month of this moment, as far as there are calendars."""
    if moment is None:
        return None
    first = timezone.localdate(moment).replace(day=1)
    return first if FIRST_YEAR <= first.year <= LAST_YEAR else None
