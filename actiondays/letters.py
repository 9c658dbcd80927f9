"""Mails to those who registered: each says that there is something, never what it is about (S17).

What it is stands on the personal page that the link opens. Never two mails from one cause.
"""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from movement import personal_links
from movement.mail import post
from movement.models import OutboxMessage

if TYPE_CHECKING:
    from actiondays.models import Registration

PURPOSE = "registration"
STOP_PURPOSE = "day-mail-stop"
# How long after the day, or a later mail, the personal page can still be opened from it.
LINK_AFTER = timedelta(days=90)


def send(
    kind: str,
    registration: "Registration",
    reason: str,
    *,
    is_new: bool = False,
    can_stop: bool = False,
    **facts: Any,
) -> bool:
    """Promise one mail for this reason, in the caller's transaction.

    Returns whether there is a new one: not without an address, not twice for one reason, and
    one that `can_stop` not to who stopped those. `facts` are what its text needs beside the
    link. `is_new` spares the look for an earlier one: this registration was made just now.
    """
    cause = f"registration-{registration.pk}-{reason}"
    if not registration.email or (can_stop and registration.mail_stopped_at):
        return False
    if not is_new and OutboxMessage.objects.filter(cause=cause).exists():
        return False
    until = max(registration.day.ends_at, timezone.now()) + LINK_AFTER
    days = (until - timezone.now()).days
    link = personal_links.issue(PURPOSE, registration.pk, days=days)
    if can_stop:
        facts |= {"stop_for": registration.pk, "stop_purpose": STOP_PURPOSE}
    promised = post(
        f"registration-{kind}",
        to=registration.email,
        cause=cause,
        context={"link": link, **facts},
        is_first=is_new,
    )
    return promised is not None


def first(registration: "Registration") -> None:
    """Ask to confirm; who is known by signing in hears at once how it stands."""
    if registration.confirmed_at:
        confirmed(registration, is_new=True)
    else:
        send("first", registration, "first", is_new=True)


def confirmed(registration: "Registration", *, is_new: bool = False) -> None:
    """Say that it is certain, or that they are in line."""
    kind = "waiting" if registration.state == "waiting" else "place"
    send(kind, registration, f"confirmed-{kind}", is_new=is_new)


def known_again(registration: "Registration", key: str) -> None:
    """Answer a second registration of an address in the mailbox only, once a day."""
    send("known", registration, f"known-{timezone.localdate().isoformat()}")


def promoted(registration: "Registration") -> None:
    """Say that it is their turn."""
    send("moved-up", registration, "moved-up")


def hold_ends(registration: "Registration") -> bool:
    """Remind once that an address was not confirmed yet."""
    return send("hold", registration, "hold")


def day_changed(registration: "Registration", change: str) -> bool:
    """Say that something about the day changed; `change` names this change."""
    return send("change", registration, f"change-{change}")


def day_near(registration: "Registration") -> bool:
    """Remind of the day, once for each date it is planned on."""
    date = f"{registration.day.starts_at:%Y%m%d%H%M}"
    return send("reminder", registration, f"near-{date}", can_stop=True)


def message(registration: "Registration", number: int) -> bool:
    """Say that the organisers wrote something."""
    return send("message", registration, f"message-{number}", can_stop=True)


def report(registration: "Registration") -> bool:
    """Say that what came of the day can be read: thanks, or what somebody asked us for."""
    was_there = registration.mode != "report"
    return send("report", registration, "report", can_stop=was_there, was_there=was_there)
