"""Pages for machines: robots.txt, security.txt."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from movement.context import site_settings

# Praat-mee is not for robots at all: what people tell there is not for a search engine.
CLOSED_TO_ROBOTS = (
    "/account/", "/beheer/", "/meldingen/", "/persoonlijk/", "/praat-mee/", "/stijlgids/",
    "/zoeken/",
)  # fmt: skip
SECURITY_DAYS = 180


def robots(request: HttpRequest) -> HttpResponse:
    """What robots are asked to leave alone."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED_TO_ROBOTS)]
    lines += ["", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def security(request: HttpRequest) -> HttpResponse:
    """Where somebody who finds a leak can tell us (RFC 9116)."""
    expires = (timezone.now() + timedelta(days=SECURITY_DAYS)).strftime("%Y-%m-%dT00:00:00Z")
    lines = [
        f"Contact: mailto:{site_settings().contact_email}",
        f"Expires: {expires}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
