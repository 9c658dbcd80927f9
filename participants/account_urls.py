"""The addresses of allauth, answering as the rest of the site does."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from allauth.urls import urlpatterns as allauth_patterns
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern

from movement.kept import keeps_text

TOO_MANY_CODES = {"too_many_login_attempts", "rate_limited"}
TOO_MANY_SECONDS = 300
CLEAR = '"cache", "cookies", "storage"'


def status_of(form: BaseForm) -> int:
    """The status of a form that was not right: 429 when it came too often, else 422."""
    codes = {error.code for errors in form.errors.as_data().values() for error in errors}
    return 429 if codes & TOO_MANY_CODES else 422


def answered(view: Callable[..., Any], name: str) -> Callable[..., HttpResponse]:
    """A view of allauth that says when a form was not right, and that clears up at sign-out."""

    @keeps_text
    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        context = getattr(response, "context_data", None) or {}
        # allauth's `site` is the host of the request; ours is what the editors filled in.
        context.pop("site", None)
        form = context.get("form")
        if request.method == "POST" and isinstance(form, BaseForm) and form.errors:
            response.status_code = status_of(form)
        if response.status_code == 429 and "Retry-After" not in response.headers:
            response.headers["Retry-After"] = str(TOO_MANY_SECONDS)
        if request.method == "POST" and name == "account_logout":
            response.headers["Clear-Site-Data"] = CLEAR
        return response

    return answering


def flat(patterns: Iterable[Any]) -> Iterable[URLPattern]:
    """Every address, those of included lists too."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern
        else:
            yield from flat(pattern.url_patterns)


for found in flat(allauth_patterns):
    found.callback = answered(found.callback, found.name or "")

urlpatterns = allauth_patterns
