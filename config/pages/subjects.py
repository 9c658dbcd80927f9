"""`/thema/<slug>/` and `/trefwoord/<slug>/`: everything on a theme or a keyword."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from actiondays.models import ActionDay
from articles.models import Article
from discussions.models import Topic
from movement.context import KEEP_SECONDS
from movement.fragments import remember
from movement.models import Keyword, Theme
from participants.models import Organisation

MOST_ARTICLES = 12
MOST_OTHERS = 6


@require_safe
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """A theme with its introduction and everything on it."""
    visible = Theme.objects.visible_to(request.user)
    themes = remember("themes", lambda: list(visible), seconds=KEEP_SECONDS)
    found = next((theme for theme in themes if theme.slug == slug), None)
    if found is None:
        raise Http404
    organisations = Organisation.objects.visible_to(request.user).filter(themes=found)
    context = {
        "theme": found,
        "others": [theme for theme in themes if theme != found],
        "organisations": organisations[:MOST_OTHERS],
        **on_subject(request.user, themes=found),
    }
    return render(request, "subjects/theme.html", context)


@require_safe
def keyword(request: HttpRequest, slug: str) -> HttpResponse:
    """A keyword with everything on it. A merged one leads to the keyword that took its place."""
    found = get_object_or_404(
        Keyword.objects.select_related("merged_into", "organisation"), slug=slug
    )
    if found.merged_into is not None:
        return redirect(found.merged_into, permanent=True)
    organisation = getattr(found, "organisation", None)
    context = {
        "keyword": found,
        "organisation": organisation if organisation and organisation.is_public else None,
        **on_subject(request.user, keywords=found),
    }
    if not any(context[kind] for kind in ("articles", "days", "topics", "organisation")):
        raise Http404
    return render(request, "subjects/keyword.html", context)


def on_subject(viewer: Any, **subject: Any) -> dict[str, Any]:
    """The latest articles, the days, and the conversations that staff opened."""
    articles = Article.objects.visible_to(viewer).filter(**subject).for_list()
    days = ActionDay.objects.visible_to(viewer).filter(**subject).for_list()
    topics = Topic.objects.visible_to(viewer).opened().filter(is_by_staff=True, **subject)
    return {
        "articles": list(articles[:MOST_ARTICLES]),
        "days": list(days.order_by("-starts_at", "-pk")[:MOST_OTHERS]),
        "topics": list(topics.select_related("board")[:MOST_OTHERS]),
        "more_articles": MOST_ARTICLES,
    }
