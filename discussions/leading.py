"""Leading a conversation: its rounds, its summary and its end, and keeping it in order."""

from typing import Any

from django.db import transaction
from django.db.models import F

from discussions import reshaping
from discussions.judging import may_moderate
from discussions.models import Board, Decision, Post, Topic

ARRANGED = ("board_id", "is_pinned", "mode", "is_hosted_by_starter")


def may_lead(topic: Topic, viewer: Any) -> bool:
    """Whether this viewer leads it: a moderator, or at the campfire the starter who is host."""
    if may_moderate(viewer):
        return True
    is_starter = viewer.is_authenticated and topic.author_id == viewer.pk
    return is_starter and topic.is_hosted_by_starter and topic.mode == Topic.Mode.CAMPFIRE


@transaction.atomic
def next_round(topic: Topic, *, after: int) -> bool:
    """Let everyone speak again; `after` is the round that ends. Twice begins one round."""
    standing = Topic.objects.filter(pk=topic.pk, round=after, mode=Topic.Mode.CAMPFIRE)
    open_ones = standing.filter(state=Topic.State.OPEN)
    return bool(open_ones.update(round=F("round") + 1))


@transaction.atomic
def conclude(topic: Topic, *, by: Any, summary: str) -> None:
    """Close it with what was said; on a closed one only the summary changes."""
    change(topic, Decision.Act.CONCLUDE, by=by, summary=summary, state=Topic.State.CLOSED)


@transaction.atomic
def reopen(topic: Topic, *, by: Any) -> None:
    """Let people reply again; the summary stays."""
    change(topic, Decision.Act.REOPEN, by=by, state=Topic.State.OPEN)


@transaction.atomic
def arrange(
    topic: Topic, *, by: Any, board: Board, is_pinned: bool, mode: str, is_hosted_by_starter: bool
) -> None:
    """Put it on a board, on top or not, in a mode, with a host."""
    is_moved = topic.board_id != board.pk
    change(
        topic, Decision.Act.ARRANGE, by=by, board_id=board.pk, is_pinned=is_pinned, mode=mode,
        is_hosted_by_starter=is_hosted_by_starter,
    )  # fmt: skip
    if is_moved:
        Topic.objects.select_related("board").get(pk=topic.pk).moved()


def change(topic: Topic, act: str, *, by: Any, **values: Any) -> None:
    """Change the locked topic and write it down, when it changes anything."""
    locked = topic.lock()
    before = {name: getattr(locked, name) for name in values}
    if before == values:
        return
    Topic.objects.filter(pk=topic.pk).update(**values)
    note(act, by=by, topic=topic, before=before, after=values)


def note(act: str, *, by: Any, topic: Topic, before: dict[str, Any], after: dict[str, Any]) -> None:
    """Write down what a moderator did (S13). A host is none, and may have no name here (S2)."""
    if may_moderate(by):
        Decision.objects.create(act=act, topic=topic, decided_by=by, before=before, after=after)


@transaction.atomic
def merge(topic: Topic, *, into: Topic, by: Any) -> None:
    """Put the whole conversation behind another one."""
    reshaping.merge(topic, into=into)
    note(Decision.Act.MERGE, by=by, topic=topic, before={}, after={"topic": into.pk})


@transaction.atomic
def split(start: Post, *, title: str, by: Any) -> Topic:
    """Let this post begin a conversation of its own."""
    other = reshaping.split(start.topic, start=start, title=title)
    note(Decision.Act.SPLIT, by=by, topic=start.topic, before={}, after={"topic": other.pk})
    return other
