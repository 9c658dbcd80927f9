"""The news as an Atom feed, of everything or of one theme or keyword."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from articles.filters import ArticleFilter
from articles.models import Article
from movement.context import site_settings

IN_A_FEED = 20


class LatestArticles(Feed):
    """`?thema=` and `?trefwoord=` narrow it down, as they do the list."""

    feed_type = Atom1Feed
    language = "nl"

    def get_object(self, request: HttpRequest) -> ArticleFilter:
        """The filter stands for the list that the feed is of; words are for searching once."""
        articles = Article.objects.visible_to(None).for_list()
        asked = request.GET.copy()
        asked.pop("q", None)
        return ArticleFilter(asked, queryset=articles)

    def title(self, chosen: ArticleFilter) -> str:
        name = site_settings().name
        words = ", ".join(word for word, _address in chosen.chosen)
        return f"{name}: {words}" if words else f"{name}: {_('news')}"

    def link(self, chosen: ArticleFilter) -> str:
        kept = chosen.data.urlencode()
        return f"{reverse('articles:list')}?{kept}" if kept else reverse("articles:list")

    def feed_url(self, chosen: ArticleFilter) -> str:
        kept = chosen.data.urlencode()
        return f"{reverse('articles:feed')}?{kept}" if kept else reverse("articles:feed")

    def items(self, chosen: ArticleFilter) -> QuerySet[Any]:
        return chosen.qs[:IN_A_FEED]

    def item_title(self, article: Article) -> str:
        return article.title

    def item_description(self, article: Article) -> str:
        return article.lead

    def item_pubdate(self, article: Article) -> datetime | None:
        return article.published_at

    def item_updateddate(self, article: Article) -> datetime:
        return article.updated_at

    def item_author_name(self, article: Article) -> str:
        return article.byline or site_settings().name

    def item_categories(self, article: Article) -> list[str]:
        return [theme.name for theme in article.themes.all()]
