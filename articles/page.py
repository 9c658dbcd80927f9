"""What the page of one article shows."""

import json
from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.models import Article
from articles.related import Other, others, related_to
from discussions.models import Topic
from movement.evidence import evidence_of
from movement.fragments import fingerprint
from movement.models import Keyword
from movement.prose import prose
from movement.questions import Question
from participants.subjects import subjects_of

ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


# What an editor changes elsewhere, such as the name of a theme, is seen within this time.
KEEP_SECONDS = 5


class ArticlePage(NamedTuple):
    """What is kept of a page. The conversation about it is not: that depends on the reader."""

    stamps: tuple[tuple[int, datetime], ...]
    topic_id: int | None
    title: str
    description: str
    meta: SafeString
    main: SafeString
    read_on: SafeString


def page_at(slug: str, request: HttpRequest, *, easy: bool) -> ArticlePage:
    """Return the page of an article that this viewer may see. Raises Http404 when there is none."""
    key = f"article:{easy}:{fingerprint(slug)}"
    page = caches["fragments"].get(key)
    if page is None or not is_current(page):
        articles = Article.objects.visible_to(request.user).select_related("picture", "series")
        page = drawn(get_object_or_404(articles, slug=slug), request, easy=easy)
        caches["fragments"].set(key, page, KEEP_SECONDS)
    return page


def named_by_page(at: datetime, *pks: int) -> Any:
    """Those of these articles that everyone may see at that moment, with their last change."""
    articles = Article.objects.visible_to(None, at).filter(pk__in=pks)
    return articles.order_by().values_list("pk", "updated_at")


NAMED = Question(named_by_page)


def is_current(page: ArticlePage) -> bool:
    """Whether every article that the page names is still there for everyone, and unchanged."""
    return set(NAMED.ask(timezone.now(), *(pk for pk, _ in page.stamps))) == set(page.stamps)


def drawn(
    article: Article, request: HttpRequest, *, easy: bool, is_preview: bool = False
) -> ArticlePage:
    """Render what surrounds an article, in the version that this reader wants."""
    is_easy = easy and article.has_easy_version
    subjects = subjects_of(
        article.themes, Keyword.objects.filter(articles_articlekeywords__content_object=article)
    )
    full, short = prose(article.body), prose(article.easy_body)
    related = related_to(article, subjects.keywords, subjects.themes, viewer=request.user)
    earlier, later = neighbours(article, request.user)
    context = {
        "article": article,
        "is_easy": is_easy,
        "is_preview": is_preview,
        "full": full,
        "short": short,
        "shown": short if is_easy else full,
        "sources": prose(article.sources),
        "subjects": subjects,
        "earlier": earlier,
        "later": later,
        "links": [found for _pk, found in evidence_of(article.links.order_by("pk"), "pk")],
        "related": related,
        "address": f"{settings.SITE_URL}{article.get_absolute_url()}",
        "schema": schema(article, is_easy),
    }
    named: tuple[Any, ...] = (article, *related, *filter(None, (earlier, later)))
    return ArticlePage(
        stamps=tuple((one.pk, one.updated_at) for one in named),
        topic_id=article.topic_id,
        title=f"{article.title} ({_('easy to read')})" if is_easy else article.title,
        description=article.lead,
        **{
            name: render_to_string(f"articles/_{name}.html", context, request)
            for name in ("meta", "main", "read_on")
        },
    )


def neighbours(article: Article, viewer: Any) -> tuple[Other | None, Other | None]:
    """The articles before and after this one in its series, as far as this viewer sees them."""
    if article.series is None:
        return None, None
    row = others(Article.objects.visible_to(viewer).in_order_of(article.series))
    place = next((index for index, one in enumerate(row) if one.pk == article.pk), None)
    if place is None:
        return None, None
    return (row[place - 1] if place else None), (row[place + 1] if place + 1 < len(row) else None)


class Conversation(NamedTuple):
    """The topic about an article."""

    path: str
    post_count: int


def conversation(topic_id: int | None, viewer: Any) -> Conversation | None:
    """The conversation about an article, when there is one that this viewer may read."""
    if topic_id is None:
        return None
    topics = Topic.objects.visible_to(viewer).filter(pk=topic_id).order_by()
    counts = list(topics.values_list("post_count", flat=True))
    path = reverse("discussions:topic", args=[topic_id])
    return Conversation(path, counts[0]) if counts else None


def schema(article: Article, is_easy: bool) -> SafeString:
    """The article in the words of schema.org, safe inside a script element."""
    described = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.lead,
        "inLanguage": "nl",
        "datePublished": article.published_at.isoformat() if article.published_at else None,
        "dateModified": article.updated_at.isoformat(),
        "mainEntityOfPage": article.canonical_url
        or f"{settings.SITE_URL}{article.get_absolute_url()}",
        "author": {"@type": "Organization", "name": article.byline or "Redactie"},
    }
    told = {name: value for name, value in described.items() if value}
    return mark_safe(json.dumps(told, ensure_ascii=False).translate(ESCAPES))
