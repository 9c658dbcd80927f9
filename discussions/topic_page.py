"""The page of a conversation, kept for all who see the same of it.

What is of one reader is a mark in it: the posts with their own acts, what waits, the key of the
form, the name one writes under. A form that already holds a text is never kept.
"""

from dataclasses import replace
from operator import attrgetter
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import SimpleLazyObject

from discussions.drafts import draft_of
from discussions.forms import ReplyForm
from discussions.models import Topic
from movement.framing import NAME, mark, whole_page
from movement.once import fresh_key

TEMPLATE = "discussions/topic.html"
# What the page of a topic shows of it, beside its posts; what its templates do not find here, they
# would show as it was some seconds ago.
FACTS = (
    "title", "author_id", "is_anonymous", "is_example", "state", "mode", "is_pinned", "opened_at",
    "hidden_at", "post_count", "answered_at", "round", "summary", "subject_title", "subject_path",
    "moved_to_id", "board_id", "board__title", "board__slug", "board__audience", "board__state",
    "board__answer_days", "author__pseudonym",
)  # fmt: skip
FACT_GETTERS = [attrgetter(name.replace("__", ".")) for name in FACTS if "author" not in name]


def empty_form() -> ReplyForm:
    """The form of a reply, with a mark for the key of this reader."""
    return ReplyForm(initial={"once": mark("key")})


def page(request: HttpRequest, context: dict[str, Any]) -> str:
    """Return the page for this reader; `context` is what `views.reading.topic` knows of it."""
    topic: Topic = context["topic"]
    viewer: Any = request.user
    can_write = context["can_write"]
    context["is_starter"] = viewer.is_authenticated and topic.author_id == viewer.pk
    draft = draft_of(viewer, topic=topic) if can_write else {}
    if draft:
        form = {"form": ReplyForm(initial=draft), "pseudonym": viewer.pseudonym}
        return render_to_string(TEMPLATE, {**context, **form}, request)
    own = {"posts": context["thread"].html, "waiting": context["waiting"], "key": fresh_key()}
    marks = {
        "thread": replace(context["thread"], html=mark("posts")),
        "waiting": mark("waiting"),
        "pseudonym": NAME,
        "form": SimpleLazyObject(empty_form) if can_write else None,
    }
    return whole_page(request, TEMPLATE, {**context, **marks}, seen=seen(viewer, context), own=own)


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
            context["is_starter"],
            topic.is_followed,
            topic.is_unread,
        ),
    )
