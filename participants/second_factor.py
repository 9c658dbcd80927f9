"""Whether somebody signs in with more than a password (S24)."""

from typing import Any

from allauth.mfa.models import Authenticator

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def has_second_factor(person: Any) -> bool:
    """Whether this person set up an authenticator app or a passkey; recovery codes are neither."""
    if not person.is_authenticated:
        return False
    return Authenticator.objects.filter(user=person, type__in=FACTORS).exists()
