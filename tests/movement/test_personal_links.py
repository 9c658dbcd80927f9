"""Personal links: a GET swaps and never acts; what is forged, ended or revoked is clear."""

from datetime import timedelta

import pytest
from django.utils import timezone

from movement import personal_links
from movement.models import PersonalLink
from participants.models import MailStop
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(db):
    return factories.member()


@pytest.fixture
def path(person):
    return personal_links.issue("mail-stop", person.pk, days=1).removeprefix("http://localhost")


def test_only_a_digest_is_kept(path):
    token = path.split("/")[2]
    assert token not in str(list(PersonalLink.objects.values()))


def test_the_first_get_swaps_the_token_for_a_short_cookie(visitor, path):
    answer = visitor.get(path)
    assert answer.status_code == 302
    assert path.split("/")[2] not in answer.headers["Location"]
    cookie = answer.cookies["persoonlijk"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert 0 < int(cookie["max-age"]) <= 1800
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_get_never_acts(visitor, path, person):
    visitor.get(path, follow=True)
    visitor.head(path)
    assert not MailStop.objects.exists()
    visitor.post("/meldingen/mail/stoppen/")
    assert MailStop.objects.get().person == person


def test_a_mail_program_stops_in_one_click_without_a_cookie(path, person):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    assert strict.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 202
    assert MailStop.objects.get().person == person


def test_forged_ended_and_revoked_get_the_same_clear_page(visitor, path, person):
    forged = visitor.get("/persoonlijk/verzonnen/")
    PersonalLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    ended = visitor.get(path)
    PersonalLink.objects.update(expires_at=timezone.now() + timedelta(days=1))
    assert personal_links.revoke("mail-stop", person.pk) == 1
    revoked = visitor.get(path)
    for answer in (forged, ended, revoked):
        assert answer.status_code == 404
        assert b"<h1" in answer.content
        assert "persoonlijk" not in answer.cookies


def test_a_revoked_link_ends_the_cookie_too(visitor, path, person):
    visitor.get(path)
    personal_links.revoke("mail-stop", person.pk)
    assert visitor.post("/meldingen/mail/stoppen/").status_code == 404
    assert not MailStop.objects.exists()


def test_a_cookie_of_ones_own_making_opens_nothing(visitor, path):
    visitor.cookies["persoonlijk"] = "1"
    assert visitor.get("/meldingen/mail/stoppen/").status_code == 404
