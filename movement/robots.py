"""Open forms resist robots without a puzzle (S29): a signed moment, and a field nobody sees."""

from datetime import datetime
from typing import Any

from django import forms
from django.core import signing
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from movement.once import OnceField

SALT = "movement.robots"
# Somebody whose browser fills everything in still looks before sending; a program does not.
FASTEST_SECONDS = 1


def stamp(at: datetime | None = None) -> str:
    """A signed moment: when the form was shown."""
    return signing.dumps((at or timezone.now()).timestamp(), salt=SALT)


def seconds_since(value: str, now: datetime | None = None) -> float | None:
    """How long ago this moment was; None when it is not ours, or still to come.

    A form may lie open for days.
    """
    try:
        shown_at = float(signing.loads(value, salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return None
    passed = (now or timezone.now()).timestamp() - shown_at
    return passed if passed >= 0 else None


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
    well, or holds what was sent. Who is only very fast may be a person: the form comes back
    with what was typed, and is taken when it is sent again.
    """

    once = OnceField()
    shown_at = forms.CharField(widget=forms.HiddenInput, required=False, initial=stamp)
    website = TrapField()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.is_robot and (self.seconds_open or 0) < FASTEST_SECONDS:
            self.add_error(
                None, _("That went very fast. Look whether everything is right, and send it again.")
            )
        return cleaned

    @property
    def seconds_open(self) -> float | None:
        """How long the form was open; None when its moment is not ours."""
        return seconds_since(self.data.get(self.add_prefix("shown_at"), ""))

    @property
    def is_robot(self) -> bool:
        """Whether the trap was filled in, or the moment is not one that we signed."""
        if not self.is_bound:
            return False
        trapped = self.data.get(self.add_prefix("website"), "")
        return bool(trapped) or self.seconds_open is None
