"""Forms of accounts, in the words of the house."""

from typing import Any

from allauth.account import forms as allauth_forms
from allauth.account.adapter import get_adapter
from django import forms
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from movement import mail, once
from movement.kept import kept_page
from movement.limits import address_key, client_key, hit
from movement.robots import OpenForm
from participants.idle import SHARED
from participants.mail_rhythm import Rhythm
from participants.models import Person, PersonConsent
from participants.pseudonyms import skeleton, validate_pseudonym

PASSWORD_HELP = _("At least 12 signs. A short sentence is easy to remember.")
AGE = _("I am 16 years or older")
AGREEMENT = _("By making an account you agree to our house rules.")


def in_house_style(form: forms.BaseForm, **labels: Any) -> None:
    """Labels above the fields and no words inside them: those disappear while typing."""
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        if name in labels:
            field.label = labels[name]


def free_pseudonym(value: str, *, person: Person | None = None) -> str:
    """Return the name, tidied. Raises ValidationError when somebody has one like it."""
    name = " ".join(value.split())
    validate_pseudonym(name)
    others = Person.objects.filter(folded_pseudonym=skeleton(name))
    if person is not None:
        others = others.exclude(pk=person.pk)
    if others.exists():
        raise forms.ValidationError(_("Somebody has this name or one that looks like it."))
    return name


class SignUpForm(OpenForm, allauth_forms.SignupForm):
    pseudonym = forms.CharField(
        label=_("Name that others see"),
        max_length=40,
        help_text=_("Not your real name. You can change it later."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    is_old_enough = forms.BooleanField(
        label=AGE,
        error_messages={"required": _("This account is for people of 16 years or older.")},
    )
    field_order = ["email", "password1", "pseudonym", "is_old_enough"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_house_style(self, email=_("E-mail address"), password1=_("Password"))
        self.fields["email"].help_text = _("Nobody else sees it.")
        self.fields["password1"].help_text = PASSWORD_HELP

    def clean_pseudonym(self) -> str:
        return free_pseudonym(self.cleaned_data["pseudonym"])

    def try_save(self, request: HttpRequest) -> tuple[Person | None, HttpResponse | None]:
        """Make the account. Known, unknown and robots get the same answer in the same time."""
        hit("sign-up", client_key(request))
        sent = redirect("account_email_verification_sent")
        if self.is_robot:
            return None, sent
        try:
            with transaction.atomic():
                once.claim(self.cleaned_data["once"])
                if self.account_already_exists:
                    make_password(self.cleaned_data["password1"])
                return super().try_save(request)
        except once.AlreadyDone:
            return None, sent
        except IntegrityError:
            taken = _("Somebody has this name or one that looks like it.")
            return None, kept_page(request, reason=taken, status=422)

    def custom_signup(self, request: HttpRequest, user: Person) -> None:
        super().custom_signup(request, user)
        PersonConsent.objects.bulk_create(
            [
                PersonConsent(person=user, subject="age", wording=str(AGE)),
                PersonConsent(person=user, subject="house-rules", wording=str(AGREEMENT)),
            ]
        )


def forgotten_link() -> str:
    return format_html(
        '<a href="{}">{}</a>', reverse_lazy("account_reset_password"), _("Forgot your password?")
    )


class SignInForm(allauth_forms.LoginForm):
    shared = forms.BooleanField(
        label=_("Others use this device too"),
        required=False,
        help_text=_("You are signed out after 15 minutes without doing anything."),
    )
    field_order = ["login", "password", "shared"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["remember"]
        in_house_style(self, login=_("E-mail address"), password=_("Password"))
        self.fields["password"].help_text = lazy(forgotten_link, str)()
        self.order_fields(self.field_order)

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        request.session[SHARED] = self.cleaned_data["shared"]
        self.cleaned_data["remember"] = not self.cleaned_data["shared"]
        return super().login(request, redirect_url=redirect_url)


class ResetPasswordForm(allauth_forms.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_house_style(self, email=_("E-mail address"))

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        hit("reset", client_key(request))
        hit("reset-address", address_key(self.cleaned_data["email"]))
        if not self.users:
            mail.pretend("reset-password")
        return super().save(request, **kwargs)


class NewPasswordForm(allauth_forms.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_house_style(self, password1=_("New password"), password2=_("The same once more"))
        self.fields["password1"].help_text = PASSWORD_HELP


class ChangePasswordForm(allauth_forms.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_house_style(
            self,
            oldpassword=_("Password that you have now"),
            password1=_("New password"),
            password2=_("The same once more"),
        )
        self.fields["password1"].help_text = PASSWORD_HELP


class ChangeEmailForm(allauth_forms.AddEmailForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_house_style(self, email=_("New e-mail address"))


class ConfirmPasswordForm(allauth_forms.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_house_style(self, password=_("Password"))


class PseudonymForm(forms.Form):
    pseudonym = forms.CharField(
        label=_("Name that others see"),
        max_length=40,
        help_text=_("It changes everywhere at once. Not your real name."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"pseudonym": person.pseudonym})
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_pseudonym(self) -> str:
        return free_pseudonym(self.cleaned_data["pseudonym"], person=self.person)


class PasswordForm(forms.Form):
    """Asks the password again before something that cannot be taken lightly."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        """Compare it. Raises TooMany before guessing pays."""
        hit("password", f"member-{self.person.pk}")
        if not self.person.check_password(self.cleaned_data["password"]):
            raise get_adapter().validation_error("incorrect_password")
        return ""


class ErasureForm(PasswordForm):
    texts = forms.ChoiceField(
        label=_("What should happen to what you wrote?"),
        choices=[
            ("remove", _("Remove my texts. A neutral line stays in their place.")),
            ("keep", _("Leave my texts on the site, without a name.")),
        ],
        widget=forms.RadioSelect,
    )
    field_order = ["texts", "password"]


class RhythmForm(forms.Form):
    """How often mail about notifications comes."""

    rhythm = forms.ChoiceField(
        label=_("How often do you want mail about what is new?"),
        choices=Rhythm,
        widget=forms.RadioSelect,
        help_text=_("A mail says only that there is something, never what. Here you see it all."),
    )
