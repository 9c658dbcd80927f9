"""The news at bulk size: nothing is counted to the end, and the far end is found by its year."""

from datetime import UTC, datetime

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import counting
from tests import factories

pytestmark = pytest.mark.django_db

NEWS = "/nieuws/"


def test_leafing_ends_after_the_most_pages_and_says_how_to_go_on(visitor, monkeypatch):
    monkeypatch.setattr(counting, "MOST_PAGES", 2)
    for _ in range(27):
        factories.article()
    last = visitor.get(f"{NEWS}?page=3800").context["page"]
    assert (last.number, last.paginator.num_pages) == (2, 2)
    assert len(last.object_list) == 13
    assert last.paginator.has_older
    assert str(timezone.localdate().year) in {year for year, _ in year_choices_of(visitor)}


def year_choices_of(client):
    return client.get(NEWS).context["years"]


def test_a_list_that_fits_has_nothing_older(visitor, monkeypatch):
    monkeypatch.setattr(counting, "MOST_PAGES", 2)
    for _ in range(26):
        factories.article()
    last = visitor.get(f"{NEWS}?page=2").context["page"]
    assert last.paginator.count == 26
    assert not last.paginator.has_older


def test_the_years_are_those_with_articles(visitor):
    # Half past eleven in the evening in UTC is the next year in Dutch time.
    for moment in (datetime(2019, 12, 31, 23, 30, tzinfo=UTC), datetime(2022, 5, 1, tzinfo=UTC)):
        factories.article(published_at=moment)
    factories.article(state="draft", published_at=datetime(2018, 5, 1, tzinfo=UTC))
    factories.article(published_at=datetime(timezone.now().year + 1, 5, 1, tzinfo=UTC))
    assert [year for year, _ in year_choices_of(visitor)] == ["2022", "2020"]


@pytest.mark.parametrize(
    "query", ["", "page=2", "thema=veel", "trefwoord=vaak", "jaar={year}", "q=hulp"]
)
def test_no_page_of_the_list_reads_all_articles(visitor, query):
    theme, keyword = factories.theme("Veel"), factories.keyword("vaak")
    for _ in range(30):
        factories.article(themes=[theme], keywords=[keyword])
    address = f"{NEWS}?{query.format(year=timezone.localdate().year)}"
    visitor.get(address)
    caches["fragments"].clear()
    with CaptureQueriesContext(connection) as asked:
        response = visitor.get(address)
    assert len(response.context["page"].object_list) == 13
    of_articles = [q["sql"] for q in asked if 'FROM "articles_article"' in q["sql"]]
    assert of_articles
    for sql in of_articles:
        assert "LIMIT" in sql or " IN (" in sql, sql
        assert "DISTINCT" not in sql, sql
