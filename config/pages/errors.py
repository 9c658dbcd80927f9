"""Pages for when something is wrong. They ask nothing of the database."""

import logging
import sys
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from movement.kept import kept_page

logger = logging.getLogger("site.errors")

RETRY_SECONDS = 60
TOO_MANY_SECONDS = 300


def bare(template_name: str, status: int) -> HttpResponse:
    """A page without context processors, with the site's settings if this process knows them."""
    context: dict[str, Any] = {"exit_url": settings.EXIT_URL}
    known = caches["fragments"].get("site-settings")
    if known is not None:
        context["site"] = known
    return HttpResponse(render_to_string(template_name, context), status=status)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token did not fit: the page was open for long, or cookies are off (S8)."""
    text = _("This page was open for a long time. Look at your text and send it again.")
    return kept_page(request, reason=text, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return bare("400.html", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return bare("403.html", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return bare("404.html", 404)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A limit of allauth, which does not say for how long."""
    return kept_page(request, status=429, retry_after=TOO_MANY_SECONDS)


def broken(request: HttpRequest) -> HttpResponse:
    """A mistake of ours, or the database that is away; called while the error is handled."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return away()
    return bare("500.html", 500)


def away() -> HttpResponse:
    """The database is away: come back in a minute."""
    logger.error("database away")
    response = bare("503.html", 503)
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response
