"""What ends by itself: accounts that nobody confirmed, sessions, keys."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core.management import call_command
from django.utils import timezone

from movement import once
from movement.models import OnceKey
from participants.models import Person
from tests import factories

pytestmark = pytest.mark.django_db


def test_an_account_that_nobody_confirmed_goes_after_a_week():
    lost, kept = factories.person(joined_at=timezone.now()), factories.person()
    EmailAddress.objects.create(user=lost, email=lost.email, verified=False, primary=True)
    EmailAddress.objects.create(user=kept, email=kept.email, verified=True, primary=True)
    call_command("tick", now=(timezone.now() + timedelta(days=6)).isoformat())
    assert Person.objects.count() == 2
    call_command("tick", now=(timezone.now() + timedelta(days=8)).isoformat())
    assert list(Person.objects.all()) == [kept]


def test_an_account_that_lies_still_is_warned_and_then_erased(letters):
    silent = factories.person(joined_at=timezone.now() - timedelta(days=800))
    call_command("tick", now=timezone.now().isoformat())
    call_command("tick", now=timezone.now().isoformat())
    assert [letter.to for letter in letters()] == [[silent.email]]
    call_command("tick", now=(timezone.now() + timedelta(days=29)).isoformat())
    assert Person.objects.filter(pk=silent.pk).exists()
    call_command("tick", now=(timezone.now() + timedelta(days=31)).isoformat())
    assert not Person.objects.filter(pk=silent.pk).exists()


def test_signing_in_keeps_an_account_that_lay_still(client):
    silent = factories.person(joined_at=timezone.now() - timedelta(days=800))
    EmailAddress.objects.create(user=silent, email=silent.email, verified=True, primary=True)
    call_command("tick", now=timezone.now().isoformat())
    client.post("/account/login/", {"login": silent.email, "password": "samen-anders-doen"})
    call_command("tick", now=(timezone.now() + timedelta(days=31)).isoformat())
    assert Person.objects.filter(pk=silent.pk).exists()


def test_keys_of_forms_and_old_sessions_go(member):
    once.claim(once.fresh_key())
    call_command("tick", now=(timezone.now() + timedelta(days=30)).isoformat())
    assert not OnceKey.objects.exists()
    assert member.get("/account/").status_code == 302


def test_a_moment_that_is_none_is_refused():
    from django.core.management.base import CommandError

    with pytest.raises(CommandError):
        call_command("tick", now="morgen")


def test_the_first_beheerder_gets_a_link_that_works_once(client, capsys):
    call_command("first_beheerder", "baas@example.net")
    path = capsys.readouterr().out.strip().rsplit("http://localhost", 1)[1]
    person = Person.objects.get(email="baas@example.net")
    assert person.is_superuser
    assert not person.has_usable_password()
    form = client.get(path, follow=True).redirect_chain[-1][0]
    new = {"password1": "een-nieuwe-lange-zin", "password2": "een-nieuwe-lange-zin"}
    client.post(form, new)
    person.refresh_from_db()
    assert person.check_password(new["password1"])
    assert b'name="password1"' not in client.get(path, follow=True).content


def test_demo_accounts_exist_only_where_they_may(settings):
    from config.demo import accounts

    assert accounts.load(timezone.now()) == 0
    assert not Person.objects.exists()
    settings.DEMO = True
    accounts.load(timezone.now())
    accounts.load(timezone.now())
    assert Person.objects.count() == 8
    editor = Person.objects.get(email="redacteur@example.org")
    assert editor.check_password("samen-anders-doen")
    assert editor.groups.get().name == "editor"
    assert editor.role_mark
