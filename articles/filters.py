"""Filters of the news: subject, keyword, year and words."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from movement import search
from movement.fragments import remember
from movement.models import Keyword, SearchEntry, Theme

# No year before this one has a page.
FIRST_YEAR = 2000
YEAR_SECONDS = 60
THEME_SECONDS = 5
# Words that are in more articles than this narrow nothing down.
MOST_FOUND = 500


def theme_choices() -> list[tuple[str, str]]:
    """The themes in use, by address; remembered for some seconds."""

    def read() -> list[tuple[str, str]]:
        return list(Theme.objects.visible_to(None).values_list("slug", "name"))

    return remember("theme-choices", read, seconds=THEME_SECONDS)


def year_choices() -> list[tuple[str, str]]:
    """The years that have articles, the latest first; remembered for a minute."""

    def read() -> list[tuple[str, str]]:
        return [(str(year), str(year)) for year in years()]

    return remember("article-years", read, seconds=YEAR_SECONDS)


def years() -> list[int]:
    """The years that have articles: a look at one row of each, never at all rows."""
    published = Article.objects.published().order_by()
    since = range(timezone.localdate().year, FIRST_YEAR - 1, -1)
    have = {f"in_{year}": Exists(in_year(published, year)) for year in since}
    found = Article.objects.order_by("pk").annotate(**have).values(*have).first() or {}
    return [year for year in since if found.get(f"in_{year}")]


def in_year(articles: QuerySet[Any], year: int) -> QuerySet[Any]:
    """Articles published in a year as it is in the Netherlands."""
    zone = timezone.get_default_timezone()
    first, after = datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone)
    return articles.filter(published_at__gte=first, published_at__lt=after)


class ArticleFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(
        method="with_words", label=_("Words"), max_length=200, widget=forms.SearchInput
    )
    thema = django_filters.ChoiceFilter(
        field_name="themes__slug",
        choices=theme_choices,
        label=_("Theme"),
        empty_label=_("All themes"),
    )
    jaar = django_filters.ChoiceFilter(
        method="of_year", choices=year_choices, label=_("Year"), empty_label=_("All years")
    )
    trefwoord = django_filters.CharFilter(
        method="with_keyword", label=_("Keyword"), max_length=120, widget=forms.HiddenInput
    )

    class Meta:
        model = Article
        fields: list[str] = []

    def with_words(self, articles: QuerySet[Any], name: str, words: str) -> QuerySet[Any]:
        kind = SearchEntry.Kind.ARTICLE
        return articles.filter(pk__in=search.latest(words, None, kind=kind, most=MOST_FOUND))

    def of_year(self, articles: QuerySet[Any], name: str, year: str) -> QuerySet[Any]:
        return in_year(articles, int(year))

    def with_keyword(self, articles: QuerySet[Any], name: str, slug: str) -> QuerySet[Any]:
        if self.keyword is None:
            return articles.none()
        return articles.filter(keywords=self.keyword)

    @property
    def keyword(self) -> Keyword | None:
        """The keyword that is asked for; a merged one counts as the one it went into."""
        if not hasattr(self, "_keyword"):
            asked = str(self.data.get("trefwoord", ""))[:120]
            found = Keyword.objects.select_related("merged_into").filter(slug=asked).first()
            self._keyword = (found.merged_into or found) if found else None
        return self._keyword

    @property
    def is_common(self) -> bool:
        """Whether others will ask for the same: nothing was typed, nothing is wrong."""
        return not (self.data.get("q") or self.form.errors)

    @property
    def looks(self) -> tuple[object, ...]:
        """All that decides how the form and the choices look, for what is kept of a list."""
        return theme_choices(), year_choices(), self.parameters

    @property
    def parameters(self) -> str:
        """The filters in the address, without the page; for the feed of the same articles."""
        kept = self.data.copy()
        kept.pop("page", None)
        return kept.urlencode()

    @cached_property
    def chosen(self) -> list[tuple[str, str]]:
        """What the list is narrowed down to, as words and the address without that one."""
        if not self.form.is_valid():
            return []
        named: dict[str, Callable[[Any], str]] = {
            "q": lambda value: f"“{value}”",
            "thema": lambda value: dict(theme_choices()).get(value, value),
            "jaar": str,
            "trefwoord": lambda value: self.keyword.name if self.keyword else value,
        }
        return [
            (named[name](value), self.address_without(name))
            for name, value in self.form.cleaned_data.items()
            if value
        ]

    def address_without(self, name: str) -> str:
        """The address of the list without this filter."""
        kept = self.data.copy()
        kept.pop(name, None)
        kept.pop("page", None)
        return f"?{kept.urlencode()}" if kept else "."
