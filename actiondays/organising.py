"""What an organiser does with a day: divide the tables, write to all, plan the next one."""

from collections import defaultdict
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from actiondays import letters, search_entries
from actiondays.models.days import ActionDay
from actiondays.models.registrations import Registration, lock
from actiondays.models.requests import DayMessage
from actiondays.models.tables import Table, TableResult
from discussions.models import Board, Topic
from movement.models import Action, Cause, Direction, Front

# Without a plan the next day of a series is four weeks later, at the same hour.
LATER = timedelta(weeks=4)
COPIED = (
    "kind", "title", "summary", "series", "precision", "place", "town", "province", "address",
    "address_after_confirmation", "is_online", "is_in_person", "online_url", "introduction",
    "programme", "for_whom", "accessibility", "travel_costs", "contact", "organised_by", "places",
    "online_places", "reminder_days", "is_example",
)  # fmt: skip


def divide_by_preference(day: ActionDay) -> int:
    """Give everyone in the room who has no table one: the preferred, else the emptiest.

    Who was placed by hand stays there. Returns how many were placed.
    """
    with transaction.atomic():
        day = lock(day.pk)
        tables = list(day.tables.all())
        coming = day.registrations.filter(state="confirmed", mode="in-person").order_by("pk")
        taken: dict[int, int] = defaultdict(int)
        for registration in coming:
            if registration.table_id:
                taken[registration.table_id] += registration.party_size
        count = 0
        open_ones = [registration for registration in coming if not registration.table_id]
        open_ones.sort(key=lambda registration: registration.preferred_table_id is None)
        for registration in open_ones:
            table = best_table(registration, tables, taken)
            if table is not None:
                taken[table.pk] += registration.party_size
                registration.table = table
                registration.save(update_fields=["table", "updated_at"])
                count += 1
    return count


def best_table(
    registration: Registration, tables: list[Table], taken: dict[int, int]
) -> Table | None:
    """Return the preferred table if there is room, else the emptiest that has; or None."""
    party = registration.party_size
    with_room = [
        table for table in tables if table.places is None or taken[table.pk] + party <= table.places
    ]
    for table in with_room:
        if table.pk == registration.preferred_table_id:
            return table
    return min(with_room, key=lambda table: taken[table.pk], default=None)


@transaction.atomic
def write_to_all(day: ActionDay, text: str, *, writer: Any) -> int:
    """Write to everyone who is registered. Returns how many get a mail that it is there."""
    message = DayMessage.objects.create(day=day, text=text, written_by=writer)
    standing = Registration.objects.filter(day=day).standing().select_related("day")
    return sum(letters.message(registration, message.pk) for registration in standing)


@transaction.atomic
def duplicate(day: ActionDay) -> ActionDay:
    """Return a concept of the next day, last in the series, with the same tables."""
    last = ActionDay.objects.filter(series=day.series).aggregate(Max("series_position"))
    hour = timezone.localtime(day.starts_at)
    later = timezone.localtime(max(day.starts_at, timezone.now()) + LATER)
    copy = ActionDay(
        **{name: getattr(day, name) for name in COPIED},
        slug=free_slug(day.slug),
        starts_at=later.replace(hour=hour.hour, minute=hour.minute, second=0, microsecond=0),
        series_position=(last["series_position__max"] or 0) + 1 if day.series_id else 0,
    )
    copy.ends_at = copy.starts_at + (day.ends_at - day.starts_at)
    copy.save()
    copy.what_ifs.set(day.what_ifs.all())
    copy.themes.set(day.themes.all())
    copy.organisers.set(day.organisers.all())
    Table.objects.bulk_create(
        Table(day=copy, position=table.position, title=table.title, places=table.places)
        for table in day.tables.all()
    )
    return copy


def free_slug(slug: str) -> str:
    """Return an address that no day has, made from this one."""
    stem = slug[:90]
    number = 2
    while ActionDay.objects.filter(slug=f"{stem}-{number}").exists():
        number += 1
    return f"{stem}-{number}"


@transaction.atomic
def publish_report(day: ActionDay) -> int:
    """Publish the report and tell everyone who was there or chose it. Once; returns how many.

    Without a report there is nothing to publish.
    """
    day = lock(day.pk)
    if not day.report:
        return 0
    day.report_published_at = day.report_published_at or timezone.now()
    day.save(update_fields=["report_published_at", "updated_at"])
    search_entries.refresh(day)
    rows = day.registrations.filter(state="confirmed", told_report_at=None).exclude(email="")
    untold = list(rows.select_related("day"))
    # Noted on the registration: the outbox forgets its mails, and nobody gets two.
    rows.update(told_report_at=timezone.now())
    return sum(letters.report(row) for row in untold)


@transaction.atomic
def add_result(table: Table, text: str) -> TableResult:
    """Add a line at the end of what a table brought; two who write at once both keep theirs."""
    Table.objects.select_for_update(no_key=True).get(pk=table.pk)
    last = table.results.aggregate(Max("position"))["position__max"] or 0
    ActionDay.objects.filter(pk=table.day_id).update(updated_at=timezone.now())
    return TableResult.objects.create(table=table, position=last + 1, text=text)


@transaction.atomic
def become(line: TableResult, kind: str, title: str, *, by: Any) -> Cause | Direction | Action:
    """Make a cause, direction or action of a line, and tie the line to it; returns what is made.

    `kind` is "cause", "direction", or the front of an action. Only staff see it until an editor
    makes it public; an action begins as a proposal.
    """
    made: Cause | Direction | Action
    if kind in Front.values:
        made = Action.objects.propose(title, front=kind, state=Action.State.PROPOSED)
    else:
        model = {"cause": Cause, "direction": Direction}[kind]
        made = model.objects.propose(title)
    line.lead_to(made, by=by)
    return made


@transaction.atomic
def open_conversation(day: ActionDay, board: Board, *, author: Any, body: str) -> Topic:
    """Open a conversation about this day, once; returns it.

    Raises BoardNotOpen or Suspended, as starting any conversation does.
    """
    day = ActionDay.objects.select_for_update(no_key=True).get(pk=day.pk)
    if day.topic is not None:
        return day.topic
    topic = Topic.start(board, author=author, title=day.title[:120], body=body).topic
    topic.subject_title, topic.subject_path = day.title, day.get_absolute_url()
    topic.save(update_fields=["subject_title", "subject_path", "updated_at"])
    ActionDay.objects.filter(pk=day.pk).update(topic=topic, updated_at=timezone.now())
    return topic
