"""Demo content of the action days: what is known of them, and two invented days to try."""

from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from actiondays import organising, search_entries
from actiondays.models import ActionDay, NextStep, Series, Table, TableResult
from actiondays.models.tables import ResultLink
from config.demo.actiondays_texts import (
    AHEAD,
    HELD,
    HOSTS,
    QUESTIONS,
    SERIES,
    STEPS,
    TABLES,
    ULFT_PAIRS,
)
from movement.models import Action, Cause, Direction, StatementPoint, Theme, WhatIf
from participants.models import Organisation, Person

State, Precision = ActionDay.State, ActionDay.Precision


@transaction.atomic
def load(now: datetime) -> int:
    """Load or refresh the days; a day to come keeps its date until it is over. Returns how many."""
    series, _made = Series.objects.update_or_create(slug="aan-de-slag", defaults=SERIES)
    for position, question in enumerate(QUESTIONS, start=1):
        slug, text = question
        WhatIf.objects.get_or_create(slug=slug, defaults={"question": text, "position": position})
    for slug, facts in HELD.items():
        load_day(slug, dict(facts), series=series)
    for slug, facts in AHEAD.items():
        load_day(slug, ahead(slug, dict(facts), now), series=series)
    load_hosts()
    for slug, tables in TABLES.items():
        load_tables(ActionDay.objects.get(slug=slug), tables)
    discuss_manifesto(ActionDay.objects.get(slug="alternatieven-lab-ulft"))
    for slug, text, owner in STEPS:
        NextStep.objects.update_or_create(
            day=ActionDay.objects.get(slug=slug), text=text, defaults={"owner": owner}
        )
    search_entries.rebuild()
    return len(HELD) + len(AHEAD)


def load_day(slug: str, facts: dict[str, Any], *, series: Series) -> ActionDay:
    """Write one day with its questions, themes and organiser."""
    questions, themes = facts.pop("questions", ()), facts.pop("themes", ())
    if facts.get("series_position"):
        facts["series"] = series
    facts.setdefault("state", State.CLOSED)
    for name in ("starts_at", "ends_at", "report_published_at"):
        if isinstance(facts.get(name), str):
            facts[name] = moment(facts[name])
    day, _made = ActionDay.objects.update_or_create(slug=slug, defaults=facts)
    day.what_ifs.set(WhatIf.objects.filter(slug__in=questions))
    day.themes.set(Theme.objects.filter(name__in=themes))
    day.organisers.set(Person.objects.filter(email="organisator@example.org"))
    return day


def moment(text: str) -> datetime:
    """Return a Dutch date and time as a moment."""
    return timezone.make_aware(datetime.fromisoformat(text))


def ahead(slug: str, facts: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Return the facts of a day to come, on the first Thursday so many days from now."""
    weeks, start, end = facts.pop("weeks"), facts.pop("from"), facts.pop("until")
    planned = ActionDay.objects.filter(slug=slug, starts_at__gt=now).first()
    if planned:
        return {**facts, "starts_at": planned.starts_at, "ends_at": planned.ends_at}
    day = timezone.localdate(now) + timedelta(weeks=weeks)
    day += timedelta(days=(3 - day.weekday()) % 7)
    moments = (
        timezone.make_aware(datetime.combine(day, time.fromisoformat(at))) for at in (start, end)
    )
    return {**facts, **dict(zip(("starts_at", "ends_at"), moments, strict=True))}


def load_hosts() -> None:
    """Write the hosts of tables that are no participants."""
    for slug, (name, kind, town, province) in HOSTS.items():
        Organisation.objects.get_or_create(
            name=name,
            defaults={"slug": slug, "kind": kind, "town": town, "province": province},
        )


def load_tables(day: ActionDay, tables: list[dict[str, Any]]) -> None:
    """Write the tables of a day, with the causes discussed and what they brought."""
    for position, facts in enumerate(tables, start=1):
        columns: dict[str, Any] = {
            key: facts[key] for key in ("title", "opening", "questions") if key in facts
        }
        columns["host"] = Organisation.objects.filter(name=facts.get("host")).first()
        table, _made = Table.objects.update_or_create(day=day, position=position, defaults=columns)
        table.causes.set(Cause.objects.filter(number__in=facts.get("causes", ())))
        for place, number in enumerate(facts.get("brought", ()), start=1):
            load_result(table, place, Cause.objects.filter(number=number).first())
        load_led(table, facts)


def load_led(table: Table, facts: dict[str, Any]) -> None:
    """Write lines that led to a direction or action, and lines that became a proposal."""
    place = len(facts.get("brought", ()))
    for text, kind, number in facts.get("led", ()):
        place += 1
        model: Any = {"direction": Direction, "action": Action}[kind]
        if found := model.objects.filter(number=number).first():
            load_line(table, place, text).lead_to(found, by=None)
    for text, kind, title in facts.get("became", ()):
        place += 1
        line = load_line(table, place, text)
        if not line.links.exists():
            organising.become(line, kind, title, by=None)


def load_line(table: Table, place: int, text: str) -> TableResult:
    """Write one line of what a table brought."""
    defaults = {"text": text}
    return TableResult.objects.update_or_create(table=table, position=place, defaults=defaults)[0]


def load_result(table: Table, place: int, cause: Cause | None) -> None:
    """Write a result that became a cause, in the words of that cause."""
    if cause is None:
        return
    result = load_line(table, place, cause.title)
    note = "Voorbeeld: op welke dag dit op tafel kwam, is niet vastgelegd."
    ResultLink.objects.update_or_create(result=result, cause=cause, defaults={"note": note})


def discuss_manifesto(day: ActionDay) -> None:
    """Give each table of the lab two points of the manifesto of 2018."""
    points = {
        point.position: point
        for point in StatementPoint.objects.filter(
            statement__kind="manifesto", statement__title__icontains="doen wat nodig is"
        )
    }
    for table in day.tables.all():
        pair = ULFT_PAIRS[table.position]
        table.points.set(points[number] for number in pair if number in points)
