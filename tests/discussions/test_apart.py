"""Two members apart (S14): neither meets the named words of the other, silently."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from discussions import circle
from discussions.models import Block, Decision, Topic
from participants.models import Notification
from tests import factories

pytestmark = pytest.mark.django_db
NAMED, NAMELESS = "kruisbes", "aalbes"


@pytest.fixture
def two(sign_in):
    """Somebody who was hurt, and somebody who hurt; both wrote with and without a name."""
    hurt, other = factories.member(pseudonym="Merel"), factories.member(pseudonym="Kraai")
    talk = factories.topic(author=hurt, title="Merels gesprek")
    talk.reply(author=other, body=f"@Merel {NAMED}")
    talk.reply(author=other, body=f"@Merel {NAMELESS}", is_anonymous=True)
    return sign_in(hurt), sign_in(other), talk


def found(client, words):
    return words in client.get("/zoeken/", {"q": words}).content.decode().split("<main")[1].replace(
        f'value="{words}"', ""
    ).replace(f"“{words}”", "").replace(f"q={words}", "")


def block(client, talk):
    named = talk.posts.get(body__contains=NAMED)
    client.post(reverse("discussions:block", args=[named.pk]))


def test_search_finds_named_posts_no_more_and_anonymous_ones_still(two):
    hurt, other, talk = two
    assert found(hurt, NAMED)
    assert found(hurt, NAMELESS)
    block(hurt, talk)
    assert not found(hurt, NAMED)
    assert found(hurt, NAMELESS)
    # The other finds no named words of who blocked either, nor the title that came with them.
    assert "Merels gesprek" not in other.get("/zoeken/?q=gesprek").content.decode()
    assert "Merels gesprek" not in other.get(talk.board.get_absolute_url()).content.decode()
    assert "Merels gesprek" not in other.get("/praat-mee/").content.decode()


def test_the_conversation_stays_for_who_is_apart_from_its_starter_without_the_title(two):
    hurt, other, talk = two
    third = talk.reply(author=factories.member(), body="Van een derde.")
    block(hurt, talk)
    page = other.get(talk.get_absolute_url()).content.decode()
    assert "Van een derde." in page
    assert "Merels gesprek" not in page
    assert "Merel<" not in page
    assert Topic.objects.get(pk=talk.pk).title == "Merels gesprek"
    answer = other.get(reverse("discussions:reply", args=[talk.pk]), {"op": third.pk})
    assert "Merels gesprek" not in answer.content.decode()


def test_what_i_wrote_and_what_was_decided_show_no_title_of_who_is_apart(two):
    hurt, other, talk = two
    theirs = talk.posts.get(body__contains=NAMED)
    rule = factories.house_rule()
    decided = Decision.take("hide", by=factories.moderator(), post=theirs, rule=rule, reason="x")
    pages = [reverse("discussions:own"), decided.get_absolute_url()]
    assert all("Merels gesprek" in other.get(path).content.decode() for path in pages)
    Block.objects.create(blocker=hurt.person, blocked=other.person)
    for path in pages:
        page = other.get(path).content.decode()
        assert "Merels gesprek" not in page
        assert "Gesprek zonder titel" in page
    # Who started it still sees it, and what is anonymous or of others is as it was.
    assert "Merels gesprek" in hurt.get(reverse("discussions:own")).content.decode()
    Topic.objects.filter(pk=talk.pk).update(is_anonymous=True)
    assert all("Merels gesprek" in other.get(path).content.decode() for path in pages)


def test_the_page_of_what_i_wrote_asks_as_often_for_many(two):
    hurt, other, talk = two
    asked = []
    other.get(reverse("discussions:own"))
    for _time in range(2):
        with CaptureQueriesContext(connection) as queries:
            other.get(reverse("discussions:own"))
        asked.append(len(queries))
        for _post in range(10):
            factories.topic().reply(author=other.person, body="Nog een.")
    assert asked[0] == asked[1] <= 12


def test_what_was_told_of_a_named_post_goes_and_of_an_anonymous_one_stays(two):
    hurt, other, talk = two
    mentions = Notification.objects.filter(recipient=hurt.person, kind="mention")
    named, nameless = talk.posts.filter(author=other.person).order_by("pk")
    paths = {named.get_absolute_url(), nameless.get_absolute_url()}
    assert set(mentions.values_list("target_path", flat=True)) == paths
    block(hurt, talk)
    assert [row.target_path for row in mentions] == [nameless.get_absolute_url()]


def test_a_folded_post_is_in_no_search(two):
    hurt, other, talk = two
    nameless = talk.posts.get(is_anonymous=True)
    hurt.post(reverse("discussions:hide", args=[nameless.pk]))
    assert not found(hurt, NAMELESS)
    assert found(other, NAMELESS)
    hurt.post(reverse("discussions:hide", args=[nameless.pk]), {"tonen": "1"})
    assert found(hurt, NAMELESS)


def test_nobody_is_invited_by_who_is_apart(two):
    hurt, other, talk = two
    listening = factories.topic(author=other.person, mode="listen")
    circle.invite(listening, "Merel")
    told = Notification.objects.filter(target_path=listening.get_absolute_url())
    assert told.count() == 1
    told.delete()
    Block.objects.create(blocker=hurt.person, blocked=other.person)
    circle.invite(listening, "Merel")
    assert not told.exists()


def test_lists_and_search_take_the_same_number_of_questions_whatever_there_is(
    two, django_assert_num_queries
):
    hurt, other, talk = two
    block(hurt, talk)
    talk.refresh_from_db()
    for how_many in (10, 100):
        factories.many_posts(talk, how_many, people=[other.person])
        with django_assert_num_queries(12, exact=False):
            hurt.get("/zoeken/?q=bericht")
