"""`/opbrengst/uitspraken/`: manifestos, analyses, visions; and the what-if questions."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from actiondays.models import ActionDay
from movement import versions
from movement.models import Cause, Statement, WhatIf


@require_safe
def statements(request: HttpRequest) -> HttpResponse:
    """Every statement with its points; each says whose it is."""
    found = Statement.objects.visible_to(request.user).prefetch_related("points")
    context = {"statements": found, "section": "outcomes"}
    return render(request, "statements/list.html", context)


@require_safe
def statement(request: HttpRequest, slug: str) -> HttpResponse:
    """One statement: its points, its short version, what was asked to change and the answer."""
    found = get_object_or_404(Statement.objects.visible_to(request.user), slug=slug)
    days = ActionDay.objects.visible_to(request.user)
    is_easy = bool(found.short_body) and versions.wants_easy(request)
    context = {
        "statement": found,
        "points": found.points.all(),
        "suggestions": found.suggestions.all(),
        "days": days.filter(tables__points__statement=found).for_list().distinct(),
        "is_easy": is_easy,
        "text": found.short_body if is_easy else found.body,
        "section": "outcomes",
    }
    return versions.remember(request, render(request, "statements/detail.html", context))


@require_safe
def what_ifs(request: HttpRequest) -> HttpResponse:
    """The questions that open the thinking, with the causes and days that they led to."""
    days = ActionDay.objects.visible_to(request.user).for_list().order_by("starts_at")
    questions = WhatIf.objects.prefetch_related(
        Prefetch("causes", Cause.objects.visible_to(request.user)), Prefetch("days", days)
    )
    context = {"questions": questions, "section": "outcomes"}
    return render(request, "statements/what_ifs.html", context)
