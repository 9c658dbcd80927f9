"""Registering without an account, from the form to the place."""

import re
from collections import Counter
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from actiondays import moments, phones
from actiondays.models import Registration
from movement.models import OutboxMessage
from movement.once import fresh_key
from movement.robots import stamp
from tests import factories

pytestmark = pytest.mark.django_db
LINK = re.compile(r"http://localhost(/persoonlijk/\S+)")


def answers(**given):
    """A form as a person sends it, ten seconds after it was shown."""
    shown_at = stamp(timezone.now() - timedelta(seconds=10))
    form = {"once": fresh_key(), "shown_at": shown_at, "website": ""}
    return {**form, "name": "Wilg", "mode": "in-person", "party_size": "1", **given}


def send(client, day, **given):
    return client.post(f"{day.get_absolute_url()}aanmelden/", answers(**given))


def open_link(client, letter):
    """Follow the personal link of a mail to the page it is for."""
    return client.get(LINK.search(letter.body)[1], follow=True)


def sent(django_capture_on_commit_callbacks, act):
    """The mails that this act sends."""
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        act()
    return list(mail.outbox)


@pytest.fixture
def letters_of(django_capture_on_commit_callbacks):
    return lambda act: sent(django_capture_on_commit_callbacks, act)


def test_a_visitor_registers_confirms_and_cancels(client, letters_of):
    day = factories.day(address="Voorbeeldstraat 1", address_after_confirmation=True)
    [letter] = letters_of(lambda: send(client, day, email="wilg@example.org"))
    registration = Registration.objects.get()
    assert registration.state == "unconfirmed"
    page = open_link(client, letter)
    assert "Voorbeeldstraat" not in page.content.decode()
    registration.refresh_from_db()
    assert registration.state == "unconfirmed"  # looking does not act
    client.post("/actiedagen/aanmelding/", {"act": "confirm"})
    registration.refresh_from_db()
    assert registration.state == "confirmed"
    assert "Voorbeeldstraat" in client.get("/actiedagen/aanmelding/").content.decode()
    client.post("/actiedagen/aanmelding/", {"act": "cancel"})
    registration.refresh_from_db()
    assert registration.state == "cancelled"


def test_a_letter_tells_who_looks_along_nothing(client, letters_of):
    day = factories.day(title="Wat als jeugdzorg", slug="wat-als-jeugd", place="Jeugdhuis")
    [letter] = letters_of(lambda: send(client, day, email="wilg@example.org", name="Sanne"))
    text = f"{letter.subject} {letter.body}".lower()
    for word in ("jeugd", "wat als", "actiedag", "sanne", "utrecht", day.slug):
        assert word not in text
    assert "bevestig" in text


def test_a_known_address_gets_the_same_answer(client, letters_of):
    day = factories.day()
    first = send(client, day, email="wilg@example.org")
    again = send(client, day, email="WILG@example.org", name="Ander")
    assert (first.status_code, first.headers["Location"]) == (302, again.headers["Location"])
    assert Registration.objects.get().name == "Wilg"
    other = letters_of(lambda: send(client, day, email="wilg@example.org"))
    assert other == []  # the second answer was mailed today already


def test_the_same_form_sent_twice_gives_one_registration(client):
    day = factories.day()
    form = answers(email="wilg@example.org")
    for _time in range(2):
        response = client.post(f"{day.get_absolute_url()}aanmelden/", form)
        assert response.status_code == 302
    assert Registration.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "email"),
        ({"email": "wilg@example.org\nBcc: x@example.org"}, "email"),
        ({"email": "wilg@"}, "email"),
        ({"phone": "geen nummer"}, "phone"),
        ({"email": "wilg@example.org", "party_size": "4"}, "party_size"),
        ({"email": "wilg@example.org", "name": ""}, "name"),
        ({"email": "wilg@example.org", "name": "x" * 70}, "name"),
        ({"email": "wilg@example.org", "mode": "online"}, "mode"),
    ],
)
def test_what_is_not_right_comes_back_with_the_text(client, given, field):
    day = factories.day()
    response = send(client, day, access_needs="Een rustige plek graag", **given)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert "Een rustige plek graag" in response.content.decode()
    assert not Registration.objects.exists()


def test_a_day_that_closes_while_the_form_is_open_keeps_the_text(client):
    day = factories.day(state="closed")
    response = send(client, day, email="wilg@example.org", access_needs="Een tolk")
    assert response.status_code == 422
    assert "Een tolk" in response.content.decode()
    assert not Registration.objects.exists()
    assert client.get(f"{day.get_absolute_url()}aanmelden/").status_code == 200
    concept = factories.day(state="concept")
    assert send(client, concept, email="wilg@example.org").status_code == 404


@pytest.mark.parametrize("robot", [{"website": "http://x"}, {"shown_at": "forged"}])
def test_a_robot_is_thanked_and_forgotten(client, robot):
    day = factories.day()
    assert send(client, day, email="wilg@example.org", **robot).status_code == 302
    assert not Registration.objects.exists()


def test_too_often_keeps_the_text(client):
    day = factories.day()
    for number in range(30):
        send(client, day, email=f"wilg{number}@example.org")
    response = send(client, day, email="laatste@example.org", access_needs="Een tolk")
    assert response.status_code == 429
    assert "Een tolk" in response.content.decode()
    assert int(response.headers["Retry-After"]) > 0


@pytest.mark.parametrize(
    "spelling",
    ["0612345678", "06-12 34 56 78", "+31 (0)6 12345678", "0031612345678", "06.12.34.56.78"],
)
def test_a_telephone_number_in_any_spelling_is_one_number(spelling):
    assert phones.normalised(spelling) == "+31612345678"


def test_with_a_telephone_only_the_organiser_confirms(client, letters_of):
    day = factories.day()
    letters = letters_of(lambda: send(client, day, phone="06 12345678"))
    again = send(client, day, phone="+31612345678")
    registration = Registration.objects.get()
    assert (letters, again.status_code) == ([], 302)
    assert (registration.state, registration.held_until) == ("unconfirmed", None)
    moments.tick(timezone.now() + timedelta(days=5))
    registration.refresh_from_db()
    assert registration.state == "unconfirmed"
    registration.confirm()
    assert registration.state == "confirmed"


def test_a_member_is_known_and_finds_it_back(member, client, letters_of):
    day = factories.day()
    thanks = send(member, day, email=member.person.email.upper()).headers["Location"]
    registration = Registration.objects.get()
    assert member.get(thanks).headers["Location"] == f"/actiedagen/aanmelding/{registration.pk}/"
    assert (registration.state, registration.person) == ("confirmed", member.person)
    path = f"/actiedagen/aanmelding/{registration.pk}/"
    listed = member.get("/actiedagen/aanmeldingen/").content.decode()
    assert path in listed
    assert "Je plek is zeker" in listed
    assert member.get(path).status_code == 200
    assert client.get(path).headers["Location"] == f"/account/login/?next={path}"


def test_an_account_does_not_tell_whether_an_address_is_known(member):
    day = factories.day()
    factories.registration(day, email="bekend@example.org")
    seen = []
    for address in ("bekend@example.org", "nieuw@example.org"):
        thanks = send(member, day, email=address).headers["Location"]
        page = member.get("/actiedagen/aanmeldingen/").content.decode()
        seen.append((thanks, member.get(thanks).status_code, day.title in page))
    assert seen[0] == seen[1]
    assert Registration.objects.filter(email="nieuw@example.org", person=None).exists()


def test_an_equal_address_does_not_make_it_the_members(member, client):
    day = factories.day()
    send(client, day, email=member.person.email)
    registration = Registration.objects.get()
    assert registration.person is None
    assert member.get(f"/actiedagen/aanmelding/{registration.pk}/").status_code == 404


def test_an_unconfirmed_place_is_held_two_days_with_one_reminder(client, letters_of):
    day = factories.day(places=1)
    send(client, day, email="een@example.org")
    send(client, day, email="twee@example.org")
    first, second = Registration.objects.order_by("pk")
    assert (first.state, second.state) == ("unconfirmed", "waiting")
    second.confirm()
    now = timezone.now()
    tomorrow = letters_of(lambda: moments.tick(now + timedelta(hours=25)))
    assert [letter.to for letter in tomorrow] == [["een@example.org"]]
    assert letters_of(lambda: moments.tick(now + timedelta(hours=26))) == []
    later = letters_of(lambda: moments.tick(now + timedelta(hours=49)))
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("lapsed", "confirmed")
    assert [letter.to for letter in later] == [["twee@example.org"]]


def test_everyone_with_a_place_is_reminded_once(letters_of):
    day = factories.day(reminder_days=2)
    factories.registration(day)
    factories.registration(day, mode="report")
    factories.registration(day, state="waiting", queue_number=1)
    quiet = factories.day(reminder_days=None)
    factories.registration(quiet)
    assert letters_of(lambda: moments.tick(day.starts_at - timedelta(days=3))) == []
    near = day.starts_at - timedelta(days=1)
    assert len(letters_of(lambda: moments.tick(near))) == 1
    assert letters_of(lambda: moments.tick(near + timedelta(minutes=1))) == []
    assert OutboxMessage.objects.filter(kind="registration-reminder").count() == 1


def test_a_full_table_refuses_known_and_unknown_alike(client):
    day = factories.day()
    table = factories.dialogue_table(day, places=1)
    factories.registration(day, preferred_table=table, email="bekend@example.org")
    for address in ("bekend@example.org", "nieuw@example.org"):
        response = send(client, day, email=address, preferred_table=table.pk)
        assert response.status_code == 422
        assert list(response.context["form"].errors) == ["preferred_table"]


@pytest.mark.parametrize("others", [0, 20])
def test_a_registration_takes_few_queries_however_many_came_before(client, others):
    day = factories.day(places=10)
    factories.dialogue_table(day)
    for _number in range(others):
        factories.registration(day)
    send(client, day, email="eerst@example.org", preferred_table="")
    with CaptureQueriesContext(connection) as captured:
        send(client, day, email="wilg@example.org", preferred_table="", needs=["quiet"])
    statements = [row["sql"].split()[0] for row in captured]
    assert Counter(word for word in statements if word in {"SELECT", "INSERT", "UPDATE"}) == (
        {"SELECT": 5, "INSERT": 5} if others else {"SELECT": 4, "INSERT": 5}
    )


def test_who_left_a_number_reads_once_when_we_call_and_is_promised_no_link(client):
    path = f"{factories.day().get_absolute_url()}aanmelden/gelukt/"
    page = client.get(f"{path}?weg=bellen").content.decode()
    assert page.count("9.00") == 1
    assert "werkdagen" not in page
    main = page[page.index("<main") : page.index("</main")]
    assert "link" not in main
    assert "link" in client.get(f"{path}?weg=mail").content.decode()


def test_what_was_typed_is_kept_when_link_or_session_ended_meanwhile(member, client):
    row = factories.registration(factories.past_day(), person=member.person)
    typed = {"act": "agree", "agrees": "nee", "correction": "Aan onze tafel ging het anders. " * 9}
    for path in ("/actiedagen/aanmelding/", f"/actiedagen/aanmelding/{row.pk}/"):
        answer = client.post(path, typed)
        assert answer.status_code == 403
        assert typed["correction"].strip() in answer.content.decode()
        assert f'action="{path}"' in answer.content.decode()
    gone = client.get("/actiedagen/aanmelding/")
    assert (gone.status_code, gone.templates[0].name) == (404, "personal/gone.html")
