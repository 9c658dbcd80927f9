"""Input of any kind gets a clear answer, quickly, at every address (S27)."""

import re
import time
from urllib.parse import quote

import pytest
from django.test import Client

from movement.models import LimitWindow
from tests import factories
from tests.access.test_access import ROWS
from tests.access.world import World
from tests.addresses import every_address, let_go

pytestmark = pytest.mark.django_db

HUGE = "9" * 40
ADDRESSES = [address for address in every_address() if address.variables]
VALUES = {
    "int": [str(2**63), HUGE, "0", "-1", "1e5", "٣", "%00"],
    "slug": ["bestaat-niet", "x" * 3000, "-", "%00", "%ff", "%F0%9F%94%A5", "..", "a%2Fb"],
    "str": ["verzonnen", "x" * 3000, "%00", "%ff", "%0d%0aSet-Cookie:%20a=b", "a%2Fb", "%ED%A0%80"],
    "path": ["..%2f..%2fetc%2fpasswd", HUGE, str(2**63), "%00", "%ff", "_quote_", "x" * 3000],
}
PARAMETERS = (
    "q", "thema", "trefwoord", "jaar", "soort", "provincie", "groep", "landelijk", "op", "page",
    "versie", "na", "lijn", "weg", "next", "bord", "naam", "maand", "p", "o", "all", "e",
)  # fmt: skip
QUERIES = [
    *("-1", "0", HUGE, "NaN", "1e400", "%00", "%ff", "%ED%A0%80", "((((((" * 200, "' OR 1=1 --"),
    *("%25s%25n", "2026-13-45", "<script>", "%0d%0aSet-Cookie:%20a=b", "*" * 5000, "\u202e"),
]
BODIES = {
    "NUL": "een\0twee",
    "a megabyte": "x" * 1_000_000,
    "nested": "> " * 5000 + "[" * 5000 + "*" * 5000,
    "lists in lists": "\n".join("  " * depth + "- a" for depth in range(500)),
    "a huge number": HUGE,
    "lines": "\r\nBcc: a@example.org\r\n" * 50,
    "half a sign": "\ud800",
}
RAW = [
    ("application/json", b'{"body": [[[[' + b"[" * 100_000),
    ("application/x-www-form-urlencoded", b"body=%ff%fe%00&title=\xff\xfe&op=%ED%A0%80"),
    ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % n for n in range(5000))),
    ("application/x-www-form-urlencoded; charset=utf-32", b"body=een"),
    ("multipart/form-data", b"no boundary at all"),
    (
        "multipart/form-data; boundary=x",
        b"--x\r\nContent-Disposition: form-data; name=\r\n\r\n\xff",
    ),
    ("text/plain; charset=bestaat-niet", b"\xff" * 1000),
    ("", b"body=een"),
]
HEADERS = [
    {"HTTP_HOST": "elders.example"},
    {"HTTP_HOST": "a b:c:d"},
    {"HTTP_HOST": "[::1"},
    {"HTTP_HOST": "\xff\xfe"},
    {"HTTP_ACCEPT_LANGUAGE": "\xff" * 300},
    {"HTTP_ACCEPT_LANGUAGE": "nl;q=NaN," * 2000},
    {"HTTP_COOKIE": "sessie=\xff\xfe; versie=%ff; formulier=\xff; persoonlijk=a:b:c"},
    {"HTTP_COOKIE": "; ".join(f"k{n}=v" for n in range(2000))},
    {"HTTP_IF_MODIFIED_SINCE": "ooit", "HTTP_IF_NONE_MATCH": '"\xff', "HTTP_RANGE": "bytes=9-1"},
    {"HTTP_X_FORWARDED_FOR": "\xff, niet, een, adres", "HTTP_REFERER": "http://[::1"},
    {"HTTP_USER_AGENT": "\xff" * 5000, "HTTP_ACCEPT": "*" * 5000},
]
METHODS = ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD", "VREEMD")


class Asking:
    """Asks, and keeps what went wrong: a fault of ours, or an answer that took too long."""

    def __init__(self, client):
        self.client, self.wrong = client, []

    def __call__(self, what, path, method="GET", **more):
        LimitWindow.objects.all().delete()
        started = time.process_time()
        try:
            response = self.client.generic(method, path, **more)
            let_go(response)
            status = response.status_code
        except Exception as error:
            status = f"{type(error).__name__}: {error}"[:200]
        took = time.process_time() - started
        if not isinstance(status, int) or status >= 500 or took > 2:
            self.wrong.append((what[:60], method, path[:80], status, round(took, 1)))


def batches(many, size=8):
    """Several at once: making the world costs more than asking."""
    return [many[at : at + size] for at in range(0, len(many), size)]


def first_name(batch):
    return batch[0].name


def first_rows():
    """One row for each name: the first in which somebody is let in."""
    found = {}
    for row in ROWS:
        if row.name not in found and set(row.status.values()) & {200, 302}:
            found[row.name] = row
    return list(found.values())


@pytest.fixture
def world(db):
    return World()


def client_of(world, role):
    client = Client()
    if world.people[role]:
        client.force_login(world.people[role])
    return client


def paths_for(role, batch, world):
    """The addresses of a batch that this role is let in to."""
    return [
        row.path(world).partition("?")[0] for row in batch if row.status[role] in {200, 302, 404}
    ]


@pytest.mark.parametrize("batch", batches(ADDRESSES), ids=first_name)
def test_an_address_with_nonsense_in_it_is_not_found_or_not_right(batch, sign_in):
    ask = Asking(sign_in(factories.beheerder()))
    for address in batch:
        kinds = {kind for _variable, kind in address.variables}
        for value in sorted({value for kind in kinds for value in VALUES.get(kind, VALUES["str"])}):
            ask(value, address.filled(**dict.fromkeys((*VALUES, "uuid"), value)))
    assert ask.wrong == []


@pytest.mark.parametrize("role", ["visitor", "author"])
@pytest.mark.parametrize("batch", batches(first_rows()), ids=first_name)
def test_no_question_breaks_a_page(batch, role, world):
    ask = Asking(client_of(world, role))
    for path in paths_for(role, batch, world):
        for value in QUERIES:
            value = value if "%" in value else quote(value)
            ask(value, path, QUERY_STRING="&".join(f"{name}={value}" for name in PARAMETERS))
        for method in METHODS:
            ask(method, path, method)
    assert ask.wrong == []


@pytest.mark.parametrize("role", ["visitor", "author", "superuser"])
@pytest.mark.parametrize(
    "path", ["/", "/account/login/", "/praat-mee/nieuw/", "/beheer/", "/static/css/tokens.css"]
)
def test_no_header_breaks_a_page(path, role, world):
    ask = Asking(client_of(world, role))
    for header in HEADERS:
        ask(str(header), path, **header)
        ask(str(header), path, "POST", data="body=een", **header)
    assert ask.wrong == []


@pytest.mark.parametrize("role", ["visitor", "author"])
@pytest.mark.parametrize("batch", batches(first_rows()), ids=first_name)
def test_no_text_breaks_a_form(batch, role, world):
    client = client_of(world, role)
    ask = Asking(client)
    for path in paths_for(role, batch, world):
        names = names_in(client.get(path)) | {"body", "title", "email", "act", "steun", "op"}
        for what, value in BODIES.items():
            short = value if len(value) < 100_000 else value[:100]
            encoded = "&".join(
                f"{name}={quote(text, errors='surrogatepass')}"
                for name, text in (dict.fromkeys(names, short) | {"body": value}).items()
            )
            form = "application/x-www-form-urlencoded"
            ask(what, path, "POST", data=encoded, content_type=form)
        for kind, octets in RAW:
            ask(f"{kind} {octets[:20]}", path, "POST", data=octets, content_type=kind)
    assert ask.wrong == []


def names_in(page):
    """The names of the fields on a page."""
    content = b"".join(page.streaming_content) if page.streaming else page.content
    let_go(page)
    found = re.findall(r'name="([a-z_0-9]+)"', content.decode(errors="replace"))
    return set(found) - {"csrfmiddlewaretoken"}
