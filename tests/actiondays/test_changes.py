"""What follows when a day changes: everyone hears it, once, and it can be found as it is now."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from actiondays import changes, own_data, search_entries
from actiondays.models import ActionDay, Agreement, LabRequest, Registration
from movement import search
from movement.models import OutboxMessage, PersonalLink
from movement.once import fresh_key
from movement.robots import stamp
from tests import factories

pytestmark = pytest.mark.django_db


def changed(day, **facts):
    """Change a day as the admin does; returns the day as it was saved."""
    before = ActionDay.objects.get(pk=day.pk)
    for name, value in facts.items():
        setattr(day, name, value)
    changes.note_move(day, before)
    day.save()
    changes.settle(day, before)
    return day


def told():
    return OutboxMessage.objects.filter(kind="registration-change").count()


def test_everyone_hears_that_a_day_is_cancelled(client):
    day = factories.day()
    factories.registration(day)
    factories.registration(day, state="waiting", queue_number=1)
    factories.registration(day, state="cancelled")
    changed(day, state="cancelled", state_reason="De zaal is dicht")
    assert told() == 2
    changed(day, summary="Nog een zin")
    assert told() == 2


def test_nobody_reads_that_a_place_is_certain_on_a_day_that_is_cancelled(member, client):
    day = factories.day(places=1)
    row = factories.registration(day, person=member.person)
    own, form = f"/actiedagen/aanmelding/{row.pk}/", f"{day.get_absolute_url()}aanmelden/"
    assert "Je plek is zeker" in member.get(own).content.decode()
    assert "wachtlijst" in client.get(form).content.decode()
    changed(day, state="cancelled", state_reason="De zaal is dicht")
    page = member.get(own).content.decode()
    assert "Je plek is zeker" not in page
    assert "agenda.ics" not in page
    closed = client.get(form).content.decode()
    assert "De zaal is dicht" in closed
    assert "wachtlijst" not in closed


def test_a_day_that_moves_keeps_its_registrations_and_says_so(client):
    day = factories.day()
    factories.registration(day)
    old = day.starts_at
    day = changed(day, starts_at=old + timedelta(days=7), ends_at=old + timedelta(days=7, hours=2))
    assert (day.state, day.moved_from, told()) == ("moved", old, 1)
    page = client.get(day.get_absolute_url()).content.decode()
    assert timezone.localtime(old).strftime("%Y-%m-%dT%H:%M") in page  # previousStartDate
    assert f"{day.get_absolute_url()}aanmelden/" in page


def test_a_concept_or_a_word_in_the_text_tells_nobody():
    concept = factories.day(state="concept")
    factories.registration(concept)
    changed(concept, place="Ander huis")
    day = factories.day()
    factories.registration(day)
    changed(day, introduction="<p>Anders</p>")
    assert told() == 0


def test_the_admin_tells_and_fills_when_a_day_is_saved(organiser):
    day = factories.day(places=1)
    factories.registration(day)
    waiting = factories.registration(day, state="waiting", queue_number=1)
    path = reverse("admin:actiondays_actionday_change", args=[day.pk])
    form = organiser.get(path).context["adminform"].form
    given = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    given = {name: value for name, value in given.items() if value or name == "series_position"}
    for name in ("starts_at", "ends_at"):
        given[name] = timezone.localtime(given[name]).strftime("%Y-%m-%dT%H:%M")
    for prefix in ("tables", "next_steps"):
        given |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    given |= {"places": 2, "place": "Ander huis", "organisers": []}
    response = organiser.post(path, given)
    assert response.status_code == 302, response.context["errors"]
    waiting.refresh_from_db()
    assert (waiting.state, told()) == ("confirmed", 2)


def test_search_finds_a_day_as_it_is_and_no_concept():
    day = factories.day(title="Wat als koekoeksklok")
    factories.day(title="Wat als koekoeksklok geheim", state="concept")
    assert search_entries.rebuild() == 1
    assert [entry.target_id for entry in search.find("koekoeksklok", None)] == [day.pk]
    day.title = "Wat als zonnewijzer"
    day.save()
    search_entries.refresh(day)
    assert not search.find("koekoeksklok", None).exists()
    day.state = "concept"
    day.save()
    search_entries.refresh(day)
    assert not search.find("zonnewijzer", None).exists()


def test_a_member_takes_everything_along_and_leaves_nothing(member):
    day = factories.past_day()
    row = factories.registration(day, person=member.person, access_needs="Een tolk")
    factories.registration(day, email=f"x{member.person.email}")
    Agreement.objects.create(registration=row, agrees=False, correction="Het was anders")
    [kept] = own_data.export_for(member.person)["registrations"]
    assert (kept["access_needs"], kept["report_correction"]) == ("Een tolk", "Het was anders")
    own_data.erase(member.person, keep_texts=False)
    assert Registration.objects.count() == 1
    assert not Agreement.objects.exists()


def test_somebody_without_an_account_takes_along_and_removes_by_the_link(member):
    day = factories.day(places=1)
    row = factories.registration(day, person=member.person)
    waiting = factories.registration(day, state="waiting", queue_number=1)
    own = f"/actiedagen/aanmelding/{row.pk}/"
    assert member.get(f"{own}gegevens.json").json()["email"] == row.email
    assert member.post(own, {"act": "erase"}).status_code == 200
    waiting.refresh_from_db()
    assert waiting.state == "confirmed"
    assert not Registration.objects.filter(pk=row.pk).exists()
    assert not PersonalLink.objects.filter(purpose="registration", target_id=row.pk).exists()
    causes = OutboxMessage.objects.values_list("cause", flat=True)
    assert not [cause for cause in causes if cause.startswith(f"registration-{row.pk}-")]


def test_a_request_for_a_lab_comes_to_the_desk_once(client, organiser):
    given = {
        "once": fresh_key(),
        "shown_at": stamp(timezone.now() - timedelta(seconds=9)),
        "organisation": "Gemeente Voorbeeld",
        "town": "Ulft",
        "name": "Wilg",
        "phone": "0314 123456",
        "question": "Hulp dichtbij",
    }
    wrong = client.post("/actiedagen/lab-aanvragen/", {**given, "phone": ""})
    assert wrong.status_code == 422
    assert "Hulp dichtbij" in wrong.content.decode()
    for _time in range(2):
        assert client.post("/actiedagen/lab-aanvragen/", given).status_code == 302
    assert LabRequest.objects.get().phone == "+31314123456"
    desk = organiser.get(reverse("admin:actiondays_labrequest_changelist")).content.decode()
    assert "Gemeente Voorbeeld" in desk
