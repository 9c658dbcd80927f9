"""What an account keeps of a person, and how it disappears."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType

from participants.models import Person

ERASED_EMAIL = "verwijderd@verwijderd.invalid"
ERASED_NAME = "Verwijderd lid"


def export_for(person: Person) -> dict[str, Any]:
    """The account itself. Secrets are no data about a person and stay out."""
    return {
        "email": person.email,
        "pseudonym": person.pseudonym,
        "joined_at": person.joined_at,
        "last_login": person.last_login,
        "addresses": list(
            EmailAddress.objects.filter(user=person).values("email", "verified", "primary")
        ),
        "consents": list(person.consents.values("subject", "wording", "given_at", "withdrawn_at")),
        "notifications": [
            {
                "kind": str(told.get_kind_display()),
                "created_at": told.created_at,
                "read_at": told.read_at,
            }
            for told in person.notifications.all()
        ],
        "mail_stopped_at": getattr(getattr(person, "mail_stop", None), "stopped_at", None),
        "daily_mail_since": getattr(getattr(person, "daily_mail", None), "chosen_at", None),
        "sessions": list(
            UserSession.objects.filter(user=person).values(
                "created_at", "last_seen_at", "user_agent"
            )
        ),
        "second_step": list(
            Authenticator.objects.filter(user=person).values("type", "created_at", "last_used_at")
        ),
    }


def erase(person: Person, *, keep_texts: bool) -> None:
    """End the sessions, keep the admin's log without a name, and delete the account."""
    for session in UserSession.objects.filter(user=person):
        session.end()
    keep_log(person)
    person.delete()


def keep_log(person: Person) -> None:
    """What staff did stays in the admin's log, under nobody's name; about whom, too (S20)."""
    acts = LogEntry.objects.filter(user=person)
    if acts.exists():
        acts.update(user=erased_person())
    about = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Person), object_id=str(person.pk)
    )
    about.update(object_repr=f"#{person.pk}", change_message="")


def erased_person() -> Person:
    """The one account that stands for all who left. Nobody can sign in with it."""
    person = Person.objects.filter(email=ERASED_EMAIL).first()
    return person or Person.objects.create_user(ERASED_EMAIL, ERASED_NAME, is_active=False)
