"""Mails of a day stop in one click, without signing in; what one must know always comes (S17)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from actiondays import changes, letters, moments, organising
from actiondays.models import ActionDay, Registration
from actiondays.own_data import erase_registration, registration_of
from movement.limits import RATES
from movement.models import PersonalLink
from tests import factories

pytestmark = pytest.mark.django_db
PAGE = "/actiedagen/aanmelding/mail/"


@pytest.fixture
def letters_of(django_capture_on_commit_callbacks):
    """The mails that an act sends."""

    def mails(act):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act()
        return list(mail.outbox)

    return mails


def way_to_stop(letter):
    return letter.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://localhost")


def message(day):
    organising.write_to_all(day, "Neem een jas mee.", writer=None)


def test_a_reminder_stops_in_one_click_of_the_mail_program(client, letters_of):
    day = factories.day(reminder_days=2)
    row = factories.registration(day)
    near = day.starts_at - timedelta(days=1)
    [letter] = letters_of(lambda: moments.tick(near))
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = way_to_stop(letter)
    assert path in letter.body
    assert client.get(path).status_code == 302
    row.refresh_from_db()
    assert row.mail_stopped_at is None  # looking does not act
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 202
    row.refresh_from_db()
    assert row.mail_stopped_at
    assert letters_of(lambda: message(day)) == []


def test_the_page_stops_and_gives_mail_back(client, letters_of):
    day = factories.day(title="Wat als het anders kan")
    row = factories.registration(day)
    [letter] = letters_of(lambda: message(day))
    page = client.get(way_to_stop(letter), follow=True)
    assert page.redirect_chain[-1][0] == PAGE
    assert day.title in page.content.decode()
    for act, is_off in (("stop-mail", True), ("stop-mail", True), ("resume-mail", False)):
        assert client.post(PAGE, {"act": act}).headers["Location"] == PAGE
        row.refresh_from_db()
        assert bool(row.mail_stopped_at) is is_off
        other = "resume-mail" if is_off else "stop-mail"
        assert f'value="{other}"' in client.get(PAGE).content.decode()
    assert len(letters_of(lambda: message(day))) == 1


def test_the_personal_page_stops_and_gives_mail_back(member, letters_of):
    row = factories.registration(factories.day(), person=member.person)
    own = f"/actiedagen/aanmelding/{row.pk}/"
    for act, count in (("stop-mail", 0), ("resume-mail", 1)):
        assert member.post(own, {"act": act}).status_code == 302
        assert len(letters_of(lambda: message(row.day))) == count


def test_what_one_must_know_comes_to_who_stopped(letters_of):
    day = factories.day(places=1)
    row = factories.registration(day, state="unconfirmed", confirmed_at=None)
    queued = factories.registration(day, state="waiting", queue_number=1)
    for each in (row, queued):
        each.stop_mail()
    assert len(letters_of(row.confirm)) == 1
    assert [letter.to for letter in letters_of(row.cancel)] == [[queued.email]]


@pytest.mark.parametrize("change", [{"place": "Ander huis"}, {"state": "cancelled"}])
def test_a_change_comes_to_who_stopped_and_offers_no_stop(change, letters_of):
    day = factories.day()
    factories.registration(day).stop_mail()
    before = ActionDay.objects.get(pk=day.pk)
    for name, value in change.items():
        setattr(day, name, value)
    day.save()
    [letter] = letters_of(lambda: changes.settle(day, before))
    assert "List-Unsubscribe" not in letter.extra_headers
    assert letter.body.count("/persoonlijk/") == 1


def test_thanks_stop_and_a_report_that_was_asked_for_does_not(letters_of):
    day = factories.past_day(report="<p>Dit</p>")
    stopped = factories.registration(day)
    asked = factories.registration(day, mode="report")
    coming = factories.registration(day)
    for each in (stopped, asked):
        each.stop_mail()
    found = {each.to[0]: each for each in letters_of(lambda: organising.publish_report(day))}
    assert set(found) == {asked.email, coming.email}
    assert "List-Unsubscribe" not in found[asked.email].extra_headers
    assert way_to_stop(found[coming.email]) in found[coming.email].body


def test_a_stop_is_not_undone_by_somebody_who_changes_something_meanwhile():
    row = factories.registration(factories.day())
    read_before = Registration.objects.get(pk=row.pk)
    row.stop_mail()
    read_before.change(mode="in-person", party_size=2, preferred_table=None)
    row.refresh_from_db()
    assert (row.party_size, bool(row.mail_stopped_at)) == (2, True)


def test_a_link_that_stops_mail_opens_nothing_else(client, letters_of):
    row = factories.registration(factories.day())
    [letter] = letters_of(lambda: message(row.day))
    client.get(way_to_stop(letter))
    assert client.get(PAGE).status_code == 200
    for path in ("/actiedagen/aanmelding/", "/actiedagen/aanmelding/gegevens.json"):
        assert client.get(path).status_code == 404
        assert client.post(path, {"act": "cancel"}).status_code == 404
    row.refresh_from_db()
    assert row.state == "confirmed"


def test_who_is_erased_leaves_no_link_and_a_late_click_gets_a_clear_answer(client, letters_of):
    row = factories.registration(factories.day())
    [letter] = letters_of(lambda: message(row.day))
    client.get(way_to_stop(letter))
    row.stop_mail()
    assert registration_of(row)["mail_stopped_at"] == row.mail_stopped_at.isoformat()
    erase_registration(row)
    assert not PersonalLink.objects.filter(purpose=letters.STOP_PURPOSE).exists()
    assert client.post(PAGE, {"act": "stop-mail"}).status_code == 404
    assert client.post(way_to_stop(letter)).status_code == 404


def test_too_many_clicks_get_a_clear_answer(client, letters_of):
    row = factories.registration(factories.day())
    [letter] = letters_of(lambda: message(row.day))
    client.get(way_to_stop(letter))
    for _time in range(RATES["registration"].times):
        assert client.post(PAGE, {"act": "stop-mail"}).status_code == 302
    assert client.post(PAGE, {"act": "stop-mail"}).status_code == 429


def test_the_page_takes_few_queries_and_is_never_kept(client, letters_of):
    row = factories.registration(factories.day())
    [letter] = letters_of(lambda: message(row.day))
    client.get(way_to_stop(letter), follow=True)
    with CaptureQueriesContext(connection) as captured:
        page = client.get(PAGE)
    assert len(captured) <= 4
    assert "no-store" in page.headers["Cache-Control"]


def test_the_organisers_see_who_hears_nothing(organiser):
    day = factories.day()
    row = factories.registration(day)
    path = f"/beheer/actiondays/actionday/{day.pk}/deelnemers/"
    before = organiser.get(path).content.decode()
    row.stop_mail()
    after = organiser.get(path).content.decode()
    assert "per mail" in after
    assert "per mail" not in before
    assert row.mail_stopped_at <= timezone.now()
