"""What a member typed and did not send yet, kept on the server (S8)."""

from typing import Any

from discussions.models import Board, PostDraft, Topic


def draft_of(person: Any, *, topic: Topic | None = None) -> dict[str, Any]:
    """What was kept for this topic, or for a new one; as initial values of the form."""
    if topic is not None and not getattr(topic, "has_draft", True):
        return {}
    draft = PostDraft.objects.filter(person=person, topic=topic).select_related("board").first()
    if draft is None:
        return {}
    values = {"body": draft.body, "content_note": draft.content_note}
    if topic is None:
        values |= {"title": draft.title, "board": draft.board.slug if draft.board else ""}
    return {name: value for name, value in values.items() if value}


def keep(
    person: Any,
    *,
    topic: Topic | None = None,
    board: Board | None = None,
    title: str = "",
    body: str = "",
    content_note: str = "",
) -> None:
    """Keep what was typed; nothing typed means nothing kept."""
    if not (title.strip() or body.strip()):
        forget(person, topic=topic)
        return
    PostDraft.objects.update_or_create(
        person=person,
        topic=topic,
        defaults={
            "board": board if topic is None else None,
            "title": title[:120],
            "body": body[:20_000],
            "content_note": content_note[:80],
        },
    )


def forget(person: Any, *, topic: Topic | None = None) -> None:
    """What was typed is placed now."""
    if topic is not None and not getattr(topic, "has_draft", True):
        return
    PostDraft.objects.filter(person=person, topic=topic).delete()
