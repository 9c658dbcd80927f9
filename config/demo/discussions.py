"""Praat-mee for trying out: invented conversations, each marked as an example."""

from datetime import datetime, timedelta

from config.demo.discussions_texts import BOARDS, LINKS, SPEAKERS, TOPICS, Said, Talk
from discussions.models import Board, Follow, Post, PostLink, Reaction, Topic
from discussions.search_entries import rebuild
from movement.models import Action, Cause, Direction
from participants.models import Person

TARGETS = {"cause": Cause, "direction": Direction, "action": Action}


def load(now: datetime) -> int:
    """Make the boards and conversations that are missing; returns how many there are."""
    boards = {
        slug: Board.objects.update_or_create(slug=slug, defaults=values)[0]
        for slug, values in BOARDS.items()
    }
    people = {name: speaker(name) for name in SPEAKERS}
    for talk in TOPICS:
        if not Topic.objects.filter(board=boards[talk.board], title=talk.title).exists():
            load_topic(talk, boards[talk.board], people, now)
    link_posts(people["Kersenbloesem"])
    rebuild()
    return Topic.objects.filter(is_example=True).count()


def speaker(name: str) -> Person:
    """An invented member who cannot sign in, or the demo account of that name."""
    person = Person.objects.filter(pseudonym=name).first()
    if person is None:
        email = f"voorbeeld-{name.lower().replace(' ', '-')}@example.org"
        person = Person.objects.create_user(email, name, None, is_trusted=True)
    mark = SPEAKERS[name]
    if mark and not person.role_mark:
        person.role_mark, person.is_staff = mark, True
        person.save()
    return person


def load_topic(talk: Talk, board: Board, people: dict[str, Person], now: datetime) -> None:
    """One conversation with its posts, a day or some days apart, its counts worked out."""
    started = now - timedelta(days=talk.days_ago)
    first = talk.said[0]
    author = people[first.name]
    topic = Topic.objects.create(
        board=board,
        title=talk.title,
        author=author,
        is_anonymous=first.is_anonymous,
        is_by_staff=author.is_staff,
        is_example=True,
        mode=talk.mode,
        is_pinned=talk.is_pinned,
        state=Topic.State.CLOSED if talk.summary else Topic.State.OPEN,
        summary=talk.summary,
    )
    for said in talk.said:
        add_post(topic, said, people, min(started + timedelta(days=said.day), now))
    topic.recount()


def add_post(topic: Topic, said: Said, people: dict[str, Person], at: datetime) -> None:
    """One post, in the state in which the example shows it."""
    author = people[said.name]
    is_held = said.state == Post.State.HELD
    post = Post.objects.create(
        topic=topic,
        author=author,
        body="" if said.state == Post.State.WITHDRAWN else said.text,
        content_note=said.note,
        is_anonymous=said.is_anonymous,
        anonymous_number=topic.number_of(author) if said.is_numbered else None,
        quoted=topic.posts.filter(position=said.answers).first() if said.answers else None,
        state=said.state,
        held_because=Post.HeldBecause.NEW_MEMBER if is_held else "",
        position=None if is_held else topic.give_position(at),
        published_at=None if is_held else at,
    )
    Post.objects.filter(pk=post.pk).update(created_at=at)
    if is_held:
        post.queue_items.create(kind="held", opened_at=at)
    if author.is_staff and not said.is_anonymous and post.position != 1:
        Topic.objects.filter(pk=topic.pk, answered_at=None).update(answered_at=at)
    Follow.objects.get_or_create(person=author, topic=topic)
    support(post, said, people)


def support(post: Post, said: Said, people: dict[str, Person]) -> None:
    """The reactions of the example, by other speakers."""
    others = [person for person in people.values() if person.pk != post.author_id]
    for kind, number in said.support.items():
        Reaction.objects.bulk_create(
            Reaction(post=post, person=person, kind=kind) for person in others[:number]
        )
    Post.objects.filter(pk=post.pk).update(
        reaction_counts={kind: min(n, len(others)) for kind, n in said.support.items() if n}
    )


def link_posts(editor: Person) -> None:
    """Tie some posts to the causes, directions and actions they speak of."""
    for title, position, kind, number in LINKS:
        post = Post.objects.filter(topic__title=title, position=position).first()
        target = TARGETS[kind].objects.filter(number=number).first()
        if post and target and not PostLink.objects.filter(post=post, **{kind: target}).exists():
            PostLink.objects.create(post=post, linked_by=editor, **{kind: target})
