"""A page of a conversation is kept for all who see the same of it, and holds nothing of another."""

import re

import pytest
from django.test import Client

from tests import factories

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@pytest.fixture
def path():
    return factories.topic(on=factories.board(public=True)).get_absolute_url()


def shown(client, path, **asked):
    return client.get(path, asked).content.decode()


def test_each_member_reads_their_own_name_in_the_page_that_another_read(path, sign_in):
    els, wilg = (sign_in(factories.member(pseudonym=name)) for name in ("Els & Es", "Wilg"))
    for client in (els, wilg, els):
        page = shown(client, path)
        assert ("Els &amp; Es" in page, "Wilg" in page) == (client is els, client is wilg)
        assert "\0" not in page


def test_the_token_of_each_page_is_of_who_reads_it(path):
    clients = [Client(enforce_csrf_checks=True) for _ in range(2)]
    for client in clients:
        client.force_login(factories.member())
    pages = [shown(client, path) for client in clients]
    tokens = [set(TOKEN.findall(page)) for page in pages]
    assert [len(found) for found in tokens] == [1, 1]
    for client, statuses in zip(clients, ([302, 403], [403, 302]), strict=True):
        for [token], status in zip(tokens, statuses, strict=True):
            sent = {"csrfmiddlewaretoken": token, "body": "Wat fijn.", "act": "save"}
            assert client.post(f"{path}reageer/", sent).status_code == status


def test_what_just_happened_is_told_once_to_whom_it_happened(path, sign_in, visitor):
    one, other = sign_in(factories.member()), sign_in(factories.member())
    shown(other, path)
    one.post(f"{path}reageer/", {"body": "Dank je voor je verhaal."})
    told = 'class="wrap messages"'
    assert [told in shown(client, path) for client in (other, one, one, other, visitor)] == [
        False,
        True,
        False,
        False,
        False,
    ]


def test_what_one_asks_in_the_address_is_in_no_page_of_another(visitor):
    topic = factories.topic(on=factories.board(public=True))
    factories.many_posts(topic, 30)
    path = topic.get_absolute_url()
    assert "van=mij" in shown(visitor, path, van="mij")
    assert "van=mij" not in shown(visitor, path)
