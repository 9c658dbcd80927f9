"""Lists of boards and topics, with no more than the reader may know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Q, Sum
from django.http import Http404

from discussions.models import Block, Board, Follow, HiddenPost, Post, Topic, is_moderator
from movement import search
from movement.models import SearchEntry
from participants.models import Person

PER_PAGE = 20
LATEST = 6
MOST_FOUND = 40


def boards_for(viewer: Any) -> list[Board]:
    """The boards that this viewer may read, with counts of what is on the site."""
    standing = Q(topics__opened_at__isnull=False, topics__hidden_at__isnull=True)
    boards = Board.objects.visible_to(viewer).annotate(
        topic_count=Count("topics", standing),
        post_total=Sum("topics__post_count", filter=standing),
        latest_at=Max("topics__last_post_at", filter=standing),
    )
    return list(boards)


def latest_for(viewer: Any) -> list[Topic]:
    """The conversations with the latest posts, on the boards that this viewer may read."""
    topics = Topic.objects.filter(board__in=Board.objects.visible_to(viewer)).opened()
    if viewer.is_authenticated and not is_moderator(viewer):
        topics = topics.not_blocked_for(viewer)
    return list(with_card(topics.order_by("-last_post_at"))[:LATEST])


def with_card(topics: Any) -> Any:
    """What the card of a topic shows, and no more."""
    return topics.select_related("board", "author").only(
        "title", "is_anonymous", "is_by_staff", "is_example", "is_pinned", "state", "mode",
        "opened_at", "post_count", "last_position", "last_post_at", "answered_at", "hidden_at",
        "board__title", "board__slug", "board__audience",
        "author__pseudonym", "author__role_mark",
    )  # fmt: skip


@dataclass
class BoardPage:
    """A page of topics, and the address of the next one."""

    pinned: list[Topic]
    topics: list[Topic]
    next: str
    is_first: bool


def page_of_board(board: Board, viewer: Any, after: str) -> BoardPage:
    """A page of a board, found by where the page before it ended: no OFFSET, however deep."""
    standing = Q(opened_at__isnull=False, hidden_at__isnull=True)
    if viewer.is_authenticated:
        standing |= Q(opened_at__isnull=True, hidden_at__isnull=True, author=viewer)
    topics = with_card(Topic.objects.filter(standing, board=board))
    if viewer.is_authenticated:
        topics = topics.with_place_of(viewer)
        if not is_moderator(viewer):
            topics = topics.not_blocked_for(viewer)
    pinned = [] if after else list(topics.filter(is_pinned=True).order_by("-last_post_at", "-pk"))
    loose = topics.filter(is_pinned=False).order_by("-last_post_at", "-pk")
    if after:
        moment, pk = place_of(board, after)
        loose = loose.filter(Q(last_post_at__lt=moment) | Q(last_post_at=moment, pk__lt=pk))
    rows = list(loose[: PER_PAGE + 1])
    shown = rows[:PER_PAGE]
    return BoardPage(
        pinned=pinned,
        topics=shown,
        next=str(shown[-1].pk) if len(rows) > PER_PAGE else "",
        is_first=not after,
    )


def place_of(board: Board, after: str) -> tuple[datetime, int]:
    """Where the topic of this number stands in the list. Http404 when it does not."""
    if not (after.isascii() and after.isdecimal() and len(after) < 19):
        raise Http404
    topics = Topic.objects.filter(pk=int(after), board=board).opened()
    moment = topics.values_list("last_post_at", flat=True).first()
    if moment is None:
        raise Http404
    return moment, int(after)


def found_on(board: Board, query: str, viewer: Any) -> list[SearchEntry]:
    """What this viewer finds of these words on one board."""
    topics = Topic.objects.filter(board=board).values("pk")
    posts = Post.objects.filter(topic__board=board, state=Post.State.PUBLISHED).values("pk")
    kinds = SearchEntry.Kind
    here = Q(kind=kinds.TOPIC, target_id__in=topics) | Q(kind=kinds.POST, target_id__in=posts)
    return list(seen_by(viewer, search.find(query, viewer).filter(here))[:MOST_FOUND])


def seen_by(viewer: Any, found: Any) -> Any:
    """What was found, without what this member does not see: of whom is apart, or folded away.

    Who knows of no such person or post is asked for nothing more.
    """
    if not viewer.is_authenticated or is_moderator(viewer):
        return found
    pairs = Block.objects.filter(Q(blocker=viewer) | Q(blocked=viewer))
    apart = {pk for pair in pairs.values_list("blocker_id", "blocked_id") for pk in pair}
    folded = set(HiddenPost.objects.filter(person=viewer).values_list("post_id", flat=True))
    if not apart and not folded:
        return found
    named = Q(author__in=apart - {viewer.pk}, is_anonymous=False)
    # The title of a conversation is of who opened it, and stands with each of its posts.
    opened = Topic.objects.filter(named, is_by_staff=False)
    unseen = Post.objects.filter(named | Q(pk__in=folded) | Q(topic__in=opened))
    kinds = SearchEntry.Kind
    return found.exclude(kind=kinds.POST, target_id__in=unseen.values("pk")).exclude(
        kind=kinds.TOPIC, target_id__in=unseen.filter(position=1).values("topic")
    )


def is_followed(board: Board, viewer: Any) -> bool:
    """Whether this member follows the board."""
    return viewer.is_authenticated and Follow.objects.filter(person=viewer, board=board).exists()


def names_in(topic: Topic) -> set[str]:
    """Pseudonyms that may be addressed in this topic: of who spoke there with a name."""
    people: Iterable[str] = (
        Person.objects.filter(
            posts__topic=topic, posts__is_anonymous=False, posts__state="published"
        )
        .order_by()
        .values_list("pseudonym", flat=True)
        .distinct()[:500]
    )
    return set(people)
