"""What must happen at a time to accounts: unconfirmed ones go, old sessions end (S21)."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef

from participants.models import Notification, Person

UNCONFIRMED_DAYS = 7
NOTIFICATION_DAYS = 365


def tick(now: datetime) -> dict[str, int]:
    """Do what is due; safe to repeat and to run twice at once."""
    return {
        "unconfirmed_deleted": delete_unconfirmed(now),
        "sessions_ended": end_sessions(now),
        "notifications_forgotten": forget_notifications(now),
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
