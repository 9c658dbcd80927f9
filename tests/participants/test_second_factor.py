"""The second step: on, asked at sign-in, needed for the administration."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.admin.models import LogEntry
from django.test import Client

from movement.models import OutboxMessage
from participants.second_factor import has_second_factor
from tests import factories

pytestmark = pytest.mark.django_db
PASSWORD = "samen-anders-doen"


@pytest.fixture
def person(db):
    made = factories.editor()
    EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
    return made


@pytest.fixture
def client_in(person):
    client = Client()
    client.post("/account/login/", {"login": person.email, "password": PASSWORD})
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


def code_for(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def test_the_app_is_set_up_with_a_drawing_and_a_key(client_in, person):
    page = client_in.get("/account/2fa/totp/activate/")
    html = page.content.decode()
    assert "<svg" in html
    assert "data:image" not in html
    secret = page.context["form"].secret
    assert secret in html
    wrong = client_in.post("/account/2fa/totp/activate/", {"code": "000000"})
    assert wrong.status_code == 422
    assert (
        client_in.post("/account/2fa/totp/activate/", {"code": code_for(secret)}).status_code == 302
    )
    assert has_second_factor(person)


def test_changing_the_second_step_asks_the_password_first(person, sign_in):
    client = sign_in(person)
    answer = client.get("/account/2fa/totp/activate/")
    assert answer.headers["Location"].startswith("/account/reauthenticate/")
    wrong = client.post("/account/reauthenticate/", {"password": "niet-het-goede-woord"})
    assert wrong.status_code == 422


def test_the_code_is_asked_at_sign_in(person):
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(person, secret)
    client = Client()
    answer = client.post("/account/login/", {"login": person.email, "password": PASSWORD})
    assert answer.headers["Location"].startswith("/account/2fa/authenticate/")
    assert client.get("/account/").status_code == 302
    assert b"one-time-code" in client.get("/account/2fa/authenticate/").content
    client.post("/account/2fa/authenticate/", {"code": code_for(secret)})
    assert client.get("/account/").status_code == 200


def test_spare_codes_are_no_second_factor_by_themselves(person):
    Authenticator.objects.create(user=person, type=Authenticator.Type.RECOVERY_CODES, data={})
    assert not has_second_factor(person)


def test_without_it_the_administration_stays_closed(client_in, person, settings):
    settings.REQUIRE_STAFF_MFA = True
    answer = client_in.get("/beheer/", follow=True)
    assert answer.redirect_chain[-1][0].startswith("/account/2fa/totp/activate/")
    TOTP.activate(person, "JBSWY3DPEHPK3PXP")
    assert client_in.get("/beheer/jsi18n/").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/account/login/", "/account/2fa/webauthn/add/", "/account/2fa/", "/account/2fa/webauthn/"],
)
def test_passkeys_run_no_script_inside_the_page(client_in, path):
    html = (Client() if path == "/account/login/" else client_in).get(path).content.decode()
    for tag in html.split("<script")[1:]:
        opening = tag.split(">")[0]
        assert "src=" in opening or "application/json" in opening


def step_of(person):
    return f"/beheer/participants/person/{person.pk}/tweede-stap/"


def with_app(person):
    Authenticator.objects.create(user=person, type="totp", data={})
    Authenticator.objects.create(user=person, type="recovery_codes", data={})


def test_a_beheerder_takes_a_lost_second_step_away_with_a_reason(beheerder, client_in, person):
    with_app(person)
    client_in.get("/account/")
    page = beheerder.get(f"/beheer/participants/person/{person.pk}/change/").content.decode()
    assert step_of(person) in page
    assert beheerder.post(step_of(person), {"reason": ""}).status_code == 422
    assert has_second_factor(person)
    answer = beheerder.post(step_of(person), {"reason": "Teruggebeld op een bekend nummer"})
    assert answer.status_code == 302
    assert not Authenticator.objects.filter(user=person).exists()
    assert client_in.get("/account/").status_code == 302
    assert "Teruggebeld" in LogEntry.objects.get().change_message
    sent = OutboxMessage.objects.get(kind="account-changed", recipient=person.email)
    assert "Teruggebeld" not in str(sent.context)
    page = beheerder.get(f"/beheer/participants/person/{person.pk}/change/").content.decode()
    assert step_of(person) not in page


def test_nobody_else_takes_it_away_nor_a_beheerder_from_themselves(
    beheerder, editor, moderator, person
):
    for other in (person, beheerder.person):
        with_app(other)
    for client in (editor, moderator):
        assert client.post(step_of(person), {"reason": "x"}).status_code in {302, 403}
    assert beheerder.post(step_of(beheerder.person), {"reason": "x"}).status_code == 403
    assert has_second_factor(person)
    assert has_second_factor(beheerder.person)


def test_what_libraries_keep_is_not_edited_by_hand(beheerder):
    for name in ("mfa/authenticator", "usersessions/usersession", "account/emailaddress",
                 "auth/group"):  # fmt: skip
        assert beheerder.get(f"/beheer/{name}/").status_code == 404
