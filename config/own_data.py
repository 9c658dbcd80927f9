"""Everything of one person, app by app: to give it (S19) and to erase it (S20)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from types import ModuleType
from typing import Any

from django.db import transaction
from django.utils import timezone

from actiondays import own_data as actiondays
from articles import own_data as articles
from discussions import own_data as discussions
from movement import own_data as movement
from participants import own_data as participants
from participants.models import ErasedPerson, ErasureRequest, Person

# The person's own row goes last: the others still ask whose it is.
APPS: dict[str, ModuleType] = {
    "praat-mee": discussions,
    "actiedagen": actiondays,
    "artikelen": articles,
    "mail": movement,
    "account": participants,
}
DAYS_TO_CHANGE_ONES_MIND = 14


def export_for(person: Person) -> dict[str, Any]:
    """All that this person may take along, and nothing of others."""
    return {name: app.export_for(person) for name, app in APPS.items()}


def ask_erasure(person: Person, *, keep_texts: bool, now: datetime | None = None) -> ErasureRequest:
    """Note the wish; it is carried out in two weeks, unless it is taken back."""
    now = now or timezone.now()
    request, is_new = ErasureRequest.objects.update_or_create(
        person=person,
        defaults={
            "keep_texts": keep_texts,
            "asked_at": now,
            "due_at": now + timedelta(days=DAYS_TO_CHANGE_ONES_MIND),
        },
    )
    return request


@transaction.atomic
def erase(person: Person, *, keep_texts: bool, now: datetime | None = None) -> None:
    """Take every trace of this person out of every app; only a number stays."""
    ErasedPerson.objects.update_or_create(
        number=person.pk, defaults={"keep_texts": keep_texts, "erased_at": now or timezone.now()}
    )
    for app in APPS.values():
        app.erase(person, keep_texts=keep_texts)


def erase_due(now: datetime) -> int:
    """Carry out the wishes whose two weeks are over; returns how many. Safe twice at once."""
    count = 0
    due = ErasureRequest.objects.filter(due_at__lte=now).values_list("pk", flat=True)
    for number in list(due):
        with transaction.atomic():
            request = ErasureRequest.objects.select_for_update().filter(pk=number).first()
            if request is not None:
                erase(request.person, keep_texts=request.keep_texts, now=now)
                count += 1
    return count


def erased_list() -> list[str]:
    """The list of who was erased, a line for each: number, what to do with texts, since when."""
    return [
        f"{erased.number};{int(erased.keep_texts)};{erased.erased_at.isoformat()}"
        for erased in ErasedPerson.objects.order_by("number")
    ]


def remember_erased(lines: Iterable[str]) -> int:
    """Take over a list as `erased_list` gave it; returns how many were not known here.

    Raises ValueError on a line that is none, and then takes over nothing.
    """
    count = 0
    with transaction.atomic():
        for line in filter(str.strip, lines):
            number, keep_texts, erased_at = line.strip().split(";")
            facts = {
                "keep_texts": bool(int(keep_texts)),
                "erased_at": datetime.fromisoformat(erased_at),
            }
            count += ErasedPerson.objects.get_or_create(number=int(number), defaults=facts)[1]
    return count


def erase_again() -> int:
    """After a backup was put back: erase once more who was erased since. Returns how many."""
    count = 0
    for erased in ErasedPerson.objects.all():
        # A number may have been given out anew after the backup: then the person is younger.
        person = Person.objects.filter(pk=erased.number, joined_at__lt=erased.erased_at).first()
        if person is not None:
            erase(person, keep_texts=erased.keep_texts, now=erased.erased_at)
            count += 1
    return count
