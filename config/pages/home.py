"""The home page: what this is in ten seconds, three doors, and the latest of everything."""

from datetime import datetime
from typing import Any, NamedTuple

from django.core.cache import caches
from django.db.models import Count, Q, Sum
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from actiondays.models import ActionDay
from articles.models import Article
from config.pages.line import example_line
from discussions.asking import by_viewer
from discussions.models import Board, Topic
from movement.context import KEEP_SECONDS, site_settings
from movement.fragments import fingerprint, remember
from movement.framing import whole_page
from movement.models import Theme
from movement.questions import Question
from participants.models import Organisation

MOST_ARTICLES = 3
MOST_TOPICS = 3
KNOWN = "home-known"  # a body was made before, so it is worth looking whether it still fits
KEEP_BODY = 60  # seconds; what its key does not know, such as the name of a theme, may be as old


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Look what is new each time, and show again what was made of it before."""
    viewer = request.user
    parts = {"site": site_settings(), **kept_parts()}
    key, body = "", None
    if caches["fragments"].get(KNOWN):
        key = key_of(parts, stamps(viewer))
        body = caches["fragments"].get(key)
    if body is None:
        parts |= latest(viewer)
        body = render_to_string("home/_main.html", parts)
        shown = ([*parts["first"], *parts["articles"]], [parts["day"]] if parts["day"] else [])
        marks = [[(row.pk, row.updated_at) for row in rows] for rows in shown]
        key = key_of(parts, (*marks, parts["topics"] or parts["boards"]))
        caches["fragments"].set_many({key: body, KNOWN: True}, KEEP_BODY)
    context = {"body": mark_safe(body), **parts}
    return HttpResponse(whole_page(request, "home/page.html", context, seen=(key,), own={}))


def kept_parts() -> dict[str, Any]:
    """Counts and the line, some seconds old at most."""
    return {
        "participants": remember("participants", participants, seconds=KEEP_SECONDS),
        "line": remember("line", example_line, seconds=KEEP_SECONDS),
    }


def articles_for(viewer: Any, at: datetime | None = None) -> Any:
    return Article.objects.visible_to(viewer, at)


def days_for(viewer: Any, at: datetime | None = None) -> Any:
    called_off = (ActionDay.State.CANCELLED, ActionDay.State.MOVED)
    return ActionDay.objects.visible_to(viewer).exclude(state__in=called_off).upcoming(at)


# Articles and days are the same for every viewer.
ARTICLES = Question(
    lambda at: articles_for(None, at).values_list("pk", "updated_at")[:MOST_ARTICLES]
)
DAYS = Question(lambda at: days_for(None, at).values_list("pk", "updated_at")[:1])


def latest(viewer: Any) -> dict[str, Any]:
    """The articles, the day and the conversations that are shown now."""
    articles = list(articles_for(viewer).for_list()[:MOST_ARTICLES])
    topics = conversations(viewer)
    return {
        "first": articles[:1],
        "articles": articles[1:],
        "themes": themes_of(articles),
        "day": days_for(viewer).for_list().first(),
        "topics": topics,
        "boards": [] if topics else boards(viewer),
    }


def themes_of(articles: list[Article]) -> list[Theme]:
    """The themes of these articles, each once."""
    found = (theme for article in articles for theme in article.themes.all() if theme.is_active)
    return list(dict.fromkeys(found))


def stamps(viewer: Any) -> tuple[Any, ...]:
    """Which things `latest` would find and when each last changed, read as lightly as can be."""
    now = timezone.now()
    return ARTICLES.ask(now), DAYS.ask(now), conversations(viewer) or boards(viewer)


def key_of(parts: dict[str, Any], found: tuple[Any, ...]) -> str:
    """The name under which the page that shows exactly this is kept."""
    rest = (parts["site"].updated_at, parts["participants"], parts["line"])
    return f"home:{fingerprint(found, rest)}"


class Conversation(NamedTuple):
    """A conversation that staff opened, as far as the home page names it."""

    pk: int
    title: str
    board: str
    post_count: int
    is_example: bool

    @property
    def path(self) -> str:
        """Where it is read."""
        return reverse("discussions:topic", args=[self.pk])


def conversations(viewer: Any) -> list[Conversation]:
    """The latest conversations that staff opened; of others no title is shown here (S4)."""
    return [Conversation(*row) for row in ask_for_conversations(viewer)]


def of_staff(viewer: Any) -> Any:
    """What the home page names of these conversations."""
    topics = Topic.objects.visible_to(viewer).opened().filter(is_by_staff=True)
    rows = topics.order_by("-last_post_at", "-pk").values_list(
        "pk", "title", "board__title", "post_count", "is_example"
    )
    return rows[:MOST_TOPICS]


ask_for_conversations = by_viewer(of_staff)


class Place(NamedTuple):
    """A board, with how much is said there."""

    title: str
    slug: str
    topic_count: int
    said: int

    @property
    def path(self) -> str:
        """Where it is read."""
        return reverse("discussions:board", args=[self.slug])


def boards(viewer: Any) -> list[Place]:
    """The boards that this viewer may read: shown when staff opened nothing."""
    opened = Q(topics__opened_at__isnull=False, topics__hidden_at__isnull=True)
    counted = Board.objects.visible_to(viewer).annotate(
        topic_count=Count("topics", filter=opened),
        said=Sum("topics__post_count", filter=opened, default=0),
    )
    return [Place(*row) for row in counted.values_list("title", "slug", "topic_count", "said")]


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
