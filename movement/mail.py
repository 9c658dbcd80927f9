"""The only door out: a mail is a row of the caller's transaction, handed over after it (S17).

A kind is a pair of templates, `mail/<kind>.subject.txt` and `mail/<kind>.txt`. What the text
needs is sealed until it is sent and forgotten then.
"""

import json
import logging
import smtplib
import uuid
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone

from movement import personal_links
from movement.encryption import cipher
from movement.models import OutboxMessage

logger = logging.getLogger("site.mail")

ATTEMPTS = 5
RETRY_MINUTES = 5
# A hand-over takes seconds. After this long its worker is gone and nobody knows.
UNKNOWN_AFTER = timedelta(minutes=10)
KEEP_DAYS = 90
STOP_LINK_DAYS = 60
State = OutboxMessage.State


def post(
    kind: str,
    *,
    to: str,
    cause: str,
    context: dict[str, Any] | None = None,
    not_before: datetime | None = None,
    is_first: bool = False,
) -> OutboxMessage | None:
    """Promise a mail within the caller's transaction; it is handed over after the commit.

    Returns None when this cause was mailed before. `stop_for` in the context, the number of a
    member (or of what `stop_purpose` is about), adds a link that stops such mails in one click.
    `is_first` spares the look for an earlier one, where what causes it was made in this
    transaction.
    """
    facts = {
        "kind": kind,
        "recipient": to,
        "context": sealed(context or {}),
        "message_id": new_message_id(),
        "not_before": not_before or timezone.now(),
    }
    if is_first:
        message = OutboxMessage.objects.create(cause=cause, **facts)
    else:
        message, is_new = OutboxMessage.objects.get_or_create(cause=cause, defaults=facts)
        if not is_new:
            return None
    hand_over_on_commit([message])
    return message


def pretend(kind: str) -> None:
    """Do the work of a mail without one, so that nobody can time who has an account (S22)."""
    from movement.tasks import send_mail

    nothing = OutboxMessage.objects.create(
        kind=kind,
        recipient="",
        cause=f"pretend:{uuid.uuid4().hex}",
        message_id=new_message_id(),
        state=State.DROPPED,
    )
    transaction.on_commit(lambda: send_mail.enqueue(nothing.pk), robust=True)


def hand_over_on_commit(messages: list[OutboxMessage]) -> None:
    """Ask a task to send these after the commit; what is for later is left to the tick."""
    from movement.tasks import send_mail

    now = timezone.now()
    for number in [message.pk for message in messages if message.not_before <= now]:
        transaction.on_commit(lambda number=number: send_mail.enqueue(number), robust=True)  # type: ignore[misc]


def new_message_id() -> str:
    """A Message-ID that stays with a mail, also when it is tried again."""
    return f"<{uuid.uuid4().hex}@{settings.SITE_HOST or 'localhost'}>"


def sealed(context: dict[str, Any]) -> dict[str, str]:
    """The context as it may lie in the database: links in it are keys to an account."""
    return {"sealed": cipher().encrypt(json.dumps(context).encode()).decode()} if context else {}


def unsealed(message: OutboxMessage) -> dict[str, Any]:
    """The context as the templates read it."""
    kept = message.context.get("sealed")
    return json.loads(cipher().decrypt(kept.encode())) if kept else {}


def hand_over(number: int, *, now: datetime | None = None) -> bool:
    """Send one waiting mail; returns whether it was sent now.

    Claimed before it is handed over: of two workers one sends it. When the worker dies in
    between, the row stays claimed, becomes "unknown", and people decide (S17).
    """
    now = now or timezone.now()
    waiting = OutboxMessage.objects.filter(pk=number, state=State.WAITING, not_before__lte=now)
    if not waiting.update(state=State.SENDING, attempts=F("attempts") + 1, handed_over_at=now):
        return False
    message = OutboxMessage.objects.get(pk=number)
    outcome = deliver(composed(message))
    if outcome == State.WAITING and message.attempts >= ATTEMPTS:
        outcome = State.FAILED
    changes: dict[str, Any] = {"state": outcome}
    if outcome == State.WAITING:
        changes["not_before"] = now + timedelta(minutes=RETRY_MINUTES * message.attempts)
        changes["handed_over_at"] = None
    if outcome == State.SENT:
        changes["context"] = {}
    OutboxMessage.objects.filter(pk=number, state=State.SENDING).update(**changes)
    logger.info("mail handed over", extra={"kind": message.kind, "operation": str(outcome)})
    return outcome == State.SENT


def composed(message: OutboxMessage) -> EmailMessage:
    """The mail itself: text only, a neutral subject of one line, a neutral sender."""
    context = {"site_url": settings.SITE_URL, **unsealed(message)}
    headers = {"Message-ID": message.message_id, "Auto-Submitted": "auto-generated"}
    if context.get("stop_for"):
        purpose = context.get("stop_purpose", "mail-stop")
        stop_url = personal_links.issue(purpose, context["stop_for"], days=STOP_LINK_DAYS)
        context["stop_url"] = stop_url
        headers["List-Unsubscribe"] = f"<{stop_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    subject = render_to_string(f"mail/{message.kind}.subject.txt", context)
    return EmailMessage(
        subject=" ".join(subject.split()),
        body=render_to_string(f"mail/{message.kind}.txt", context).strip() + "\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[message.recipient],
        headers=headers,
    )


def deliver(mail: EmailMessage) -> OutboxMessage.State:
    """Hand a mail to the mail server: sent, waiting (surely not sent), failed, or unknown."""
    try:
        connection = get_connection()
        connection.open()
    except (OSError, smtplib.SMTPException):
        return State.WAITING
    try:
        connection.send_messages([mail])
        return State.SENT
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError):
        return State.WAITING
    except ValueError:
        # A form took it for an address, but no mail can be made out to it.
        return State.FAILED
    except (OSError, smtplib.SMTPException):
        return State.UNKNOWN
    finally:
        close(connection)


def close(connection: Any) -> None:
    """Say goodbye to the mail server; whether it answers does not matter any more."""
    try:
        connection.close()
    except (OSError, smtplib.SMTPException):
        logger.info("mail server left first")


def send_waiting(now: datetime, *, at_most: int = 500) -> int:
    """Send what waits and is due; returns how many were sent. Safe twice at once."""
    due = OutboxMessage.objects.filter(state=State.WAITING, not_before__lte=now)
    numbers = list(due.order_by("not_before").values_list("pk", flat=True)[:at_most])
    return sum(hand_over(number, now=now) for number in numbers)


def mark_unknown(now: datetime) -> int:
    """Mark mails whose worker disappeared half-way. They are never sent again by themselves."""
    lost = OutboxMessage.objects.filter(state=State.SENDING, handed_over_at__lt=now - UNKNOWN_AFTER)
    return lost.update(state=State.UNKNOWN)


def send_again(message: OutboxMessage) -> None:
    """Send a failed or unknown mail once more, because somebody of the staff decided so."""
    undecided = OutboxMessage.objects.filter(pk=message.pk, state__in=[State.FAILED, State.UNKNOWN])
    if undecided.update(state=State.WAITING, attempts=0, not_before=timezone.now()):
        message.refresh_from_db()
        hand_over_on_commit([message])


def drop(messages: Any) -> int:
    """Do not send these mails after all; takes a queryset, returns how many still waited."""
    return messages.filter(state=State.WAITING).update(state=State.DROPPED, context={})


def forget_old(now: datetime) -> int:
    """Delete mails that went out long ago."""
    done = OutboxMessage.objects.filter(
        state__in=[State.SENT, State.DROPPED], created_at__lt=now - timedelta(days=KEEP_DAYS)
    )
    return done.delete()[0]
