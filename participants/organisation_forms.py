"""Forms for and about organisations: asking to join, and proposing what the page should say."""

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from movement.once import OnceField
from movement.robots import OpenForm
from participants.models import JoinRequest, Organisation
from participants.models.proposals import FIELDS, current_values, in_words, label_of
from participants.places import place_of

SEEN_SALT = "participants.proposal"
LINES = forms.Textarea({"rows": 3, "class": "field__control--short"})


class WebAddressField(forms.URLField):
    """A website: https and http only; without either it becomes https."""

    default_validators = [
        URLValidator(
            schemes=["http", "https"],
            message=_("Type an ordinary web address, such as https://www.example.org."),
        )
    ]
    default_error_messages = {
        "invalid": _("Type an ordinary web address, such as https://www.example.org.")
    }

    def __init__(self, **more: Any) -> None:
        widget = forms.TextInput({"inputmode": "url", "autocomplete": "url"})
        super().__init__(**{"assume_scheme": "https", "widget": widget, "max_length": 200, **more})


class TownForm(forms.Form):
    """A form with a town of the gazetteer in it."""

    town = forms.CharField(
        label=_("Town"),
        max_length=60,
        required=False,
        help_text=_("Only the town, no street."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        try:
            if cleaned.get("town"):
                cleaned["town"] = place_of(cleaned["town"]).label
        except ValidationError as refused:
            self.add_error(None, refused)
        return cleaned


class JoinForm(TownForm, OpenForm):
    """ "Wij willen meedoen": for organisations, municipalities, initiatives and partnerships."""

    organisation_name = forms.CharField(
        label=_("Name of your organisation or initiative"), max_length=120
    )
    kind = forms.ChoiceField(label=_("What are you?"), choices=Organisation.Kind)
    web_address = WebAddressField(label=_("Website"), required=False)
    name = forms.CharField(
        label=_("Whom can we ask for?"),
        max_length=80,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Only we see it, to answer you."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    message = forms.CharField(
        label=_("Why do you want to take part?"),
        max_length=4000,
        help_text=_("What would you like to start, stop or turn back? Do not name families."),
        widget=forms.Textarea({"rows": 6}),
    )
    field_order = [
        "organisation_name", "kind", "town", "web_address", "message", "name", "email",
    ]  # fmt: skip

    def request(self) -> JoinRequest:
        """What was asked, not saved yet."""
        return JoinRequest(**{name: self.cleaned_data[name] for name in self.field_order})


class AdditionForm(forms.Form):
    """Something more that an organisation wants to say to its request."""

    addition = forms.CharField(
        label=_("Do you want to add something?"),
        max_length=4000,
        help_text=_("It comes below your message. Only our editors read it."),
        widget=LINES,
    )
    once = OnceField()


class OrganisationFieldsForm(TownForm):
    """What can be changed of an organisation's page."""

    name = forms.CharField(label=_("Name"), max_length=120)
    other_names = forms.CharField(
        label=_("Other names"),
        required=False,
        max_length=1000,
        help_text=_("One name on each line: an old name, a short name."),
        widget=LINES,
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Organisation.Kind)
    region = forms.CharField(label=_("Region served"), max_length=80, required=False)
    is_nationwide = forms.BooleanField(label=_("Works in the whole country"), required=False)
    website = WebAddressField(label=_("Website"), required=False)
    contact_role = forms.CharField(
        label=_("Whom to ask for"),
        max_length=120,
        required=False,
        help_text=_("A role or a department, never a person's private address."),
    )
    own_words = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 8}),
    )
    field_order = FIELDS

    def clean_name(self) -> str:
        """A name that no other organisation has."""
        name = str(self.cleaned_data["name"])
        same = Organisation.objects.filter(name__iexact=name)
        if same.exclude(pk=self.organisation.pk).exists():
            raise ValidationError(_("Another organisation has this name."))
        return name

    def clean_other_names(self) -> str:
        """Each name once, by alphabet, as they are compared."""
        lines = {line.strip()[:120] for line in self.cleaned_data["other_names"].splitlines()}
        return "\n".join(sorted(lines - {""}))

    def clean_own_words(self) -> str:
        return str(self.cleaned_data["own_words"]).replace("\r\n", "\n")

    def __init__(self, *args: Any, organisation: Organisation, **more: Any) -> None:
        super().__init__(*args, **more)
        self.organisation = organisation


class ProposalForm(OrganisationFieldsForm):
    """What an organisation would like its page to say."""

    message = forms.CharField(
        label=_("Something to say about it?"),
        required=False,
        max_length=2000,
        help_text=_("Only we read this."),
        widget=LINES,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    once = OnceField()

    def __init__(self, *args: Any, organisation: Organisation, **more: Any) -> None:
        now = current_values(organisation)
        seen = signing.dumps(now, salt=SEEN_SALT, compress=True)
        more["initial"] = {**now, "seen": seen, **more.get("initial", {})}
        super().__init__(*args, organisation=organisation, **more)

    def clean_seen(self) -> dict[str, Any]:
        """What the page said when this form was opened."""
        try:
            return dict(signing.loads(self.cleaned_data["seen"], salt=SEEN_SALT))
        except signing.BadSignature:
            return current_values(self.organisation)

    def change(self) -> dict[str, dict[str, Any]]:
        """What differs from what was seen, as `before` and `proposed` of a proposal."""
        seen = self.cleaned_data["seen"]
        changed = [field for field in FIELDS if self.cleaned_data[field] != seen[field]]
        return {
            "before": {field: seen[field] for field in changed},
            "proposed": {field: self.cleaned_data[field] for field in changed},
        }


class DecisionForm(OrganisationFieldsForm):
    """What staff make of a proposal: only the fields that were proposed, and a reason."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        required=False,
        help_text=_("Needed when you refuse, or change what was proposed. They read it."),
    )

    def __init__(
        self, *args: Any, organisation: Organisation, fields: list[str], **more: Any
    ) -> None:
        super().__init__(*args, organisation=organisation, **more)
        self.is_refusal = self.data.get("act") == "refuse"
        self.proposed = [] if self.is_refusal else fields
        for field in set(FIELDS) - set(self.proposed):
            del self.fields[field]
        for field in self.proposed:
            self.fields[field].label = capfirst(label_of(field))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        changed = any(cleaned.get(name) != self.initial.get(name) for name in self.proposed)
        if (changed or self.is_refusal) and not cleaned.get("reason") and not self.errors:
            self.add_error("reason", _("Say in one sentence why."))
        return cleaned

    def written(self) -> list[tuple[str, str]]:
        """What was typed, by the name of its field, to be read again."""
        return [
            (str(self.fields[name].label), in_words(name, self[name].value() or ""))
            for name in [*(field for field in FIELDS if field in self.fields), "reason"]
        ]

    def values(self) -> dict[str, Any]:
        """The fields as staff approve them."""
        return {name: self.cleaned_data[name] for name in self.proposed}
