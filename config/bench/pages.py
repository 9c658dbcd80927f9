"""The pages that are measured, and the form that is sent."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlencode

from django.urls import reverse

from config.bench.load import fetch


@dataclass(frozen=True)
class MeasuredPage:
    name: str
    path: str
    is_member: bool = False


def measured_pages(site: str) -> list[MeasuredPage]:
    """Return the pages of the benchmark, on the bulk data in the database."""
    from articles.models import Article
    from discussions.models import Board, Topic

    article = Article.objects.published().filter(slug__startswith="bulk-").earliest("pk")
    public = Topic.objects.opened().filter(board__audience=Board.Audience.PUBLIC)
    longest = public.order_by("-post_count").first()
    topic = public.filter(post_count__gte=20).order_by("post_count", "pk").first()
    if longest is None or topic is None:
        raise LookupError("The bulk data has no topics that a visitor may read.")
    long_path, path = longest.get_absolute_url(), topic.get_absolute_url()
    last = last_page(fetch(site + long_path).decode())
    count = f"{longest.post_count:,}".replace(",", ".")
    days, organisations = reverse("actiondays:list"), reverse("participants:list")
    return [
        MeasuredPage("home", reverse("home")),
        MeasuredPage("home", reverse("home"), is_member=True),
        MeasuredPage("list of articles", reverse("articles:list")),
        MeasuredPage("article", article.get_absolute_url()),
        MeasuredPage("topic", path),
        MeasuredPage("topic", path, is_member=True),
        MeasuredPage(f"first page of {count} posts", long_path),
        MeasuredPage(f"page {last} of {count} posts", f"{long_path}?page={last}"),
        MeasuredPage("list of organisations", organisations),
        MeasuredPage("list of days", days),
    ]


def last_page(html: str) -> int:
    """Return the highest page that a page links to."""
    return max(map(int, re.findall(r"[?&;]page=(\d+)", html)), default=1)


class FormWithText(HTMLParser):
    """Finds the form that has a text area: its address and the values it sends."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.action: str | None = None
        self.values: dict[str, str] = {}
        self.text_name = ""
        self._open: tuple[str, dict[str, str]] | None = None
        self._text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open, self._text = (given.get("action", ""), {}), ""
        elif self._open and tag == "textarea":
            self._text = given.get("name", "")
        elif self._open and tag == "input" and given.get("type") in {"hidden", "text", None}:
            self._open[1][given.get("name", "")] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self._open:
            if self._text and self.action is None:
                self.action, self.values = self._open
                self.text_name = self._text
            self._open = None

    def sent(self, text: str) -> bytes:
        """Return the body of the form with the text in it."""
        return urlencode({**self.values, self.text_name: text}).encode()


def assets(html: str) -> tuple[list[str], list[str]]:
    """Return the addresses of the styles and of the scripts of a page."""
    styles = re.findall(r'<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"', html)
    styles += re.findall(r'<link[^>]*href="([^"]+)"[^>]*rel="stylesheet"', html)
    return styles, re.findall(r'<script[^>]*src="([^"]+)"', html)
