"""The frame around every page: what it loads, and the parts that are the same for all.

A whole page can be kept for all who see the same of it. What is of one reader stands in it as a
mark between NUL signs, which no text can hold, and is filled in for each request.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template import Context, Engine
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from movement.fragments import fingerprint, remember
from movement.messages import COOKIE

# How long a page or a part of the layout stands. A page holds parts, and these hold settings, so
# an editor waits three times as long at most.
FRAME_SECONDS = 5
MARK = re.compile("\0([^\0]+)\0")


def mark(name: str) -> SafeString:
    """The place of what is of one reader."""
    return mark_safe(f"\0{name}\0")


def pieces(html: str) -> tuple[str, ...]:
    """The HTML cut at its marks: text, name of a mark, text, and so on."""
    return tuple(MARK.split(html))


def filled(kept: tuple[str, ...], own: dict[str, str]) -> str:
    """The pieces as one text, with for each mark what is of this reader; nothing if unknown."""
    parts = list(kept)
    parts[1::2] = [own.get(name, "") for name in kept[1::2]]
    return "".join(parts)


NAME, TOKEN, MESSAGES = mark("name"), mark("token"), mark("messages")


@dataclass(frozen=True)
class AnyMember:
    """Stands in a kept page for the member who reads it."""

    pseudonym: SafeString = NAME
    is_authenticated: bool = True


def whole_page(
    request: HttpRequest,
    template_name: str,
    context: dict[str, Any],
    *,
    seen: tuple[Any, ...],
    own: dict[str, str],
) -> str:
    """A page with its frame, as this reader sees it; what `seen` names is drawn once for some time.

    `seen` holds all that decides how it looks, and `own` what the marks in `context` stand for.
    The name of the reader, the token of a form and what just happened are filled in here.
    """
    viewer = request.user

    def drawn() -> tuple[str, ...]:
        marks = {"csrf_token": TOKEN, "messages_mark": MESSAGES}
        reader = {"user": AnyMember()} if viewer.is_authenticated else {}
        return pieces(render_to_string(template_name, {**context, **marks, **reader}, request))

    asked = request.META.get("QUERY_STRING", "")
    key = f"whole:{template_name}:{fingerprint(viewer.is_authenticated, asked, seen)}"
    kept = remember(key, drawn, seconds=FRAME_SECONDS)
    own = {"name": escape(getattr(viewer, "pseudonym", "")), "messages": said(request), **own}
    if "token" in kept[1::2]:
        own["token"] = get_token(request)
    return filled(kept, own)


def said(request: HttpRequest) -> str:
    """What just happened, as on every page; looked at only where there may be something."""
    if not (request.user.is_authenticated or COOKIE in request.COOKIES):
        return ""
    return (
        render_to_string("layout/_messages.html", request=request) if get_messages(request) else ""
    )


def frame(context: Context, template_name: str, *, name: str = "") -> SafeString:
    """A part of the layout that is the same for everybody, remembered for some seconds.

    It may show the site's settings, `section` and the pseudonym `name`; no more of the reader.
    """
    key = f"frame:{template_name}:{context.get('section', '')}"
    if name:
        key += f":{fingerprint(name)}"

    def rendered() -> str:
        return Engine.get_default().get_template(template_name).render(context)

    whole = rendered() if settings.DEBUG else remember(key, rendered, seconds=FRAME_SECONDS)
    return mark_safe(whole)


def asset(path: str) -> str:
    """The address of a static file; the plain one when the manifest does not know it."""

    def found() -> str:
        try:
            return static(path)
        except ValueError:
            return f"{settings.STATIC_URL}{path}"

    return remember(f"asset:{path}", found)
