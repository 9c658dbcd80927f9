"""Every way to come to a text: each a function of a browser and a case that gives what it shows.

`carries` names the words that the way shows of a text that its reader may read; of one that
waits, `held` says to whom. A way that carries nothing never shows a member's words to anybody.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse

from movement.models import LimitWindow
from tests.addresses import let_go

from .roles import MODERATORS
from .states import QUESTION

BOTH = frozenset({"title", "body", "note"})
TITLE, BODY, NOTHING = frozenset({"title"}), frozenset({"body"}), frozenset()
AUTHOR = frozenset({"author"})
WAITS = MODERATORS | AUTHOR


@dataclass(frozen=True)
class Way:
    name: str
    fetch: Callable
    carries: frozenset
    held: dict = field(default_factory=dict)
    is_list: bool = False
    quotes: bool = False
    needs_account: bool = False

    def __str__(self):
        return self.name


def page(client, path, **query):
    """What an address shows, wherever it leads."""
    response = client.get(path, query, follow=True)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    let_go(response)
    return content.decode(errors="replace")


def number(case):
    return case.post.pk


def topic(case):
    return case.topic.pk


def answering(client, case):
    return page(client, reverse("discussions:reply", args=[case.topic.pk]), op=case.post.pk)


def previewing(client, case):
    path = reverse("discussions:reply", args=[case.topic.pk])
    sent = {"body": "Wat ik zeg.", "act": "preview", "op": case.post.pk}
    LimitWindow.objects.all().delete()
    return client.post(path, sent, follow=True).content.decode()


def conversation(client, case):
    """The page on which the post stands; asked once of each browser."""
    if client not in case.pages:
        case.pages[client] = page(client, reverse("discussions:topic", args=[case.topic.pk]))
    return case.pages[client]


def leads(name, fact):
    """Where an address leads, without going there."""

    def fetch(client, case):
        response = client.get(reverse(name, args=[fact(case)]))
        return f"{response.headers.get('Location', '')} {response.content.decode()}"

    return fetch


def quoted(client, case):
    """The answer of somebody else, alone."""
    if case.quoting is None:
        return ""
    shown = conversation(client, case)
    return shown.partition(f'id="bijdrage-{case.quoting.pk}"')[2].partition("</article>")[0]


def once(fetch):
    """A page that is the same for every case (of one place), asked once of each browser."""

    def fetched(client, case):
        key = (fetch, client, case.topic.board_id if fetch in PER_BOARD else 0)
        if key not in case.world.pages:
            case.world.pages[key] = fetch(client, case)
        return case.world.pages[key]

    return fetched


def found(client, case):
    """All pages of what the search of the site finds."""
    pages, number = [], 1
    while number == 1 or f"page={number}" in pages[-1]:
        pages.append(page(client, reverse("search"), q=QUESTION, page=number))
        number += 1
    return "".join(pages)


def found_on_board(client, case):
    return page(client, case.topic.board.get_absolute_url(), q=QUESTION)


def boards(client, case):
    return page(client, reverse("discussions:boards"))


def board(client, case):
    return page(client, case.topic.board.get_absolute_url())


PER_BOARD = {found_on_board, board}


SITE = [
    Way("topic", conversation, BOTH, {"title": WAITS, "body": WAITS}),
    Way("quote", quoted, BODY, quotes=True),
    Way("permalink", leads("discussions:post", number), NOTHING),
    Way("read on", leads("discussions:read_on", topic), NOTHING),
    Way("reply", answering, TITLE | BODY, {"title": WAITS},
        quotes=True, needs_account=True),
    Way("preview", previewing, TITLE | BODY, {"title": WAITS},
        quotes=True, needs_account=True),
    Way("search", once(found), TITLE | BODY, is_list=True),
    Way("search on a board", once(found_on_board), TITLE | BODY, is_list=True),
    Way("boards", once(boards), TITLE, is_list=True),
    Way("board", once(board), TITLE,
        {"title": AUTHOR}, is_list=True),
]  # fmt: skip
