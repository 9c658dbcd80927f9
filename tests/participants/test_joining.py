"""'Wij willen meedoen': from a visitor's form to an organisation with a page."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from movement.models import OutboxMessage
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
