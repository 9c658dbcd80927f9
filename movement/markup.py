"""Small pieces of HTML from which the template components are made."""

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

Text = str | Promise
NONE = SafeString("")


def classes(block: str, variant: str, allowed: frozenset[str]) -> str:
    """`button button--quiet button--small`, from "quiet small"; ValueError for an unknown one."""
    chosen = variant.split()
    if unknown := set(chosen) - allowed:
        raise ValueError(f"{block} has no variant {sorted(unknown)}, only {sorted(allowed)}")
    return " ".join([block, *(f"{block}--{name}" for name in chosen)])


def attribute(name: str, value: object) -> SafeString:
    """` name="value"`, or nothing when the value is empty."""
    if value is True:
        return mark_safe(f" {name}")
    return format_html(' {}="{}"', mark_safe(name), value) if value else NONE


def heading(text: Text, *, level: int, css: str, id: str = "") -> SafeString:
    """A heading of the level that fits the page, with the look of the component."""
    if not text:
        return NONE
    if level not in (2, 3, 4):
        raise ValueError(f"a component's heading has level 2, 3 or 4, not {level}")
    return format_html('<h{} class="{}"{}>{}</h{}>', level, css, attribute("id", id), text, level)
