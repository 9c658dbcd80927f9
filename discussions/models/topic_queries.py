"""Which conversations: those on the site, those a viewer may read, and with whose marks."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.expressions import RawSQL

from .boards import Board


def is_moderator(viewer: Any) -> bool:
    """Whether this viewer moderates praat-mee. Asks nothing of the database for a member."""
    return bool(
        getattr(viewer, "is_staff", False)
        and viewer.is_authenticated
        and viewer.has_perm("discussions.moderate")
    )


# Asked on every page of a member: as text, because building six subqueries from models takes
# longer than the rest of the page. The number of the member is the only value.
PLACE = (
    "(SELECT position FROM discussions_topicread"
    " WHERE person_id = %s AND topic_id = discussions_topic.id)"
)
MARKS = {
    "is_followed": "SELECT 1 FROM discussions_follow"
    " WHERE person_id = %s AND topic_id = discussions_topic.id",
    "has_draft": "SELECT 1 FROM discussions_postdraft"
    " WHERE person_id = %s AND topic_id = discussions_topic.id",
    "has_held": "SELECT 1 FROM discussions_post"
    " WHERE author_id = %s AND topic_id = discussions_topic.id AND state = 'held'",
    "has_hidden": "SELECT 1 FROM discussions_hiddenpost h JOIN discussions_post p"
    " ON p.id = h.post_id WHERE h.person_id = %s AND p.topic_id = discussions_topic.id",
    "has_reacted": "SELECT 1 FROM discussions_reaction r JOIN discussions_post p"
    " ON p.id = r.post_id WHERE r.person_id = %s AND p.topic_id = discussions_topic.id",
    "has_blocks": "SELECT 1 FROM discussions_block WHERE %s IN (blocker_id, blocked_id)",
    "is_starter_apart": "SELECT 1 FROM discussions_block WHERE %s IN (blocker_id, blocked_id)"
    " AND discussions_topic.author_id IN (blocker_id, blocked_id)"
    " AND NOT discussions_topic.is_anonymous AND NOT discussions_topic.is_by_staff",
}


def told(sql: str, person: Any) -> RawSQL:
    """Whether there is such a row for this member."""
    return RawSQL(f"EXISTS({sql})", [person.pk], output_field=models.BooleanField())


class TopicQuerySet(models.QuerySet[Any]):
    def update(self, **values: Any) -> int:
        """Change these topics; each gets its next revision, so that nothing kept of it stays."""
        return super().update(**{"revision": F("revision") + 1, **values})

    def locked(self) -> Self:
        """These topics with their boards, locked until the transaction ends."""
        return self.order_by().select_for_update(of=("self",)).select_related("board")

    def opened(self) -> Self:
        """Topics whose first post is on the site and that were not hidden."""
        return self.filter(opened_at__isnull=False, hidden_at__isnull=True)

    def visible_to(self, viewer: Any) -> Self:
        """Opened topics on boards that this viewer may read, and the viewer's own that wait."""
        topics = self.filter(board__state__in=[Board.State.OPEN, Board.State.READ_ONLY])
        standing = Q(opened_at__isnull=False, hidden_at__isnull=True)
        if getattr(viewer, "is_authenticated", False):
            if is_moderator(viewer):
                return topics
            return topics.filter(
                standing | Q(opened_at__isnull=True, hidden_at__isnull=True, author=viewer)
            )
        return topics.filter(standing, board__audience=Board.Audience.PUBLIC)

    def not_blocked_for(self, viewer: Any) -> Self:
        """For the lists of a member: without what somebody apart from them opened by name (S14).

        What staff opened is the site's own and stays.
        """
        from .marks import Block

        apart = Block.objects.filter(
            Q(blocker=viewer, blocked=OuterRef("author"))
            | Q(blocked=viewer, blocker=OuterRef("author"))
        )
        return self.exclude(Exists(apart), is_anonymous=False, is_by_staff=False)

    def with_marks_of(self, person: Any) -> Self:
        """Adds what this member did with each topic: followed, read so far, hid, began."""
        marks = {name: told(sql, person) for name, sql in MARKS.items()}
        return self.with_place_of(person).annotate(**marks)

    def as_seen_by(self, viewer: Any) -> Self:
        """Adds whether this member is apart from the starter, for `Topic.as_seen_by`."""
        apart = told(MARKS["is_starter_apart"], viewer)
        return self.annotate(is_starter_apart=apart).select_related("board")

    def with_place_of(self, person: Any) -> Self:
        """Adds how far this member read each topic."""
        place = RawSQL(PLACE, [person.pk], output_field=models.IntegerField())
        return self.annotate(read_position=place)

    def in_order(self) -> Self:
        """Pinned first, then the one with the latest post."""
        return self.order_by("-is_pinned", "-last_post_at", "-pk")
