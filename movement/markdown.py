"""Posts are stored as Markdown; here they become HTML. Pure, and remembered by content."""

import re
from html import unescape

import nh3
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt

from movement.fragments import fragment

MAX_LENGTH = 20_000
# Deeper quotes and lists than this are read as the last level; no words get lost.
MAX_DEPTH = 4
TAGS = {"a", "blockquote", "br", "em", "hr", "li", "ol", "p", "strong", "ul"}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}

MARKS = r"(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))"
DEEP = re.compile(rf"^((?:[ \t]*{MARKS}){{{MAX_DEPTH}}})(?:[ \t]*{MARKS})+", re.MULTILINE)
INDENT = re.compile(r"^[ \t]{12,}", re.MULTILINE)
LINK = re.compile(
    r"https?:|www\.|\]\s*\(|<[a-z]+:|\b[a-z0-9-]{2,}\.(?:nl|be|de|com|net|org|eu|info|nu|me|io|gg|"
    r"app|link|site|online|co)\b(?!\s*@)",
    re.IGNORECASE,
)


def _parser() -> MarkdownIt:
    parser = MarkdownIt(
        "commonmark", {"html": False, "linkify": True, "breaks": True, "maxNesting": 30}
    )
    parser.enable("linkify")
    # No pictures, no headings that break the order of the page, no code by accident.
    parser.disable(
        ["image", "heading", "lheading", "code", "fence", "backticks", "html_block", "html_inline"]
    )
    parser.disable(["reference", "entity"])
    if parser.linkify is not None:
        parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    return parser


PARSER = _parser()


def render(source: str) -> SafeString:
    """Return the safe HTML of a post. The same source always gives the same HTML."""
    source = source[:MAX_LENGTH]
    return fragment("markdown:1", (source,), lambda: render_anew(source))


def render_anew(source: str) -> SafeString:
    """Return the HTML without looking in the cache."""
    bounded = DEEP.sub(r"\1 ", INDENT.sub(" " * 8, source.replace("\r\n", "\n")))
    return SafeString(
        nh3.clean(
            PARSER.render(bounded),
            tags=TAGS,
            attributes=ATTRIBUTES,
            url_schemes={"http", "https"},
            link_rel="nofollow noopener",
        )
    )


def has_link(source: str) -> bool:
    """Whether the text leads, or seems to lead, to another place on the web."""
    return LINK.search(source) is not None


def plain(source: str) -> str:
    """Return the words of a post without its marks, for an index or a summary."""
    return " ".join(unescape(nh3.clean(str(render(source)), tags=set())).split())
