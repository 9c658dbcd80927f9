"""Nobody comes to words that are not for them: every state, every role, every way.

The expected readers follow from one rule (`State.readers`) and from what each way carries. What
is refused to one is shown by the same way to another, or it would say nothing.
"""

import pytest

from discussions import listing
from tests.discussions.reach.roles import ROLES
from tests.discussions.reach.states import HELD, World
from tests.discussions.reach.ways import SITE

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(monkeypatch):
    """All states at once; the short list of latest conversations is long enough for them."""
    monkeypatch.setattr(listing, "LATEST", 100)
    monkeypatch.setattr(listing, "PER_PAGE", 100)
    monkeypatch.setattr(listing, "MOST_FOUND", 200)
    return World()


def words_in(text, case):
    """Which of the words of a case stand in what somebody got."""
    return {name for name, word in case.words.items() if word.casefold() in text.casefold()}


def expected(state, way, role):
    """The words that this way shows this role of a text in this state."""
    found = set()
    for word in way.carries:
        if word == "note" and not state.has_note:
            continue
        if word == "body" and way.quotes and state.has_note:
            continue  # what is folded is quoted by nobody
        if state.fate == HELD and (word != "title" or state.is_first):
            readers = way.held.get(word, frozenset())
        elif way.is_list and not state.is_listed(word):
            readers = frozenset()
        else:
            readers = state.readers(word)
        if way.needs_account:
            readers = readers - {"visitor"}
        if role in readers:
            found.add(word)
    return found


@pytest.mark.parametrize("roles", [ROLES[start::4] for start in range(4)], ids=" ".join)
def test_each_way_shows_each_role_what_the_rule_says_and_no_more(world, roles):
    wrong, shown = {}, set()
    for case in world.cases:
        for role in set(roles) - case.state.absent:
            for way in SITE:
                found = words_in(way.fetch(world.cast.clients[role], case), case)
                found -= {"draft"} if role == "author" else set()
                if found != expected(case.state, way, role):
                    wrong[case.state.name, way.name, role] = found
                shown |= {(way.name, word) for word in found}
    assert wrong == {}
    assert shown == {(way.name, word) for way in SITE for word in way.carries}
