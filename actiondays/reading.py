"""What the page of a day reads: a fixed number of queries, however much came off its tables."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.urls import reverse

from actiondays.models import ActionDay, Series, Table, TableResult
from movement.evidence import KINDS, Evidence
from movement.fragments import fingerprint
from movement.models import Cause, StatementPoint


@dataclass(frozen=True, slots=True)
class Way:
    """A link to something on the site, with what it is called there."""

    title: str
    path: str


@dataclass(slots=True)
class Line:
    """One line of what a table brought, with where it led."""

    number: int
    text: str
    evidence: list[Evidence] = field(default_factory=list)


def tables_of(day: ActionDay) -> list[Table]:
    """Return the tables with their host, what was discussed and what they brought.

    Adds to each table `point_ways`, `cause_ways` and `lines`; three queries.
    """
    tables = list(day.tables.select_related("host"))
    if not tables:
        return tables
    points, causes = discussed(day)
    lines = lines_of(day) if day.has_started else {}
    for table in tables:
        table.point_ways = points[table.pk]
        table.cause_ways = causes[table.pk]
        table.lines = lines.get(table.pk, [])
    return tables


def discussed(day: ActionDay) -> tuple[dict[int, list[Way]], dict[int, list[Way]]]:
    """Return the points and the causes of each table, in one query."""

    def rows(kind: str, model: Any, title: str, slug: str, place: str) -> QuerySet[Any]:
        return (
            model.objects.filter(tables__day=day)
            .order_by()
            .values_list("tables__pk", Value(kind, output_field=CharField()), title, slug, place)
        )

    found = rows("point", StatementPoint, "title", "statement__slug", "position").union(
        rows("cause", Cause, "title", "slug", "number"), all=True
    )
    points: dict[int, list[Way]] = defaultdict(list)
    causes: dict[int, list[Way]] = defaultdict(list)
    for table, kind, title, slug, place in sorted(found, key=lambda row: row[4]):
        if kind == "cause":
            causes[table].append(Way(title, reverse("cause", args=[slug])))
        else:
            path = reverse("statement", args=[slug])
            points[table].append(Way(f"{place}. {title}", path))
    return points, causes


def version_of_tables(day: ActionDay, tables: list[Table]) -> str:
    """Return the key of the section with tables."""
    rows = [
        (table.pk, table.updated_at, table.host and (table.host.name, table.host.is_public),
         table.point_ways, table.cause_ways, table.lines)
        for table in tables
    ]  # fmt: skip
    return fingerprint(day.has_started, rows)


def version_of_line(days: list[ActionDay]) -> str:
    """Return the key of the line of a series."""
    return fingerprint(
        [(day.pk, day.updated_at, day.line_state, day.is_here, day.leads_on) for day in days]
    )


SHOWN = ("title", "slug", "is_public")


def lines_of(day: ActionDay) -> dict[int, list[Line]]:
    """Return the results of each table in order, with where they led, in one query.

    What is not public yet is not named.
    """
    columns = [f"links__{target}__{name}" for target in KINDS for name in SHOWN]
    rows = (
        TableResult.objects.filter(table__day=day)
        .order_by("table_id", "position", "pk", "links__pk")
        .values_list("table_id", "pk", "text", "links__withdrawn_at", "links__reason", *columns)
    )
    tables: dict[int, dict[int, Line]] = defaultdict(dict)
    for table, number, text, withdrawn_at, reason, *targets in rows:
        line = tables[table].setdefault(number, Line(number, text))
        for index, kind in enumerate(KINDS):
            title, slug, is_public = targets[3 * index : 3 * index + 3]
            if is_public:
                path, is_withdrawn = reverse(kind, args=[slug]), withdrawn_at is not None
                line.evidence.append(Evidence(kind, title, path, is_withdrawn, reason or "", ""))
    return {table: list(lines.values()) for table, lines in tables.items()}


def days_of(
    series: Series | None, viewer: Any, *, here: ActionDay | None = None
) -> list[ActionDay]:
    """Return the days of a series in their order, with what a stop on its line shows.

    Adds to each `is_here` (whose page this is) and `leads_on` (the next one is still to come).
    """
    if series is None:
        return []
    days = list(
        series.days.visible_to(viewer)
        .only(
            "title", "slug", "state", "starts_at", "ends_at", "precision", "brought",
            "updated_at", "place", "town", "is_online", "is_in_person", "is_example",
            "series_position", "series",
        )
        .order_by("series_position", "starts_at")
    )  # fmt: skip
    for day, following in zip_longest(days, days[1:]):
        day.is_here = day == here
        day.leads_on = following is not None and not following.is_over
    return days
