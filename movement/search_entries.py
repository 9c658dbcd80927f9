"""What can be found of the foundation: pages, statements, causes, directions, actions."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model

from movement import search
from movement.models import (
    Action,
    Cause,
    Direction,
    Page,
    Publishable,
    SearchEntry,
    Statement,
)

KINDS: dict[type[Model], str] = {
    Page: SearchEntry.Kind.PAGE,
    Statement: SearchEntry.Kind.STATEMENT,
    Cause: SearchEntry.Kind.CAUSE,
    Direction: SearchEntry.Kind.DIRECTION,
    Action: SearchEntry.Kind.ACTION,
}


def enter(thing: Any) -> None:
    """Bring what can be found of this thing up to date; forget it when it is not public.

    Call it after saving, inside the same transaction.
    """
    kind = KINDS[type(thing)]
    if (entry := entry_of(thing)) is None:
        search.forget(kind, thing.pk)
        return
    search.index(
        kind,
        entry.target_id,
        audience=entry.audience,
        title=entry.title,
        text=entry.text,
        path=entry.path,
        visible_from=entry.visible_from,
    )


def leave(thing: Any) -> None:
    """Let a thing that goes be found no more. Call it before deleting."""
    search.forget(KINDS[type(thing)], thing.pk)


def rebuild() -> int:
    """Write all entries of the foundation anew. Returns how many there are."""
    return sum(search.refill(kind, entries_of(model)) for model, kind in KINDS.items())


def entries_of(model: type[Model]) -> Iterator[search.Entry]:
    """The entries of everything public of one kind."""
    for thing in model._default_manager.order_by("pk"):
        if (entry := entry_of(thing)) is not None:
            yield entry


def entry_of(thing: Any) -> search.Entry | None:
    """What may be found of this thing, or None when it is not for readers."""
    if isinstance(thing, Publishable):
        if thing.state != Publishable.State.PUBLISHED:
            return None
        visible_from = thing.published_at
    elif not thing.is_public:
        return None
    else:
        visible_from = thing.created_at
    return search.Entry(
        target_id=thing.pk,
        audience=SearchEntry.Audience.PUBLIC,
        title=thing.title,
        text=" ".join(part for part in texts_of(thing) if part),
        path=thing.get_absolute_url(),
        visible_from=visible_from,
    )


def texts_of(thing: Any) -> list[str]:
    """The texts that a reader sees on the page of this thing."""
    if isinstance(thing, Page):
        return [thing.lead, thing.body, thing.easy_body]
    if isinstance(thing, Statement):
        points = [f"{point.title} {point.text}" for point in thing.points.all()]
        return [thing.owner, thing.body, thing.short_body, *points]
    if isinstance(thing, Action):
        lessons = [lesson.text for lesson in thing.lessons.all()]
        return [thing.explanation, thing.obstacles, thing.stopped_because, *lessons]
    return [thing.short_title, thing.explanation]
