"""Hostile HTML typed in the admin: it runs nowhere, in the desk as little as on the site."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from articles.models import Article
from tests import factories

pytestmark = pytest.mark.django_db

LIST = "/beheer/articles/article/"
HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
NO_LINKS = {
    "links-TOTAL_FORMS": "0", "links-INITIAL_FORMS": "0",
    "links-MIN_NUM_FORMS": "0", "links-MAX_NUM_FORMS": "1000",
}  # fmt: skip


class Running(HTMLParser):
    """What a browser would run of a page: attributes that listen, and text of scripts."""

    def __init__(self):
        super().__init__()
        self.attributes, self.scripts, self.inside = set(), [], False

    def handle_starttag(self, tag, attrs):
        self.inside = tag == "script" and dict(attrs).get("type") != "application/ld+json"
        self.attributes |= {name for name, _value in attrs if name.startswith("on")}

    def handle_data(self, data):
        if self.inside:
            self.scripts.append(data)


def typed(words, **facts):
    text = words.replace("<img ", '<img alt="x" ')
    return {
        "title": f"Artikel {words}"[:160], "slug": "artikel", "lead": words,
        "body": f"<p>Tekst</p>{text}", "easy_body": f"<p>Kort</p>{text}", "sources": words,
        "byline": words[:120], "state": "published", "published_at": "2026-01-01T09:00",
        "confirmed": "on", "series_position": "0",
    } | NO_LINKS | facts  # fmt: skip


def test_nothing_that_was_typed_runs_anywhere(editor, visitor):
    theme, keyword = factories.theme(f"Thema {HOSTILE}"), factories.keyword(f"Woord {HOSTILE}")
    series = factories.article_series(title=f"Reeks {HOSTILE}"[:120])
    chosen = {"themes": [theme.pk], "keywords": [keyword.pk], "series": series.pk}
    assert editor.post(f"{LIST}add/", typed(HOSTILE, **chosen)).status_code == 302
    article = Article.objects.get()
    change = f"{LIST}{article.pk}/change/"
    facts = typed(f"Anders {HOSTILE}", **chosen, based_on=article.updated_at.isoformat())
    assert editor.post(change, facts).status_code == 302
    article.versions.update(name=HOSTILE[:80])
    late = editor.post(change, facts)
    assert late.status_code == 409
    preview = editor.post(f"{LIST}{article.pk}/voorvertoning/")
    asked = editor.post(LIST, {"action": "withdraw", "_selected_action": [article.pk]})
    pages = [late, preview, asked]
    for path in (
        LIST,
        f"{LIST}?q=artikel",
        change,
        f"{change}?concept=1",
        f"{LIST}{article.pk}/versies/",
        f"{LIST}{article.pk}/gesprek/",
        "/beheer/",
    ):
        pages.append(editor.get(path))
    link = urlsplit(preview.context["link"]).path
    for path in (
        article.get_absolute_url(),
        "/nieuws/",
        "/nieuws/feed/",
        "/nieuws/jaar/2026/",
        "/zoeken/?q=artikel",
        "/nieuws/?q=artikel",
        series.get_absolute_url(),
        theme.get_absolute_url(),
        keyword.get_absolute_url(),
        "/",
        "/sitemap.xml",
        link,
    ):
        pages.append(visitor.get(path, follow=True))
    for page in pages:
        assert page.status_code in {200, 409}
        found = Running()
        found.feed(page.content.decode())
        assert found.attributes == set()
        assert not any("alert(1)" in text for text in found.scripts)
