"""Open forms resist robots without a puzzle (S29): a signed moment, and a field nobody sees."""

from datetime import datetime
from typing import Any

from django import forms
from django.core import signing
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from movement.once import OnceField

SALT = "movement.robots"
# People read before they send.
FASTEST_SECONDS = 2


def stamp(at: datetime | None = None) -> str:
    """A signed moment: when the form was shown."""
    return signing.dumps((at or timezone.now()).timestamp(), salt=SALT)


def is_human_pace(value: str, now: datetime | None = None) -> bool:
    """Whether this moment is ours and long enough ago. A form may lie open for days."""
    try:
        shown_at = float(signing.loads(value, salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return False
    return (now or timezone.now()).timestamp() - shown_at >= FASTEST_SECONDS


class TrapField(forms.CharField):
    """Looks like a field to a robot; people neither see, hear nor reach it."""

    def __init__(self, **more: Any) -> None:
        attributes = {"tabindex": "-1", "autocomplete": "off"}
        defaults = {
            "required": False,
            "label": _("Leave this field empty"),
            "widget": forms.TextInput(attrs=attributes),
            "template_name": "forms/trap.html",
        }
        super().__init__(**{**defaults, **more})


class OpenForm(forms.Form):
    """The start of each form that anyone can send: a once-key, a signed moment, a trap.

    A robot is no mistake in the form: `is_robot` tells, and the view answers as if all went
    well, or holds what was sent.
    """

    once = OnceField()
    shown_at = forms.CharField(widget=forms.HiddenInput, required=False, initial=stamp)
    website = TrapField()

    @property
    def is_robot(self) -> bool:
        """Whether the trap was filled in, or the form came back faster than one can read."""
        if not self.is_bound:
            return False
        trapped = self.data.get(self.add_prefix("website"), "")
        shown_at = self.data.get(self.add_prefix("shown_at"), "")
        return bool(trapped) or not is_human_pace(shown_at)
