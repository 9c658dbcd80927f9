"""The page of an article: versions, subjects, what is related, and what never runs."""

import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Article, ArticleLink
from movement.models import Redirect
from tests import factories

HOSTILE = (
    '<p onclick="alert(1)">Hallo</p><script>alert(1)</script><img src=x onerror=alert(1)>'
    '<a href="javascript:alert(1)">klik</a><iframe src="https://example.org"></iframe>'
    '<svg onload=alert(1)></svg><p style="position:fixed">groot</p><img src="//volger.example/a">'
    "<math><mtext><table><mglyph><style><img src onerror=alert(1)>"
)


def safe(html):
    lowered = html.lower()
    return not any(
        word in lowered
        for word in ("<script", "onclick", "onerror", "javascript:", "<iframe", "<svg", "style=",
                     "volger.example", "<style")
    )  # fmt: skip


def main_of(response):
    return response.content.decode().split("<article>")[1].split("</article>")[0]


def test_hostile_html_does_not_reach_the_page_whoever_writes_it(visitor):
    article = factories.article(body=HOSTILE, easy_body=HOSTILE, sources=HOSTILE)
    article.refresh_from_db()
    assert safe(article.body)
    Article.objects.filter(pk=article.pk).update(body=HOSTILE, title="<script>x</script>")
    for version in ("gewoon", "makkelijk"):
        page = main_of(visitor.get(article.get_absolute_url(), {"versie": version}))
        shown = re.sub(r"<svg class.*?</svg>", "", page, flags=re.S)
        assert "Hallo" in shown
        assert safe(shown)


def test_a_hostile_title_cannot_end_the_description_for_search_engines(visitor):
    article = factories.article(title="</script><script>alert(1)</script>")
    body = visitor.get(article.get_absolute_url()).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', body, re.S)
    assert json.loads(found[1])["headline"] == "</script><script>alert(1)</script>"
    assert "<script>alert" not in body


def test_an_empty_text_of_the_editor_is_no_text():
    assert Article(easy_body="").has_easy_version is False


@pytest.mark.django_db
def test_an_easy_version_that_shows_nothing_is_no_easy_version():
    article = factories.article(easy_body="<p>&nbsp;</p><p></p>")
    article.refresh_from_db()
    assert article.has_easy_version is False


def test_the_choice_to_read_easily_is_kept_and_shared_by_nobody(visitor):
    article = factories.article(body="<p>Het geheel.</p>", easy_body="<p>Heel kort.</p>")
    address = article.get_absolute_url()
    assert "Heel kort." not in main_of(visitor.get(address))
    chosen = visitor.get(address, {"versie": "makkelijk"})
    assert "Heel kort." in main_of(chosen)
    assert chosen.headers["Cache-Control"] == "private, no-store"
    assert f'<link rel="canonical" href="http://localhost{address}">' in chosen.content.decode()
    later = visitor.get(address)
    assert "Heel kort." in main_of(later)
    assert "Cookie" in later.headers["Vary"]
    visitor.get(address, {"versie": "gewoon"})
    assert "Het geheel." in main_of(visitor.get(address))


def test_a_keyword_that_is_an_organisation_leads_to_it(visitor):
    keyword = factories.keyword("Voorbeeldhuis")
    organisation = factories.organisation(name="Voorbeeldhuis", keyword=keyword)
    subject = factories.keyword("koffietafel")
    article = factories.article(keywords=[keyword, subject])
    page = visitor.get(article.get_absolute_url())
    found = page.context["subjects"]
    assert [one.name for one in found.organisations] == ["Voorbeeldhuis"]
    assert [one.path for one in found.others] == [subject.get_absolute_url()]
    assert f'href="{organisation.get_absolute_url()}"' in page.content.decode()


def test_related_articles_say_why_and_are_only_what_may_be_seen(visitor):
    theme = factories.theme("Wat als")
    shared, house = factories.keyword("buurthuis"), factories.keyword("Voorbeeldhuis")
    factories.organisation(name="Voorbeeldhuis", keyword=house)
    article = factories.article(themes=[theme], keywords=[shared, house])
    factories.article(title="Zelfde thema", themes=[theme])
    factories.article(title="Zelfde woord", themes=[theme], keywords=[shared])
    factories.article(title="Zelfde huis", keywords=[shared, house])
    hidden = factories.article(title="Nog geheim", keywords=[shared, house], state="draft")
    factories.article(title="Heel iets anders")
    related = visitor.get(article.get_absolute_url()).context["related"]
    assert [other.title for other in related] == [
        "Zelfde huis", "Zelfde woord", "Zelfde thema",
    ]  # fmt: skip
    reasons = [other.reason for other in related]
    assert "Voorbeeldhuis" in reasons[0]
    assert "buurthuis" in reasons[1]
    assert "Wat als" in reasons[2]
    assert hidden.pk not in [other.pk for other in related]


def test_what_changes_is_seen_at_once_also_where_it_is_only_named(visitor):
    keyword, series = factories.keyword("buurthuis"), factories.article_series()
    article = factories.article(keywords=[keyword], series=series, series_position=1)
    related = factories.article(title="Verwant", keywords=[keyword])
    later = factories.article(title="Vervolg", series=series, series_position=2)

    def page():
        return visitor.get(article.get_absolute_url()).content.decode()

    assert "Verwant" in page()
    assert "Vervolg" in page()
    related.withdraw()
    assert "Verwant" not in page()
    later.title = "Hoe het verder ging"
    later.save()
    assert "Hoe het verder ging" in page()
    article.rename("een-ander-adres")
    assert "Hoe het verder ging" in page()
    article.withdraw()
    assert visitor.get(article.get_absolute_url()).status_code == 404


def test_the_links_to_causes_show_what_was_withdrawn_and_why(visitor):
    from movement.models import Cause

    cause = Cause.objects.create(number=91, title="Geen tijd", short_title="tijd", slug="tijd")
    closed = Cause.objects.create(
        number=92, title="Nog geheim", short_title="x", slug="geheim", is_public=False
    )
    article = factories.article()
    ArticleLink.objects.create(article=article, cause=cause)
    ArticleLink.objects.create(article=article, cause=closed)
    page = visitor.get(article.get_absolute_url())
    assert [link.path for link in page.context["links"]] == [cause.get_absolute_url()]
    assert "Nog geheim" not in page.content.decode()


def test_an_article_asks_the_same_of_the_database_whatever_it_holds(
    visitor, django_assert_num_queries
):
    def asked(number):
        keywords = [factories.keyword() for _ in range(number)]
        for keyword in keywords[: number // 2]:
            factories.organisation(keyword=keyword)
        series = factories.article_series()
        article = factories.article(
            keywords=keywords, themes=[factories.theme()], series=series, series_position=1
        )
        for place in range(number):
            factories.article(keywords=keywords, series=series, series_position=2 + place)
        with django_assert_num_queries(7):
            visitor.get(article.get_absolute_url())
        with django_assert_num_queries(1):
            visitor.get(article.get_absolute_url())

    visitor.get("/zoeken/")  # what every page knows
    asked(4)
    asked(40)


def test_a_long_text_gets_contents_that_lead_to_its_headings(visitor):
    body = "".join(f"<h2>Deel {n} & meer</h2><p>Tekst.</p>" for n in (1, 2, 3)) + "<h2>Deel 1</h2>"
    page = main_of(visitor.get(factories.article(body=body).get_absolute_url()))
    links = re.findall(r'contents__link" href="#([^"]+)"', page)
    assert len(links) == 4
    assert len(set(links)) == 4
    assert all(page.count(f'id="{link}"') == 1 for link in links)


def test_a_picture_in_a_text_comes_with_its_renditions(visitor):
    picture = factories.picture()
    body = f'<p>Kijk:</p><img src="{picture.file.url}" alt="Bomen" width="640" height="360">'
    page = main_of(visitor.get(factories.article(body=body).get_absolute_url()))
    assert 'type="image/avif"' in page
    assert 'alt="Bomen"' in page
    found = set(re.findall(r"/media/[\w/.-]+", page))
    assert found
    for address in found:
        response = visitor.get(address)
        assert response.status_code == 200, address
        response.close()


def test_a_renamed_article_is_found_at_its_old_address_in_one_hop(visitor):
    article = factories.article(slug="eerste-naam")
    article.rename("tweede-naam")
    article.rename("derde-naam")
    for old in ("eerste-naam", "tweede-naam"):
        response = visitor.get(f"/nieuws/{old}/")
        assert response.status_code == 301
        assert response.headers["Location"] == "/nieuws/derde-naam/"
    assert Redirect.objects.count() == 2


@pytest.mark.django_db
def test_an_article_cannot_take_the_address_of_the_feed():
    with pytest.raises(ValidationError):
        Article(title="x", slug="feed").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.article(slug="feed")


def test_a_shared_link_has_a_picture_of_our_own(visitor):
    article = factories.article(title="Een titel " * 14)
    page = visitor.get(article.get_absolute_url()).content.decode()
    address = f"{article.get_absolute_url()}beeld.png"
    assert f'property="og:image" content="http://localhost{address}"' in page
    response = visitor.get(address)
    assert response.headers["Content-Type"] == "image/png"
    assert response.content.startswith(b"\x89PNG")
    assert len(response.content) < 60_000
    hidden = factories.article(state="draft")
    assert visitor.get(f"{hidden.get_absolute_url()}beeld.png").status_code == 404


def test_the_picture_of_a_withdrawn_article_is_shown_no_longer_than_its_page(visitor):
    article = factories.article(title="Eerste titel")
    address = f"{article.get_absolute_url()}beeld.png"
    first = visitor.get(address)
    page = visitor.get(article.get_absolute_url())
    assert first.headers["Cache-Control"] == page.headers["Cache-Control"]
    known = {"If-None-Match": first.headers["ETag"]}
    assert visitor.get(address, headers=known).status_code == 304
    article.title = "Tweede titel"
    article.save()
    assert visitor.get(address, headers=known).status_code == 200
    article.state = "withdrawn"
    article.save()
    assert visitor.get(address, headers=known).status_code in {404, 410}
