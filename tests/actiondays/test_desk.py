"""The organisers' desk: who comes, who sits where, what people need, what the tables brought."""

import csv
import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.core.serializers import deserialize
from django.urls import reverse
from django.utils import timezone

from actiondays import moments, organising
from actiondays.models import (
    ActionDay,
    Agreement,
    DayMessage,
    LabRequest,
    NextStep,
    Registration,
)
from discussions.models import Board, Topic
from movement import search
from movement.models import OutboxMessage
from movement.once import fresh_key
from tests import factories

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
PAGES = ["who_comes", "registrations_csv", "table_division", "write", "results", "publish"]


def desk(name, day):
    return reverse(f"admin:actiondays_{name}", args=[day.pk])


@pytest.mark.parametrize("name", [*PAGES, "needs"])
def test_the_desk_is_for_who_may_change_days(name, organiser, editor, member, client):
    day = factories.day()
    day.organisers.add(organiser.person)
    factories.registration(day, name="Geheime naam", access_needs="Een tolk")
    assert organiser.get(desk(name, day)).status_code == 200
    reads = {200} if name == "results" else {403}  # an editor says where lines lead
    for browser, status in ((editor, reads), (member, {302, 403}), (client, {302})):
        response = browser.get(desk(name, day))
        assert response.status_code in status
        assert "Geheime naam" not in response.content.decode()
    assert organiser.get(desk(name, day).replace(str(day.pk), "999999")).status_code == 404


def test_only_organisers_of_this_day_see_what_people_need(organiser, beheerder):
    day = factories.day()
    day.organisers.add(organiser.person)
    factories.registration(day, access_needs="Een tolk Tigrinya")
    assert "Tigrinya" in organiser.get(desk("needs", day)).content.decode()
    assert beheerder.get(desk("needs", day)).status_code == 403
    other = factories.day()
    factories.registration(other, access_needs="Iets anders")
    assert organiser.get(desk("needs", other)).status_code == 403
    for name in PAGES:
        assert "Tigrinya" not in organiser.get(desk(name, day)).content.decode()
    row = Registration.objects.filter(day=day).get()
    change = reverse("admin:actiondays_registration_change", args=[row.pk])
    assert "Tigrinya" not in beheerder.get(change).content.decode()


def changed_day(browser, path, **more):
    """Save the form of a day as it stands, with these answers."""
    form = browser.get(path).context["adminform"].form
    given = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    given = {name: value for name, value in given.items() if value or name == "series_position"}
    for name in ("starts_at", "ends_at"):
        given[name] = timezone.localtime(given[name]).strftime("%Y-%m-%dT%H:%M")
    for prefix in ("tables", "next_steps"):
        given |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    return browser.post(path, {**given, **more})


def test_an_organiser_of_one_day_does_not_become_organiser_of_another(organiser, beheerder):
    other = factories.day()
    factories.registration(other, access_needs="Een tolk Tigrinya")
    path = reverse("admin:actiondays_actionday_change", args=[other.pk])
    mine = {"organisers": [organiser.person.pk]}
    assert changed_day(organiser, path, **mine, place="Ander huis").status_code == 302
    other.refresh_from_db()
    assert (other.place, other.organisers.exists()) == ("Ander huis", False)
    assert organiser.get(desk("needs", other)).status_code == 403
    assert changed_day(beheerder, path, **mine).status_code == 302
    assert organiser.get(desk("needs", other)).status_code == 200
    both = [organiser.person.pk, beheerder.person.pk]
    assert changed_day(organiser, path, organisers=both).status_code == 302
    assert other.organisers.count() == 2


def test_needs_are_unreadable_at_rest_and_gone_after_thirty_days():
    from django.db import connection

    day = factories.past_day(starts_at=timezone.now() - timedelta(days=29))
    row = factories.registration(day, access_needs="Een tolk Tigrinya")
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_needs FROM actiondays_registration")
        assert "Tigrinya" not in cursor.fetchone()[0]
    dump = io.StringIO()
    call_command("dumpdata", "actiondays", stdout=dump)
    assert "Tigrinya" not in dump.getvalue()
    for read in deserialize("json", dump.getvalue()):
        read.save()
    row.refresh_from_db()
    assert row.access_needs == "Een tolk Tigrinya"
    moments.tick(timezone.now())
    row.refresh_from_db()
    assert row.access_needs == "Een tolk Tigrinya"
    moments.tick(timezone.now() + timedelta(days=2))
    row.refresh_from_db()
    assert row.access_needs == ""


def test_the_file_of_registrations_runs_no_formula(organiser):
    day = factories.day()
    factories.registration(day, name='=HYPERLINK("http://x")')
    content = organiser.get(desk("registrations_csv", day)).content.decode("utf-8-sig")
    _heads, row = csv.reader(io.StringIO(content), delimiter=";")
    assert row[0].startswith("'=")


def test_the_organiser_confirms_checks_in_and_cancels(organiser):
    day = factories.day(places=1)
    row = factories.registration(day, email="", phone="+31612345678", state="unconfirmed")
    Registration.objects.update(confirmed_at=None)
    waiting = factories.registration(day, state="waiting", queue_number=1)
    for act in ("confirm", "in"):
        organiser.post(desk("who_comes", day), {"act": f"{act}:{row.pk}"})
    row.refresh_from_db()
    assert (row.state, row.checked_in_at is not None) == ("confirmed", True)
    organiser.post(desk("who_comes", day), {"act": f"out:{row.pk}"})
    organiser.post(desk("who_comes", day), {"act": f"cancel:{row.pk}"})
    waiting.refresh_from_db()
    assert waiting.state == "confirmed"
    other = factories.registration(factories.day())
    assert organiser.post(desk("who_comes", day), {"act": f"in:{other.pk}"}).status_code == 404


@pytest.mark.parametrize("number", ["²", "abc", "9" * 30, "-1", ""])
def test_a_number_that_is_none_is_no_registration(organiser, number):
    day = factories.day()
    for act in ("confirm", "cancel", "in"):
        answer = organiser.post(desk("who_comes", day), {"act": f"{act}:{number}"})
        assert answer.status_code == 404


def test_tables_are_divided_by_preference_and_by_hand(organiser):
    day = factories.day()
    small, large = factories.dialogue_table(day, places=1), factories.dialogue_table(day)
    placed = factories.registration(day, table=large)
    wishes = [factories.registration(day, preferred_table=small) for _n in range(2)]
    online = factories.registration(day, mode="online")
    organiser.post(desk("table_division", day), {"divide": "1"})
    for row in (placed, *wishes, online):
        row.refresh_from_db()
    assert [row.table for row in (placed, *wishes, online)] == [large, small, large, None]
    organiser.post(desk("table_division", day), {f"table-{placed.pk}": ""})
    placed.refresh_from_db()
    assert placed.table is None


def test_a_message_stands_on_the_personal_page_and_not_in_the_mail(organiser, member):
    day = factories.day()
    row = factories.registration(day, person=member.person)
    factories.registration(day, state="cancelled")
    organiser.post(desk("write", day), {"text": "Neem een kussen mee"})
    assert DayMessage.objects.get().written_by == organiser.person
    assert OutboxMessage.objects.filter(kind="registration-message").count() == 1
    page = member.get(f"/actiedagen/aanmelding/{row.pk}/").content.decode()
    assert "Neem een kussen mee" in page


def test_two_at_one_table_both_keep_their_lines(organiser, sign_in):
    table = factories.dialogue_table(factories.past_day())
    path = desk("results", table.day)
    other = sign_in(organiser.person)
    key = fresh_key()
    for browser, text in ((organiser, "Een"), (other, "Twee"), (organiser, "Drie")):
        assert browser.post(path, {"table": table.pk, "text": text}).status_code == 302
    for _again in range(2):
        organiser.post(path, {"table": table.pk, "text": "Vier", "once": key})
    found = list(table.results.values_list("position", "text"))
    assert found == [(1, "Een"), (2, "Twee"), (3, "Drie"), (4, "Vier")]
    assert organiser.post(path, {"table": table.pk, "text": ""}).status_code == 422


def test_publishing_tells_everyone_once_and_hears_whether_it_is_right(organiser, member, client):
    day = factories.past_day(report="<p>Dit kwam eruit</p>")
    there = factories.registration(day, person=member.person)
    factories.registration(day, mode="report")
    factories.registration(day, state="cancelled")
    own = f"/actiedagen/aanmelding/{there.pk}/"
    member.post(own, {"act": "agree", "agrees": "ja"})
    assert not hasattr(there, "agreement")
    assert "Dit kwam eruit" not in client.get(day.get_absolute_url()).content.decode()
    assert not search.find("kwam eruit", None).exists()
    for _time in range(2):
        organiser.post(desk("publish", day))
    assert "Dit kwam eruit" in client.get(day.get_absolute_url()).content.decode()
    assert [entry.target_id for entry in search.find("kwam eruit", None)] == [day.pk]
    assert OutboxMessage.objects.filter(kind="registration-report").count() == 2
    assert member.post(own, {"act": "agree", "agrees": "nee"}).status_code == 422
    member.post(own, {"act": "agree", "agrees": "ja"})
    assert 'id="klopt-het"' in client.get(day.get_absolute_url()).content.decode()


def test_an_answer_is_shown_again_to_change_and_waits_anew(organiser, member):
    day = factories.past_day(report="<p>Dit</p>", report_published_at=timezone.now())
    row = factories.registration(day, person=member.person)
    own = f"/actiedagen/aanmelding/{row.pk}/"
    member.post(own, {"act": "agree", "agrees": "nee", "correction": "Het waren er drie"})
    assert "Het waren er drie" in member.get(own).content.decode()
    answer = Agreement.objects.get()
    organiser.post(desk("publish", day), {"handled": answer.pk})
    member.post(own, {"act": "agree", "agrees": "nee", "correction": "Het waren er vier"})
    answer.refresh_from_db()
    assert (answer.correction, answer.handled_at) == ("Het waren er vier", None)


@pytest.mark.parametrize(
    "facts",
    [{"mode": "report"}, {"state": "waiting", "queue_number": 1}, {"state": "unconfirmed"}],
)
def test_only_who_was_there_says_whether_a_report_is_right(member, facts):
    day = factories.past_day(report="<p>Dit</p>", report_published_at=timezone.now())
    row = factories.registration(day, person=member.person, **facts)
    own = f"/actiedagen/aanmelding/{row.pk}/"
    assert 'value="agree"' not in member.get(own).content.decode()
    member.post(own, {"act": "agree", "agrees": "ja"})
    assert not Agreement.objects.exists()


def test_who_was_there_says_whether_a_report_is_right(member):
    day = factories.past_day(report="<p>Dit</p>", report_published_at=timezone.now())
    row = factories.registration(day, person=member.person)
    own = f"/actiedagen/aanmelding/{row.pk}/"
    assert 'value="agree"' in member.get(own).content.decode()
    member.post(own, {"act": "agree", "agrees": "ja"})
    assert Agreement.objects.get().agrees


def test_who_only_wants_the_report_is_not_asked_to_come(member, organiser):
    day = factories.day()
    row = factories.registration(day, person=member.person, mode="report")
    page = member.get(f"/actiedagen/aanmelding/{row.pk}/").content.decode()
    assert "kan niet komen" not in page
    assert "agenda.ics" not in page
    assert "heeft een plek" not in organiser.get(desk("who_comes", day)).content.decode()
    factories.registration(day)
    assert "heeft een plek" in organiser.get(desk("who_comes", day)).content.decode()


def test_without_a_report_nothing_is_published(organiser):
    day = factories.past_day()
    factories.registration(day)
    assert organiser.post(desk("publish", day)).status_code == 302
    day.refresh_from_db()
    assert day.report_published_at is None
    assert not OutboxMessage.objects.exists()


def test_a_correction_waits_until_somebody_says_it_was_handled(organiser, editor):
    day = factories.past_day(report="<p>Dit</p>", report_published_at=timezone.now())
    answer = Agreement.objects.create(
        registration=factories.registration(day), agrees=False, correction="Er mist een woord"
    )
    today, waits = reverse("admin:index"), reverse("admin:actiondays_publish", args=[day.pk])
    assert waits in organiser.get(today).content.decode()
    assert editor.post(waits, {"handled": answer.pk}).status_code == 403
    for odd in ("x", "999999"):
        assert organiser.post(waits, {"handled": odd}).status_code == 404
    organiser.post(waits, {"handled": answer.pk})
    answer.refresh_from_db()
    assert answer.handled_at is not None
    assert waits not in organiser.get(today).content.decode()
    assert not OutboxMessage.objects.exists()


def test_what_organisers_follow_up_waits_on_their_start_page(organiser, editor):
    LabRequest.objects.create(
        organisation="Gemeente",
        town="Ulft",
        name="Wilg",
        email="w@example.org",
        question="Wat als?",
    )
    NextStep.objects.create(
        day=factories.past_day(), text="Bellen", owner="LOC", due_on=timezone.localdate() - DAY
    )
    mine, other = (browser.get(reverse("admin:index")) for browser in (organiser, editor))
    for path in ("actiondays/labrequest/?state__exact=new", "actiondays/actionday/?stap=te-laat"):
        assert path in mine.content.decode()
        assert path not in other.content.decode()
    listed = organiser.get("/beheer/actiondays/actionday/?stap=te-laat").content.decode()
    assert listed.count('class="field-title"') == 1


def test_the_next_day_of_a_series_begins_as_a_concept(organiser):
    row = factories.series()
    day = factories.day(series=row, series_position=4, address="Straat 1")
    factories.dialogue_table(day, title="Zelfde tafel")
    organiser.post(desk("duplicate", day))
    copy = ActionDay.objects.exclude(pk=day.pk).get()
    assert (copy.state, copy.series_position, copy.address) == ("concept", 5, "Straat 1")
    assert copy.starts_at > day.starts_at
    assert [table.title for table in copy.tables.all()] == ["Zelfde tafel"]
    assert organising.duplicate(day).series_position == 6


def test_an_organiser_opens_one_conversation_about_a_day(organiser, member):
    day = factories.day(title="Wat als we praten?")
    board = Board.objects.create(title="Thuis", slug="thuis", audience="public")
    for words in ("Wat vond je?", "Nog eens"):
        organiser.post(desk("conversation", day), {"board": board.pk, "body": words})
    day.refresh_from_db()
    assert Topic.objects.get() == day.topic
    assert (day.topic.subject_path, day.topic.is_by_staff) == (day.get_absolute_url(), True)
    assert day.topic.get_absolute_url() in member.get(day.get_absolute_url()).content.decode()


def test_colleagues_are_known_by_role_and_by_address_only_to_who_looks_up_people(
    organiser, beheerder, editor, client
):
    day = factories.day()
    day.organisers.add(organiser.person)
    path = reverse("admin:actiondays_actionday_change", args=[day.pk])
    named = f"{editor.person.pseudonym} – redacteur"
    mine, all_of_it = (browser.get(path).content.decode() for browser in (organiser, beheerder))
    assert named in mine
    assert named in all_of_it
    assert editor.person.email not in mine
    assert editor.person.email in all_of_it
    public = client.get(day.get_absolute_url()).content.decode()
    assert organiser.person.pseudonym not in public
    changed = organiser.post(
        path, {"organisers": [organiser.person.pk, 999_999], "title": day.title}
    )
    assert "organisers" in changed.context["adminform"].form.errors


def test_who_asked_only_for_the_report_is_not_asked_whether_it_is_right():
    from movement.mail import composed

    day = factories.past_day(report="<p>Dit</p>")
    factories.registration(day, mode="report")
    factories.registration(day)
    organising.publish_report(day)
    reader, present = (composed(mail).body for mail in OutboxMessage.objects.order_by("pk"))
    assert "goed opgeschreven" not in reader
    assert "opgeschreven" in present
