"""What every answer says to a browser (S23), and who may keep it."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.access.test_access import ROWS, world  # noqa: F401
from tests.addresses import let_go

pytestmark = pytest.mark.django_db

SAME = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
NEVER = ("unsafe-inline", "unsafe-eval", "unsafe-hashes", "http:", "https:", "*", "data:")
# Kept by browsers for a while: pictures never change, a search asks a limit.
OTHER_KEEPING = {"media", "alive", "ready"}


def faults_of(response):
    """What a browser is not told by this answer."""
    found = [
        f"{name}: {response.headers.get(name)}"
        for name, value in SAME.items()
        if response.headers.get(name) != value
    ]
    policy = response.headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy:
        found.append(f"policy: {policy[:80]}")
    if "sandbox" not in policy and "frame-ancestors 'none'" not in policy:
        found.append("may be framed")
    found += [f"policy allows {word}" for word in policy.split() if word.strip(";") in NEVER]
    permissions = response.headers.get("Permissions-Policy", "")
    if not all(f"{name}=()" in permissions for name in ("camera", "geolocation", "microphone")):
        found.append(f"permissions: {permissions[:80]}")
    return found


def is_private(kept):
    return "private" in kept and "no-store" in kept


def holds_token(response):
    return not response.streaming and b"csrfmiddlewaretoken" in response.content


def test_every_page_says_what_a_browser_may_and_who_may_keep_it(world):  # noqa: F811
    wrong = []
    for row in ROWS:
        path = row.path(world)
        for role in ("visitor", "author", "superuser"):
            response = world.clients[role].get(path)
            wrong += [(str(row), role, fault) for fault in faults_of(response)]
            kept = response.headers["Cache-Control"]
            if role != "visitor" and row.name not in OTHER_KEEPING and not is_private(kept):
                wrong.append((str(row), role, kept))
            let_go(response)
    assert wrong == []


def test_a_page_for_visitors_is_anybodys_and_sets_no_cookie(world):  # noqa: F811
    wrong = []
    for row in ROWS:
        if row.status["visitor"] != 200 or row.name in OTHER_KEEPING:
            continue
        response = Client().get(row.path(world))
        kept, cookies = response.headers["Cache-Control"], set(response.cookies)
        if holds_token(response):
            if not is_private(kept) or not cookies <= {"formulier"}:
                wrong.append((str(row), kept, cookies))
        elif not kept.startswith("public") or "s-maxage=1" not in kept or cookies:
            wrong.append((str(row), kept, cookies))
    assert wrong == []


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/bestaat-niet/", 404),
        ("/nieuws/%00/", 404),
        ("/nieuws/?q=%ff", 400),
        ("/static/bestaat-niet.css", 404),
        ("/media/bestaat-niet.webp", 404),
        ("/deelnemers/kaart.json", 200),
        ("/nieuws/feed/", 200),
        ("/beheer/", 302),
        ("/gezond/", 200),
    ],
)
def test_other_answers_say_so_too(path, status, client):
    response = client.get(path)
    let_go(response)
    assert response.status_code == status
    assert faults_of(response) == []


def test_a_strange_host_is_refused_with_the_same_headers(client):
    response = client.get("/", headers={"host": "elders.example"})
    assert response.status_code == 400
    assert faults_of(response) == []


def test_a_form_without_token_is_refused_with_the_same_headers(db):
    response = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "a@b.nl"})
    assert response.status_code == 403
    assert faults_of(response) == []


def test_nginx_keeps_an_answer_under_the_address_that_was_sent():
    """One that nginx tidied ($uri) would keep another page in the place of a style sheet."""
    conf = (settings.BASE_DIR / "config" / "deploy" / "nginx.conf").read_text()
    keys = re.findall(r"proxy_cache_key\s+(.+);", conf)
    assert len(keys) == 3
    assert all("$request_uri" in key and "$uri" not in key for key in keys)
