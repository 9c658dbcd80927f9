"""What machines read: a sitemap without the forum, robots.txt, security.txt."""

from datetime import timedelta

import pytest
from defusedxml.ElementTree import fromstring
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from config.pages import sitemaps
from discussions.models import Board, Topic
from tests import factories

pytestmark = pytest.mark.django_db
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(visitor):
    document = fromstring(visitor.get("/sitemap.xml").content)
    return [node.text for node in document.iter(f"{SPACE}loc")]


def test_the_sitemap_holds_what_is_public_and_never_the_forum(visitor):
    shown = [factories.article(), factories.cause(), factories.page(), factories.organisation()]
    hidden = [
        factories.article(state="draft", published_at=None),
        factories.article(published_at=timezone.now() + timedelta(days=1)),
        factories.cause(is_public=False),
        factories.organisation(is_public=False),
        factories.organisation(is_example=True),
    ]
    board = Board.objects.create(title="Plek", slug="plek", audience="public")
    Topic.objects.create(board=board, title="Gesprek", opened_at=timezone.now(), is_by_staff=True)
    found = locations(visitor)
    for thing in shown:
        assert f"http://localhost{thing.get_absolute_url()}" in found
    for thing in hidden:
        assert f"http://localhost{thing.get_absolute_url()}" not in found
    assert not any("praat-mee" in path for path in found)


def test_a_sitemap_that_is_full_holds_the_latest(visitor, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST", 2)
    articles = [factories.article() for _ in range(3)]
    found = locations(visitor)
    shown = [f"http://localhost{article.get_absolute_url()}" in found for article in articles]
    assert shown == [False, True, True]


def test_the_sitemap_takes_as_many_queries_for_10_as_for_100(visitor, django_assert_num_queries):
    for rows in (10, 90):
        for _ in range(rows):
            factories.article()
            factories.cause()
        with django_assert_num_queries(9):
            visitor.get("/sitemap.xml")


def test_robots_are_kept_from_people(visitor):
    text = visitor.get("/robots.txt").content.decode()
    for path in ("/praat-mee/", "/account/", "/beheer/", "/zoeken/", "/persoonlijk/"):
        assert f"Disallow: {path}" in text
    assert "Sitemap: http://localhost/sitemap.xml" in text


def test_security_txt_says_whom_to_tell_and_until_when(visitor):
    response = visitor.get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert fields["Contact"].startswith("mailto:")
    assert parse_datetime(fields["Expires"]) > timezone.now()
