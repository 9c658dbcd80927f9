"""Bulk topics and posts: one topic holds a tenth of all posts, the others are uneven."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from random import Random

from config.population.texts import Writer
from discussions.models import Board, Post, Reaction, Topic
from participants.models import Person

BATCH = 2000
BOARDS = (
    ("Gesprekken over thuis", "bulk-thuis", Board.Audience.PUBLIC),
    ("Gesprekken over school", "bulk-school", Board.Audience.PUBLIC),
    ("Gesprekken van leden", "bulk-leden", Board.Audience.MEMBERS),
)


def topic_sizes(topics: int, posts: int, chance: Random) -> list[int]:
    """Return how many posts each topic gets: together `posts`, and at least one each."""
    largest = max(1, posts // 10) if topics > 1 else posts
    rest = topics - 1
    left = posts - largest - rest
    if left < 0:
        raise ValueError("There are more topics than posts.")
    sizes = [largest, *([1] * rest)]
    if not rest:
        return sizes
    weights = [chance.lognormvariate(0, 1) for _ in range(rest)]
    scale = left / sum(weights)
    for number, weight in enumerate(weights, start=1):
        sizes[number] += int(weight * scale)
    for number in range(posts - sum(sizes)):
        sizes[1 + number % rest] += 1
    return sizes


def add_topics(
    sizes: Sequence[int], *, people: Sequence[Person], writer: Writer, now: datetime
) -> list[Topic]:
    """Add opened topics, with their counts, on the boards of the bulk data."""
    boards = [
        Board.objects.get_or_create(slug=slug, defaults={"title": title, "audience": audience})[0]
        for title, slug, audience in BOARDS
    ]
    topics = []
    for number, size in enumerate(sizes):
        last = last_post_at(number, now)
        topics.append(
            Topic(
                # The largest stands where visitors can read it.
                board=boards[number % len(boards)],
                title=writer.title(number + 1),
                author=writer.chance.choice(people),
                is_by_staff=number % 10 == 0,
                is_example=True,
                opened_at=last - timedelta(minutes=size),
                post_count=size,
                last_position=size,
                last_post_at=last,
            )
        )
    return Topic.objects.bulk_create(topics, batch_size=BATCH)


def last_post_at(number: int, now: datetime) -> datetime:
    """Return when the last post of a topic was placed, by the number of the topic."""
    return now - timedelta(minutes=7 * number + 1)


def posts_of(
    topics: Sequence[Topic],
    sizes: Sequence[int],
    *,
    people: Sequence[Person],
    writer: Writer,
    now: datetime,
) -> Iterator[Post]:
    """Give the posts of each topic in order, a minute apart."""
    authors, chance = [person.pk for person in people], writer.chance
    for number, (topic, size) in enumerate(zip(topics, sizes, strict=True)):
        last = last_post_at(number, now)
        for position in range(1, size + 1):
            yield Post(
                topic_id=topic.pk,
                author_id=chance.choice(authors) if position > 1 else topic.author_id,
                is_anonymous=chance.random() < 0.1,
                body=writer.post(),
                state=Post.State.PUBLISHED,
                position=position,
                published_at=last - timedelta(minutes=size - position),
                reaction_counts={"recognised": 1} if position % 20 == 1 else {},
            )


def add_posts(posts: Iterator[Post], *, people: Sequence[Person]) -> Iterator[int]:
    """Add the posts in batches, with the reactions they count. Gives the number so far."""
    total = 0
    while batch := list(islice(posts, BATCH)):
        Post.objects.bulk_create(batch)
        Reaction.objects.bulk_create(
            Reaction(post=post, person=people[post.pk % len(people)], kind="recognised")
            for post in batch
            if post.reaction_counts
        )
        total += len(batch)
        yield total
