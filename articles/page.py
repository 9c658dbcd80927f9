"""What the page of one article shows."""

import json
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from articles.models import Article
from articles.related import related_to
from discussions.models import Topic
from movement.models import Keyword
from movement.prose import prose

ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def article_page(article: Article, *, viewer: Any, easy: bool) -> dict[str, Any]:
    """Return the context of the page, for this viewer and in this version."""
    themes = list(article.themes.visible_to(viewer))
    keywords = list(Keyword.objects.filter(articles_articlekeywords__content_object=article)
                    .select_related("organisation"))  # fmt: skip
    is_easy = easy and article.has_easy_version
    full, short = prose(article.body), prose(article.easy_body)
    return {
        "article": article,
        "is_easy": is_easy,
        "full": full,
        "short": short,
        "shown": short if is_easy else full,
        "sources": prose(article.sources),
        "themes": themes,
        **grouped(keywords),
        "neighbours": neighbours(article, viewer),
        "links": [link for link in links_of(article) if link.target.is_public],
        "topic": topic_of(article, viewer),
        "related": related_to(article, keywords=keywords, themes=themes, viewer=viewer),
        "address": f"{settings.SITE_URL}{article.get_absolute_url()}",
        "schema": schema(article, is_easy),
    }


def grouped(keywords: list[Keyword]) -> dict[str, list[Keyword]]:
    """Keywords that mean an organisation with a page apart from those that are a subject."""

    def is_organisation(keyword: Keyword) -> bool:
        return hasattr(keyword, "organisation") and keyword.organisation.is_public

    return {
        "organisations": [k for k in keywords if is_organisation(k)],
        "subjects": [k for k in keywords if not is_organisation(k)],
        "keywords": keywords,
    }


def neighbours(article: Article, viewer: Any) -> dict[str, Article | None]:
    """The articles before and after this one in its series, as far as this viewer sees them."""
    if article.series is None:
        return {}
    row = list(
        Article.objects.visible_to(viewer)
        .in_order_of(article.series)
        .only("pk", "title", "slug", "series_position")
    )
    place = next((i for i, one in enumerate(row) if one.pk == article.pk), None)
    if place is None:
        return {}
    return {
        "earlier": row[place - 1] if place else None,
        "later": row[place + 1] if place + 1 < len(row) else None,
    }


def links_of(article: Article) -> Any:
    """The causes, directions and actions that this article is evidence of."""
    return article.links.select_related("cause", "direction", "action").order_by("pk")


def topic_of(article: Article, viewer: Any) -> Topic | None:
    """The conversation about this article, when there is one that this viewer may read."""
    if article.topic_id is None:
        return None
    return Topic.objects.visible_to(viewer).filter(pk=article.topic_id).first()


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
