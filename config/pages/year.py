"""A year of the movement, put together from what there is: articles, days, who joined, outcomes."""

from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from actiondays.models import ActionDay
from articles.filters import FIRST_YEAR, year_choices
from articles.models import Article
from config.pages.outcome_events import events_between
from participants.models import Participation

SHOWN = 24


def year(request: HttpRequest, year: int) -> HttpResponse:
    """What happened in a year; a year in which nothing did is no page."""
    if not FIRST_YEAR <= year <= timezone.localdate().year + 1:
        raise Http404
    found = happened_in(year, request.user)
    if not any(found.values()):
        raise Http404
    context = {
        "section": "articles",
        "year": year,
        "first_articles": found["articles"][:SHOWN],
        "has_more": len(found["articles"]) > SHOWN,
        "other_years": [int(one) for one, _name in year_choices() if int(one) != year],
        **found,
    }
    return render(request, "articles/year.html", context)


def happened_in(year: int, viewer: Any) -> dict[str, list[Any]]:
    """What this viewer may see of a year, each kind in the order in which it happened."""
    zone = timezone.get_default_timezone()
    moments = datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone)
    days = date(year, 1, 1), date(year, 12, 31)
    articles = Article.objects.visible_to(viewer).for_list()
    joined = Participation.objects.filter(
        joined_on__range=days, organisation__is_public=True, organisation__is_example=False
    )
    held = ActionDay.objects.visible_to(viewer).for_list()
    return {
        "articles": list(
            articles.filter(published_at__gte=moments[0], published_at__lt=moments[1])
            .order_by("published_at", "pk")[: SHOWN + 1]
        ),
        "days": list(
            held.filter(starts_at__gte=moments[0], starts_at__lt=moments[1])
            .order_by("starts_at", "pk")[:50]
        ),
        "joined": list(
            joined.select_related("organisation", "cohort").order_by("joined_on", "pk")[:200]
        ),
        "outcomes": events_between(*days, viewer),
    }  # fmt: skip
