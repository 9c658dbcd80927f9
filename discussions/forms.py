"""What people type on praat-mee, checked before a verb sees it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from discussions import circle
from discussions.models import Board, Report, Topic
from discussions.models.paper import PURPOSE
from movement import codes, guard, personal_links
from movement.markdown import MAX_LENGTH
from movement.once import OnceField
from movement.robots import OpenForm

SHOWN_FINDINGS = 8
KEEP, BLANK, SAVE, PREVIEW = "keep", "blank", "save", "preview"


class GuardedForm(forms.Form):
    """A form whose texts are read for what can tell who somebody is (S5).

    `findings` are shown to the author, who can let them be left out (`act=blank`) or keep
    them (`act=keep`); what must not be published is an error.
    """

    guarded: tuple[str, ...] = ("body",)
    once = OnceField()
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, known_names: set[str] | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.known_names = known_names or set()
        self.findings: list[tuple[str, guard.Finding]] = []
        self.asks_look = False

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        for name in self.guarded:
            for finding in guard.inspect(values.get(name, ""), known_names=self.known_names):
                self.findings.append((name, finding))
                if finding.is_forbidden:
                    self.add_error(
                        name,
                        _("“%(passage)s” cannot be placed. %(why)s")
                        % {"passage": finding.passage, "why": finding.why},
                    )
        loose = {finding.passage for name, finding in self.findings if not finding.is_forbidden}
        kept = set(self.data.get("seen", "").split("\n")) if self.data.get("act") == KEEP else set()
        self.asks_look = bool(loose - {passage.strip() for passage in kept} - kept)
        return values

    def is_ready(self) -> bool:
        """Whether this can be placed: no mistakes, and nothing that the author has to look at."""
        return self.is_valid() and not self.asks_look

    @property
    def may_keep(self) -> bool:
        """Whether the author may leave it as it is: nothing in it is forbidden."""
        return self.asks_look and not any(found.is_forbidden for _name, found in self.findings)

    @property
    def seen_value(self) -> str:
        """The passages that the author was shown, for the button “leave it so”."""
        return "\n".join(finding.passage for name, finding in self.findings)

    @property
    def shown_findings(self) -> list[tuple[str, guard.Finding]]:
        """The first of what was found; leaving out leaves out all."""
        return self.findings[:SHOWN_FINDINGS]

    @property
    def more_findings(self) -> int:
        return len(self.findings) - len(self.shown_findings)

    def blanked(self) -> dict[str, str]:
        """The texts with what was found left out."""
        return {
            name: guard.blanked(
                self.data.get(name, ""), [found for field, found in self.findings if field == name]
            )
            for name in self.guarded
        }


def body_field(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_(
            "Tell it so that nobody can recognise you or someone else. Use no names of children, "
            "schools or care workers."
        ),
    )


def note_field() -> forms.CharField:
    return forms.CharField(
        label=_("Is this heavy to read? Say in a few words what it is about"),
        max_length=80,
        required=False,
        help_text=_("We then fold your post and put this line above it."),
    )


def anonymous_field() -> forms.BooleanField:
    return forms.BooleanField(
        label=_("Place it as Anonymous"),
        required=False,
        help_text=_("Other members do not see who you are either."),
    )


class ReplyForm(GuardedForm):
    guarded = ("body", "content_note")
    body = body_field(_("Your post"))
    content_note = note_field()
    is_anonymous = anonymous_field()
    is_numbered = forms.BooleanField(
        label=_("Give me a number in this conversation"),
        required=False,
        help_text=_(
            "Only with Anonymous. Readers then see that several anonymous posts in this "
            "conversation are of one person, such as “Anonymous 1”. Elsewhere nothing shows that."
        ),
    )
    op = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=2**62)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if circle.is_crowd(values.get("body", ""), self.known_names):
            self.add_error("body", _("Speak to ten people at most with an @ in one post."))
        if "op" in self.errors:
            del self.errors["op"]
            values["op"] = None
        return values


class TopicForm(GuardedForm):
    guarded = ("title", "body", "content_note")
    board = forms.ModelChoiceField(
        label=_("Where does it belong?"),
        queryset=Board.objects.none(),
        to_field_name="slug",
        empty_label=None,
    )
    title = forms.CharField(
        label=_("What do you want to talk about?"),
        max_length=120,
        help_text=_("One question or sentence. Others see it in the list."),
    )
    body = body_field(_("Your story or question"))
    content_note = note_field()
    is_anonymous = anonymous_field()
    mode = forms.ChoiceField(
        label=_("What kind of conversation?"),
        choices=[
            (Topic.Mode.TALK, _("Everyone may reply")),
            (
                Topic.Mode.LISTEN,
                _("Listening mode: professionals read along and reply only when I invite them"),
            ),
        ],
        widget=forms.RadioSelect,
        initial=Topic.Mode.TALK,
        required=False,
    )

    def __init__(self, *args: Any, person: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        boards = Board.objects.visible_to(person).filter(state=Board.State.OPEN)
        self.fields["board"].queryset = boards  # type: ignore[attr-defined]

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())


class EditForm(GuardedForm):
    guarded = ("body", "content_note")
    body = body_field(_("Your post"))
    content_note = note_field()


class ReportForm(OpenForm):
    kind = forms.ChoiceField(
        label=_("What is the matter?"), choices=Report.Kind, widget=forms.RadioSelect
    )
    explanation = forms.CharField(
        label=_("Do you want to explain it?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("Only if you want a mail when there is a decision. Nobody else sees it."),
    )


class AppealForm(forms.Form):
    text = forms.CharField(
        label=_("Why do you disagree?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    once = OnceField()


class CodeForm(forms.Form):
    """The code on the paper of somebody who called or wrote; gives the link that it stands for."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=200,
        help_text=_("Four groups of four. Capitals, spaces and dashes do not matter."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        try:
            link = personal_links.link_of_code(values["code"]) if "code" in values else None
        except codes.Mistyped as mistake:
            self.add_error("code", str(mistake))
            return values
        if "code" in values and (link is None or link.purpose != PURPOSE):
            self.add_error("code", _("We do not know this code. Compare it with your paper."))
        values["link"] = link
        return values
