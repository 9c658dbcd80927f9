"""Themes and keywords: everything on a subject, and nothing that is not public."""

import re

import pytest
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone

from discussions.models import Board, Topic
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_theme_shows_its_articles_days_organisations_and_conversations(visitor):
    theme = factories.theme("Rechten & plichten")
    factories.article(title="Een artikel", themes=[theme])
    factories.article(title="Een concept", themes=[theme], state="draft", published_at=None)
    factories.article(title="Over iets anders")
    factories.day(title="Een dag").themes.add(theme)
    factories.organisation(name="Huis A").themes.add(theme)
    board = Board.objects.create(title="Plek", slug="plek", audience="public")
    for title, by_staff in (("Van LOC", True), ("Van een lid", False)):
        topic = Topic.objects.create(
            board=board, title=title, is_by_staff=by_staff, opened_at=timezone.now()
        )
        topic.themes.add(theme)
    content = visitor.get(theme.get_absolute_url()).content.decode()
    assert "Rechten &amp; plichten" in content
    for words in ("Een artikel", "Een dag", "Huis A", "Van LOC"):
        assert words in content
    for words in ("Een concept", "Over iets anders", "Van een lid"):
        assert words not in content


def test_a_subject_leads_to_a_feed_of_its_own(visitor):
    theme, keyword = factories.theme("Wat als"), factories.keyword("buurthuis")
    factories.article(title="Hierover", themes=[theme], keywords=[keyword])
    factories.article(title="Over iets anders")
    for thing in (theme, keyword):
        page = visitor.get(thing.get_absolute_url()).content.decode()
        address = re.search(r'rel="alternate"[^>]*href="([^"]*)"', page)[1]
        feed = visitor.get(address).content.decode()
        assert "Hierover" in feed
        assert "Over iets anders" not in feed


def test_a_theme_out_of_use_and_an_unknown_one_are_not_there(visitor):
    unused = factories.theme("Oud", is_active=False)
    assert visitor.get(unused.get_absolute_url()).status_code == 404
    assert visitor.get("/thema/bestaat-niet/").status_code == 404


def test_a_theme_without_anything_says_so(visitor):
    theme = factories.theme("Leeg")
    assert b"empty__title" in visitor.get(theme.get_absolute_url()).content


def test_a_theme_takes_as_many_queries_for_10_as_for_100(visitor, django_assert_num_queries):
    theme = factories.theme("Vol")
    for rows in (10, 90):
        for _ in range(rows):
            factories.article(themes=[theme, factories.theme()])
            factories.day().themes.add(theme)
            factories.organisation().themes.add(theme)
        caches["fragments"].clear()
        with django_assert_num_queries(8):
            visitor.get(theme.get_absolute_url())


def test_a_keyword_shows_what_carries_it(visitor):
    keyword = factories.keyword("koffietafel")
    factories.article(title="Over koffie", keywords=[keyword])
    assert b"Over koffie" in visitor.get(keyword.get_absolute_url()).content


def test_a_keyword_of_drafts_only_is_not_there(visitor):
    keyword = factories.keyword("geheim")
    factories.article(keywords=[keyword], state="draft", published_at=None)
    assert visitor.get(keyword.get_absolute_url()).status_code == 404


def test_a_keyword_that_means_an_organisation_leads_to_its_page(visitor):
    keyword = factories.keyword("Huis B")
    organisation = factories.organisation(name="Huis B", keyword=keyword)
    content = visitor.get(keyword.get_absolute_url()).content.decode()
    assert organisation.get_absolute_url() in content


def test_a_merged_keyword_leads_to_the_one_that_took_its_place(visitor):
    stays = factories.keyword("jeugdhulp")
    gone = factories.keyword("jeugd-hulp", merged_into=stays)
    response = visitor.get(reverse("keyword", args=[gone.slug]))
    assert response.status_code == 301
    assert response.headers["Location"] == stays.get_absolute_url()
