"""How the movement grew: its start groups on a line, and who took part at the end of each year.

Drawn on the server; the page shows the same numbers as tables. What is not recorded is counted
apart, never guessed.
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from participants.models import Cohort, Organisation, Participation

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BASE = 40, 700, 34, 250
MOST_YEARS = 40


@dataclass(frozen=True)
class Group:
    """A start group with how many of it take part now."""

    name: str
    slug: str
    started_on: date | None
    count: int


@dataclass(frozen=True)
class Year:
    """The end of a year (or today): who certainly took part, and whose first day is unknown."""

    label: str
    known: int
    unknown: int
    x: float
    y: float
    y_unknown: float

    @property
    def total(self) -> int:
        return self.known + self.unknown

    @property
    def count_y(self) -> float:
        """The base line of the number above the stop."""
        return round(self.y - 13, 1)


@dataclass(frozen=True)
class Growth:
    """Everything that the page shows."""

    groups: list[Group]
    without_group: int
    years: list[Year]
    thread: str
    band: str
    lines: list[tuple[int, float]]

    @property
    def is_drawn(self) -> bool:
        """Whether any first day is recorded; without one there is no growth to draw."""
        return any(year.known for year in self.years)

    @property
    def view_box(self) -> str:
        return f"0 0 {WIDTH} {HEIGHT}"


def growth(today: date) -> Growth:
    """Count and draw everything, in two queries."""
    stretches = list(
        Participation.objects.filter(
            organisation__in=Organisation.objects.visible_to(None).real()
        ).values_list("organisation_id", "joined_on", "left_on", "cohort_id")
    )
    groups, without = by_group(stretches, today)
    moments = moments_of(stretches, today)
    counts = [taking_part(stretches, moment) for moment in moments]
    highest = max([1, *(known + unknown for known, unknown in counts)])
    years = [
        Year(
            str(moment.year),
            known,
            unknown,
            x=across(index, len(moments)),
            y=up(known + unknown, highest),
            y_unknown=up(unknown, highest),
        )
        for index, (moment, (known, unknown)) in enumerate(zip(moments, counts, strict=True))
    ]
    return Growth(
        groups=groups,
        without_group=without,
        years=years,
        thread=stairs([(year.x, year.y) for year in years]),
        band=area([(year.x, year.y_unknown) for year in years]),
        lines=[(value, up(value, highest)) for value in ticks(highest)],
    )


def by_group(stretches: list[Any], today: date) -> tuple[list[Group], int]:
    """The start groups in their order, and how many take part in none of them."""
    now = [row for row in stretches if is_current(row[1], row[2], today)]
    members: dict[int | None, set[int]] = {}
    for organisation, _joined, _left, cohort in now:
        members.setdefault(cohort, set()).add(organisation)
    groups = [
        Group(row.name, row.slug, row.started_on, len(members.get(row.pk, ())))
        for row in Cohort.objects.all()
    ]
    in_a_group = set().union(*(rows for cohort, rows in members.items() if cohort))
    return groups, len({row[0] for row in now} - in_a_group)


def is_current(joined: date | None, left: date | None, on: date) -> bool:
    """As `Participation.current`: a first day that is not recorded counts as before."""
    return (joined is None or joined <= on) and (left is None or left > on)


def moments_of(stretches: list[Any], today: date) -> list[date]:
    """The end of each year since the first day that is recorded, and today."""
    days = [day for _row, joined, left, _cohort in stretches for day in (joined, left) if day]
    first = min([day.year for day in days if day <= today], default=today.year)
    start = max(first, today.year - MOST_YEARS)
    return [*(date(year, 12, 31) for year in range(start, today.year)), today]


def taking_part(stretches: list[Any], on: date) -> tuple[int, int]:
    """How many took part on that day: since a day that is recorded, and since an unknown day."""
    known: set[int] = set()
    unknown: set[int] = set()
    for organisation, joined, left, _cohort in stretches:
        if is_current(joined, left, on):
            (known if joined else unknown).add(organisation)
    return len(known), len(unknown - known)


def across(index: int, count: int) -> float:
    """The place of a year from left to right."""
    if count == 1:
        return (LEFT + RIGHT) / 2
    return round(LEFT + 30 + index * (RIGHT - LEFT - 60) / (count - 1), 1)


def up(value: int, highest: int) -> float:
    """The height of a number."""
    return round(BASE - value * (BASE - TOP) / highest, 1)


def stairs(points: list[tuple[float, float]]) -> str:
    """A line that keeps its height until the next year, and then steps."""
    (x, y), *_more = points
    path = [f"M{x} {y}"]
    for (_x, _y), (x, y) in pairwise(points):
        path.append(f"H{x}V{y}")
    return "".join(path)


def area(points: list[tuple[float, float]]) -> str:
    """The ground under a line of steps."""
    first, last = points[0][0], points[-1][0]
    return f"{stairs(points)}H{last + 14}V{BASE}H{first - 14}V{points[0][1]}Z"


def ticks(highest: int) -> list[int]:
    """A few round numbers to read the height by."""
    step = next(size for size in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000)
                if highest / size <= 5 or size == 5000)  # fmt: skip
    return list(range(0, highest + 1, step))
