"""Who sees what: every address of the site, as every role, with words that could leak."""

import pytest
from django.urls import reverse
from django.utils.http import urlencode

from tests.access import rows_members, rows_public
from tests.access.rows import LOGIN
from tests.access.world import ROLES, World
from tests.addresses import every_address, let_go

pytestmark = pytest.mark.django_db

ROWS = [
    *rows_public.ROWS,
    *rows_public.DAYS,
    *rows_public.PERSONAL,
    *rows_members.ACCOUNT,
    *rows_members.TALKS,
]


@pytest.fixture
def world(db):
    return World()


def text_of(response):
    """The whole answer as text, whatever kind it is."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    let_go(response)
    return content.decode(errors="replace")


def seen_by(world, role, path):
    """Status and text of an address as a role finds it; `sign in` for the way to the door."""
    response = world.clients[role].get(path)
    door = f"{reverse('account_login')}?{urlencode({'next': path})}"
    places = {door, door.replace("%2F", "/")}
    if response.status_code == 302 and response.headers["Location"] in places:
        return LOGIN, text_of(response)
    return response.status_code, text_of(response)


def test_every_address_has_a_row():
    named = {address.name for address in every_address() if not address.is_of_admin}
    listed = {row.name for row in ROWS}
    assert named - listed == set(), "addresses without a row in tests/access"
    assert listed - named == set(), "rows of addresses that are gone"


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_sees_what_it_may_and_nothing_else(row, world):
    path = row.path(world)
    answers = {role: seen_by(world, role, path) for role in ROLES}

    assert {
        role: f"{status} instead of {row.status[role]}"
        for role, (status, _text) in answers.items()
        if status != row.status[role]
    } == {}
    for words, allowed in row.shows.items():
        readers = {role for role, (_status, text) in answers.items() if words in text}
        assert readers == allowed, f"{words!r} is read by {readers or 'nobody'}"
    if row.proof:
        role, place, words = row.proof
        status, text = seen_by(world, role, reverse(place))
        assert status == 200
        assert [word for word in words if word not in text] == []
