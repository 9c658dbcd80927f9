"""Reading praat-mee: boards, topics, posts. Every page starts from what the viewer may see."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from discussions import listing, thread, waiting
from discussions.asking import by_viewer
from discussions.desk import Desk
from discussions.judging import may_moderate
from discussions.linking import link_acts, may_link
from discussions.models import Board, Post, Topic
from discussions.rounds import Round, round_of
from discussions.topic_page import FACTS, page
from movement.limits import client_key, hit
from participants import notifications


def unlisted(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """No search engine keeps what people write here (S4)."""

    @wraps(view)
    def kept_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex, noarchive"
        return response

    return kept_out


def page_number(request: HttpRequest, last: int) -> int:
    """The page that is asked for. Http404 when there is none of that number."""
    asked = request.GET.get("page", "1")
    if not asked.isdecimal() or not asked.isascii() or len(asked) > 9:
        raise Http404
    if not 1 <= int(asked) <= last:
        raise Http404
    return int(asked)


@unlisted
@require_safe
def boards(request: HttpRequest) -> HttpResponse:
    """The boards with what this viewer may know of them, and the latest conversations."""
    return render(
        request,
        "discussions/boards.html",
        {
            "section": "discussions",
            "boards": listing.boards_for(request.user),
            "latest": listing.latest_for(request.user),
        },
    )


@unlisted
@require_safe
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """The conversations of a board, pinned first."""
    found = get_object_or_404(Board.objects.visible_to(request.user), slug=slug)
    query = " ".join(request.GET.get("q", "").split())[:100]
    if query:
        hit("search", client_key(request))
    page = listing.page_of_board(found, request.user, request.GET.get("na", ""))
    return render(
        request,
        "discussions/board.html",
        {
            "section": "discussions",
            "board": found,
            "page": page,
            "query": query,
            "found": listing.found_on(found, query, request.user) if query else [],
            "is_followed": listing.is_followed(found, request.user),
        },
    )


MORE = ("created_at", "revision", "last_position", "last_post_at", "is_hosted_by_starter")


def readable(viewer: Any, pk: int) -> Any:
    """The topic of this number if this viewer may see it, with its board, starter and marks."""
    topics = Topic.objects.visible_to(viewer).order_by().filter(pk=pk)
    topics = topics.select_related("board", "author").only(*FACTS, *MORE)
    return topics.with_marks_of(viewer) if viewer.is_authenticated else topics


ask_for_topic = by_viewer(readable)


def topic_for(viewer: Any, pk: int) -> Topic:
    """The one way to a topic: with its board, its starter and this viewer's marks."""
    found = ask_for_topic(viewer, pk)
    if not found:
        raise Http404
    return found[0].as_seen_by(viewer)


def led_on(viewer: Any, pk: int) -> HttpResponse:
    """Lead from a merged conversation to where it went on, if this viewer may read that one."""
    readable = Topic.objects.visible_to(viewer)
    went_to = Topic.objects.filter(pk=pk, moved_to__isnull=False).values("moved_to")
    return redirect(get_object_or_404(readable, pk__in=went_to), permanent=True)


@unlisted
@require_safe
def topic(request: HttpRequest, pk: int) -> HttpResponse:
    """A page of a conversation; a member sees the reply form where the line arrives."""
    viewer = request.user
    try:
        found = topic_for(viewer, pk)
    except Http404:
        return led_on(viewer, pk)
    number = page_number(request, found.last_page)
    desk = Desk(request, found) if may_moderate(viewer) else None
    shown = thread.page_of(found, number, viewer, desk or (link_acts if may_link(viewer) else None))
    is_last = number == found.last_page
    now = round_of(found, viewer) if is_last else Round()
    context = {
        "section": "discussions",
        "topic": found,
        "thread": shown,
        "number": number,
        "page": thread.Page(number, found.last_page),
        "is_last": is_last,
        "is_moderator": desk is not None,
        "can_write": viewer.is_authenticated and is_last and found.is_open and now.is_turn,
        "waiting": now.html,
    }
    if viewer.is_authenticated:
        if shown.last_position > (found.read_position or 0):
            found.mark_read(viewer, shown.last_position)
        if is_last:
            context["waiting"] = waiting.drawn(found, viewer, desk) + now.html
    return HttpResponse(page(request, context))


@unlisted
@require_safe
def read_on(request: HttpRequest, pk: int) -> HttpResponse:
    """To the first post that this member did not read: “waar was ik gebleven”."""
    found = topic_for(request.user, pk)
    read = getattr(found, "read_position", None) or 0
    posts = Post.objects.visible_to(request.user).filter(topic=found, position__gt=read)
    first = posts.select_related("topic").order_by("position").first()
    return redirect(first.place_in_topic if first else found.get_absolute_url())


@unlisted
@require_safe
def post(request: HttpRequest, pk: int) -> HttpResponse:
    """The permanent address of a post: leads to where it stands now."""
    posts = Post.objects.visible_to(request.user).select_related("topic")
    found = get_object_or_404(posts, pk=pk)
    if request.user.is_authenticated:
        notifications.seen(request.user, found)
    return redirect(found.place_in_topic)
