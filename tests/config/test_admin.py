"""The admin: who may enter, how it is arranged, and that it begins with what waits."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from actiondays.models import DayMessage
from discussions.models import Board, Post, Topic
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def held_post():
    board = Board.objects.create(title="Bord", slug="bord")
    author = factories.new_member()
    topic = Topic.objects.create(board=board, title="Gesprek", author=author)
    return Post.objects.create(topic=topic, author=author, body="Wacht")


def test_a_visitor_is_led_to_the_sign_in_and_back(visitor):
    answer = visitor.get("/beheer/")
    assert answer.status_code == 302
    door = visitor.get(answer.url)
    assert door.url == f"{reverse('account_login')}?next=/beheer/"


def test_what_staff_typed_comes_back_when_they_were_signed_out(visitor, organiser):
    path = reverse("admin:actiondays_write", args=[factories.day().pk])
    text = "Neem een jas mee, het is koud buiten."
    answer = visitor.post(path, {"text": text})
    assert answer.status_code == 403
    assert text in answer.content.decode()
    assert quote(path, safe="") in answer.content.decode()
    assert not DayMessage.objects.exists()
    assert organiser.post(path, {"text": text}).status_code == 302
    assert visitor.post(reverse("admin:logout")).status_code == 302


def test_there_is_no_second_door(visitor):
    answer = visitor.get("/beheer/login/")
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


def test_a_member_does_not_enter(member):
    assert member.get("/beheer/", follow=True).status_code == 403


def test_staff_without_second_factor_are_sent_to_make_one(editor, settings):
    assert editor.get("/beheer/").status_code == 200
    settings.REQUIRE_STAFF_MFA = True
    answer = editor.get("/beheer/", follow=True)
    assert reverse("mfa_activate_totp") in [address for address, _ in answer.redirect_chain]


def test_the_menu_is_grouped_by_work(beheerder):
    groups = [app["app_label"] for app in beheerder.get("/beheer/").context["app_list"]]
    assert groups == [
        "articles",
        "participants",
        "actiondays",
        "discussions",
        "outcomes",
        "site",
    ]


def test_an_editor_sees_no_moderation_and_no_members(editor):
    names = {
        model["object_name"]
        for app in editor.get("/beheer/").context["app_list"]
        for model in app["models"]
    }
    assert "Article" in names
    assert not names & {"Post", "Person", "SiteSettings", "Registration"}


def test_today_begins_with_what_waits_for_this_role(held_post, moderator, editor):
    seen = {
        client: [str(item.url) for item in client.get("/beheer/").context["waiting"]]
        for client in (moderator, editor)
    }
    queue = reverse("admin:discussions_queueitem_changelist")
    assert any(url.startswith(queue) for url in seen[moderator])
    assert not any(url.startswith(queue) for url in seen[editor])


def test_a_list_never_counts_all_rows(beheerder):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _ in range(3):
        factories.organisation()
    with CaptureQueriesContext(connection) as captured:
        assert beheerder.get("/beheer/participants/organisation/").status_code == 200
    counts = [q["sql"] for q in captured if "COUNT(" in q["sql"]]
    assert counts
    assert all("LIMIT" in sql for sql in counts)


def test_site_settings_open_their_one_row(beheerder):
    answer = beheerder.get("/beheer/movement/sitesettings/")
    assert answer.url == reverse("admin:movement_sitesettings_change", args=[1])


def test_every_page_of_the_admin_has_the_quick_exit(beheerder):
    for address in ("/beheer/", "/beheer/movement/theme/", "/beheer/movement/theme/add/"):
        assert "<quick-exit" in beheerder.get(address).content.decode()
