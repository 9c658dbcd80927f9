"""Fields that are unreadable in the database, a dump or a backup without the keys."""

from contextlib import suppress
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models

# How each encrypted text begins: the version and the first bytes of its moment.
TOKEN = "gAAAAA"


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

    def value_to_string(self, obj: Any) -> str:
        """What a dump of the tables holds: as unreadable as the database itself."""
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def to_python(self, value: Any) -> Any:
        """Read it back from such a dump; what somebody typed is left as it is."""
        value = super().to_python(value)
        if isinstance(value, str) and value.startswith(TOKEN):
            with suppress(InvalidToken):
                return cipher().decrypt(value.encode()).decode()
        return value

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return cipher().decrypt(value.encode()).decode() if value else value
