"""Sign-in and out: same answers for everybody, sessions that end, only to ourselves."""

from time import time

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.test import Client

from participants import idle
from participants.models import Person
from tests import factories

pytestmark = pytest.mark.django_db
URL = "/account/login/"
PASSWORD = "samen-anders-doen"


@pytest.fixture
def person(db):
    made = factories.member()
    EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
    return made


def sign_in(client, person, **more):
    return client.post(URL, {"login": person.email, "password": PASSWORD, **more})


def is_in(client):
    return client.get("/account/").status_code == 200


def test_a_member_signs_in_and_comes_back_where_they_were(visitor, person):
    answer = sign_in(visitor, person, next="/meldingen/")
    assert answer.headers["Location"] == "/meldingen/"
    assert is_in(visitor)


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "http:///evil.example"],
)
def test_signing_in_leads_only_to_ourselves(visitor, person, target):
    assert sign_in(visitor, person, next=target).headers["Location"] == "/account/"


def test_wrong_and_unknown_get_the_same_answer(visitor, person):
    wrong = visitor.post(URL, {"login": person.email, "password": "niet-het-goede-woord"})
    unknown = visitor.post(
        URL, {"login": "niemand@example.net", "password": "niet-het-goede-woord"}
    )
    assert wrong.status_code == unknown.status_code == 422
    assert wrong.context["form"].errors == unknown.context["form"].errors


def test_guessing_is_answered_with_wait(visitor, person):
    answers = [
        visitor.post(URL, {"login": person.email, "password": f"gok-nummer-{n}-gok"})
        for n in range(7)
    ]
    assert answers[0].status_code == 422
    assert answers[-1].status_code == 429
    assert answers[-1].headers["Retry-After"]


def test_a_closed_account_cannot_sign_in(visitor, person):
    Person.objects.filter(pk=person.pk).update(is_active=False)
    answer = sign_in(visitor, person)
    assert answer.headers["Location"] == "/account/inactive/"
    assert not is_in(visitor)


def test_the_session_gets_a_new_key(visitor, person):
    visitor.post(URL, {"login": "x", "password": "y"})
    session = visitor.session
    session["mine"] = 1
    session.save()
    visitor.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    before = session.session_key
    sign_in(visitor, person)
    assert visitor.cookies[settings.SESSION_COOKIE_NAME].value != before


def test_cookies_are_for_the_server_alone(visitor, person):
    answer = sign_in(visitor, person)
    cookie = answer.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    form = Client().get(URL).cookies[settings.CSRF_COOKIE_NAME]
    assert form["httponly"]


def test_a_shared_device_forgets_at_close_and_after_a_quarter_of_an_hour(visitor, person):
    answer = sign_in(visitor, person, shared="on")
    assert answer.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == ""
    assert visitor.session[idle.LIMIT] == 15 * 60
    assert is_in(visitor)
    session = visitor.session
    session[idle.SEEN] = int(time()) - 16 * 60
    session.save()
    assert not is_in(visitor)


def test_a_device_of_ones_own_stays_signed_in(visitor, person):
    answer = sign_in(visitor, person)
    assert int(answer.cookies[settings.SESSION_COOKIE_NAME]["max-age"]) > 24 * 3600
    assert idle.LIMIT not in visitor.session


def test_staff_are_signed_out_after_half_an_hour_and_saving_by_itself_is_no_presence(visitor):
    editor = factories.editor()
    EmailAddress.objects.create(user=editor, email=editor.email, verified=True, primary=True)
    sign_in(visitor, editor)
    assert visitor.session[idle.LIMIT] == 30 * 60
    session = visitor.session
    session[idle.SEEN] = long_ago = int(time()) - 20 * 60
    session.save()
    visitor.get("/account/", headers={"sec-fetch-mode": "cors"})
    assert visitor.session[idle.SEEN] == long_ago
    visitor.get("/account/", headers={"sec-fetch-mode": "navigate"})
    assert visitor.session[idle.SEEN] > long_ago


def test_signing_out_is_a_post_that_clears_the_browser(visitor, person):
    sign_in(visitor, person)
    assert visitor.get("/account/logout/").status_code == 200
    assert is_in(visitor)
    answer = visitor.post("/account/logout/")
    assert "cookies" in answer.headers["Clear-Site-Data"]
    assert not is_in(visitor)


def test_member_pages_are_kept_nowhere(member):
    for path in ("/account/", "/account/gegevens/", "/meldingen/", "/account/sessions/"):
        assert "no-store" in member.get(path).headers["Cache-Control"], path


def test_the_list_of_devices_shows_no_address(visitor, person):
    visitor.post(
        URL,
        {"login": person.email, "password": PASSWORD},
        REMOTE_ADDR="203.0.113.77",
        headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"},
    )
    from allauth.usersessions.models import UserSession

    assert UserSession.objects.get().ip == "203.0.113.0"
    html = visitor.get("/account/sessions/").content.decode()
    assert "Firefox, Windows" in html
    assert "203.0.113" not in html


def test_a_foreign_host_is_refused(visitor):
    assert visitor.get(URL, headers={"host": "evil.example"}).status_code == 400


def test_a_visitor_is_told_once_what_happened(visitor, person, letters, link_in):
    EmailAddress.objects.update(verified=False)
    sign_in(visitor, person)
    answer = visitor.post(link_in(letters()[0]))
    assert answer.cookies["bericht"]["httponly"]
    page = visitor.get("/account/login/")
    assert page.content.count(b'role="status"') == 1
    assert visitor.get("/account/login/").content.count(b'role="status"') == 0
