"""`/sitemap.xml`: every page that may be found by a search engine. No forum."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from actiondays.models import ActionDay
from articles.models import Article
from movement.models import Action, Cause, Direction, Page, Statement, Theme
from participants.models import Organisation

FIXED = (
    "home", "articles:list", "participants:list", "actiondays:list", "outcomes", "statements",
    "what_ifs", "pages:list",
)  # fmt: skip
# The address of each kind of page, by its slug.
KINDS: tuple[tuple[str, Any], ...] = (
    ("articles:detail", Article.objects.all()),
    ("actiondays:detail", ActionDay.objects.all()),
    ("organisation", Organisation.objects.filter(is_example=False)),
    ("theme", Theme.objects.all()),
    ("cause", Cause.objects.all()),
    ("direction", Direction.objects.all()),
    ("action", Action.objects.all()),
    ("statement", Statement.objects.all()),
    ("pages:detail", Page.objects.all()),
)
MOST = 5_000  # of one kind, the latest; a sitemap may hold 50,000


def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public address with the day it last changed, as a visitor would see it."""
    body = format_html_join(
        "\n",
        "<url><loc>{}</loc>{}</url>",
        (
            (
                f"{settings.SITE_URL}{path}",
                format_html("<lastmod>{}</lastmod>", moment.date().isoformat()) if moment else "",
            )
            for path, moment in addresses()
        ),
    )
    document = format_html(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{}\n</urlset>\n',
        body,
    )
    return HttpResponse(document, content_type="application/xml; charset=utf-8")


def addresses() -> Iterator[tuple[str, datetime | None]]:
    """Each path, with the moment it changed where that is known."""
    for name in FIXED:
        yield reverse(name), None
    for name, rows in KINDS:
        pattern = reverse(name, args=["slug-slug-slug"])
        visible = rows.visible_to(AnonymousUser()).order_by("-pk")
        for slug, moment in visible.values_list("slug", "updated_at")[:MOST]:
            yield pattern.replace("slug-slug-slug", slug), moment
