"""The eight demo accounts. Only where DEBUG or DEMO is on: their password is public."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import Group

from participants.models import Person

PASSWORD = "samen-anders-doen"
STAFF_MARK = "Medewerker LOC"

# Address, name that others see, group.
ACCOUNTS: list[tuple[str, str, str]] = [
    ("beheerder@example.org", "Waterlelie", "beheerder"),
    ("redacteur@example.org", "Kersenbloesem", "editor"),
    ("moderator@example.org", "Vuurtoren", "moderator"),
    ("moderator2@example.org", "Lantaarn", "moderator"),
    ("organisator@example.org", "Kampvuur", "organiser"),
    ("lid@example.org", "Roodborst", ""),
    ("lid2@example.org", "Zonnebloem", ""),
    ("nieuw@example.org", "Lentewind", ""),
]


def load(now: datetime) -> int:
    """Make the accounts that are missing; returns how many there are. Refused in production."""
    if not (settings.DEBUG or settings.DEMO):
        return 0
    for email, pseudonym, group in ACCOUNTS:
        account(email, pseudonym, group)
    return len(ACCOUNTS)


def account(email: str, pseudonym: str, group: str) -> Person:
    """One account with a confirmed address, in its group."""
    person = Person.objects.filter(email=email).first()
    if person is None:
        person = Person.objects.create_user(email, pseudonym, PASSWORD)
    if group:
        person.is_staff = True
        person.is_superuser = group == "beheerder"
        person.role_mark = STAFF_MARK
        person.save()
        person.groups.add(Group.objects.get_or_create(name=group)[0])
    EmailAddress.objects.update_or_create(
        user=person, email=email, defaults={"verified": True, "primary": True}
    )
    return person
