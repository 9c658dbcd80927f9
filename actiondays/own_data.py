"""What action days keep of a person: registrations made while signed in (S22)."""

from typing import Any

from actiondays.models import Registration


def export_for(person: Any) -> dict[str, Any]:
    """The registrations of this account; never those of an equal address."""
    return {
        "registrations": [
            {
                "day": str(registration.day),
                "name": registration.name,
                "email": registration.email,
                "phone": registration.phone,
                "mode": registration.mode,
                "state": registration.state,
                "access_needs": registration.access_needs,
                "made_at": registration.created_at,
            }
            for registration in Registration.objects.filter(person=person).select_related("day")
        ]
    }


def erase(person: Any, *, keep_texts: bool) -> None:
    """Delete the registrations of this account."""
    Registration.objects.filter(person=person).delete()
