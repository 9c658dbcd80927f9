"""Links that visitors cannot follow: found for every kind of page, whoever owns it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.checks import Candidate, warnings
from discussions.models import Board, Topic
from movement import links, redirects
from tests import factories

pytestmark = pytest.mark.django_db

BASE = "/nieuws/dit-artikel/"


def dead(*hrefs):
    return links.dead_links([f'<p><a href="{href}">x</a></p>' for href in hrefs], base=BASE)


def topic(audience):
    board = Board.objects.create(
        title=f"Bord {audience}", slug=f"bord-{audience}", audience=audience
    )
    return Topic.objects.create(board=board, title="Gesprek", opened_at=timezone.now())


def read_and_closed():
    """Of each kind of record one that visitors read, and one that they do not."""
    later = timezone.now() + timedelta(days=1)
    draft = {"state": "draft", "published_at": None}
    used = factories.keyword("veel")
    article = factories.article(keywords=[used])
    open_topic, closed_topic = topic("public"), topic("members")
    return {
        "article": (article, factories.article(published_at=later)),
        "organisation": (factories.organisation(), factories.organisation(is_public=False)),
        "day": (factories.day(), factories.day(state="concept")),
        "theme": (factories.theme(), factories.theme(is_active=False)),
        "keyword": (used, factories.keyword("nergens")),
        "page": (factories.page(), factories.page(slug="visie-y", **draft)),
        "statement": (factories.statement(), factories.statement(slug="manifest-y", **draft)),
        "board": (open_topic.board, closed_topic.board),
        "topic": (open_topic, closed_topic),
    }


def test_what_a_visitor_reads_is_followed_and_what_is_closed_is_not():
    for kind, (seen, closed) in read_and_closed().items():
        addresses = [seen.get_absolute_url(), closed.get_absolute_url()]
        assert dead(*addresses) == addresses[1:], kind


def test_pages_of_the_site_itself_and_other_sites_are_left_alone():
    assert dead(
        "/", "/nieuws/", "/praat-mee/", "/actiedagen/", "/account/signup/", "/over/?x=1#y",
        "https://www.loc.nl/iets/", "mailto:iemand@loc.nl", "tel:0302843200", "#kop-een", BASE,
        "http://[kapot",
    ) == []  # fmt: skip


def test_what_leads_nowhere_is_told_as_it_was_typed():
    hrefs = [
        "/nieuws/bestaat-niet/", "www.loc.nl", "/nergens/", "/beheer/articles/article/",
        "http://localhost/thema/bestaat-niet/", "/persoonlijk/abc/", "/meldingen/1/",
    ]  # fmt: skip
    assert dead(*hrefs) == hrefs


def test_an_address_that_moved_is_followed_to_where_it_went():
    article = factories.article(slug="nieuw-adres")
    redirects.lead("/nieuws/oud-adres/", article.get_absolute_url())
    redirects.lead("/nieuws/weg/", "")
    merged = factories.keyword("synoniem", merged_into=factories.keyword("geen"))
    assert dead("/nieuws/oud-adres/", "/nieuws/nieuw-adres") == []
    assert dead("/nieuws/weg/", merged.get_absolute_url()) == [
        "/nieuws/weg/", merged.get_absolute_url(),
    ]  # fmt: skip


def test_text_easy_version_and_sources_are_all_looked_at():
    link = '<p><a href="/nieuws/bestaat-niet-{}/">x</a></p>'
    candidate = Candidate(body=link.format(1), easy_body=link.format(2), sources=link.format(3))
    told = " ".join(warnings(candidate))
    assert all(f"/nieuws/bestaat-niet-{number}/" in told for number in (1, 2, 3))


def test_an_editor_hears_of_it_while_writing(editor):
    text = '<p>Een zin met <a href="/nergens/">een link</a>.</p>'
    answer = editor.post("/beheer/articles/article/leesbaarheid/", {"text": text, "slug": "x"})
    assert answer.json()["dead_links"] == ["/nergens/"]
