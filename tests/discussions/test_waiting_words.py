"""Who waits for a moderator reads why, and no number that is not true."""

import pytest
from django.test import Client

from discussions.models import Topic
from discussions.waiting import KINDLY
from movement.models import SiteSettings
from tests import factories

pytestmark = pytest.mark.django_db


def waiting_of(html):
    return html.partition('class="post post--waiting"')[2].partition("</article>")[0]


def test_the_author_reads_why_a_first_post_waits(sign_in):
    author = factories.new_member()
    post = factories.held_post(author=author)
    html = sign_in(author).get(post.topic.get_absolute_url()).content.decode()
    assert str(KINDLY[post.held_because]) in waiting_of(html)


def test_the_author_reads_why_a_reply_on_an_open_board_waits(sign_in):
    author = factories.new_member()
    SiteSettings.objects.create(held_posts=0)
    topic = factories.topic(on=factories.board(public=True), author=factories.moderator())
    post = topic.reply(author=author, body="Een gewone reactie.")
    assert (post.state, post.held_because) == ("held", "public-board")
    html = sign_in(author).get(topic.get_absolute_url()).content.decode()
    assert str(KINDLY["public-board"]) in waiting_of(html)
    others = sign_in(factories.member()).get(topic.get_absolute_url()).content.decode()
    assert str(KINDLY["public-board"]) not in others


def test_a_conversation_that_waits_counts_no_posts(sign_in):
    author = factories.new_member()
    board = factories.board()
    first = Topic.start(board, author=author, title="Wachtend gesprek", body="Het eerste.")
    assert first.topic.is_waiting
    client = sign_in(author)
    for path in (board.get_absolute_url(), first.topic.get_absolute_url()):
        main = client.get(path).content.decode().partition("<main")[2].partition("</main>")[0]
        assert "Wachtend gesprek" in main
        assert "0 bericht" not in main
    assert "Wachtend gesprek" not in Client().get(board.get_absolute_url()).content.decode()
