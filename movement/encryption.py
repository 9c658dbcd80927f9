"""Fields that are unreadable in the database, a dump or a backup without the keys."""

from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import models


def cipher() -> MultiFernet:
    """The keys of this installation; the first one writes, all of them read."""
    return MultiFernet([Fernet(key) for key in settings.DATA_KEYS])


class EncryptedTextField(models.TextField):
    """Text that is encrypted with DATA_KEYS on its way into the database.

    Cannot be searched or sorted by. Raises cryptography.fernet.InvalidToken when none of
    the keys fits.
    """

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return cipher().encrypt(value.encode()).decode() if value else value

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return cipher().decrypt(value.encode()).decode() if value else value
