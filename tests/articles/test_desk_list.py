"""The list of articles in the admin: what an editor finds in it, and how."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories

pytestmark = pytest.mark.django_db

LIST = "/beheer/articles/article/"


def found(editor, **query):
    return {article.title for article in editor.get(LIST, query).context["cl"].result_list}


@pytest.fixture
def shelf(editor):
    """One article in each state, each with a word of its own."""
    theme = factories.theme("Wat als")
    later = timezone.now() + timedelta(days=3)
    factories.article(title="Klaar", body="<p>Een koffietafel.</p>", themes=[theme])
    factories.article(title="Plan koffietafel", state="draft", published_at=None)
    factories.article(title="Straks", lead="Over de koffietafel.", published_at=later)
    factories.article(
        title="Eraf", lead="Geen koffietafel.", state="withdrawn",
        easy_body="<p>Kort.</p>", author=editor.person,
    )  # fmt: skip


def test_words_find_what_readers_find_and_what_they_cannot_read_yet(editor, shelf):
    everything = {"Klaar", "Plan koffietafel", "Straks", "Eraf"}
    assert found(editor) == everything
    assert found(editor, q="koffietafel") == everything
    assert found(editor, q="koffietafels") == {"Klaar"}
    assert found(editor, q="geen koffietafel") == {"Eraf"}
    assert found(editor, q="koffietafel olifant") == set()
    assert found(editor, q="wat als") == set()


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({"stand": "draft"}, {"Plan koffietafel"}),
        ({"stand": "gepland"}, {"Straks"}),
        ({"stand": "published"}, {"Klaar"}),
        ({"stand": "withdrawn"}, {"Eraf"}),
        ({"makkelijk": "met"}, {"Eraf"}),
        ({"makkelijk": "zonder", "stand": "published"}, {"Klaar"}),
        ({"thema": "-"}, {"Plan koffietafel", "Straks", "Eraf"}),
        ({"stand": "nergens"}, {"Klaar", "Plan koffietafel", "Straks", "Eraf"}),
    ],
)
def test_the_list_is_narrowed_down_by_what_editors_ask(editor, shelf, query, titles):
    assert found(editor, **query) == titles


def test_the_list_is_narrowed_down_by_theme_editor_and_age(editor, shelf):
    from articles.models import Article
    from movement.models import Theme

    assert found(editor, thema=Theme.objects.get().pk) == {"Klaar"}
    assert found(editor, redacteur=editor.person.pk) == {"Eraf"}
    long_ago = timezone.now() - timedelta(days=400)
    Article.objects.filter(title="Klaar").update(updated_at=long_ago)
    assert found(editor, vers="oud") == {"Klaar"}
