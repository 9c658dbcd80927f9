"""The mail door: once per cause, after the commit, neutral, and honest after a crash."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail as sent
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.db import transaction
from django.forms import EmailField
from django.utils import timezone

from movement import mail
from movement.models import OutboxMessage

pytestmark = pytest.mark.django_db

LINK = "http://localhost/account/geheim/"


def promise(cause="one", **more):
    return mail.post(
        "confirm-address", to="iemand@example.org", cause=cause, context={"link": LINK}, **more
    )


def state(message):
    return OutboxMessage.objects.get(pk=message.pk).state


class RefusingBackend(EmailBackend):
    def send_messages(self, messages):
        raise smtplib.SMTPRecipientsRefused({})


class BreakingBackend(EmailBackend):
    def send_messages(self, messages):
        raise smtplib.SMTPServerDisconnected("gone half-way")


class ClosedBackend(EmailBackend):
    def open(self):
        raise ConnectionRefusedError


def through(settings, backend):
    settings.EMAIL_BACKEND = f"tests.movement.test_mail.{backend.__name__}"


def test_a_mail_leaves_after_the_commit(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        message = promise()
        assert sent.outbox == []
    assert len(sent.outbox) == 1
    assert state(message) == "sent"


def test_a_rolled_back_cause_sends_nothing(django_capture_on_commit_callbacks):
    def verb():
        with transaction.atomic():
            promise()
            raise RuntimeError

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(RuntimeError):
        verb()
    assert sent.outbox == []
    assert not OutboxMessage.objects.exists()


def test_one_cause_gives_one_mail():
    assert promise() is not None
    assert promise() is None
    mail.send_waiting(timezone.now())
    assert len(sent.outbox) == 1


def test_sender_and_subject_say_nothing():
    promise()
    mail.send_waiting(timezone.now())
    letter = sent.outbox[0]
    assert letter.subject == "Nieuw bericht"
    assert letter.from_email == "bericht@example.org"
    assert LINK in letter.body
    assert "jeugdzorg" not in letter.body.lower()
    assert letter.content_subtype == "plain"


def test_the_text_is_sealed_while_it_waits_and_gone_when_it_is_sent():
    message = promise()
    assert LINK not in str(OutboxMessage.objects.values().get())
    mail.send_waiting(timezone.now())
    message.refresh_from_db()
    assert message.context == {}


def test_a_mail_for_later_waits_for_the_tick():
    soon = timezone.now() + timedelta(minutes=10)
    message = promise(not_before=soon)
    assert mail.send_waiting(timezone.now()) == 0
    call_command("tick", now=(soon + timedelta(seconds=1)).isoformat())
    assert state(message) == "sent"
    assert len(sent.outbox) == 1


def test_two_workers_send_one_mail():
    message = promise()
    assert mail.hand_over(message.pk) is True
    assert mail.hand_over(message.pk) is False
    assert len(sent.outbox) == 1


def test_a_refusal_is_tried_again_later_and_gives_up_in_the_end(settings):
    through(settings, RefusingBackend)
    message, now = promise(), timezone.now()
    for _attempt in range(mail.ATTEMPTS):
        assert mail.send_waiting(now) == 0
        assert mail.send_waiting(now) == 0
        now += timedelta(hours=1)
    assert state(message) == "failed"


def test_a_mail_server_that_is_away_loses_nothing(settings):
    working = settings.EMAIL_BACKEND
    through(settings, ClosedBackend)
    message, now = promise(), timezone.now()
    assert mail.send_waiting(now) == 0
    assert state(message) == "waiting"
    settings.EMAIL_BACKEND = working
    assert mail.send_waiting(now + timedelta(minutes=6)) == 1


@pytest.mark.parametrize("address", ["iemand@example.nl\u2028weg", f"iemand@{'é' * 63}.nl"])
def test_an_address_to_which_no_mail_can_be_made_holds_up_no_other(address):
    EmailField().clean(address)
    wrong = mail.post("confirm-address", to=address, cause="wrong", context={"link": LINK})
    right = promise()
    assert mail.send_waiting(timezone.now()) == 1
    assert (state(wrong), state(right)) == ("failed", "sent")


def test_a_break_in_the_middle_is_unknown_and_never_sent_again_by_itself(settings):
    working = settings.EMAIL_BACKEND
    through(settings, BreakingBackend)
    message, now = promise(), timezone.now()
    mail.send_waiting(now)
    assert state(message) == "unknown"
    settings.EMAIL_BACKEND = working
    assert mail.send_waiting(now + timedelta(days=1)) == 0


def test_a_worker_that_died_leaves_an_unknown_mail_that_staff_send_again():
    message, now = promise(), timezone.now()
    OutboxMessage.objects.update(state="sending", handed_over_at=now - timedelta(minutes=11))
    assert mail.mark_unknown(now) == 1
    assert mail.send_waiting(now) == 0
    mail.send_again(OutboxMessage.objects.get())
    assert mail.send_waiting(timezone.now()) == 1
    assert sent.outbox[0].extra_headers["Message-ID"] == message.message_id


def test_the_subject_takes_no_line_breaks(settings, tmp_path):
    folder = tmp_path / "mail"
    folder.mkdir()
    (folder / "broken.subject.txt").write_text("Een\nBcc: ander@example.org\n")
    (folder / "broken.txt").write_text("Tekst")
    templates = [{**settings.TEMPLATES[0], "DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]
    settings.TEMPLATES = templates
    mail.post("broken", to="iemand@example.org", cause="x")
    mail.send_waiting(timezone.now())
    assert sent.outbox[0].subject == "Een Bcc: ander@example.org"
    assert sent.outbox[0].recipients() == ["iemand@example.org"]
