"""A form that is sent twice is handled once: each carries a key of its own."""

import re
import uuid
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.db import IntegrityError, transaction

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


def claim(key: str) -> None:
    """Take this key, within the verb's transaction. Raises AlreadyDone when it was taken.

    A second request waits in the database until the first one is done.
    """
    try:
        with transaction.atomic():
            OnceKey.objects.create(key=key)
    except IntegrityError:
        done = OnceKey.objects.filter(key=key).first()
        raise AlreadyDone(done.result_path if done else "") from None


def remember(key: str, path: str) -> None:
    """Note the page that the handling of this form led to."""
    OnceKey.objects.filter(key=key).update(result_path=path[:300])


def forget_old(now: datetime) -> int:
    """Delete keys of forms that nobody sends again."""
    return OnceKey.objects.filter(used_at__lt=now - timedelta(days=KEEP_DAYS)).delete()[0]
