"""Factories of the action days."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from actiondays.models import ActionDay, Registration, Series, Table, TableResult

_numbers = count(1)


def series(**facts):
    number = next(_numbers)
    return Series.objects.create(**{"title": f"Reeks {number}", "slug": f"reeks-{number}", **facts})


def day(**facts):
    """A day in two weeks, open for registration, in Utrecht."""
    number = next(_numbers)
    starts_at = facts.pop("starts_at", timezone.now() + timedelta(days=14))
    defaults = {
        "title": f"Wat als dag {number}?",
        "slug": f"dag-{number}",
        "state": ActionDay.State.OPEN,
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
        "town": "Utrecht",
        "province": "Utrecht",
    }
    return ActionDay.objects.create(**{**defaults, **facts})


def past_day(**facts):
    """A day that was held a month ago."""
    facts.setdefault("starts_at", timezone.now() - timedelta(days=30))
    return day(**{"state": ActionDay.State.CLOSED, **facts})


def dialogue_table(day, **facts):
    position = day.tables.count() + 1
    return Table.objects.create(
        day=day, **{"position": position, "title": f"Tafel {position}", **facts}
    )


def table_result(table, text="Er is een plek om te praten", **facts):
    return TableResult.objects.create(table=table, text=text, **facts)


def registration(day, **facts):
    """Somebody with a confirmed place."""
    number = next(_numbers)
    defaults = {
        "name": f"Wilg {number}",
        "email": f"wilg{number}@example.org",
        "state": Registration.State.CONFIRMED,
        "confirmed_at": timezone.now(),
    }
    return Registration.objects.create(day=day, **{**defaults, **facts})
