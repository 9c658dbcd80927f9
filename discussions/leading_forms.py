"""What a host or a moderator fills in to lead a conversation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from discussions import holding
from discussions.forms import GuardedForm
from discussions.models import Board, Topic, is_moderator


class SummaryForm(GuardedForm):
    """What was said, by the host or a moderator; read for what can tell who somebody is."""

    guarded = ("summary",)
    summary = forms.CharField(
        label=_("What was said"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("It stands on top of the conversation. Write it so that everyone fits in."),
    )

    def __init__(self, *args: Any, person: Any, topic: Topic, **more: Any) -> None:
        super().__init__(*args, **more)
        self.person, self.topic = person, topic

    def clean_summary(self) -> str:
        """What would wait for a moderator as a post cannot stand on top at once (S6)."""
        text = self.cleaned_data["summary"]
        if not is_moderator(self.person) and holding.why_held(
            self.person, board=self.topic.board, texts=[text]
        ):
            raise forms.ValidationError(
                _("On this board a moderator places the summary. Put yours in a post.")
            )
        return text


class ArrangeForm(forms.Form):
    board = forms.ModelChoiceField(
        label=_("Board"), queryset=Board.objects.none(), empty_label=None
    )
    mode = forms.ChoiceField(
        label=_("What kind of conversation?"), choices=Topic.Mode, widget=forms.RadioSelect
    )
    is_hosted_by_starter = forms.BooleanField(
        label=_("Who started it is the host of the campfire"),
        required=False,
        help_text=_("The host begins each round, closes the conversation and writes the summary."),
    )
    is_pinned = forms.BooleanField(label=_("Keep it on top of the board"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        boards = Board.objects.exclude(state=Board.State.CLOSED)
        self.fields["board"].queryset = boards  # type: ignore[attr-defined]


class SplitForm(forms.Form):
    title = forms.CharField(label=_("Title of the new conversation"), max_length=120)


class MergeForm(forms.Form):
    number = forms.IntegerField(
        label=_("Number of the other conversation"),
        min_value=1,
        max_value=2**62,
        help_text=_("It stands in the address of that conversation."),
    )
