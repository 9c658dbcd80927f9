"""What a moderator can decide about a post, and the form for it: in the admin and on the site."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from discussions.models import Decision, PendingEdit, Post, is_moderator
from discussions.refusals import ClaimedByOther
from movement.models import HouseRule
from participants.second_factor import has_second_factor

ACTS = Decision.Act
# What can be decided about a post, by the state in which it is.
POSSIBLE: dict[str, list[tuple[str, Any]]] = {
    "held": [
        (ACTS.APPROVE, _("Place it")),
        (ACTS.REJECT, _("Do not place it")),
        (ACTS.CORRECT, _("Ask the author to change it")),
    ],
    "published": [
        (ACTS.KEEP, _("Leave it as it is")),
        (ACTS.FOLD, _("Fold it behind a note")),
        (ACTS.EDIT, _("Change the text, with a mark")),
        (ACTS.CORRECT, _("Take it off until the author changed it")),
        (ACTS.HOLD, _("Take it off until a colleague looked")),
        (ACTS.HIDE, _("Hide it")),
        (ACTS.CLOSE, _("Close the conversation")),
    ],
    "hidden": [(ACTS.RESTORE, _("Show it again"))],
}
ABOUT_A_CHANGE: list[tuple[str, Any]] = [
    (ACTS.APPROVE, _("Place the change")),
    (ACTS.REJECT, _("Do not place the change")),
]
ABOUT_PERSON: list[tuple[str, Any]] = [
    (ACTS.WARN, _("Warn the author")),
    (ACTS.SUSPEND, _("The author may not write for a while")),
]
# What only one act asks for.
ASKED_FOR = {"body": ACTS.EDIT, "content_note": ACTS.FOLD, "days": ACTS.SUSPEND}
# A conversation hangs on its first post.
NOT_OF_FIRST = {ACTS.HOLD, ACTS.CORRECT}
# What asks for more than the page of the conversation shows is decided in the admin.
NOT_ON_SITE = {ACTS.EDIT, ACTS.CLOSE, ACTS.WARN, ACTS.SUSPEND}


def may_moderate(viewer: Any) -> bool:
    """Whether this viewer may decide here: a moderator, with a second factor where asked (S24)."""
    return is_moderator(viewer) and is_let_in(viewer)


def is_let_in(staff: Any) -> bool:
    """Whether this member of the staff signed in as well as this installation asks (S24)."""
    return not settings.REQUIRE_STAFF_MFA or has_second_factor(staff)


def acts_for(
    state: str, *, is_first: bool, has_change: bool = False, on_site: bool = False
) -> list[tuple[str, Any]]:
    """What can be decided about a post in this state, and how each is called."""
    acts = [*POSSIBLE.get(state, [])]
    if has_change and state == Post.State.PUBLISHED:
        acts = [*ABOUT_A_CHANGE, *acts]
    refused = NOT_OF_FIRST if is_first and state == Post.State.PUBLISHED else set()
    refused = refused | (NOT_ON_SITE if on_site else set())
    return [(act, label) for act, label in acts if act not in refused]


class JudgeForm(forms.Form):
    on_site = False

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
    content_note = forms.CharField(
        label=_("What the post is about"),
        required=False,
        max_length=80,
        help_text=_("Only when you fold it. Readers see this line, and open the post themselves."),
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
        acts = acts_for(
            post.state,
            is_first=post.position == 1,
            has_change=PendingEdit.objects.filter(post=post).exists(),
            on_site=self.on_site,
        )
        # Whether the author of an anonymous post is still here says something of who it was.
        has_author = post.author_id or post.is_anonymous
        if not self.on_site and has_author and post.state != Post.State.WITHDRAWN:
            acts += ABOUT_PERSON
        self.fields["act"].choices = acts  # type: ignore[attr-defined]
        offered = {act for act, _label in acts}
        for name, act in ASKED_FOR.items():
            if act not in offered:
                self.fields.pop(name, None)

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
        if act == ACTS.FOLD and not values.get("content_note", "").strip():
            self.add_error("content_note", _("Say in a few words what the post is about."))
        return values

    def decide(self, by: Any) -> Decision:
        """Take the decision that was filled in. Raises ClaimedByOther, or what `take` raises."""
        for item in self.post.queue_items.waiting():  # type: ignore[attr-defined]
            if item.holder() not in {None, by}:
                raise ClaimedByOther
        values = self.cleaned_data
        days = values.get("days")
        return Decision.take(
            values["act"],
            by=by,
            post=self.post,
            rule=values["rule"],
            reason=values["reason"],
            body=values.get("body", ""),
            content_note=values.get("content_note", "") if values["act"] == ACTS.FOLD else "",
            until=timezone.now() + timedelta(days=days) if days else None,
        )


class DeskForm(JudgeForm):
    """The same where the post stands, without what only the admin offers."""

    on_site = True
    body = None  # type: ignore[assignment]
    days = None  # type: ignore[assignment]
