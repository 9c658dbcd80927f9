"""The home page: what this is in ten seconds, three doors, and the latest of everything."""

from typing import Any

from django.db.models import Count, Q, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from actiondays.models import ActionDay
from articles.models import Article
from config.pages.keeping import kept
from config.pages.line import example_line
from discussions.models import Board, Topic
from participants.models import Organisation

MOST_ARTICLES = 3
MOST_TOPICS = 3


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Articles, day and conversations are read each time; the rest may be seconds old."""
    viewer = request.user
    articles = list(Article.objects.visible_to(viewer).for_list()[:MOST_ARTICLES])
    called_off = (ActionDay.State.CANCELLED, ActionDay.State.MOVED)
    days = ActionDay.objects.visible_to(viewer).exclude(state__in=called_off)
    topics = conversations(viewer)
    context = {
        "first": articles[:1],
        "articles": articles[1:],
        "day": days.upcoming().for_list().first(),
        "topics": topics,
        "boards": [] if topics else boards(viewer),
        "participants": kept("participants", participants),
        "line": kept("line", example_line),
    }
    return render(request, "home/page.html", context)


def conversations(viewer: Any) -> list[Topic]:
    """The latest conversations that staff opened; of others no title is shown here (S4)."""
    topics = Topic.objects.visible_to(viewer).opened().filter(is_by_staff=True)
    return list(topics.select_related("board").order_by("-last_post_at", "-pk")[:MOST_TOPICS])


def boards(viewer: Any) -> list[Board]:
    """The boards that this viewer may read, with how much is said: when staff opened nothing."""
    opened = Q(topics__opened_at__isnull=False, topics__hidden_at__isnull=True)
    return list(
        Board.objects.visible_to(viewer).annotate(
            topic_count=Count("topics", filter=opened),
            said=Sum("topics__post_count", filter=opened, default=0),
        )
    )


def participants() -> dict[str, Any]:
    """How many organisations take part, and the towns furthest north and south of them."""
    taking_part = Organisation.objects.visible_to(None).real().participating().order_by()
    places = list(taking_part.values_list("latitude", "town"))
    on_the_map = sorted((latitude, town) for latitude, town in places if latitude is not None)
    return {
        "number": len(places),
        "north": on_the_map[-1][1] if on_the_map else "",
        "south": on_the_map[0][1] if on_the_map else "",
    }
