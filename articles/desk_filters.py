"""By what the list of articles in the admin is narrowed down; each stays quick at bulk size."""

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from movement.models import Theme
from participants.models import Person

STALE_DAYS = 365


class ByState(admin.SimpleListFilter):
    """The states as editors know them: what is scheduled is no longer a draft, and not yet read."""

    title = _("state")
    parameter_name = "stand"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("draft", _("draft")),
            ("gepland", _("scheduled")),
            ("published", _("published")),
            ("withdrawn", _("withdrawn")),
        ]

    def queryset(self, request: HttpRequest, articles: QuerySet[Any]) -> QuerySet[Any]:
        now, asked = timezone.now(), self.value()
        if asked == "gepland":
            return articles.filter(state=Article.State.PUBLISHED, published_at__gt=now)
        if asked == "published":
            return articles.filter(state=asked, published_at__lte=now)
        return articles.filter(state=asked) if asked in Article.State else articles


class ByEasyVersion(admin.SimpleListFilter):
    title = _("easy version")
    parameter_name = "makkelijk"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("zonder", _("without")), ("met", _("with"))]

    def queryset(self, request: HttpRequest, articles: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "zonder":
            return articles.filter(easy_body="")
        return articles.exclude(easy_body="") if self.value() == "met" else articles


class Stale(admin.SimpleListFilter):
    title = _("freshness")
    parameter_name = "vers"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("oud", _("not changed for a year"))]

    def queryset(self, request: HttpRequest, articles: QuerySet[Any]) -> QuerySet[Any]:
        before = timezone.now() - timedelta(days=STALE_DAYS)
        return articles.filter(updated_at__lt=before) if self.value() == "oud" else articles


class ByTheme(admin.SimpleListFilter):
    title = _("theme")
    parameter_name = "thema"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        themes = Theme.objects.values_list("pk", "name")
        return [("-", _("without")), *((str(pk), name) for pk, name in themes)]

    def queryset(self, request: HttpRequest, articles: QuerySet[Any]) -> QuerySet[Any]:
        asked, chosen = self.value(), Article.themes.through.objects.order_by()
        if asked == "-":
            return articles.exclude(pk__in=chosen.values("article"))
        if asked and asked.isdecimal():
            return articles.filter(pk__in=chosen.filter(theme=asked).values("article"))
        return articles


class ByEditor(admin.SimpleListFilter):
    """Who works at the desk now; asking all articles for their editors would read them all."""

    title = _("editor")
    parameter_name = "redacteur"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        staff = Person.objects.active().filter(is_staff=True).order_by("folded_pseudonym")
        return [(str(pk), name) for pk, name in staff.values_list("pk", "pseudonym")[:50]]

    def queryset(self, request: HttpRequest, articles: QuerySet[Any]) -> QuerySet[Any]:
        asked = self.value()
        return articles.filter(author=asked) if asked and asked.isdecimal() else articles
