"""The page of a conversation without its frame, kept for all who see the same of it.

What is of one reader stands in the kept HTML as a mark between NUL signs, as in `thread`: the
posts with their own acts, what waits, the token and the key of the form, the name one writes
under. A form that already holds a text is never kept.
"""

from dataclasses import replace
from operator import attrgetter
from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from discussions import thread
from discussions.drafts import draft_of
from discussions.forms import ReplyForm
from discussions.models import Topic
from movement.fragments import fingerprint, remember
from movement.once import fresh_key

TEMPLATE = "discussions/_topic_main.html"
# What the page of a topic shows of it, beside its posts.
FACTS = (
    "title", "author_id", "is_anonymous", "is_example", "state", "mode", "is_pinned", "opened_at",
    "hidden_at", "post_count", "answered_at", "round", "summary", "subject_title", "subject_path",
    "moved_to_id", "board_id", "board__title", "board__slug", "board__audience", "board__state",
    "board__answer_days", "author__pseudonym",
)  # fmt: skip
FACT_GETTERS = [attrgetter(name.replace("__", ".")) for name in FACTS if "author" not in name]
# The help lines beside the posts may be as old.
KEEP_SECONDS = 5


def mark(name: str) -> SafeString:
    """A place for what is of one reader; no text can hold a NUL sign."""
    return mark_safe(f"\0{name}\0")


POSTS, WAITING, NAME, KEY = mark("posts"), mark("waiting"), mark("name"), mark("key")
TOKEN = mark("token")


def main_of(request: HttpRequest, context: dict[str, Any]) -> SafeString:
    """Return the page for this reader; `context` is what `views.reading.topic` knows of it."""
    topic: Topic = context["topic"]
    viewer: Any = request.user
    draft = draft_of(viewer, topic=topic) if context["can_write"] else {}
    if draft:
        form = {"form": ReplyForm(initial=draft), "pseudonym": viewer.pseudonym}
        return render_to_string(TEMPLATE, {**context, **form}, request)
    own = {
        "posts": context["thread"].html,
        "waiting": context["waiting"],
        "name": escape(getattr(viewer, "pseudonym", "")),
        "key": fresh_key(),
        "token": get_token(request) if viewer.is_authenticated else "",
    }
    kept = common(request, context)
    return mark_safe(thread.MARK.sub(lambda found: own[found[1]], kept))


def common(request: HttpRequest, context: dict[str, Any]) -> str:
    """What all who see the same of this page have in common, with marks for the rest."""

    def drawn() -> str:
        marks = {
            "thread": replace(context["thread"], html=POSTS),
            "waiting": WAITING,
            "pseudonym": NAME,
            "csrf_token": TOKEN,
            "form": ReplyForm(initial={"once": KEY}) if context["can_write"] else None,
        }
        return render_to_string(TEMPLATE, {**context, **marks}, request)

    key = f"main:{fingerprint(seen(request.user, context))}"
    return remember(key, drawn, seconds=KEEP_SECONDS)


def seen(viewer: Any, context: dict[str, Any]) -> tuple[Any, ...]:
    """All that decides how the page looks around its posts."""
    topic: Any = context["topic"]
    return (
        topic.pk,
        topic.last_position,
        topic.starter,
        [getter(topic) for getter in FACT_GETTERS],
        context["number"],
        context["thread"].evidence,
        context["is_moderator"],
        context["can_write"],
        viewer.is_authenticated
        and (
            topic.author_id == viewer.pk,
            topic.is_followed,
            topic.is_unread,
        ),
    )
