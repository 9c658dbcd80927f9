"""No typed text is lost (S8): what could not be handled comes back in a form."""

from collections.abc import Callable
from functools import wraps
from math import ceil
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.http import urlencode
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from movement.limits import TooMany

# Names of fields that people type in; the rest of a form comes back unseen.
LABELS = {
    "title": _("Title"),
    "body": _("Your text"),
    "text": _("Your text"),
    "message": _("Your text"),
    "content_note": _("Content note"),
    "reason": _("Reason"),
    "explanation": _("Explanation"),
    "name": _("Name"),
    "email": _("E-mail address"),
    "phone": _("Telephone"),
    "pseudonym": _("Name that others see"),
    "access_needs": _("What you need to take part"),
    "q": _("Search"),
}
SECRET = ("password", "code", "token", "credential", "secret")
DROPPED = {"csrfmiddlewaretoken", "website"}


def is_secret(name: str) -> bool:
    """Whether a field of this name is never shown again."""
    return name in DROPPED or any(word in name.lower() for word in SECRET)


def typed(request: HttpRequest) -> tuple[list[tuple[str, Any, str]], list[tuple[str, str]]]:
    """What was typed, as (name, label, value), and the rest of the form, as (name, value)."""
    seen, unseen = [], []
    for name, values in request.POST.lists():
        if is_secret(name):
            continue
        for value in values:
            if name in LABELS or len(value) > 40 or "\n" in value:
                seen.append((name, LABELS.get(name, _("Your text")), value))
            else:
                unseen.append((name, value))
    is_typed = any(value.strip() for name, label, value in seen)
    stamped = {"once", "shown_at"}
    hidden = [(name, value) for name, label, value in seen if name in stamped]
    return [entry for entry in seen if is_typed and entry[0] not in stamped], unseen + hidden


def kept_page(
    request: HttpRequest,
    *,
    reason: Any = "",
    status: int,
    retry_after: int | None = None,
    asks_sign_in: bool = False,
) -> HttpResponse:
    """A page that says why something was not handled, with the typed text in a form.

    With `asks_sign_in` a way to sign in stands beside it, on a new page.
    """
    fields, hidden = typed(request)
    here = request.get_full_path()
    sign_in_url = f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': here})}"
    context = {
        "fields": fields,
        "hidden": hidden,
        "action": here,
        "reason": reason,
        "sign_in_url": sign_in_url if asks_sign_in else "",
    }
    template = "429.html" if status == 429 else "kept.html"
    response = render(request, template, context, status=status)
    response.headers["Cache-Control"] = "private, no-store"
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


def wait_in_words(seconds: int) -> str:
    """How long to wait, as people say it."""
    minutes = ceil(seconds / 60)
    if minutes > 90:
        return gettext("You did this very often today. Try again tomorrow.")
    text = ngettext(
        "You did this very often. Wait %(minutes)s minute and try again.",
        "You did this very often. Wait %(minutes)s minutes and try again.",
        minutes,
    )
    return text % {"minutes": minutes}


def leads_to_sign_in(response: HttpResponse) -> bool:
    """Whether this answer only sends somebody to sign in, and back: `next` names the way."""
    target = urlsplit(response.headers.get("Location", ""))
    is_door = target.path == resolve_url(settings.LOGIN_URL) and "next=" in target.query
    return response.status_code == 302 and is_door


class LimitMiddleware:
    """Answers what was done too often (S26) with the typed text, whichever view counted it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, TooMany):
            return None
        seconds = error.retry_after
        return kept_page(request, reason=wait_in_words(seconds), status=429, retry_after=seconds)


def keeps_text(view: Callable[..., Any]) -> Callable[..., HttpResponse]:
    """Give the typed text back when a POST comes from somebody who is signed out meanwhile.

    Stands above `login_required`.
    """

    @wraps(view)
    def keeping(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = view(request, *args, **kwargs)
        if (
            request.method == "POST"
            and not request.user.is_authenticated
            and leads_to_sign_in(response)
        ):
            return kept_page(request, status=403, asks_sign_in=True)
        return response

    return keeping
