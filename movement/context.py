"""What every page knows: the site's settings and the help lines, kept for some seconds."""

from datetime import date
from typing import Any

from django.core.cache import caches
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from movement.messages import COOKIE
from movement.models import HelpLine, SiteSettings

KEEP_SECONDS = 5


def site_settings() -> SiteSettings:
    """The settings of the site; a change is seen everywhere within five seconds."""
    kept = caches["fragments"].get("site-settings")
    if kept is None:
        kept = SiteSettings.objects.first() or SiteSettings()
        caches["fragments"].set("site-settings", kept, KEEP_SECONDS)
    return kept


def help_lines() -> list[HelpLine]:
    """All help lines in their order; a change is seen everywhere within five seconds."""
    kept = caches["fragments"].get("help-lines")
    if kept is None:
        kept = list(HelpLine.objects.all())
        caches["fragments"].set("help-lines", kept, KEEP_SECONDS)
    return kept


def help_lines_checked_on() -> date | None:
    """The oldest day on which a help line was checked: all were checked since then."""
    return min((line.checked_on for line in help_lines()), default=None)


def site(request: HttpRequest) -> dict[str, Any]:
    """Template context: `site`, `help_lines` and the day they were checked."""
    return {
        "site": SimpleLazyObject(site_settings),
        "has_message": COOKIE in request.COOKIES,
        "help_lines": SimpleLazyObject(help_lines),
        "help_lines_checked_on": SimpleLazyObject(help_lines_checked_on),
    }
