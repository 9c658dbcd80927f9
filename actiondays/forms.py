"""Forms of the action days: what people type becomes values, and nothing else."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from actiondays import phones
from actiondays.models import ActionDay, Agreement, LabRequest, Registration
from movement.robots import OpenForm

PARTIES = [
    (1, _("Just me")),
    (2, _("Me and 1 other (2 places)")),
    (3, _("Me and 2 others (3 places)")),
]
NEEDS = [
    ("interpreter", _("An interpreter (language or sign language)")),
    ("quiet", _("A quiet place to sit for a moment")),
    ("camera", _("No photographs, no camera on")),
    ("travel", _("My travel costs paid in advance")),
    ("diet", _("Something else to eat")),
]


class PhoneField(forms.CharField):
    """A telephone number in any spelling."""

    def __init__(self, **more: Any) -> None:
        attributes = {"type": "tel", "autocomplete": "tel", "inputmode": "tel"}
        super().__init__(**{"max_length": 40, "widget": forms.TextInput(attributes), **more})

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        try:
            return phones.normalised(text) if text else ""
        except phones.NoNumber:
            raise forms.ValidationError(
                _("This does not look like a telephone number. An example: 06 12345678.")
            ) from None


class ReachableForm(OpenForm):
    """A form whose sender can be reached by mail or telephone, as they like."""

    name = forms.CharField(
        label=_("What do we call you?"),
        max_length=60,
        help_text=_("Your first name, or another name. It need not be your real name."),
        widget=forms.TextInput({"autocomplete": "given-name"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("You get a link to confirm, change or cancel. The mail names no topic."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    phone = PhoneField(
        label=_("Telephone"),
        required=False,
        help_text=_("Rather no mail? Then give your number. We call you to confirm."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["email"] = (cleaned.get("email") or "").lower()
        wrong = {"email", "phone"} & set(self.errors)
        if not (cleaned["email"] or cleaned.get("phone") or wrong):
            self.add_error("email", _("Give an e-mail address or a telephone number."))
        return cleaned


class JoiningForm(forms.Form):
    """How somebody joins: in which way, with how many, at which table, with what they need."""

    mode = forms.ChoiceField(label=_("How do you want to join?"), widget=forms.RadioSelect)
    party_size = forms.TypedChoiceField(
        label=_("Do you come alone or together?"),
        choices=PARTIES,
        coerce=int,
        initial=1,
        widget=forms.RadioSelect,
        help_text=_("You may come together with somebody you trust."),
    )
    preferred_table = forms.ModelChoiceField(
        label=_("Is there a table you would like to join?"),
        queryset=None,
        required=False,
        empty_label=_("No preference"),
        help_text=_("You may also choose on the day itself."),
    )
    needs = forms.MultipleChoiceField(
        label=_("What do you need to take part?"),
        choices=NEEDS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only the organisers of this day see it. 30 days after the day it is gone."),
    )
    access_needs = forms.CharField(
        label=_("Something else we should know to make it easy for you?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3, "class": "field__control--short"}),
    )

    def __init__(self, *args: Any, day: ActionDay, **more: Any) -> None:
        super().__init__(*args, **more)
        self.day = day
        Mode = Registration.Mode
        ways = [(Mode.IN_PERSON, day.is_in_person), (Mode.ONLINE, day.is_online)]
        open_ways = [way for way, is_open in ways if is_open] + [Mode.REPORT]
        self.fields["mode"].choices = [(way.value, way.label) for way in open_ways]
        self.fields["mode"].initial = open_ways[0].value
        self.fields["preferred_table"].queryset = day.tables.all()
        # What was sent tells whether there were tables to choose from: no need to look again.
        if not ("preferred_table" in self.data if self.is_bound else day.tables.exists()):
            del self.fields["preferred_table"]

    def joining(self) -> dict[str, Any]:
        """How somebody joins, as the verbs ask it."""
        given = self.cleaned_data
        return {
            "mode": given["mode"],
            "party_size": given["party_size"],
            "preferred_table": given.get("preferred_table"),
        }

    def needs_text(self) -> str:
        """What somebody needs, one thing per line."""
        words = dict(NEEDS)
        ticked = [str(words[name]) for name in self.cleaned_data["needs"]]
        return "\n".join([*ticked, self.cleaned_data["access_needs"]]).strip()


class RegistrationForm(JoiningForm, ReachableForm):
    """Registering without an account."""

    field_order = [
        "name", "email", "phone", "mode", "party_size", "preferred_table", "needs", "access_needs",
    ]  # fmt: skip

    def answers(self) -> dict[str, Any]:
        """What was answered, as `sign_up` asks it."""
        given = self.cleaned_data
        reached = {name: given[name] for name in ("name", "email", "phone")}
        return {**reached, **self.joining(), "access_needs": self.needs_text()}


class ChangeForm(JoiningForm):
    """Changing a registration. What somebody needs is not shown again; it can be replaced."""

    forget_needs = forms.BooleanField(
        label=_("Remove what I said before about what I need"), required=False
    )

    def __init__(self, *args: Any, registration: Registration, **more: Any) -> None:
        initial = {
            "mode": registration.mode,
            "party_size": registration.party_size,
            "preferred_table": registration.preferred_table_id,
        }
        super().__init__(*args, day=registration.day, initial=initial, **more)
        if not registration.access_needs:
            del self.fields["forget_needs"]

    def changes(self) -> dict[str, Any]:
        """What changes, as the verb asks it."""
        needs = self.needs_text()
        if needs or self.cleaned_data.get("forget_needs"):
            return {**self.joining(), "access_needs": needs}
        return self.joining()


class LabForm(ReachableForm):
    """Asking for a lab of alternatives."""

    organisation = forms.CharField(label=_("Municipality or organisation"), max_length=120)
    town = forms.CharField(label=_("Town"), max_length=60)
    question = forms.CharField(
        label=_("What should the lab be about?"),
        max_length=4000,
        widget=forms.Textarea({"rows": 6}),
        help_text=_("Do not name families or children."),
    )
    period = forms.CharField(
        label=_("When would suit you?"),
        max_length=120,
        required=False,
        help_text=_("Roughly is fine: in spring, on a Thursday."),
    )
    field_order = ["organisation", "town", "name", "email", "phone", "question", "period"]

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["name"].help_text = ""
        self.fields["email"].help_text = _("We answer to this address.")
        self.fields["phone"].help_text = _("Or give your number, then we call you.")

    def request(self) -> LabRequest:
        """The request, not saved yet."""
        names = [name for name in self.field_order if name in self.cleaned_data]
        return LabRequest(**{name: self.cleaned_data[name] for name in names})


class AgreementForm(forms.Form):
    """Whether a report is right."""

    agrees = forms.TypedChoiceField(
        label=_("Did we write it down well?"),
        choices=[("ja", _("Yes, this is right")), ("nee", _("No, something should be different"))],
        coerce=lambda word: word == "ja",
        widget=forms.RadioSelect,
    )
    correction = forms.CharField(
        label=_("What should be different?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("Only the organisers read this."),
    )

    def __init__(self, *args: Any, said: Agreement | None = None, **more: Any) -> None:
        if said is not None:
            more["initial"] = {
                "agrees": "ja" if said.agrees else "nee",
                "correction": said.correction,
            }
        super().__init__(*args, **more)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("agrees") is False and not cleaned.get("correction"):
            self.add_error("correction", _("Say what should be different."))
        return cleaned
