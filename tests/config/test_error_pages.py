"""Error pages work without a request, a context or a database, and keep what was typed."""

import re

import pytest
from django.template.loader import get_template

PAGES = ["400", "403", "404", "429", "500", "503", "kept"]


@pytest.mark.parametrize("name", PAGES)
def test_an_error_page_needs_nothing_and_offers_the_way_out(name):
    html = get_template(f"{name}.html").render()
    assert html.count("<h1") == 1
    assert "<quick-exit>" in html
    assert 'href="https://' in html
    assert 'href="tel:112"' in html
    assert re.search(r'href="/static/css/site[^"]*\.css"', html)
    assert " style=" not in html
    assert "<script>" not in html


@pytest.mark.parametrize("name", PAGES)
def test_the_exit_leads_where_the_site_says(name):
    html = get_template(f"{name}.html").render({"exit_url": "https://weer.example/"})
    assert 'href="https://weer.example/"' in html


def test_a_stale_manifest_does_not_break_the_page_that_says_what_broke(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.DEBUG = False
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "config.staticfiles.Storage"},
    }
    assert "/static/css/site.css" in get_template("500.html").render()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["429", "kept"])
def test_the_typed_text_comes_back_whole_and_escaped(name, rf):
    typed = "\n\nEerste regel <b>\n" + "Nog een regel. " * 20
    context = {
        "fields": [("title", "Titel", 'Wanneer "wel"?'), ("body", "Jouw bericht", typed)],
        "hidden": [("once", "sleutel")],
        "action": "/praat-mee/nieuw/",
        "sign_in_url": "/account/login/",
    }
    html = get_template(f"{name}.html").render(context, rf.get("/"))
    assert "Eerste regel &lt;b&gt;" in html
    assert "Wanneer &quot;wel&quot;?" in html
    # A browser drops one line break after <textarea>; both of the writer must stay.
    assert ">\n\n\nEerste regel" in html
    assert 'name="once" value="sleutel"' in html
    assert 'name="csrfmiddlewaretoken"' in html
    assert 'action="/praat-mee/nieuw/" method="post"' in html
