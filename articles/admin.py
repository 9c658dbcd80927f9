"""The desk of the articles."""

from typing import Any

from django.contrib import admin
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import desk, drafts, search_entries, versions
from articles.desk_filters import ByEasyVersion, ByEditor, ByState, ByTheme, Stale
from articles.forms import ArticleForm, LinkFormSet
from articles.models import Article, ArticleLink, ArticleSeries
from movement import redirects, search
from movement.desk import DeskAdmin, DeskInline
from movement.desk_keywords import WithKeywords
from movement.models import SearchEntry

# The words of an editor are looked for in so many articles at most, the latest.
MOST_FOUND = 500


class ArticleLinkInline(DeskInline):
    model = ArticleLink
    formset = LinkFormSet
    autocomplete_fields = ["cause", "direction", "action"]
    fields = ["cause", "direction", "action", "note", "withdrawn_at", "reason"]
    verbose_name = _("place on the line from experience to change")
    verbose_name_plural = _("places on the line from experience to change")


@admin.register(Article)
class ArticleAdmin(desk.ArticleDesk, WithKeywords, DeskAdmin):
    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    list_display = ["title", "shown_state", "published_at", "has_easy", "author", "updated_at"]
    list_filter = [ByState, ByTheme, ByEasyVersion, ByEditor, Stale]
    list_select_related = ["author"]
    search_fields = ["title", "lead"]
    ordering = ["-updated_at", "-pk"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["themes", "picture", "series"]
    inlines = [ArticleLinkInline]
    actions = ["withdraw"]
    fieldsets = [
        (None, {"fields": ["title", "lead", "body"]}),
        (_("Easy version"), {"fields": ["easy_body"]}),
        (_("What it is about"), {"fields": ["themes", "keywords"]}),
        (_("Picture"), {"fields": ["picture", "drawing"]}),
        (
            _("Where it comes from and belongs"),
            {
                "classes": ["collapse"],
                "fields": ["byline", "series", "series_position", "sources", "canonical_url"],
            },
        ),
        (
            _("Publication"),
            {
                "fields": ["state", "published_at", "slug", "confirmed", "based_on"],
                "description": _(
                    "Choose “published” and a moment. With a moment to come it appears by itself."
                    " All times are Dutch time (Europe/Amsterdam)."
                ),
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        articles = super().get_queryset(request)
        if request.resolver_match and request.resolver_match.url_name.endswith("_changelist"):
            easy = ExpressionWrapper(~Q(easy_body=""), output_field=BooleanField())
            shown = ("title", "slug", "state", "published_at", "updated_at", "author__pseudonym")
            return articles.only(*shown).annotate(is_easy=easy)
        return articles

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """What readers find too, by all its words; and what they cannot read yet, by its title."""
        words = search_term.split()[: search.MOST_TERMS]
        if not words:
            return queryset, False
        kind = SearchEntry.Kind.ARTICLE
        found = search.latest(search_term, None, kind=kind, most=MOST_FOUND)
        unread = ~Q(state=Article.State.PUBLISHED) | Q(published_at__gt=timezone.now())
        for word in words:
            unread &= Q(title__icontains=word) | Q(lead__icontains=word)
        return queryset.filter(Q(pk__in=found) | unread), False

    def get_urls(self) -> list[URLPattern]:
        own = [
            path("beeld/", self.admin_site.admin_view(self.take_in_picture),
                 name="articles_article_picture"),
            path("bewaren/", self.wrapped(self.autosave), name="articles_article_autosave"),
            path("leesbaarheid/", self.wrapped(self.measure), name="articles_article_measure"),
            path("<int:pk>/bewaren/", self.wrapped(self.autosave), name="articles_article_keep"),
            path("<int:pk>/versies/", self.wrapped(self.versions),
                 name="articles_article_versions"),
            path("<int:pk>/gesprek/", self.wrapped(self.conversation),
                 name="articles_article_conversation"),
            path("<int:pk>/voorvertoning/", self.wrapped(self.preview),
                 name="articles_article_preview"),
        ]  # fmt: skip
        return [*own, *super().get_urls()]

    def get_form(self, request: HttpRequest, obj: Any = None, **more: Any) -> type[ModelForm]:
        form = super().get_form(request, obj, **more)
        if self.asks_for_draft(request):
            form = type("DraftForm", (form,), {"draft": drafts.of(obj, editor=request.user)})
        return form

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, *part: Any) -> dict[str, Any]:
        kwargs = super().get_formset_kwargs(request, obj, *part)
        if self.asks_for_draft(request):
            kwargs["draft"] = drafts.of(obj if obj.pk else None, editor=request.user)
        return kwargs

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        """The address follows the title until readers know it."""
        return {} if obj and obj.published_at else super().get_prepopulated_fields(request, obj)

    @admin.display(description=_("easy version"), boolean=True)
    def has_easy(self, article: Any) -> bool:
        return bool(article.is_easy)

    @admin.display(description=_("state"), ordering="state")
    def shown_state(self, article: Article) -> str:
        if article.is_scheduled:
            return _("scheduled")
        return article.get_state_display()

    # Saving ------------------------------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            self.refuse_older(obj, form.cleaned_data.get("based_on", ""))
        else:
            obj.author = request.user
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        for formset in formsets:
            for link in formset.save(commit=False):
                link.linked_by = link.linked_by or request.user
        super().save_related(request, form, formsets, change)
        article = form.instance
        old = form.initial.get("slug")
        if change and old and old != article.slug and form.initial.get("published_at"):
            redirects.lead(f"/nieuws/{old}/", article.get_absolute_url())
        versions.keep(article, editor=request.user)
        search_entries.enter(article)
        drafts.drop(article if change else None, editor=request.user)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        search_entries.leave(obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for article in queryset:
            self.delete_model(request, article)

    # Together ----------------------------------------------------------------------------------

    @admin.action(description=_("Withdraw: take the chosen articles off the site"))
    def withdraw(self, request: HttpRequest, articles: QuerySet[Any]) -> HttpResponse | None:
        """Ask first, with how many it is about."""
        public = articles.filter(state=Article.State.PUBLISHED)
        if request.POST.get("confirmed") != "yes":
            return self.ask(request, public)
        count = 0
        for article in public:
            article.withdraw()
            search_entries.enter(article)
            versions.keep(article, editor=request.user)
            count += 1
        self.message_user(
            request,
            ngettext(
                "%(count)d article is off the site.", "%(count)d articles are off the site.", count
            )
            % {"count": count},
        )
        return None


@admin.register(ArticleSeries)
class ArticleSeriesAdmin(DeskAdmin):
    list_display = ["title", "slug"]
    search_fields = ["title"]
    prepopulated_fields = {"slug": ["title"]}
