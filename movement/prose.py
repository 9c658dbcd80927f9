"""An editor's text as readers get it: headings to go to, pictures that fit, tables that scroll."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _

from movement.pictures import markup
from movement.rich_text import OWN_PICTURE, TAG, sanitise

# Adults read 238 words of an easy text a minute (Brysbaert 2019, Journal of Memory and
# Language 109); people who read with more effort need more time.
WORDS_A_MINUTE = 200
CONTENTS_FROM = 3
HEADING = re.compile(r"<h2>(.*?)</h2>", re.S)
IMAGE = re.compile(r"<img\b[^>]*>")
ATTRIBUTE = re.compile(r'\s(src|alt|width|height)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text, with the place in the page where it stands."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A text that is ready to be shown."""

    html: SafeString
    headings: tuple[Heading, ...]
    words: int

    @property
    def minutes(self) -> int:
        """How long somebody reads, never less than a minute."""
        return max(1, round(self.words / WORDS_A_MINUTE))

    @property
    def contents(self) -> tuple[Heading, ...]:
        """The headings of a text that is long enough to need a table of contents."""
        return self.headings if len(self.headings) >= CONTENTS_FROM else ()


@lru_cache(maxsize=128)
def prose(html: str) -> Prose:
    """Make an editor's HTML ready to be shown. Pure; sanitised once more, whoever wrote it."""
    clean = sanitise(html)
    headings: list[Heading] = []

    def with_id(match: re.Match[str]) -> str:
        text = unescape(TAG.sub("", match[1])).strip()
        id = f"kop-{slugify(text)[:60] or len(headings) + 1}"
        if any(heading.id == id for heading in headings):
            id = f"{id}-{len(headings) + 1}"
        headings.append(Heading(id, text))
        return f'<h2 id="{id}">{match[1]}</h2>'

    shown = HEADING.sub(with_id, clean)
    shown = IMAGE.sub(lambda match: responsive(match[0]), shown)
    shown = shown.replace("<table>", scrolling()).replace("</table>", "</table></div>")
    words = len(unescape(TAG.sub(" ", clean)).split())
    return Prose(mark_safe(shown), tuple(headings), words)


def scrolling() -> str:
    """The start of a table that scrolls by itself on a small screen, by keyboard too."""
    return format_html(
        '<div class="table-scroll" role="region" tabindex="0" aria-label="{}"><table>',
        _("Rows and columns"),
    )


def responsive(tag: str) -> str:
    """A picture in a text with its renditions; nothing when it is not one of ours."""
    found = {name: unescape(value) for name, value in ATTRIBUTE.findall(tag)}
    source = OWN_PICTURE.fullmatch(found.get("src", ""))
    if source is None:
        return ""
    return markup(
        f"{source[1]}.{source[2]}",
        width=int(found.get("width") or 0) or 640,
        height=int(found.get("height") or 0) or 360,
        alternative=found.get("alt", ""),
    )
