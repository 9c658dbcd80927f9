"""What can be found of praat-mee, made anew from the tables."""

from collections.abc import Iterator

from discussions.models import Board, Post, Topic
from discussions.publication import POST, TOPIC, audience
from movement import markdown, search


def rebuild() -> int:
    """Replace all entries of topics and posts; returns how many there are now."""
    return search.refill(TOPIC, topics()) + search.refill(POST, posts())


def topics() -> Iterator[search.Entry]:
    """Every topic on the site, with its first post."""
    rows = Topic.objects.opened().exclude(board__state=Board.State.CLOSED)
    for topic in rows.select_related("board").iterator(1000):
        first = topic.posts.filter(position=1, state=Post.State.PUBLISHED).first()
        yield search.Entry(
            target_id=topic.pk,
            audience=audience(topic),
            title=topic.title,
            text=markdown.plain(first.body) if first else "",
            path=topic.get_absolute_url(),
            visible_from=topic.opened_at,
        )


def posts() -> Iterator[search.Entry]:
    """Every other post on the site."""
    rows = Post.objects.filter(state=Post.State.PUBLISHED, position__gt=1)
    rows = rows.filter(topic__hidden_at=None, topic__opened_at__isnull=False)
    rows = rows.exclude(topic__board__state=Board.State.CLOSED)
    for post in rows.select_related("topic__board").iterator(1000):
        yield search.Entry(
            target_id=post.pk,
            audience=audience(post.topic),
            title=post.topic.title,
            text=markdown.plain(post.body),
            path=post.get_absolute_url(),
            visible_from=post.published_at,
        )
