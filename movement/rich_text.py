"""Text of editors: HTML that is made safe on every way into the database."""

import re
from typing import Any

import nh3
from django.conf import settings
from django.db import models

TAGS = {
    "a", "blockquote", "br", "caption", "cite", "em", "figcaption", "figure", "h2", "h3", "h4",
    "hr", "img", "li", "ol", "p", "s", "strong", "sub", "sup", "table", "tbody", "td", "th",
    "thead", "tr", "u", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
# A picture of our own; one of somebody else would tell them who reads.
OWN_PICTURE = re.compile(
    re.escape(settings.MEDIA_URL) + r"(beelden/[0-9a-f]{32})(?:-\d{1,4})?\.(jpg|png)"
)
WITHOUT_SOURCE = re.compile(r"<img(?![^>]*\ssrc=)[^>]*>")
TAG = re.compile(r"<[^>]*>")


def sanitise(html: str) -> str:
    """Return the HTML with only what an article may hold. Pure; safe to repeat.

    A text that shows nothing (an editor leaves `<p></p>` behind) becomes empty.
    """
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=only_our_pictures,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener",
    )
    clean = WITHOUT_SOURCE.sub("", clean).replace("\x00", "")
    return clean if shows_something(clean) else ""


def only_our_pictures(tag: str, attribute: str, value: str) -> str | None:
    """Keep the source of a picture only when it is one that we took in."""
    if tag != "img":
        return value
    if attribute == "src":
        return value if OWN_PICTURE.fullmatch(value) else None
    if attribute in {"width", "height"}:
        return value if value.isascii() and value.isdigit() and len(value) < 5 else None
    return value


def shows_something(html: str) -> bool:
    """Whether a reader would see anything of it."""
    return "<img" in html or bool(TAG.sub("", html).replace("&nbsp;", " ").strip())


class RichTextField(models.TextField):
    """HTML of an editor. Sanitised as it is written, whoever writes: form, importer, update()."""

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return sanitise(value) if isinstance(value, str) and value else value
