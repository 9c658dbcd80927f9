"""The news: what is listed, how it is narrowed down, and how much it costs."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from movement.limits import RATES, Rate
from tests import factories

NEWS = "/nieuws/"


def titles(response):
    return [article.title for article in response.context["page"].object_list]


def test_a_reader_finds_the_latest_first(visitor):
    now = timezone.now()
    factories.article(title="Ouder", published_at=now - timedelta(days=2))
    factories.article(title="Nieuwer", published_at=now - timedelta(days=1))
    assert titles(visitor.get(NEWS)) == ["Nieuwer", "Ouder"]


@pytest.mark.parametrize(
    "facts",
    [
        {"state": "draft", "published_at": None},
        {"state": "withdrawn"},
        {"published_at": timezone.now() + timedelta(hours=1)},
    ],
    ids=["draft", "withdrawn", "scheduled"],
)
def test_what_is_not_public_is_nowhere(visitor, facts):
    hidden = factories.article(title="Geheim plan", body="<p>geheim</p>", **facts)
    seen = factories.article(title="Open plan")
    for address in (NEWS, "/nieuws/feed/", seen.get_absolute_url(), f"{NEWS}?q=geheim"):
        response = visitor.get(address)
        assert response.status_code == 200
        assert "Geheim plan" not in response.content.decode()
    assert "Open plan" in visitor.get(NEWS).content.decode()
    assert visitor.get(hidden.get_absolute_url()).status_code == 404


def test_a_scheduled_article_appears_at_its_moment_without_a_job(visitor):
    at = timezone.now() + timedelta(hours=1)
    article = factories.article(published_at=at)
    assert not Article.objects.published(at - timedelta(seconds=1)).exists()
    assert list(Article.objects.published(at)) == [article]


def test_the_list_is_narrowed_down_by_theme_keyword_year_and_words(visitor):
    theme, keyword = factories.theme("Wat als & hoe"), factories.keyword("buurthuis")
    factories.article(
        title="Gezocht",
        themes=[theme],
        keywords=[keyword],
        body="<p>Een koffietafel.</p>",
        published_at=datetime(2021, 12, 31, 23, 30, tzinfo=UTC),
    )
    factories.article(title="Ander")
    # Half past eleven in the evening in UTC is the next year in Dutch time.
    for query in ("thema=wat-als-hoe", "trefwoord=buurthuis", "jaar=2022", "q=koffietafel"):
        assert titles(visitor.get(f"{NEWS}?{query}")) == ["Gezocht"], query
    assert titles(visitor.get(f"{NEWS}?thema=wat-als-hoe&jaar=2022&q=koffietafel")) == ["Gezocht"]


def test_a_merged_keyword_finds_the_articles_of_the_one_it_went_into(visitor):
    kept = factories.keyword("uithuisplaatsing")
    factories.keyword("uit huis plaatsen", merged_into=kept)
    factories.article(title="Gezocht", keywords=[kept])
    assert titles(visitor.get(f"{NEWS}?trefwoord=uit-huis-plaatsen")) == ["Gezocht"]


@pytest.mark.parametrize(
    "query",
    [
        "thema=bestaat-niet",
        "jaar=99999999999999999999",
        "page=-4",
        "page=99999999999999999999999",
        "trefwoord=" + "x" * 5000,
        "q=%22%27%28%29*:",
        "q=" + "a " * 3000,
    ],
)
def test_nonsense_in_the_address_gives_a_page(visitor, query):
    factories.article()
    assert visitor.get(f"{NEWS}?{query}").status_code == 200


def test_a_chosen_filter_can_be_taken_away_by_a_link(visitor):
    factories.article(themes=[factories.theme("Wat als")])
    response = visitor.get(f"{NEWS}?thema=wat-als&q=hulp")
    assert response.context["filter"].chosen == [
        ("“hulp”", "?thema=wat-als"),
        ("Wat als", "?q=hulp"),
    ]


def test_the_list_asks_the_same_of_the_database_for_many_as_for_few(
    visitor, django_assert_num_queries
):
    theme = factories.theme()
    for number in range(10):
        factories.article(themes=[theme], title=f"Eerste {number}")
    visitor.get("/")  # what every page knows
    with django_assert_num_queries(6):
        visitor.get(NEWS)
    for number in range(100):
        factories.article(themes=[theme], title=f"Later {number}")
    with django_assert_num_queries(4):
        visitor.get(NEWS)
    with django_assert_num_queries(2):
        visitor.get(NEWS)


def test_the_news_is_shared_by_all_visitors_and_sets_no_cookie(visitor):
    factories.article()
    response = visitor.get(NEWS)
    assert response.headers["Cache-Control"].startswith("public")
    assert not response.cookies


def test_the_feed_holds_the_articles_of_the_list(visitor):
    theme = factories.theme("Wat als")
    factories.article(title="Met thema", themes=[theme])
    factories.article(title="Zonder thema")
    response = visitor.get(reverse("articles:feed"))
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    everything = response.content.decode()
    assert "Met thema" in everything
    assert "Zonder thema" in everything
    narrowed = visitor.get(reverse("articles:feed") + "?thema=wat-als").content.decode()
    assert "Met thema" in narrowed
    assert "Zonder thema" not in narrowed


def test_a_series_is_read_in_its_order(visitor):
    series = factories.article_series()
    second = factories.article(series=series, series_position=2, title="Tweede")
    first = factories.article(series=series, series_position=1, title="Eerste")
    assert titles(visitor.get(series.get_absolute_url())) == ["Eerste", "Tweede"]
    page = visitor.get(second.get_absolute_url())
    assert page.context["earlier"].pk == first.pk
    assert page.context["later"] is None


def test_a_year_puts_itself_together(visitor):
    factories.article(title="Uit 2021", published_at=datetime(2021, 5, 1, tzinfo=UTC))
    factories.article(title="Uit 2022", published_at=datetime(2022, 5, 1, tzinfo=UTC))
    body = visitor.get("/nieuws/jaar/2021/").content.decode()
    assert "Uit 2021" in body
    assert "Uit 2022" not in body
    for empty in ("2019", "0", "99999999999999999999"):
        assert visitor.get(f"/nieuws/jaar/{empty}/").status_code == 404


def test_searching_the_news_too_often_has_to_wait(visitor, monkeypatch):
    monkeypatch.setitem(RATES, "search", Rate(2, 60))
    factories.article(body="<p>Een koffietafel.</p>")
    answers = [visitor.get(f"{NEWS}?q=koffietafel") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1].headers["Retry-After"]
    assert visitor.get(NEWS).status_code == 200
