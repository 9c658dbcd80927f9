"""What a moderator fills in beside a decision."""

from django import forms
from django.utils.translation import gettext_lazy as _

from discussions.models import Appeal


class BlankForm(forms.Form):
    passage = forms.CharField(
        label=_("The words that must go"), max_length=200, help_text=_("Exactly as they stand.")
    )
    instead = forms.CharField(
        label=_("What comes instead"), max_length=100, initial=_("[left out]")
    )


class OpeningForm(forms.Form):
    reason = forms.CharField(
        label=_("Why must you know who wrote this?"),
        max_length=500,
        help_text=_("This is kept, and a second moderator reads it."),
    )


class AnswerForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("What do you decide?"), choices=Appeal.Outcome, widget=forms.RadioSelect
    )
    answer = forms.CharField(
        label=_("Your answer"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("The author reads it."),
    )
