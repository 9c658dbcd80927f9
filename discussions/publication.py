"""What happens around a post when it comes on the site or leaves it: found, told, queued."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from movement import markdown, search
from movement.models import SearchEntry
from participants import notifications
from participants.models import Notification, Person

if TYPE_CHECKING:
    from discussions.models import Post, Topic

# As long as a moderator can take a decision back.
UNDO_TIME = timedelta(minutes=10)
TOPIC, POST = SearchEntry.Kind.TOPIC, SearchEntry.Kind.POST


class NewIn:
    """The place in a topic where a follower reads on: the target of a notification."""

    def __init__(self, topic: "Topic") -> None:
        self.topic = topic

    def get_absolute_url(self) -> str:
        return f"{self.topic.get_absolute_url()}verder/"


def audience(topic: "Topic") -> str:
    """Who may find what stands in this topic."""
    kinds = SearchEntry.Audience
    return kinds.PUBLIC if topic.board.is_public else kinds.MEMBERS


def make_findable(post: "Post") -> None:
    """Let the post be found, and with the first one its topic."""
    topic = post.topic
    if topic.hidden_at is not None or topic.board.state == topic.board.State.CLOSED:
        return
    who = audience(topic)
    text = markdown.plain(post.body)
    if post.position == 1:
        search.index(
            TOPIC, topic.pk, audience=who, title=topic.title, text=text,
            path=topic.get_absolute_url(),
        )  # fmt: skip
        return
    search.index(
        POST, post.pk, audience=who, title=topic.title, text=text, path=post.get_absolute_url()
    )


def make_unfindable(post: "Post") -> None:
    """Let the post be found no more, and take back what was told of it."""
    if post.position == 1:
        topic = post.topic
        search.index(
            TOPIC, topic.pk, audience=audience(topic), title=topic.title, text="",
            path=topic.get_absolute_url(),
        )  # fmt: skip
    search.forget(POST, post.pk)
    notifications.forget(post)
    if post.position is None or post.position >= post.topic.last_position:
        notifications.forget(NewIn(post.topic))


def forget_topic(topic: "Topic") -> None:
    """Let a topic be found no more, as one that moved is."""
    search.forget(TOPIC, topic.pk)


def follow(post: "Post") -> None:
    """Who writes in a topic hears of replies; it can be switched off on the page."""
    from discussions.models import Follow

    Follow.objects.bulk_create(
        [Follow(person_id=post.author_id, topic_id=post.topic_id)], ignore_conflicts=True
    )


def tell_later(post: "Post") -> None:
    """Promise, in this transaction, that a worker tells people of the post."""
    from discussions.tasks import tell

    tell.enqueue(post.pk)


def tell_followers(post: "Post") -> None:
    """Tell who follows the topic or the board, except people who do not see this author."""
    from discussions.models import Block, Follow

    follows = Follow.objects.filter(person=OuterRef("pk")).filter(
        Q(topic=post.topic_id) | Q(board=post.topic.board_id)
    )
    people = Person.objects.active().filter(Exists(follows)).exclude(pk=post.author_id)
    if not post.is_anonymous:
        pair = Q(blocker=post.author_id, blocked=OuterRef("pk")) | Q(
            blocked=post.author_id, blocker=OuterRef("pk")
        )
        people = people.exclude(Exists(Block.objects.filter(pair)))
    found = list(people)
    if found:
        kind = Notification.Kind.REPLY
        # What a moderator placed can be taken back for ten minutes: the mail waits so long.
        later = timezone.now() + UNDO_TIME if post.held_because else None
        notifications.notify(
            found, kind=kind, actor=post.author, target=NewIn(post.topic), not_before=later
        )


def queue(kind: str, *, is_urgent: bool = False, **about: Any) -> None:
    """Put something in the queue of the moderators; what waits already only gets more urgent."""
    from discussions.models import QueueItem

    item, is_new = QueueItem.objects.get_or_create(
        kind=kind, closed_at__isnull=True, **about, defaults={"is_urgent": is_urgent}
    )
    if is_urgent and not is_new and not item.is_urgent:
        QueueItem.objects.filter(pk=item.pk).update(is_urgent=True)


def close_queue(post: "Post", *kinds: str) -> None:
    """Nothing waits about this post any more (of these kinds, or at all)."""
    from discussions.models import QueueItem

    waiting = QueueItem.objects.waiting().filter(post=post)
    (waiting.filter(kind__in=kinds) if kinds else waiting).close()


def answered(topic: "Topic") -> None:
    """A topic that waited for an answer has one."""
    from discussions.models import QueueItem

    QueueItem.objects.waiting().filter(topic=topic, kind="unanswered").close()
