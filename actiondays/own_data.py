"""What this app keeps of a person: registrations made while signed in."""

from typing import Any

from django.db import transaction

from actiondays import forgetting, letters
from actiondays.models import DayMessage, LabRequest, Registration
from movement.models import OutboxMessage, PersonalLink


def export_for(person: Any) -> dict[str, Any]:
    """Return everything of this person, and nothing of others."""
    rows = Registration.objects.filter(person=person).select_related("day", "agreement")
    return {"registrations": [registration_of(row) for row in rows]}


def registration_of(row: Registration) -> dict[str, Any]:
    """Return one registration in words."""
    answer = getattr(row, "agreement", None)
    until = forgetting.contact_kept_until(row)
    return {
        "day": row.day.title,
        "when": row.day.when,
        "name": row.name,
        "email": row.email,
        "phone": row.phone,
        "how": str(row.get_mode_display()),
        "party_size": row.party_size,
        "state": str(row.get_state_display()),
        "access_needs": row.access_needs,
        "made_on": row.created_at.isoformat(),
        "mail_stopped_at": row.mail_stopped_at.isoformat() if row.mail_stopped_at else None,
        "kept_until": until.isoformat() if until else None,
        "report_agrees": answer.agrees if answer else None,
        "report_correction": answer.correction if answer else "",
    }


@transaction.atomic
def erase(person: Any, *, keep_texts: bool) -> None:
    """Take this person out of every registration; a place that is free goes to the next.

    What was said about a report goes along: it belongs to a registration.
    """
    for registration in Registration.objects.filter(person=person):
        erase_registration(registration)
    DayMessage.objects.filter(written_by=person).update(written_by=None)
    LabRequest.objects.filter(handled_by=person).update(handled_by=None)


@transaction.atomic
def erase_registration(registration: Registration) -> None:
    """Cancel and delete one registration, with its mails and its personal links."""
    number = registration.pk
    registration.cancel()
    registration.delete()
    OutboxMessage.objects.filter(cause__startswith=f"registration-{number}-").delete()
    purposes = [letters.PURPOSE, letters.STOP_PURPOSE]
    PersonalLink.objects.filter(purpose__in=purposes, target_id=number).delete()
