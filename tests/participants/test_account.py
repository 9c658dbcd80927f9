"""The member's own pages: name, data, erasure, and what leads there."""

import json
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import CommandError, call_command
from django.utils import timezone

from participants.models import ErasedPerson, ErasureRequest, Person
from tests import factories

pytestmark = pytest.mark.django_db
PASSWORD = "samen-anders-doen"
PAGES = [
    "/account/", "/account/naam/", "/account/gegevens/", "/account/verwijderen/", "/account/email/",
    "/account/password/change/", "/account/2fa/", "/account/sessions/", "/meldingen/",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_the_account_is_for_its_member(visitor, member, path):
    answer = visitor.get(path)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/login/?next=")
    html = member.get(path).content.decode()
    assert html.count("<h1") == 1
    assert " style=" not in html
    assert "<script>" not in html


def test_changing_the_name_changes_it_everywhere(member):
    assert member.post("/account/naam/", {"pseudonym": "Ijsvogel"}).status_code == 302
    assert b"Ijsvogel" in member.get("/account/").content


def test_a_name_like_somebody_elses_is_refused_and_ones_own_is_not(member):
    factories.person(pseudonym="Ijsvogel")
    answer = member.post("/account/naam/", {"pseudonym": "IJS-vogel"})
    assert answer.status_code == 422
    assert b"IJS-vogel" in answer.content
    same = member.post("/account/naam/", {"pseudonym": member.person.pseudonym.upper()})
    assert same.status_code == 302


def test_the_export_asks_the_password_and_is_only_about_this_person(member):
    other = factories.person(email="ander@example.net")
    wrong = member.post("/account/gegevens/", {"password": "niet-het-goede", "as": "json"})
    assert wrong.status_code == 422
    assert member.person.email.encode() not in wrong.content
    answer = member.post("/account/gegevens/", {"password": PASSWORD, "as": "json"})
    assert "attachment" in answer.headers["Content-Disposition"]
    exported = json.loads(answer.content)
    assert exported["account"]["email"] == member.person.email
    assert other.email not in answer.content.decode()
    assert "password" not in answer.content.decode()
    page = member.post("/account/gegevens/", {"password": PASSWORD, "as": "page"})
    assert member.person.email.encode() in page.content


def test_exports_are_limited(member):
    posts = [
        member.post("/account/gegevens/", {"password": PASSWORD, "as": "json"})
        for _time in range(6)
    ]
    assert posts[-1].status_code == 429
    assert PASSWORD.encode() not in posts[-1].content


def ask(client, texts="remove"):
    return client.post("/account/verwijderen/", {"password": PASSWORD, "texts": texts})


def test_erasure_asks_the_password_and_waits_two_weeks(member):
    member.post("/account/verwijderen/", {"password": "niet-het-goede", "texts": "remove"})
    assert not ErasureRequest.objects.exists()
    ask(member)
    asked = ErasureRequest.objects.get()
    assert timedelta(days=13) < asked.due_at - timezone.now() <= timedelta(days=14)
    call_command("tick", now=(timezone.now() + timedelta(days=13)).isoformat())
    assert Person.objects.filter(pk=member.person.pk).exists()


def test_one_can_change_ones_mind(member):
    ask(member)
    member.get("/account/verwijderen/terug/")
    assert ErasureRequest.objects.exists()
    member.post("/account/verwijderen/terug/")
    call_command("tick", now=(timezone.now() + timedelta(days=15)).isoformat())
    assert Person.objects.filter(pk=member.person.pk).exists()


def test_after_two_weeks_no_trace_is_left_but_a_number(member, letters):
    number, email, name = member.person.pk, member.person.email, member.person.pseudonym
    ask(member)
    letters()
    later = (timezone.now() + timedelta(days=15)).isoformat()
    call_command("tick", now=later)
    call_command("tick", now=later)
    assert ErasedPerson.objects.get().number == number
    assert member.get("/account/").status_code == 302
    for text in (email, name):
        assert text not in everything()


def everything():
    """Every row of every table, as text."""
    from django.apps import apps

    rows = [list(model.objects.values()) for model in apps.get_models(include_auto_created=True)]
    return str(rows)


def test_the_log_of_the_administration_stays_without_a_name(beheerder, editor):
    from django.contrib.contenttypes.models import ContentType

    LogEntry.objects.create(
        user=editor.person,
        content_type=ContentType.objects.get_for_model(Person),
        object_id=str(editor.person.pk),
        object_repr=editor.person.pseudonym,
        action_flag=2,
        change_message="x",
    )
    name = editor.person.pseudonym
    ask(editor)
    call_command("tick", now=(timezone.now() + timedelta(days=15)).isoformat())
    entry = LogEntry.objects.get()
    assert not entry.user.is_active
    assert name not in everything()


def test_a_backup_that_was_put_back_is_erased_again(member):
    erased = ErasedPerson.objects.create(number=member.person.pk, keep_texts=False)
    call_command("erase_again")
    assert not Person.objects.filter(pk=erased.number).exists()


def test_the_list_of_who_was_erased_is_kept_beside_the_backup(member, tmp_path, capsys):
    erased = ErasedPerson.objects.create(number=member.person.pk, keep_texts=True)
    call_command("erase_again", "--list")
    kept = tmp_path / "gewist.txt"
    kept.write_text(capsys.readouterr().out)
    # The backup of before the erasure knows nothing of it.
    ErasedPerson.objects.all().delete()
    call_command("erase_again")
    assert Person.objects.filter(pk=erased.number).exists()
    call_command("erase_again", "--from", str(kept))
    assert not Person.objects.filter(pk=erased.number).exists()
    back = ErasedPerson.objects.get()
    assert (back.keep_texts, back.erased_at) == (erased.keep_texts, erased.erased_at)


@pytest.mark.parametrize("text", ["geen lijst", "1;1", "1;ja;2026-01-01"])
def test_what_is_no_list_takes_over_nothing(tmp_path, text, db):
    kept = tmp_path / "gewist.txt"
    kept.write_text(f"7;1;2026-01-01T00:00:00+00:00\n{text}\n")
    with pytest.raises(CommandError):
        call_command("erase_again", "--from", str(kept))
    assert not ErasedPerson.objects.exists()


def test_a_number_that_was_given_out_anew_is_left_alone(member):
    ErasedPerson.objects.create(
        number=member.person.pk, keep_texts=False, erased_at=timezone.now() - timedelta(days=200)
    )
    call_command("erase_again")
    assert Person.objects.filter(pk=member.person.pk).exists()


def test_the_new_address_is_confirmed_before_it_counts(member, letters, link_in):
    from allauth.account.models import EmailAddress

    EmailAddress.objects.create(
        user=member.person, email=member.person.email, verified=True, primary=True
    )
    member.post("/account/reauthenticate/", {"password": PASSWORD})
    member.post("/account/email/", {"email": "nieuw@example.net", "action_add": "1"})
    member.person.refresh_from_db()
    assert member.person.email != "nieuw@example.net"
    confirmation = next(letter for letter in letters() if letter.to == ["nieuw@example.net"])
    member.post(link_in(confirmation))
    member.person.refresh_from_db()
    assert member.person.email == "nieuw@example.net"
