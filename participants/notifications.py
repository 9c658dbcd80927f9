"""Telling people that something happened, without telling what (S17).

A notification is a kind and an address of the site. A mail says only that there is one, at
most once in a quarter of an hour, and disappears when its reason does.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from movement import mail
from movement.models import OutboxMessage
from participants.mail_rhythm import MAIL_KIND, QUIET, morning
from participants.models import DailyMail, Notification, Person

NO_MAIL: dict[str, Any] = {"last": 0, "left_at": None, "waiting": 0}


@transaction.atomic
def notify(
    recipients: Iterable[Person],
    *,
    kind: str,
    actor: Person | None = None,
    target: Any,
    not_before: datetime | None = None,
) -> int:
    """Tell people that something happened at a page; returns how many were told.

    Not the actor, and nobody who was told the same and did not look yet. `target` has
    get_absolute_url. `not_before` keeps the mail back, for what can still be undone.
    """
    path = target.get_absolute_url()
    people = {person.pk: person for person in recipients if person.is_active}
    if actor is not None:
        people.pop(actor.pk, None)
    unread = Notification.objects.filter(
        recipient__in=people, kind=kind, target_path=path, read_at__isnull=True
    )
    for number in unread.values_list("recipient_id", flat=True):
        people.pop(number, None)
    Notification.objects.bulk_create(
        Notification(recipient_id=number, kind=kind, target_path=path) for number in people
    )
    mail_notices(people.values(), not_before or timezone.now())
    return len(people)


def mail_notices(people: Iterable[Person], not_before: datetime) -> None:
    """Promise each of these people one mail, unless one waits or they stopped such mails."""
    wanting = Person.objects.filter(pk__in=[person.pk for person in people])
    wanting = wanting.filter(mail_stop__isnull=True)
    wanting = wanting.annotate(is_daily=Exists(DailyMail.objects.filter(person=OuterRef("pk"))))
    earlier = earlier_mails(wanting)
    letters = []
    for person in wanting:
        before = earlier.get(person.email, NO_MAIL)
        if before["waiting"]:
            continue
        quiet_until = before["left_at"] + QUIET if before["left_at"] else not_before
        earliest = max(not_before, quiet_until)
        letters.append(
            OutboxMessage(
                kind=MAIL_KIND,
                recipient=person.email,
                # Named after the mail before it: two requests at once cannot both add one.
                cause=f"{MAIL_KIND}:{address_mark(person.email)}:{before['last']}",
                context=mail.sealed({"stop_for": person.pk}),
                message_id=mail.new_message_id(),
                not_before=morning(earliest) if person.is_daily else earliest,
            )
        )
    OutboxMessage.objects.bulk_create(letters, ignore_conflicts=True)
    causes = [letter.cause for letter in letters]
    mail.hand_over_on_commit(list(OutboxMessage.objects.filter(cause__in=causes)))


def earlier_mails(people: Any) -> dict[str, dict[str, Any]]:
    """Per address: the last notice, when one last left, and whether one waits."""
    waiting = Q(state__in=[OutboxMessage.State.WAITING])
    rows = (
        OutboxMessage.objects.filter(
            kind=MAIL_KIND, recipient__in=[person.email for person in people]
        )
        .order_by()
        .values("recipient")
        .annotate(last=Max("pk"), left_at=Max("handed_over_at"), waiting=Count("pk", waiting))
    )
    return {row["recipient"]: row for row in rows}


def address_mark(email: str) -> str:
    """A short mark of an address that says nothing about it."""
    return salted_hmac("participants.notifications", email).hexdigest()[:20]


@transaction.atomic
def forget(target: Any, *, of: Person | None = None) -> int:
    """Take back what was told about this page, with mails that have no other reason.

    With `of`, only what this person was told.
    """
    gone = Notification.objects.filter(target_path=target.get_absolute_url())
    if of is not None:
        gone = gone.filter(recipient=of)
    numbers = set(gone.values_list("recipient_id", flat=True))
    deleted = gone.delete()[0]
    drop_needless_mails(numbers)
    return deleted


@transaction.atomic
def seen(person: Person, target: Any = None) -> int:
    """Count what was told about this page as read, or everything; read things are not mailed."""
    unread = Notification.objects.filter(recipient=person.pk, read_at__isnull=True)
    if target is not None:
        unread = unread.filter(target_path=target.get_absolute_url())
    count = unread.update(read_at=timezone.now())
    if count:
        drop_needless_mails({person.pk})
    return count


def drop_needless_mails(numbers: set[int]) -> None:
    """Send these people no mail when there is nothing left that they did not read."""
    has_other = Notification.objects.filter(recipient__in=numbers, read_at__isnull=True)
    needless = numbers - set(has_other.values_list("recipient_id", flat=True))
    addresses = Person.objects.filter(pk__in=needless).values_list("email", flat=True)
    mail.drop(OutboxMessage.objects.filter(kind=MAIL_KIND, recipient__in=list(addresses)))
