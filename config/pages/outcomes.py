"""`/opbrengst/` and the pages of causes, directions and actions, linked both ways."""

from functools import cache
from typing import Any

from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from config.pages import evidence
from config.pages.lines import all_lines
from movement.context import KEEP_SECONDS
from movement.fragments import remember
from movement.models import Action, Cause, Direction
from participants.models import Commitment, CommitmentUpdate

SECTION = {"section": "outcomes"}


@require_safe
def outcomes(request: HttpRequest) -> HttpResponse:
    """The drawing of all lines, the fronts with their actions, and the lists behind it.

    The same for every reader, so it is kept as a whole for each thing whose line is lit.
    """
    read = cache(all_lines)
    titles = remember("outcome-titles", lambda: read().titles, seconds=KEEP_SECONDS)
    key = request.GET.get("lijn", "")
    key = key if key in titles else ""

    def drawn() -> str:
        context = {"lines": read(), "chosen": read().chosen(key)}
        return render_to_string("outcomes/_main.html", context)

    body = remember(f"outcomes:{key}", drawn, seconds=KEEP_SECONDS)
    context = {"body": mark_safe(body), "chosen_title": titles.get(key, ""), **SECTION}
    return render(request, "outcomes/page.html", context)


@require_safe
def cause(request: HttpRequest, slug: str) -> HttpResponse:
    """One cause: where it came from, and which directions and actions answer it."""
    found = get_object_or_404(Cause.objects.visible_to(request.user), slug=slug)
    directions = found.directions.visible_to(request.user)
    context = {
        "cause": found,
        "directions": directions.prefetch_related(with_actions(request.user)),
        "questions": found.what_ifs.all(),
        **told(found, request.user),
        **SECTION,
    }
    return render(request, "outcomes/cause.html", context)


@require_safe
def direction(request: HttpRequest, slug: str) -> HttpResponse:
    """One direction: the causes that it answers, and the actions that carry it out."""
    found = get_object_or_404(Direction.objects.visible_to(request.user), slug=slug)
    context = {
        "direction": found,
        "causes": found.causes.visible_to(request.user),
        "actions": counted(found.actions.visible_to(request.user)),
        **told(found, request.user),
        **SECTION,
    }
    return render(request, "outcomes/direction.html", context)


@require_safe
def action(request: HttpRequest, slug: str) -> HttpResponse:
    """One action: why, who promised what, what stands in the way and what was learnt."""
    found = get_object_or_404(Action.objects.visible_to(request.user), slug=slug)
    updates = Prefetch("updates", CommitmentUpdate.objects.order_by("-reported_on", "-pk"))
    context = {
        "action": found,
        "directions": ways_to(found),
        "commitments": Commitment.objects.visible_to(request.user)
        .filter(action=found)
        .select_related("organisation")
        .prefetch_related(updates)
        .order_by("organisation__is_example", F("due_on").asc(nulls_last=True), "pk"),
        "lessons": found.lessons.all(),
        **told(found, request.user),
        **SECTION,
    }
    return render(request, "outcomes/action.html", context)


def with_actions(viewer: Any) -> Prefetch:
    """The actions of directions, with how many commitments each has."""
    return Prefetch("actions", counted(Action.objects.visible_to(viewer)))


def counted(actions: QuerySet[Action]) -> QuerySet[Action]:
    """Actions with their number of commitments that have a page."""
    public = Q(commitments__organisation__is_public=True)
    return actions.annotate(promises=Count("commitments", filter=public))


def ways_to(action: Action) -> list[dict[str, Any]]:
    """The directions of an action, each with the causes that it answers, in one query."""
    rows = (
        Direction.objects.filter(is_public=True, actions=action)
        .order_by("number", "causes__number")
        .values("title", "slug", "causes__title", "causes__slug", "causes__is_public")
    )
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        way = found.setdefault(
            row["slug"], {"title": row["title"], "slug": row["slug"], "causes": []}
        )
        if row["causes__is_public"]:
            way["causes"].append({"title": row["causes__title"], "slug": row["causes__slug"]})
    return list(found.values())


def told(target: Cause | Direction | Action, viewer: Any) -> dict[str, Any]:
    """What was said about it: standing links by kind, and those that were withdrawn."""
    links = evidence.of(target, viewer)
    standing = [link for link in links if link.withdrawn_at is None]
    return {
        "results": [link for link in standing if link.kind == "result"],
        "articles": [link for link in standing if link.kind == "article"],
        "posts": [link for link in standing if link.kind == "post"],
        "withdrawn": [link for link in links if link.withdrawn_at is not None],
    }
