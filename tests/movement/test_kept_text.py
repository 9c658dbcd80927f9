"""Typed text comes back when a form could not be handled; a password never does."""

import pytest
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import Client

from movement.kept import LimitMiddleware, keeps_text, kept_page
from movement.limits import TooMany

pytestmark = pytest.mark.django_db
TYPED = {"title": "Hoe het ging", "body": "Een lang verhaal.\nMet twee regels.", "board": "7"}


@pytest.fixture
def post(rf):
    request = rf.post("/praat-mee/nieuw/?bord=1", {**TYPED, "password": "zeer-geheim-woord"})
    request.user = AnonymousUser()
    return request


def test_a_failed_token_gives_the_text_back(db):
    answer = Client(enforce_csrf_checks=True).post("/account/signup/", {"email": "x@example.org"})
    assert answer.status_code == 403
    assert b"x@example.org" in answer.content
    assert b'name="csrfmiddlewaretoken"' in answer.content


def test_the_text_comes_back_and_the_password_does_not(post):
    html = kept_page(post, status=403).content.decode()
    assert "Een lang verhaal.\nMet twee regels." in html
    assert 'name="board" value="7"' in html
    assert "zeer-geheim-woord" not in html
    assert 'action="/praat-mee/nieuw/?bord=1"' in html


def test_too_many_says_when_and_keeps_the_text(post):
    answering = LimitMiddleware(lambda request: None)
    assert answering.process_exception(post, ValueError()) is None
    answer = answering.process_exception(post, TooMany("post", 42))
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "42"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert b"Een lang verhaal." in answer.content


def test_a_lost_session_keeps_the_text_beside_a_sign_in(post, rf):
    @keeps_text
    @login_required
    def view(request):
        return HttpResponse("done")

    answer = view(post)
    assert answer.status_code == 403
    assert b"Een lang verhaal." in answer.content
    assert b"/account/login/?next=" in answer.content
    asked = rf.get("/x/")
    asked.user = AnonymousUser()
    assert view(asked).status_code == 302
