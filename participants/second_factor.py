"""Whether somebody signs in with more than a password (S24)."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from movement import mail

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def has_second_factor(person: Any) -> bool:
    """Whether this person set up an authenticator app or a passkey; recovery codes are neither."""
    if not person.is_authenticated:
        return False
    return Authenticator.objects.filter(user=person, type__in=FACTORS).exists()


def take_away(person: Any) -> bool:
    """Take a second step away that was lost, with its spare codes; whether there was one.

    Every session ends and the member hears of it: whoever asked may have been somebody else.
    """
    with transaction.atomic():
        count = Authenticator.objects.filter(user=person).delete()[0]
        if count:
            for session in UserSession.objects.filter(user=person):
                session.end()
            cause = f"second-step-away:{person.pk}:{timezone.now().isoformat()}"
            mail.post("account-changed", to=person.email, cause=cause)
    return bool(count)
