"""Whether somebody has a second factor (S24)."""

from typing import Any

from allauth.mfa.models import Authenticator

SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def has_second_factor(person: Any) -> bool:
    """Whether this person has an authenticator app or a passkey; recovery codes do not count."""
    return Authenticator.objects.filter(user=person, type__in=SECOND_FACTORS).exists()
