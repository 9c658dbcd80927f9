"""The demo content: whole, in its place, and the same after loading twice."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command

from movement.models import Action, Cause, Direction, HouseRule, Page, Statement, Theme

pytestmark = pytest.mark.django_db
OWN = {"movement", "participants", "articles", "actiondays", "discussions"}
# Rows that say when something was written, not what.
GROWING = ("Historical", "OutboxMessage", "LimitWindow", "SearchEntry")


def counts():
    return {
        model.__name__: model._default_manager.count()
        for model in apps.get_models()
        if model._meta.app_label in OWN and not model.__name__.startswith(GROWING)
    }


@pytest.fixture
def loaded():
    call_command("demo", stdout=StringIO())


def test_loading_twice_makes_no_doubles(loaded):
    once = counts()
    call_command("demo", stdout=StringIO())
    assert counts() == once


def test_the_facts_are_there(loaded):
    assert (Cause.objects.count(), Direction.objects.count()) == (12, 9)
    assert Theme.objects.count() == 8
    assert {s.points.count() for s in Statement.objects.all()} == {6, 5}
    fronts = Action.objects.filter(is_public=True).values_list("front", flat=True)
    assert [sum(f == front for f in fronts) for front in ("start", "stop", "turn-back")] == [
        9,
        5,
        5,
    ]
    links = {c.number: {d.number for d in c.directions.all()} for c in Cause.objects.all()}
    assert links == {
        1: {3}, 2: {7, 9}, 3: {1, 5}, 4: {1, 5}, 5: {1, 5}, 6: {7, 9}, 7: {7, 9}, 8: set(),
        9: {6, 9}, 10: {6, 9}, 11: {2, 4}, 12: {8},
    }  # fmt: skip


def test_no_house_rule_forbids_being_critical_of_an_organisation(loaded):
    rules = HouseRule.objects.values_list("title", "explanation")
    assert not any("kritisch" in f"{title} {text}".lower() for title, text in rules)
    assert "geen reden" in Page.objects.get(slug="huisregels").body


def test_every_page_and_everything_that_can_be_found_opens(loaded, visitor):
    from movement.models import SearchEntry

    paths = SearchEntry.objects.filter(audience="public").values_list("path", flat=True)
    pages = ("/", "/over/", "/opbrengst/", "/opbrengst/uitspraken/", "/opbrengst/wat-als/")
    for path in [*pages, *paths]:
        assert visitor.get(path.split("#")[0], follow=True).status_code == 200, path


def test_every_link_in_the_texts_of_the_pages_leads_somewhere(loaded, visitor):
    import re

    for page in Page.objects.all():
        for path in re.findall(r'href="(/[^"#]*)', page.body + page.easy_body):
            assert visitor.get(path).status_code == 200, f"{page.slug}: {path}"
