"""What a line of a table leads to: something that is there, or something new made from it."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from actiondays import organising
from actiondays.models import ResultLink
from movement.models import Action, Cause, Direction
from movement.once import fresh_key
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def line():
    table = factories.dialogue_table(factories.past_day(title="Wat als dag"))
    return factories.table_result(table, text="Er moet een gewone plek zijn om te praten")


def lead_path(line):
    return reverse("admin:actiondays_lead", args=[line.table.day_id, line.pk])


def results_path(line):
    return reverse("admin:actiondays_results", args=[line.table.day_id])


def become(browser, line, kind="direction", **given):
    form = {"once": fresh_key(), "kind": kind, "title": "Gewone plekken om te praten", **given}
    return browser.post(lead_path(line), form)


def test_an_organiser_makes_something_new_where_the_line_stands(organiser, client, line):
    page = organiser.get(f"{results_path(line)}?regel={line.pk}").content.decode()
    assert 'value="Er moet een gewone plek zijn om te praten"' in page
    response = become(organiser, line)
    assert response.headers["Location"] == f"{results_path(line)}#regel-{line.pk}"
    made = Direction.objects.get()
    link = ResultLink.objects.get()
    assert (made.title, made.is_public) == ("Gewone plekken om te praten", False)
    assert (link.result, link.direction, link.linked_by) == (line, made, organiser.person)
    assert LogEntry.objects.filter(user=organiser.person, object_id=made.pk).exists()
    assert "Gewone plekken" in organiser.get(results_path(line)).content.decode()
    assert client.get(made.get_absolute_url()).status_code == 404


def test_the_public_page_names_it_once_an_editor_made_it_public(organiser, client, line):
    become(organiser, line)
    day, made = line.table.day, Direction.objects.get()
    before = client.get(day.get_absolute_url()).content.decode()
    assert line.text in before
    assert "Gewone plekken om te praten" not in before
    Direction.objects.update(is_public=True)
    after = client.get(day.get_absolute_url()).content.decode()
    assert made.get_absolute_url() in after
    assert line.text in client.get(made.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("kind", "model", "front"),
    [
        ("cause", Cause, None),
        ("direction", Direction, None),
        ("start", Action, "start"),
        ("stop", Action, "stop"),
        ("turn-back", Action, "turn-back"),
    ],
)
def test_a_line_becomes_each_kind_of_thing(organiser, line, kind, model, front):
    become(organiser, line, kind=kind)
    made = model.objects.get()
    assert line.links.get().target == made
    if front:
        assert (made.front, made.state) == (front, "proposed")


def test_a_line_leads_to_what_is_there_once(organiser, client, line):
    cause = factories.cause(title="Ouders zijn bang")
    for _time in range(2):
        organiser.post(lead_path(line), {"target": f"cause:{cause.pk}"})
    assert [link.target for link in line.links.all()] == [cause]
    page = client.get(line.table.day.get_absolute_url()).content.decode()
    assert cause.get_absolute_url() in page


def test_the_same_form_twice_makes_one_thing(organiser, line):
    key = fresh_key()
    for _time in range(2):
        assert become(organiser, line, once=key).status_code == 302
    assert Direction.objects.count() == 1


@pytest.mark.parametrize(
    "given", [{"kind": "mars"}, {"title": " "}, {"title": "x" * 161}, {"target": "cause:999"}]
)
def test_what_is_not_right_comes_back_below_the_line(organiser, line, given):
    response = become(organiser, line, **given)
    assert response.status_code == 422
    page = response.content.decode()
    assert f'action="{lead_path(line)}"' in page
    if "target" not in given:
        assert given.get("title", "Gewone plekken om te praten") in page
    assert not ResultLink.objects.exists()


def test_an_editor_may_link_and_not_enter(editor, line):
    page = editor.get(results_path(line)).content.decode()
    assert line.text in page
    assert "<result-entry>" not in page
    assert editor.post(results_path(line), {"table": line.table_id, "text": "X"}).status_code == 403
    assert become(editor, line).status_code == 302
    assert line.links.get().linked_by == editor.person


def test_nobody_else_says_where_a_line_leads(moderator, member, client, line):
    for browser in (moderator, member, client):
        assert browser.get(results_path(line)).status_code in {302, 403}
        response = become(browser, line)
        assert response.status_code in {302, 403}
        assert line.text not in response.content.decode()
    assert not Direction.objects.exists()


def test_a_line_of_another_day_is_not_found(organiser, line):
    other = factories.past_day()
    path = reverse("admin:actiondays_lead", args=[other.pk, line.pk])
    assert organiser.post(path, {"kind": "cause", "title": "X"}).status_code == 404
    for odd in ("x", "9" * 30, "²"):
        assert organiser.get(f"{results_path(line)}?regel={odd}&tafel={odd}").status_code == 200


def test_a_withdrawn_link_stays_beside_a_new_one(organiser, line):
    cause = factories.cause()
    gone = line.lead_to(cause, by=organiser.person)
    gone.withdrawn_at, gone.reason = timezone.now(), "Er is er al een"
    gone.save()
    line.lead_to(cause, by=organiser.person)
    assert line.links.count() == 2
    assert line.links.standing().count() == 1


def test_what_is_proposed_takes_the_next_number_and_a_free_address(line):
    factories.cause(number=41, slug="ouders-zijn-bang")
    first = Cause.objects.propose("Ouders  zijn bang")
    second = Cause.objects.propose("Ouders zijn bang")
    nameless = Cause.objects.propose("???")
    assert [row.number for row in (first, second, nameless)] == [42, 43, 44]
    assert (first.title, first.slug, second.slug) == (
        "Ouders zijn bang", "ouders-zijn-bang-42", "ouders-zijn-bang-43",
    )  # fmt: skip
    assert nameless.get_absolute_url()
    long = Cause.objects.propose("a" * 200)
    assert (len(long.title), len(long.short_title)) == (160, 48)
    with pytest.raises(IntegrityError):
        Cause.objects.create(number=42, title="x", short_title="x", slug="x")


def test_a_failed_step_leaves_nothing_behind(line):
    with pytest.raises(KeyError):
        organising.become(line, "nothing", "Titel", by=None)
    assert not Cause.objects.exists()


def test_lines_take_few_queries_however_many(organiser, line):
    path = f"{results_path(line)}?regel={line.pk}"
    organiser.get(path)
    counts = []
    for rows in (10, 50):
        for number in range(rows):
            more = factories.table_result(line.table, text=f"Regel {number}", position=number + 2)
            more.lead_to(factories.cause(), by=None)
            more.lead_to(factories.direction(), by=None)
        with CaptureQueriesContext(connection) as captured:
            organiser.get(path)
        counts.append(len(captured))
    assert counts[0] == counts[1]
