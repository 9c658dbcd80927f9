"""The way allauth works here: our mail door, our words, no full address of anybody's browser."""

import logging
import re
import uuid
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from movement import mail
from movement.network import address_of, network_of
from participants.idle import begin_session
from participants.models import ErasureRequest, Person

# Which mail of ours stands for a mail of allauth; any other says that the account changed.
MAIL_KINDS = {
    "email_confirmation_signup": "confirm-address",
    "email_confirmation": "confirm-address",
    "password_reset_key": "reset-password",
    "account_already_exists": "account-exists",
}
CHANGED = "account-changed"
logger = logging.getLogger("site.security")


class Adapter(DefaultAccountAdapter):
    """Account mails go through the mail door; limits and sessions know a network, no address."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "duplicate_email": _("This is the address of this account already."),
        "email_password_mismatch": _(
            "The e-mail address or the password is not right. Look at both again."
        ),
        "enter_current_password": _("Type the password that you have now."),
        "incorrect_code": _("This code is not right. Codes work for half a minute."),
        "incorrect_password": _("This password is not right."),
        "invalid_password_reset": _("This link does not work any more. Ask for a new one."),
        "too_many_login_attempts": _(
            "This went wrong too often. Wait five minutes, or choose a new password."
        ),
        "same_as_current": _("This is the same as what you have now."),
        "rate_limited": _("This was done very often. Wait a moment and try again."),
    }

    def get_client_ip(self, request: HttpRequest) -> str:
        return network_of(address_of(request))

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names: people are seen under their pseudonym."""

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Person:
        user.pseudonym = form.cleaned_data["pseudonym"]
        return super().save_user(request, user, form, commit)

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        begin_session(request)
        ErasureRequest.objects.filter(person=user, is_for_silence=True).delete()
        logger.info("signed in", extra={"member": user.pk})

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Guesses are counted by allauth; the log says that there was one, not whose."""
        super().authentication_failed(request, **credentials)
        logger.info("sign-in refused")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        kind = MAIL_KINDS.get(template_prefix.rsplit("/", 1)[-1], CHANGED)
        link = context.get("activate_url") or context.get("password_reset_url") or ""
        mail.post(kind, to=email, cause=f"{kind}:{uuid.uuid4().hex}", context={"link": link})

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        path = reverse("account_confirm_email", args=[emailconfirmation.key])
        return settings.SITE_URL + path

    def get_reset_password_from_key_url(self, key: str) -> str:
        uid, token = key.split("-", 1)
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
        return settings.SITE_URL + path


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor in our words, with a label that names nobody."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right. Codes work for half a minute."),
        "unverified_email": _("First confirm your e-mail address."),
        "cannot_delete_authenticator": _("This cannot be switched off now."),
    }

    def get_totp_label(self, user: Any) -> str:
        return user.pseudonym

    def build_totp_svg(self, url: str) -> str:
        """The drawing as a part of the page: its size is ours, not the library's."""
        svg = super().build_totp_svg(url)
        drawing = svg[svg.index("<svg") :]
        return re.sub(r' (width|height)="[^"]*mm"', "", drawing)
