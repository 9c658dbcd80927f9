"""What the foundation keeps of a person: mails, links in mails, counts."""

from typing import Any

from movement.models import LimitWindow, OutboxMessage, PersonalLink

# Purposes of links whose target is a member.
MEMBER_LINKS = ["mail-stop"]


def mails_of(person: Any) -> Any:
    return OutboxMessage.objects.filter(recipient__iexact=person.email)


def export_for(person: Any) -> dict[str, Any]:
    """When which kind of mail was sent; the text of it is not kept."""
    return {
        "mails": [
            {
                "kind": letter.kind,
                "state": str(letter.get_state_display()),
                "created_at": letter.created_at,
                "handed_over_at": letter.handed_over_at,
            }
            for letter in mails_of(person)
        ]
    }


def erase(person: Any, *, keep_texts: bool) -> None:
    """Delete mails, links and counts of this person."""
    mails_of(person).delete()
    PersonalLink.objects.filter(purpose__in=MEMBER_LINKS, target_id=person.pk).delete()
    LimitWindow.objects.filter(key__contains=f":member-{person.pk}:").delete()
