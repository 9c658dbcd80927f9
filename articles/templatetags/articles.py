"""The card of an article, for every page that lists some."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.models import Article
from movement.fragments import fragment

register = template.Library()


@register.simple_tag
def article_card(
    article: Article, *, level: int = 3, large: bool = False, reason: str = ""
) -> SafeString:
    """An article in a list, from `Article.objects.for_list()`. `large`: with its picture."""
    theme = next(iter(article.themes.all()), None)
    looks = {"theme": theme.name if theme else "", "level": level or 3, "large": large}
    shown = (
        article.title,
        article.slug,
        article.lead,
        article.published_at,
        article.drawing,
        article.picture_id if large else None,
        reason,
        *looks.values(),
    )
    context = {"article": article, "reason": reason, **looks}
    return fragment("article-card", shown, lambda: render_to_string("articles/card.html", context))
