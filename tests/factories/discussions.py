"""Boards, conversations and posts, made through the verbs where it matters."""

from itertools import count

from django.utils import timezone

from discussions.models import Board, Post, Topic
from movement.models import HouseRule

from .participants import member, new_member

number = count(1)


def board(*, public=False, **more):
    """A board for members, unless it is public."""
    n = next(number)
    values = {"title": f"Bord {n}", "slug": f"bord-{n}", **more}
    if public:
        values["audience"] = Board.Audience.PUBLIC
    return Board.objects.create(**values)


def topic(*, on=None, author=None, title=None, body="Het eerste bericht.", **more):
    """A conversation with its first post on the site."""
    first = Topic.start(
        on or board(),
        author=author or member(),
        title=title or f"Gesprek {next(number)}",
        body=body,
        **more,
    )
    return Topic.objects.select_related("board").get(pk=first.topic_id)


def post(to=None, *, author=None, body="Een reactie.", **more):
    """A post on the site."""
    return (to or topic()).reply(author=author or member(), body=body, **more)


def held_post(to=None, *, author=None, body="Dit wacht nog.", **more):
    """A post of a new member, that waits for a moderator."""
    return (to or topic()).reply(author=author or new_member(), body=body, **more)


def many_posts(to, how_many, *, people=()):
    """Many posts at once, straight into the table, with the counts of the topic right."""
    people = list(people) or [member() for _ in range(3)]
    now = timezone.now()
    first = to.last_position + 1
    Post.objects.bulk_create(
        Post(
            topic=to,
            author=people[place % len(people)],
            body=f"Bericht op plek **{place}**.",
            state=Post.State.PUBLISHED,
            position=place,
            published_at=now,
        )
        for place in range(first, first + how_many)
    )
    last = first + how_many - 1
    Topic.objects.filter(pk=to.pk).update(
        last_position=last, post_count=to.post_count + how_many, last_post_at=now
    )
    to.touch()
    to.refresh_from_db()


def house_rule(**more):
    values = {"title": f"Huisregel {next(number)}", **more}
    return HouseRule.objects.create(**values)
