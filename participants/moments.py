"""What must happen at a time to accounts: unconfirmed ones go, old sessions end (S21)."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce

from movement import mail
from participants.asking import ask_yearly
from participants.models import ErasureRequest, Notification, Person
from participants.models.joining import forget_old_requests

UNCONFIRMED_DAYS = 7
SILENT_DAYS = 2 * 365
WARNED_DAYS = 30
NOTIFICATION_DAYS = 365
AT_ONCE = 200


def tick(now: datetime) -> dict[str, int]:
    """Do what is due; safe to repeat and to run twice at once."""
    return {
        "unconfirmed_deleted": delete_unconfirmed(now),
        "silent_warned": warn_silent(now),
        "sessions_ended": end_sessions(now),
        "notifications_forgotten": forget_notifications(now),
        "organisations_asked": ask_yearly(now),
        "join_requests_forgotten": forget_old_requests(now),
    }


def delete_unconfirmed(now: datetime) -> int:
    """Delete accounts whose address was never confirmed."""
    addresses = EmailAddress.objects.filter(user=OuterRef("pk"))
    never_confirmed = Person.objects.filter(
        Exists(addresses),
        ~Exists(addresses.filter(verified=True)),
        joined_at__lt=now - timedelta(days=UNCONFIRMED_DAYS),
        last_login__isnull=True,
        is_staff=False,
    )
    count = never_confirmed.count()
    never_confirmed.delete()
    return count


def warn_silent(now: datetime) -> int:
    """Warn members who were away for two years; a month later they are erased, texts kept.

    Signing in takes it back. Staff are looked after by the beheerder.
    """
    before = now - timedelta(days=SILENT_DAYS)
    silent = Person.objects.annotate(seen_at=Coalesce("last_login", "joined_at")).filter(
        seen_at__lt=before, is_active=True, is_staff=False, erasure_request__isnull=True
    )
    count = 0
    for person in silent[:AT_ONCE]:
        with transaction.atomic():
            due_at = now + timedelta(days=WARNED_DAYS)
            wish, is_new = ErasureRequest.objects.get_or_create(
                person=person,
                defaults={"keep_texts": True, "is_for_silence": True, "due_at": due_at},
            )
            if is_new:
                cause = f"account-silent:{person.pk}:{wish.pk}"
                mail.post("account-silent", to=person.email, cause=cause)
                count += 1
    return count


def end_sessions(now: datetime) -> int:
    """Delete sessions that are over, and the rows in the members' lists that pointed at them."""
    over = Session.objects.filter(expire_date__lt=now).delete()[0]
    standing = Session.objects.filter(session_key=OuterRef("session_key"))
    UserSession.objects.filter(~Exists(standing), last_seen_at__lt=now - timedelta(days=1)).delete()
    return over


def forget_notifications(now: datetime) -> int:
    """Delete notifications of more than a year ago."""
    return Notification.objects.filter(
        created_at__lt=now - timedelta(days=NOTIFICATION_DAYS)
    ).delete()[0]
