"""What every page knows: the site's settings and the help lines, kept for some seconds."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from movement.fragments import remember
from movement.messages import COOKIE
from movement.models import HelpLine, SiteSettings

KEEP_SECONDS = 5


def site_settings() -> SiteSettings:
    """The settings of the site, five seconds old at most."""

    def read() -> SiteSettings:
        return SiteSettings.objects.first() or SiteSettings()

    return remember("site-settings", read, seconds=KEEP_SECONDS)


def help_lines() -> list[HelpLine]:
    """All help lines in their order, five seconds old at most."""
    return remember("help-lines", lambda: list(HelpLine.objects.all()), seconds=KEEP_SECONDS)


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
