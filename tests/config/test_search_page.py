"""`/zoeken/` shows what this reader may find, and keeps nothing of the question."""

import pytest
from django.core.management import call_command

from movement import search
from movement.limits import RATES
from movement.models import LimitWindow, SearchEntry
from tests import factories

pytestmark = pytest.mark.django_db


def enter(number, title, *, kind="article", audience="public", text=""):
    search.index(kind, number, audience=audience, title=title, text=text, path=f"/nieuws/{number}/")


def paths(response):
    return [entry.path for entry, _snippet in response.context["results"]]


def test_without_a_question_there_is_only_the_form(visitor):
    for address in ("/zoeken/", "/zoeken/?q=", "/zoeken/?q=%20%20", "/zoeken/?page=7"):
        response = visitor.get(address)
        assert response.status_code == 200
        assert "results" not in response.context
    assert not LimitWindow.objects.exists()


def test_results_lead_on_and_can_be_narrowed_to_one_kind(visitor):
    enter(1, "Hulp dichtbij")
    enter(2, "Hulp vragen", kind="cause")
    both = visitor.get("/zoeken/?q=hulp")
    assert paths(both) == ["/nieuws/2/", "/nieuws/1/"]
    assert [kind["number"] for kind in both.context["kinds"]] == [1, 1]
    assert paths(visitor.get("/zoeken/?q=hulp&soort=oorzaken")) == ["/nieuws/2/"]
    assert paths(visitor.get("/zoeken/?q=hulp&soort=niets")) == ["/nieuws/2/", "/nieuws/1/"]


def test_the_words_around_the_hit_are_shown_safely(visitor):
    enter(1, "Titel", text=f"{'woord ' * 200}<b>vertrouwen</b> & zo")
    content = visitor.get("/zoeken/?q=vertrouwen").content.decode()
    assert "<mark>vertrouwen</mark>" in content
    hurt = visitor.get("/zoeken/?q=%3Cscript%3Ealert(1)%3C/script%3E").content.decode()
    assert "<script>alert" not in hurt


def test_members_find_what_visitors_do_not(visitor, member):
    enter(1, "Gesprek over school", kind="topic", audience="members")
    assert visitor.get("/zoeken/?q=school").context["total"] == 0
    assert b"Gesprek over school" not in visitor.get("/zoeken/?q=school").content
    assert member.get("/zoeken/?q=school").context["total"] == 1


def test_what_is_hidden_taken_back_or_a_draft_is_never_found(visitor, member):
    factories.article(title="Zichtbaar geheimwoord")
    factories.article(title="Concept geheimwoord", state="draft", published_at=None)
    factories.cause(title="Oorzaak geheimwoord", is_public=False)
    factories.organisation(name="Organisatie geheimwoord", is_public=False)
    call_command("rebuild_search", verbosity=0)
    for reader in (visitor, member):
        found = reader.get("/zoeken/?q=geheimwoord")
        assert [e.title for e, _s in found.context["results"]] == ["Zichtbaar geheimwoord"]


def test_a_page_of_results_takes_as_many_queries_for_10_as_for_100(
    visitor, django_assert_num_queries
):
    for rows in (10, 100):
        for number in range(rows):
            enter(number + 1, f"Hulp {number}")
        visitor.get("/over/")
        with django_assert_num_queries(3):
            response = visitor.get("/zoeken/?q=hulp")
        assert response.context["total"] == rows


@pytest.mark.parametrize("page", ["2", "6", "0", "-1", "99999999999999999999", "x"])
def test_any_page_number_gives_a_page(visitor, page):
    for number in range(45):
        enter(number + 1, f"Hulp {number}")
    assert visitor.get(f"/zoeken/?q=hulp&page={page}").status_code == 200


def test_searching_too_often_waits_and_keeps_the_words(visitor, monkeypatch):
    monkeypatch.setitem(RATES, "search", type(RATES["search"])(2, 60))
    enter(1, "Hulp")
    answers = [visitor.get("/zoeken/?q=hulp") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[2].headers["Retry-After"]) > 0
    assert b'value="hulp"' in answers[2].content
    assert b"Set-Cookie" not in answers[0].serialize_headers()


def test_a_page_of_results_is_for_no_index_and_keeps_no_question(visitor):
    response = visitor.get("/zoeken/?q=geheim")
    assert b'name="robots" content="noindex' in response.content
    assert not SearchEntry.objects.filter(title__contains="geheim").exists()
    assert "geheim" not in "".join(LimitWindow.objects.values_list("key", flat=True))
