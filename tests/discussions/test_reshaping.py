"""Conversations that become one or two, and the desk around them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from discussions import reshaping
from discussions.judging import POSSIBLE
from discussions.models import Post, Topic
from movement.models import SearchEntry
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    return factories.board(public=True)


def places(topic):
    placed = topic.posts.filter(position__isnull=False).order_by("position")
    return list(placed.values_list("position", flat=True))


def test_merging_puts_all_posts_behind_the_other(board, visitor):
    one, two = factories.topic(on=board), factories.topic(on=board)
    for _number in range(3):
        factories.post(one)
    held = factories.held_post(one)
    last = factories.post(two, body="Het laatste van twee.")
    reshaping.merge(two, into=one)
    one.refresh_from_db()
    held.refresh_from_db()
    assert places(one)[:6] == [1, 2, 3, 4, 5, 6]
    assert (one.post_count, one.last_position) == (6, 6)
    assert visitor.get(two.get_absolute_url()).url == one.get_absolute_url()
    place = visitor.get(f"/praat-mee/bijdrage/{last.pk}/").url
    assert place.startswith(one.get_absolute_url())
    found = SearchEntry.objects.get(kind="post", target_id=last.pk)
    assert found.title == one.title
    assert not SearchEntry.objects.filter(kind="topic", target_id=two.pk).exists()
    assert factories.post(one).position == 7


def test_splitting_starts_a_conversation_at_a_post(board, visitor):
    topic = factories.topic(on=board)
    posts = [factories.post(topic, body=f"Bericht {n}.") for n in range(4)]
    topic.refresh_from_db()
    start = Post.objects.select_related("topic", "author").get(pk=posts[1].pk)
    other = reshaping.split(topic, start=start, title="Een ander onderwerp")
    topic.refresh_from_db()
    assert (places(topic), places(other)) == ([1, 2], [1, 2, 3])
    assert (topic.post_count, other.post_count) == (2, 3)
    page = visitor.get(other.get_absolute_url()).content.decode()
    assert "Bericht 1." in page
    assert "Bericht 0." not in page
    assert factories.post(topic).position == 3


def test_a_moderator_merges_and_splits_from_the_page(board, moderator):
    one, two = factories.topic(on=board), factories.topic(on=board)
    post = factories.post(one)
    path = f"/beheer/discussions/post/{post.pk}/change/"
    moderator.post(path, {"step": "split", "title": "Apart"})
    assert Topic.objects.filter(title="Apart", post_count=1).exists()
    moderator.post(path, {"step": "merge", "number": two.pk})
    assert Post.objects.get(pk=post.pk).topic_id == two.pk


def quoting_one(board):
    """A post in a conversation of its own, that quotes one in the conversation it came from."""
    topic = factories.topic(on=board)
    source = factories.post(topic, body="Merkwoordje in de bron.")
    reply = topic.reply(
        author=factories.member(),
        body="Daarop antwoord ik.",
        quoted=source,
        quoted_range=(0, 12),
    )
    start = Post.objects.select_related("topic", "author").get(pk=reply.pk)
    return source, reshaping.split(topic, start=start, title="Apart")


def test_a_split_conversation_shows_no_words_of_one_that_visitors_may_not_read(board, visitor):
    source, other = quoting_one(board)
    Topic.objects.filter(pk=source.topic_id).update(board=factories.board())
    assert visitor.get(source.get_absolute_url()).status_code == 404
    page = visitor.get(other.get_absolute_url()).content.decode()
    assert "Daarop antwoord ik." in page
    assert "Merkwoordje" not in page
    assert source.author.pseudonym not in page


def test_what_an_author_takes_away_is_gone_from_a_conversation_that_was_split(board, visitor):
    source, other = quoting_one(board)
    visitor.get(other.get_absolute_url())
    Post.objects.get(pk=source.pk).withdraw()
    assert "Merkwoordje" not in visitor.get(other.get_absolute_url()).content.decode()


def test_a_quotation_comes_back_when_two_become_one_again(board, visitor):
    source, other = quoting_one(board)
    reshaping.merge(other, into=Topic.objects.get(pk=source.topic_id))
    page = visitor.get(source.topic.get_absolute_url()).content.decode()
    assert page.count("Merkwoordje") == 2


def test_topics_of_different_boards_are_not_merged(board, moderator):
    closed = factories.topic()
    post = factories.topic(on=board).posts.get()
    path = f"/beheer/discussions/post/{post.pk}/change/"
    moderator.post(path, {"step": "merge", "number": closed.pk})
    assert Post.objects.get(pk=post.pk).topic.board == board


@pytest.mark.parametrize(("who", "status"), [("moderator", 200), ("editor", 403)])
def test_the_handbook_is_for_moderators(request, who, status):
    client = request.getfixturevalue(who)
    assert client.get("/beheer/discussions/queueitem/handboek/").status_code == status


def test_the_queue_says_what_waits_where_how_long_and_who_has_it(moderator, board):
    topic = factories.topic(on=board, title="Over de buurt")
    post = factories.held_post(topic)
    queue = "/beheer/discussions/queueitem/"
    item = post.queue_items.get()
    piece = moderator.get(queue).content.decode().partition('<ol class="topics')[2]
    path, why = f"{queue}{item.pk}/change/", "een van de eerste bijdragen"
    for words in ("Over de buurt", board.title, path, why):
        assert words in piece
    assert "jij hebt dit" not in piece
    item.claim(moderator.person)
    assert "jij hebt dit" in moderator.get(queue).content.decode()
    type(item).objects.waiting().close()
    assert "Er wacht niets" in moderator.get(queue).content.decode()


def test_the_queue_asks_as_often_for_many(moderator, board):
    asked = []
    for _time in range(2):
        for _post in range(10):
            factories.held_post(factories.topic(on=board))
        moderator.get("/beheer/discussions/queueitem/")
        with CaptureQueriesContext(connection) as queries:
            moderator.get("/beheer/discussions/queueitem/")
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 12


def test_the_handbook_names_each_lighter_act_in_the_words_of_the_desk(moderator):
    page = moderator.get("/beheer/discussions/queueitem/handboek/").content.decode()
    labels = {act: label for acts in POSSIBLE.values() for act, label in acts}
    for act in ("fold", "hold", "hide"):
        assert f"<strong>{labels[act]}.</strong>" in page
    assert f"<strong>{dict(POSSIBLE['held'])['correct']}.</strong>" in page
