"""Which conversations: those on the site, those a viewer may read, and with whose marks."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery

from .boards import Board


def is_moderator(viewer: Any) -> bool:
    """Whether this viewer moderates praat-mee. Asks nothing of the database for a member."""
    return bool(
        getattr(viewer, "is_staff", False)
        and viewer.is_authenticated
        and viewer.has_perm("discussions.moderate")
    )


class TopicQuerySet(models.QuerySet[Any]):
    def opened(self) -> Self:
        """Topics whose first post is on the site and that were not hidden."""
        return self.filter(opened_at__isnull=False, hidden_at__isnull=True)

    def visible_to(self, viewer: Any) -> Self:
        """Opened topics on boards that this viewer may read, and the viewer's own that wait."""
        topics = self.exclude(board__state=Board.State.CLOSED)
        standing = Q(opened_at__isnull=False, hidden_at__isnull=True)
        if getattr(viewer, "is_authenticated", False):
            if is_moderator(viewer):
                return topics
            return topics.filter(
                standing | Q(opened_at__isnull=True, hidden_at__isnull=True, author=viewer)
            )
        return topics.filter(standing, board__audience=Board.Audience.PUBLIC)

    def with_marks_of(self, person: Any) -> Self:
        """Adds what this member did with each topic: followed, read so far, hid, began."""
        from .marks import Block, Follow, HiddenPost, PostDraft, TopicRead
        from .posts import Post

        follows = Follow.objects.filter(topic=OuterRef("pk"), person=person)
        read = TopicRead.objects.filter(topic=OuterRef("pk"), person=person)
        hidden = HiddenPost.objects.filter(post__topic=OuterRef("pk"), person=person)
        blocks = Block.objects.filter(Q(blocker=person) | Q(blocked=person))
        return self.annotate(
            is_followed=Exists(follows),
            read_position=Subquery(read.values("position")[:1]),
            has_hidden=Exists(hidden),
            has_blocks=Exists(blocks),
            has_draft=Exists(PostDraft.objects.filter(topic=OuterRef("pk"), person=person)),
            has_held=Exists(Post.objects.held().filter(topic=OuterRef("pk"), author=person)),
        )

    def with_place_of(self, person: Any) -> Self:
        """Adds how far this member read each topic."""
        from .marks import TopicRead

        read = TopicRead.objects.filter(topic=OuterRef("pk"), person=person)
        return self.annotate(read_position=Subquery(read.values("position")[:1]))

    def in_order(self) -> Self:
        """Pinned first, then the one with the latest post."""
        return self.order_by("-is_pinned", "-last_post_at", "-pk")
