"""What a moderator fills in to decide."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from discussions.models import Appeal, Decision, PendingEdit, Post
from movement.models import Action, Cause, Direction, HouseRule

ACTS = Decision.Act
# What can be decided about a post, by the state in which it is.
POSSIBLE: dict[str, list[tuple[str, Any]]] = {
    "held": [
        (ACTS.APPROVE, _("Place it")),
        (ACTS.REJECT, _("Do not place it")),
    ],
    "published": [
        (ACTS.KEEP, _("Leave it as it is")),
        (ACTS.EDIT, _("Change the text, with a mark")),
        (ACTS.HIDE, _("Hide it")),
        (ACTS.CLOSE, _("Close the conversation")),
    ],
    "hidden": [(ACTS.RESTORE, _("Show it again"))],
}
ABOUT_PERSON: list[tuple[str, Any]] = [
    (ACTS.WARN, _("Warn the author")),
    (ACTS.SUSPEND, _("The author may not write for a while")),
]


class JudgeForm(forms.Form):
    act = forms.ChoiceField(label=_("What do you decide?"), widget=forms.RadioSelect)
    rule = forms.ModelChoiceField(
        label=_("House rule"),
        queryset=HouseRule.objects.filter(is_active=True),
        required=False,
        help_text=_("Critical of an organisation is no rule: that may be said here."),
    )
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences. The author reads them."),
    )
    body = forms.CharField(
        label=_("The new text"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Only when you change the text. The author sees the old one too."),
    )
    days = forms.IntegerField(
        label=_("How many days"),
        required=False,
        min_value=1,
        max_value=365,
        help_text=_("Only when the author may not write for a while."),
    )

    def __init__(self, *args: Any, post: Post, **more: Any) -> None:
        super().__init__(*args, **more)
        self.post = post
        acts = list(POSSIBLE.get(post.state, []))
        if post.state == Post.State.PUBLISHED and PendingEdit.objects.filter(post=post).exists():
            acts = [
                (ACTS.APPROVE, _("Place the change")),
                (ACTS.REJECT, _("Do not place the change")),
                *acts,
            ]
        if post.author_id and post.state != Post.State.WITHDRAWN:
            acts += ABOUT_PERSON
        self.fields["act"].choices = acts  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        act = values.get("act")
        if act in Decision.AGAINST:
            if not values.get("rule"):
                self.add_error("rule", _("Name the house rule."))
            if not values.get("reason", "").strip():
                self.add_error("reason", _("Say why, in one sentence."))
        if act == ACTS.SUSPEND and not values.get("days"):
            self.add_error("days", _("Say for how many days."))
        if act == ACTS.EDIT and not values.get("body", "").strip():
            self.add_error("body", _("Write the new text."))
        return values

    def decide(self, by: Any) -> Decision:
        """Take the decision that was filled in."""
        values = self.cleaned_data
        days = values.get("days")
        return Decision.take(
            values["act"],
            by=by,
            post=self.post,
            rule=values["rule"],
            reason=values["reason"],
            body=values["body"],
            until=timezone.now() + timedelta(days=days) if days else None,
        )


class BlankForm(forms.Form):
    passage = forms.CharField(
        label=_("The words that must go"), max_length=200, help_text=_("Exactly as they stand.")
    )
    instead = forms.CharField(
        label=_("What comes instead"), max_length=100, initial=_("[left out]")
    )


class SplitForm(forms.Form):
    title = forms.CharField(label=_("Title of the new conversation"), max_length=120)


class MergeForm(forms.Form):
    number = forms.IntegerField(
        label=_("Number of the other conversation"),
        min_value=1,
        max_value=2**62,
        help_text=_("It stands in the address of that conversation."),
    )


class OpeningForm(forms.Form):
    reason = forms.CharField(
        label=_("Why must you know who wrote this?"),
        max_length=500,
        help_text=_("This is kept, and a second moderator reads it."),
    )


class LinkForm(forms.Form):
    target = forms.ChoiceField(label=_("This post fits"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["target"].choices = [  # type: ignore[attr-defined]
            (name, [(f"{key}:{row.pk}", f"{row.number}. {row.title}") for row in rows.all()])
            for key, name, rows in (
                ("cause", _("Causes"), Cause.objects),
                ("direction", _("Directions"), Direction.objects),
                ("action", _("Actions"), Action.objects),
            )
        ]


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
