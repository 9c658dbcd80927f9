"""Text of editors: HTML that is made safe on every way into the database."""

from typing import Any

import nh3
from django.db import models

TAGS = {
    "a", "blockquote", "br", "caption", "cite", "em", "figcaption", "figure", "h2", "h3", "h4",
    "hr", "img", "li", "ol", "p", "s", "strong", "sub", "sup", "table", "tbody", "td", "th",
    "thead", "tr", "u", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height", "data-picture"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}


def sanitise(html: str) -> str:
    """Return the HTML with only what an article may hold. Pure; safe to repeat."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener",
    )


class RichTextField(models.TextField):
    """HTML of an editor. Sanitised as it is written, whoever writes: form, importer, update()."""

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return sanitise(value) if isinstance(value, str) and value else value
