"""A form that is sent twice is handled once: each carries a key of its own."""

import re
import uuid
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.db import connection
from django.utils import timezone

from movement.models import OnceKey

KEEP_DAYS = 7
KEY = re.compile(r"[0-9a-f]{32}")


class AlreadyDone(Exception):
    """This form was handled before; `path` is the page its handling led to ("" if none)."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def fresh_key() -> str:
    return uuid.uuid4().hex


class OnceField(forms.CharField):
    """A hidden field with a fresh key. A key that is lost or spoilt becomes a new one."""

    def __init__(self, **more: Any) -> None:
        defaults = {"widget": forms.HiddenInput, "required": False, "initial": fresh_key}
        super().__init__(**{**defaults, **more})

    def clean(self, value: Any) -> str:
        text = str(value or "")
        return text if KEY.fullmatch(text) else fresh_key()


def claim(key: str, *, path: str = "") -> None:
    """Take this key, within the verb's transaction. Raises AlreadyDone when it was taken.

    A second request waits in the database until the first one is done. `path` is the page this
    will lead to, for a verb that knows it beforehand; others `remember` it.
    """
    table = connection.ops.quote_name(OnceKey._meta.db_table)
    used_at = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        # One statement: no savepoint is needed to survive a key that is taken.
        cursor.execute(
            f"INSERT INTO {table} (key, result_path, used_at) VALUES (%s, %s, %s) "
            "ON CONFLICT (key) DO NOTHING",
            [key, path[:300], used_at],
        )
        if cursor.rowcount == 1:
            return
    done = OnceKey.objects.filter(key=key).first()
    raise AlreadyDone(done.result_path if done else "")


def remember(key: str, path: str) -> None:
    """Note the page that the handling of this form led to."""
    OnceKey.objects.filter(key=key).update(result_path=path[:300])


def forget_old(now: datetime) -> int:
    """Delete keys of forms that nobody sends again."""
    return OnceKey.objects.filter(used_at__lt=now - timedelta(days=KEEP_DAYS)).delete()[0]
