"""Conversations that become one, or two. Posts keep their number; their places move at once."""

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from discussions import publication
from discussions.models import Post, Topic


@transaction.atomic
def merge(topic: Topic, *, into: Topic) -> None:
    """Put all posts of a topic behind those of the other; its address leads there.

    Both are locked, the lower number first, so that two who merge do not wait for each other.
    """
    locked = {pk: Topic(pk=pk).lock() for pk in sorted([topic.pk, into.pk])}
    target = locked[into.pk]
    numbered = Post.objects.filter(topic=target.pk).aggregate(last=Max("anonymous_number"))
    Post.objects.filter(topic=topic.pk).update(
        topic=target,
        position=F("position") + target.last_position,
        # "Anoniem 1" of here is somebody else than "Anoniem 1" of there.
        anonymous_number=F("anonymous_number") + (numbered["last"] or 0),
    )
    Topic.objects.filter(pk=target.pk).update(
        last_position=F("last_position") + locked[topic.pk].last_position
    )
    Topic.objects.filter(pk=topic.pk).update(
        moved_to=target, hidden_at=timezone.now(), last_position=0
    )
    tidy(topic, into)


@transaction.atomic
def split(topic: Topic, *, start: Post, title: str) -> Topic:
    """Make a conversation of its own of this published post and those after it."""
    locked = topic.lock()
    first = start.position
    assert first is not None
    other = Topic.objects.create(
        board=locked.board,
        title=title,
        author=start.author,
        is_anonymous=start.is_anonymous,
        is_by_staff=start.is_by_staff,
        is_example=locked.is_example,
        opened_at=start.published_at,
        last_position=locked.last_position - first + 1,
    )
    later = Post.objects.filter(topic=topic.pk, position__gte=first)
    # Across conversations nothing links what is anonymous: the numbers stay behind.
    later.update(topic=other, position=F("position") - (first - 1), anonymous_number=None)
    Topic.objects.filter(pk=topic.pk).update(last_position=first - 1)
    tidy(topic, other)
    return other


def tidy(*topics: Topic) -> None:
    """Count anew, and let each post be found where it stands."""
    for topic in topics:
        publication.forget_topic(topic)
    for topic in topics:
        topic.recount()
        topic.refresh_from_db()
        topic.moved()
