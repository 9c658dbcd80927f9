"""'Wij willen meedoen': from a visitor's form to an organisation with a page."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from movement import personal_links
from movement.models import OutboxMessage, PersonalLink, SiteSettings
from movement.once import fresh_key
from movement.robots import stamp
from participants import moments
from participants.models import JoinRequest, Organisation
from tests import factories

pytestmark = pytest.mark.django_db
JOIN = "/deelnemers/meedoen/"
ADMIN = "/beheer/participants/joinrequest/"


def answers(**more):
    return {
        "organisation_name": "Buurthuis De Haven",
        "kind": "initiative",
        "town": "arnhem",
        "web_address": "example.org",
        "name": "Sam",
        "email": "sam@example.org",
        "message": "Wij willen stoppen met lange vragenlijsten.",
        "once": fresh_key(),
        "shown_at": stamp(timezone.now() - timedelta(minutes=1)),
        "website": "",
        **more,
    }


def asked(**more):
    values = answers(**more)
    fields = ["organisation_name", "kind", "town", "name", "email", "message"]
    return JoinRequest.objects.create(**{field: values[field] for field in fields})


def turn(client, row, **more):
    values = {
        "organisation_name": row.organisation_name, "kind": row.kind, "town": row.town,
        "web_address": "", "name": row.name, "email": row.email, "state": row.state,
        "note": "", "organisation": "", "_turn": "1", **more,
    }  # fmt: skip
    return client.post(f"{ADMIN}{row.pk}/change/", values, follow=True)


def test_a_request_arrives_with_a_mail_that_names_nothing(
    visitor, editor, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        response = visitor.post(JOIN, answers(), follow=True)
    assert response.redirect_chain == [("/deelnemers/meedoen/gelukt/", 302)]
    row = JoinRequest.objects.get()
    assert (row.town, row.web_address, row.state) == ("Arnhem", "https://example.org", "new")
    (sent,) = mail.outbox
    assert sent.to == ["sam@example.org"]
    assert "Haven" not in sent.subject + sent.body
    assert "twee weken" in sent.body
    assert "90 dagen" in sent.body
    assert "Buurthuis De Haven" in editor.get(ADMIN).content.decode()
    assert "Buurthuis De Haven" not in visitor.get("/deelnemers/").content.decode()


def test_the_same_form_twice_is_one_request(visitor):
    same = answers()
    for _ in range(2):
        assert visitor.post(JOIN, same).status_code == 302
    assert JoinRequest.objects.count() == OutboxMessage.objects.count() == 1


@pytest.mark.parametrize(
    "trap", [{"website": "https://spam.example"}, {"shown_at": ""}, {"shown_at": "verzonnen"}]
)
def test_a_robot_hears_that_all_went_well(visitor, trap):
    assert visitor.post(JOIN, answers(**trap)).status_code == 302
    assert not JoinRequest.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"organisation_name": ""}, "organisation_name"),
        ({"kind": "geheim"}, "kind"),
        ({"town": "Dorpsstraat 12"}, "town"),
        ({"town": "Hengelo"}, "town"),
        ({"town": "Atlantis"}, "town"),
        ({"web_address": "javascript:alert(1)"}, "web_address"),
        ({"web_address": "ftp://example.org"}, "web_address"),
        ({"email": "geen adres"}, "email"),
        ({"email": "a@example.org\nBcc: b@example.org"}, "email"),
        ({"message": "x" * 4001}, "message"),
        ({"message": "\x00"}, "message"),
    ],
)
def test_a_mistake_is_shown_at_its_field_and_the_text_is_kept(visitor, wrong, field):
    response = visitor.post(JOIN, answers(**wrong))
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {field}
    html = response.content.decode()
    assert f'href="#id_{field}"' in html
    if field != "message":
        assert "Wij willen stoppen met lange vragenlijsten." in html
    assert not JoinRequest.objects.exists()


def test_too_often_keeps_the_text(visitor):
    for _ in range(10):
        visitor.post(JOIN, answers())
    response = visitor.post(JOIN, answers(message="Deze tekst mag niet weg."))
    assert response.status_code == 429
    assert response.headers["Retry-After"]
    assert "Deze tekst mag niet weg." in response.content.decode()


def test_the_form_promises_what_happens_with_the_text(visitor):
    html = visitor.get(JOIN).content.decode()
    assert "/over/wat-gebeurt-er-met-wat-ik-schrijf/" in html


def test_one_act_makes_it_an_organisation(editor, visitor):
    row = asked(town="Arnhem")
    response = turn(editor, row)
    made = Organisation.objects.get()
    assert response.redirect_chain[-1][0].endswith(f"/organisation/{made.pk}/change/")
    row.refresh_from_db()
    assert (row.state, row.organisation, row.handled_by) == ("agreed", made, editor.person)
    assert (made.town, made.contact_email) == ("Arnhem", "sam@example.org")
    html = visitor.get(made.get_absolute_url()).content.decode()
    assert "Buurthuis De Haven" in html
    assert "sam@example.org" not in html
    assert "Sam" not in html.partition("<main")[2].partition("</main>")[0]
    assert "Buurthuis De Haven" in visitor.get("/deelnemers/?provincie=Gelderland").content.decode()
    assert "Buurthuis De Haven" in visitor.get("/zoeken/?q=haven").content.decode()
    assert row.turn_into_organisation(by=editor.person) == made


@pytest.mark.parametrize("town", ["Atlantis", "Hengelo"])
def test_an_unknown_town_makes_nothing(editor, town):
    row = asked(town=town)
    assert town in turn(editor, row).content.decode()
    assert not Organisation.objects.exists()


def test_a_name_that_is_taken_makes_nothing(editor):
    factories.organisation(name="buurthuis de haven")
    row = asked(town="")
    turn(editor, row)
    assert Organisation.objects.count() == 1
    row.refresh_from_db()
    assert row.state == "new"


def test_others_do_not_read_requests(visitor, member, moderator, organiser, editor):
    row = asked()
    assert "sam@example.org" in editor.get(f"{ADMIN}{row.pk}/change/").content.decode()
    for client in (visitor, member, moderator, organiser):
        response = client.get(f"{ADMIN}{row.pk}/change/")
        assert response.status_code in {302, 403}
        assert b"sam@example.org" not in response.content


def test_a_request_is_forgotten_after_a_year_unless_there_is_a_conversation():
    old, talking, new = asked(), asked(), asked()
    then = timezone.now() - timedelta(days=366)
    JoinRequest.objects.filter(pk__in=[old.pk, talking.pk]).update(updated_at=then)
    JoinRequest.objects.filter(pk=talking.pk).update(state="talking")
    assert moments.tick(timezone.now())["join_requests_forgotten"] == 1
    assert set(JoinRequest.objects.all()) == {talking, new}


OWN = "/deelnemers/meedoen/aanvraag/"


@pytest.fixture
def holder(client):
    """A browser that opened the link of a request, and the request."""
    client.asked = asked(town="Arnhem")
    link = personal_links.issue("join", client.asked.pk, days=90)
    client.get(link.removeprefix("http://localhost"))
    return client


def add(client, text, **more):
    return client.post(OWN, {"addition": text, "once": fresh_key(), "add": "1", **more})


def test_the_link_in_the_mail_shows_how_it_stands(
    visitor, editor, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        visitor.post(JOIN, answers())
    (link,) = re.findall(r"http://localhost(/persoonlijk/\S+)", mail.outbox[0].body)
    response = visitor.get(link, follow=True)
    assert response.redirect_chain == [(OWN, 302)]
    assert "no-store" in response.headers["Cache-Control"]
    row = JoinRequest.objects.get()
    pages = {}
    for state in ("new", "talking", "not-now", "agreed"):
        JoinRequest.objects.update(state=state)
        pages[state] = visitor.get(OWN).content.decode().partition("<main")[2]
    assert len({page.partition('name="once"')[0] for page in pages.values()}) == 4
    JoinRequest.objects.update(state="new")
    made = row.turn_into_organisation(by=editor.person)
    html = visitor.get(OWN).content.decode()
    assert f'href="{made.get_absolute_url()}"' in html
    assert 'name="withdraw"' not in html


def test_something_can_be_added_once(holder, editor):
    same = {"addition": "We zijn met zijn vieren.", "once": fresh_key(), "add": "1"}
    for _ in range(2):
        assert holder.post(OWN, same).status_code == 302
    row = JoinRequest.objects.get()
    assert row.message.startswith("Wij willen stoppen")
    assert row.message.count("We zijn met zijn vieren.") == 1
    assert "We zijn met zijn vieren." in editor.get(f"{ADMIN}{row.pk}/change/").content.decode()


@pytest.mark.parametrize("text", ["", "x" * 4001])
def test_a_wrong_addition_is_shown_and_kept(holder, text):
    response = add(holder, text)
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"addition"}
    assert text in response.content.decode()


def test_whoever_takes_it_back_leaves_no_words_behind(holder, editor):
    assert holder.post(OWN, {"withdraw": "1"}).status_code == 302
    row = JoinRequest.objects.get()
    assert row.state == "withdrawn"
    kept = [row.name, row.email, row.message, row.town, row.web_address, row.note]
    assert kept == [""] * len(kept)
    html = holder.get(OWN).content.decode()
    assert 'name="addition"' not in html
    assert add(holder, "Toch nog iets").status_code == 200
    row.refresh_from_db()
    assert row.message == ""
    turn(editor, row, name="Iemand", email="x@example.org")
    assert not Organisation.objects.exists()


def test_without_a_link_there_is_nothing(visitor, member, holder):
    other = personal_links.issue("organisation", holder.asked.pk, days=1)
    for client in (visitor.__class__(), member):
        client.get(other.removeprefix("http://localhost"))
        response = client.get(OWN)
        assert response.status_code == 404
        assert "stoppen met lange" not in response.content.decode()


def test_staff_choose_how_long_a_link_works(visitor, editor):
    SiteSettings.objects.create(link_days=7, check_days=30)
    visitor.post(JOIN, answers())
    days = PersonalLink.objects.get().expires_at - timezone.now()
    assert timedelta(days=6) < days < timedelta(days=8)
    row = factories.organisation_in("Utrecht", contact_email="h@example.org")
    Organisation.objects.update(created_at=timezone.now() - timedelta(days=31))
    assert moments.tick(timezone.now())["organisations_asked"] == 1
    stale = timezone.localdate() - timedelta(days=31)
    Organisation.objects.filter(pk=row.pk).update(checked_on=stale)
    found = editor.get("/beheer/participants/organisation/?nagekeken=oud").content.decode()
    assert row.name in found
