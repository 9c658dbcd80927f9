"""What follows when an organiser changes a day: everyone hears it, and free places are filled."""

from django.db import transaction
from django.utils import timezone

from actiondays import letters
from actiondays.models import ActionDay, Registration
from actiondays.models.registrations import refill

State = ActionDay.State
# Changes of these are told to who is coming.
TOLD = ("starts_at", "ends_at", "place", "town", "address", "is_in_person", "is_online")


def note_move(day: ActionDay, before: ActionDay) -> None:
    """Remember from which date a day moved; one that was open says that it moved."""
    if before.state == State.CONCEPT or day.starts_at == before.starts_at:
        return
    day.moved_from = before.starts_at
    if day.state in {State.OPEN, State.ANNOUNCED}:
        day.state = State.MOVED


@transaction.atomic
def settle(day: ActionDay, before: ActionDay) -> int:
    """Tell everyone who is registered what changed. Returns how many mails that makes."""
    if (day.places, day.online_places) != (before.places, before.online_places):
        refill(day)
    is_off = day.is_cancelled and not before.is_cancelled
    differs = any(getattr(day, name) != getattr(before, name) for name in TOLD)
    if day.is_over or before.state == State.CONCEPT or not (is_off or differs):
        return 0
    change = f"{timezone.now():%Y%m%d%H%M%S}"
    standing = Registration.objects.filter(day=day).standing().select_related("day")
    return sum(letters.day_changed(registration, change) for registration in standing)
