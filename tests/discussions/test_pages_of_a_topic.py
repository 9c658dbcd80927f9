"""A page of a conversation: a range of places, as many questions for ten posts as for a hundred."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from discussions.models import Post, PostLink
from movement.models import Cause
from tests import factories

pytestmark = pytest.mark.django_db
VISITOR, MEMBER = 8, 12


@pytest.fixture
def big(db):
    topic = factories.topic(on=factories.board(public=True))
    factories.many_posts(topic, 109)
    return topic


def questions(client, path):
    caches["fragments"].clear()
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_a_page_holds_twenty_places_and_the_last_the_rest(visitor, big):
    for number, first, last in ((1, 1, 20), (2, 21, 40), (6, 101, 110)):
        page = visitor.get(big.get_absolute_url(), {"page": number}).content.decode()
        expected = list(
            big.posts.filter(position__range=(first, last)).values_list("pk", flat=True)
        )
        assert [pk for pk in expected if f'id="bijdrage-{pk}"' in page] == expected
        assert page.count('class="line__stop') - page.count("line--tight") >= len(expected)
    assert visitor.get(big.get_absolute_url(), {"page": 7}).status_code == 404


def test_the_address_of_a_post_leads_to_its_page(visitor, big):
    post = big.posts.get(position=45)
    response = visitor.get(f"/praat-mee/bijdrage/{post.pk}/")
    assert response.url == f"/praat-mee/gesprek/{big.pk}/?page=3#bijdrage-{post.pk}"


def test_the_number_of_questions_does_not_grow(visitor, member):
    board = factories.board(public=True)
    small, large = factories.topic(on=board), factories.topic(on=board)
    factories.many_posts(small, 9)
    factories.many_posts(large, 99)
    for client, ceiling in ((visitor, VISITOR), (member, MEMBER)):
        for topic in (small, large):
            client.get(topic.get_absolute_url())
        few = questions(client, small.get_absolute_url())
        assert few == questions(client, large.get_absolute_url()) <= ceiling


@pytest.mark.parametrize("path", ["/praat-mee/", "board"])
def test_lists_ask_as_much_for_ten_as_for_a_hundred(visitor, member, path):
    board = factories.board(public=True)
    path = board.get_absolute_url() if path == "board" else path
    for number in range(10):
        factories.topic(on=board, title=f"Gesprek {number} van tien")
    few = {client: questions(client, path) for client in (visitor, member)}
    for number in range(90):
        factories.topic(on=board, title=f"Gesprek {number} van negentig")
    assert {client: questions(client, path) for client in (visitor, member)} == few
    assert few[visitor] <= VISITOR
    assert few[member] <= MEMBER


def test_a_board_is_leafed_through_without_gaps_or_doubles(visitor):
    board = factories.board(public=True)
    made = {factories.topic(on=board, title=f"Onderwerp {n:03}").pk for n in range(45)}
    pinned = factories.topic(on=board, is_anonymous=False)
    type(pinned).objects.filter(pk=pinned.pk).update(is_pinned=True)
    seen, path = [], board.get_absolute_url()
    for _step in range(5):
        response = visitor.get(path)
        page = response.context["page"]
        seen += [topic.pk for topic in page.topics]
        assert (pinned in page.pinned) is ("na=" not in path)
        if not page.next:
            break
        path = f"{board.get_absolute_url()}?na={page.next}"
    assert len(seen) == len(set(seen)) == 45
    assert set(seen) == made


def test_what_changes_is_seen_at_once(visitor, big):
    path = big.get_absolute_url()
    visitor.get(path)
    post = big.posts.select_related("topic", "author").get(position=2)
    post.author.pseudonym = "Heel andere naam"
    post.author.save()
    assert "Heel andere naam" in visitor.get(path).content.decode()
    post.edit(body="Een heel andere tekst.")
    assert "Een heel andere tekst." in visitor.get(path).content.decode()
    cause = Cause.objects.create(number=99, title="Nooit gehoord", short_title="x", slug="x")
    PostLink.objects.create(post=post, cause=cause)
    assert "Nooit gehoord" in visitor.get(path).content.decode()
    post.withdraw()
    page = visitor.get(path).content.decode()
    assert "Een heel andere tekst." not in page
    assert f'id="bijdrage-{post.pk}"' in page


def test_a_member_reads_on_where_the_reading_stopped(member, big):
    path = big.get_absolute_url()
    member.get(path)
    response = member.get(f"{path}verder/")
    next_post = big.posts.get(position=21)
    assert response.url == next_post.place_in_topic
    assert Post.objects.filter(topic=big).count() == 110


def test_placing_a_reply_asks_little_and_as_much_in_a_long_topic(member, settings):
    # A worker tells who follows; that is not part of the answer.
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    small, large = factories.topic(), factories.topic()
    factories.many_posts(large, 99)
    path = "/praat-mee/gesprek/{}/reageer/"
    member.post(path.format(small.pk), {"body": "Eerst.", "once": "0" * 32})
    member.post(path.format(large.pk), {"body": "Eerst.", "once": "1" * 32})
    asked = []
    for topic, once in ((small, "2" * 32), (large, "3" * 32)):
        with CaptureQueriesContext(connection) as queries:
            assert (
                member.post(path.format(topic.pk), {"body": "Daarna.", "once": once}).status_code
                == 302
            )
        asked.append(len(queries))
    assert asked[0] == asked[1]
    # The test's own transaction turns each of ours into savepoints; those are not counted.
    ours = ("SAVEPOINT", "movement_searchtext")
    counted = [q["sql"] for q in queries if not any(word in q["sql"] for word in ours)]
    assert len(counted) <= 11
