"""Nothing ties two anonymous posts of one person together, for anyone, anywhere."""

import re

import pytest
from django.urls import reverse

from discussions.models import Decision, Post
from tests import factories

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r"[A-Za-z0-9_-]{3,}")


@pytest.fixture
def talk():
    """Three people who each speak twice with a name and twice without, in two topics."""
    board = factories.board(public=True)
    topics = [factories.topic(on=board) for _ in range(2)]
    people = [factories.member(pseudonym=f"Schuilnaam{letter}") for letter in "ABC"]
    for topic in topics:
        for person in people:
            topic.reply(author=person, body="Met naam.")
    for topic in topics:
        for person in reversed(people):
            topic.reply(author=person, body="Zonder naam.", is_anonymous=True)
    return topics, people


def pieces(page):
    """The HTML of each post on a page, by its number."""
    found = {}
    for piece in page.split('id="bijdrage-')[1:]:
        number, rest = piece.split('"', 1)
        found[int(number)] = rest.split("</article>")[0]
    return found


def tokens_of(client, topics, person):
    """For each anonymous post of this person: the tokens in its piece of the page."""
    own = set(Post.objects.filter(author=person, is_anonymous=True).values_list("pk", flat=True))
    found = {}
    for topic in topics:
        for number, piece in pieces(client.get(topic.get_absolute_url()).content.decode()).items():
            if number in own:
                found[number] = set(TOKEN.findall(piece)) - {str(number), str(topic.pk)}
    return found


def shared_by_one_person_only(client, topics, people):
    """Tokens that all anonymous posts of one person share and no other anonymous post has."""
    by_person = {person.pk: tokens_of(client, topics, person) for person in people}
    leaks = {}
    for person in people:
        own = by_person[person.pk].values()
        others = [t for p in people if p != person for t in by_person[p.pk].values()]
        common = set.intersection(*own) if own else set()
        leaks[person.pk] = common - set().union(*others)
    return {pk: tokens for pk, tokens in leaks.items() if tokens}


def clients_of(visitor, sign_in):
    return [visitor, sign_in(factories.member()), sign_in(factories.moderator())]


def test_no_page_ties_anonymous_posts_together(visitor, sign_in, talk):
    topics, people = talk
    for client in clients_of(visitor, sign_in):
        assert shared_by_one_person_only(client, topics, people) == {}
        for topic in topics:
            for number, piece in pieces(
                client.get(topic.get_absolute_url()).content.decode()
            ).items():
                if Post.objects.get(pk=number).is_anonymous:
                    assert not any(person.pseudonym in piece for person in people)


@pytest.mark.parametrize("event", ["rename", "block", "suspension", "hide"])
def test_nothing_that_happens_to_a_person_shows_at_anonymous_posts(visitor, sign_in, talk, event):
    topics, people = talk
    person, reader = people[0], sign_in(factories.member())
    anonymous = list(Post.objects.filter(is_anonymous=True).values_list("pk", flat=True))
    before = {t.pk: pieces(reader.get(t.get_absolute_url()).content.decode()) for t in topics}
    named = Post.objects.filter(author=person, is_anonymous=False).select_related("topic__board")[0]
    if event == "rename":
        person.pseudonym = "Iets anders"
        person.save()
    elif event == "block":
        reader.post(reverse("discussions:block", args=[named.pk]))
    else:
        act = "suspend" if event == "suspension" else "hide"
        rule = factories.house_rule()
        Decision.take(act, by=factories.moderator(), post=named, rule=rule, reason="Omdat.")
    for topic in topics:
        after = pieces(reader.get(topic.get_absolute_url()).content.decode())
        for number in anonymous:
            if number in before[topic.pk]:
                assert after[number] == before[topic.pk][number]


def test_a_number_holds_within_one_conversation_only(visitor, talk):
    topics, people = talk
    for topic in topics:
        for person in reversed(people):
            topic.reply(author=person, body="Met nummer.", is_anonymous=True, is_numbered=True)
    again = topics[0].reply(author=people[2], body="Weer.", is_anonymous=True, is_numbered=True)
    assert again.anonymous_number == 1
    page = visitor.get(topics[0].get_absolute_url()).content.decode()
    assert page.count("Anoniem 1<") >= 2


def test_an_anonymous_author_cannot_be_blocked(member, talk):
    post = Post.objects.filter(is_anonymous=True).first()
    path = reverse("discussions:block", args=[post.pk])
    assert member.post(path).status_code == 404
    page = member.get(reverse("discussions:report", args=[post.pk])).content.decode()
    assert path not in page


def test_a_reader_can_hide_an_anonymous_post_and_only_that(member, talk):
    topics, people = talk
    post = Post.objects.filter(is_anonymous=True, topic=topics[0]).first()
    member.post(reverse("discussions:hide", args=[post.pk]))
    found = pieces(member.get(topics[0].get_absolute_url()).content.decode())
    assert "fold--care" in found[post.pk]
    assert sum("fold--care" in piece for piece in found.values()) == 1


def test_an_anonymous_start_is_not_tied_to_a_later_name(visitor):
    author = factories.member(pseudonym="Zeldzaam")
    topic = factories.topic(
        on=factories.board(public=True), author=author, is_anonymous=True, title="Zonder naam"
    )
    named = topic.reply(author=author, body="Nu met naam.")
    page = visitor.get(topic.get_absolute_url()).content.decode()
    other = topic.reply(author=factories.member(), body="Iemand anders.")
    page = visitor.get(topic.get_absolute_url()).content.decode()
    badge = 'class="badge"'
    found = pieces(page)
    assert found[named.pk].count(badge) == found[other.pk].count(badge) == 0
    assert "Zeldzaam" not in page.split("<ol")[0]
    assert "Zeldzaam" not in visitor.get(topic.board.get_absolute_url()).content.decode()


def test_lists_of_the_admin_show_no_name_of_an_anonymous_author(moderator, talk):
    topics, people = talk
    factories.held_post(topics[0], author=people[0], is_anonymous=True)
    paths = [
        "/beheer/discussions/post/",
        "/beheer/discussions/queueitem/",
        "/beheer/discussions/decision/",
        "/beheer/discussions/report/",
    ]
    Post.objects.filter(is_anonymous=False, author__in=people).delete()
    for path in paths:
        page = moderator.get(path).content.decode()
        assert not any(person.pseudonym in page for person in people)


def test_notifications_name_nobody(sign_in, talk):
    topics, people = talk
    reader = sign_in(people[1])
    topics[0].reply(author=people[0], body="Zonder naam.", is_anonymous=True)
    page = reader.get("/meldingen/").content.decode()
    assert people[0].pseudonym not in page
