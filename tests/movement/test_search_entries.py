"""What can be found of the foundation equals what its tables make public."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from movement import search, search_entries
from movement.models import Page, SearchEntry
from tests import factories

pytestmark = pytest.mark.django_db


def titles(query):
    return [entry.title for entry in search.find(query, None)]


def test_rebuilding_finds_exactly_what_is_public():
    shown = [
        factories.page(title="Huisregels vooraf"),
        factories.statement(title="Manifest vooraf"),
        factories.cause(title="Oorzaak vooraf"),
        factories.direction(title="Richting vooraf"),
        factories.action(title="Actie vooraf"),
    ]
    factories.page(title="Concept vooraf", state=Page.State.DRAFT)
    factories.page(title="Morgen vooraf", published_at=timezone.now() + timedelta(days=1))
    factories.cause(title="Verborgen vooraf", is_public=False)
    search_entries.rebuild()
    assert sorted(titles("vooraf")) == sorted(thing.title for thing in shown)
    for entry in search.find("vooraf", None):
        assert entry.path in {thing.get_absolute_url() for thing in shown}


def test_entering_follows_every_change():
    cause = factories.cause(title="Eerste naam")
    search_entries.enter(cause)
    cause.title = "Tweede naam"
    cause.save()
    search_entries.enter(cause)
    assert titles("eerste") == []
    assert titles("tweede") == ["Tweede naam"]
    cause.is_public = False
    cause.save()
    search_entries.enter(cause)
    assert titles("tweede") == []


def test_one_by_one_makes_the_same_index_as_rebuilding():
    things = [factories.page(), factories.cause(), factories.action(obstacles="Geld ontbreekt.")]
    for thing in things:
        search_entries.enter(thing)
    columns = ("kind", "target_id", "audience", "title", "excerpt", "title_stems", "stems", "path")
    one_by_one = set(SearchEntry.objects.values_list(*columns))
    search_entries.rebuild()
    assert set(SearchEntry.objects.values_list(*columns)) == one_by_one


def test_the_words_of_points_and_lessons_lead_to_their_page():
    statement = factories.statement(title="Zes punten")
    statement.points.create(position=1, title="Anders zijn mag niet")
    action = factories.action()
    action.lessons.create(text="Eerst koffie drinken")
    search_entries.rebuild()
    assert [e.path for e in search.find("anders zijn", None)] == [
        reverse("statement", args=[statement.slug])
    ]
    assert [e.path for e in search.find("koffie", None)] == [action.get_absolute_url()]


def form_of(page):
    """What the admin's form sends for a page."""
    return {
        "title": page.title, "slug": page.slug, "lead": "", "body": page.body, "easy_body": "",
        "state": page.state, "position": 0,
        "published_at": "2026-01-01T12:00",
    }  # fmt: skip


def test_what_an_editor_saves_can_be_found_and_its_old_address_leads_on(beheerder, visitor):
    page = factories.page(title="Oude naam", slug="oud")
    change = reverse("admin:movement_page_change", args=[page.pk])
    sent = {**form_of(page), "title": "Nieuwe naam", "slug": "nieuw"}
    assert beheerder.post(change, sent).status_code == 302
    assert titles("nieuwe") == ["Nieuwe naam"]
    moved = visitor.get("/over/oud/")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/over/nieuw/")
    beheerder.post(change, {**sent, "state": "withdrawn"})
    assert titles("nieuwe") == []


def test_what_an_editor_deletes_can_be_found_no_more(beheerder):
    page = factories.page(title="Verdwijnt")
    search_entries.enter(page)
    delete = reverse("admin:movement_page_delete", args=[page.pk])
    assert beheerder.post(delete, {"post": "yes"}).status_code == 302
    assert titles("verdwijnt") == []
