"""The desk of the foundation: subjects, pages, outcomes, statements, and the site itself."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from movement import keywords, models
from movement.desk import DeskAdmin, DeskInline, ReadOnlyAdmin
from movement.findable import FindableAdmin
from movement.folding import fold
from movement.picture_forms import PictureForm
from movement.pictures import discard


@admin.register(models.Theme)
class ThemeAdmin(DeskAdmin):
    list_display = ["name", "position", "is_active"]
    list_editable = ["position"]
    list_filter = ["is_active"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(models.Keyword)
class KeywordAdmin(DeskAdmin):
    list_display = ["name", "merged_into"]
    list_filter = [("merged_into", admin.EmptyFieldListFilter)]
    list_select_related = ["merged_into"]
    search_fields = ["name"]
    autocomplete_fields = ["merged_into"]
    prepopulated_fields = {"slug": ["name"]}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Choosing a keyword to go on in is merging: what had this one gets the other."""
        other = obj.merged_into if "merged_into" in form.changed_data else None
        obj.merged_into_id = form.initial.get("merged_into") if other else obj.merged_into_id
        super().save_model(request, obj, form, change)
        if other is not None:
            self.merge(request, obj, other)

    def merge(self, request: HttpRequest, keyword: Any, other: Any) -> None:
        try:
            moved = keywords.merge(keyword, into=other)
        except keywords.CannotMerge:
            self.message_user(
                request, _("Choose a keyword that was not merged itself."), messages.ERROR
            )
            return
        self.message_user(
            request,
            ngettext(
                "Merged. %(count)d thing has the other keyword now.",
                "Merged. %(count)d things have the other keyword now.",
                moved,
            )
            % {"count": moved},
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """A suggestion for an article is a keyword that stands; its synonyms find it too."""
        if request.resolver_match and request.resolver_match.url_name == "autocomplete":
            found, _double = super().get_search_results(request, queryset, search_term)
            alike = models.Keyword.objects.filter(folded__contains=fold(search_term))
            meant = alike.exclude(merged_into=None).values("merged_into")
            standing = queryset.filter(merged_into=None)
            return standing.filter(Q(pk__in=found.values("pk")) | Q(pk__in=meant)), False
        return super().get_search_results(request, queryset, search_term)


@admin.register(models.Page)
class PageAdmin(FindableAdmin):
    list_display = ["title", "state", "published_at", "position"]
    list_filter = ["state"]
    search_fields = ["title", "lead"]
    prepopulated_fields = {"slug": ["title"]}
    fieldsets = [
        (None, {"fields": ["title", "slug", "lead", "body", "easy_body"]}),
        (_("Publication"), {"fields": ["state", "published_at", "position"]}),
    ]


@admin.register(models.Picture)
class PictureAdmin(DeskAdmin):
    """Pictures come in through a form that makes them safe first, never straight."""

    list_display = ["title", "alternative", "is_decorative", "people_agreed", "created_at"]
    list_filter = ["is_decorative", "people_agreed"]
    search_fields = ["title", "alternative", "caption"]
    readonly_fields = ["file"]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The one way in: the form that takes a picture in anew."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form = PictureForm(*sent)
        if form.is_bound and form.is_valid() and (taken := form.save(taken_in_by=request.user)):
            return self.response_add(request, taken)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Bring a picture"),
            "opts": self.opts,
            "form": form,
            "is_popup": "_popup" in request.GET or "_popup" in request.POST,
        }
        status = 422 if form.is_bound else 200
        return TemplateResponse(request, "admin/movement/picture/add.html", context, status=status)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        discard(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for picture in queryset:
            discard(picture)


@admin.register(models.HelpLine)
class HelpLineAdmin(DeskAdmin):
    list_display = ["name", "occasion", "number", "for_distress", "in_footer", "checked_on"]
    list_filter = ["in_footer", "for_distress"]
    search_fields = ["name", "occasion"]
    date_hierarchy = None


@admin.register(models.HouseRule)
class HouseRuleAdmin(DeskAdmin):
    list_display = ["title", "position", "is_active"]
    list_filter = ["is_active"]
    search_fields = ["title", "explanation"]


@admin.register(models.Redirect)
class RedirectAdmin(DeskAdmin):
    list_display = ["old_path", "target", "created_at"]
    search_fields = ["old_path", "target"]


@admin.register(models.SiteSettings)
class SiteSettingsAdmin(DeskAdmin):
    fieldsets = [
        (_("Name and first words"), {"fields": ["name", "description", "hero_title", "hero_text"]}),
        (_("Contact"), {"fields": ["contact_email", "contact_phone"]}),
        (_("Safety"), {"fields": ["exit_url"]}),
        (
            _("When moderators are there"),
            {
                "fields": [
                    "moderator_days",
                    ("moderators_from", "moderators_until"),
                    "liberation_day",
                    "usual_wait",
                ]
            },
        ),
        (_("Talk along"), {"fields": ["held_posts"]}),
        (_("Participants"), {"fields": ["link_days", "check_days"]}),
    ]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The days of the week are boxes to tick."""
        if db_field.name != "moderator_days":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        return forms.TypedMultipleChoiceField(
            label=capfirst(db_field.verbose_name),
            help_text=db_field.help_text,
            choices=[(number + 1, capfirst(name)) for number, name in WEEKDAYS.items()],
            coerce=int,
            widget=forms.CheckboxSelectMultiple,
            initial=db_field.get_default,
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return not models.SiteSettings.objects.exists() and super().has_add_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """There is one row: open it."""
        if not self.has_view_permission(request):
            return super().changelist_view(request, extra_context)
        row, _made = models.SiteSettings.objects.get_or_create(pk=1)
        return redirect(reverse("admin:movement_sitesettings_change", args=[row.pk]))


@admin.register(models.Closure)
class ClosureAdmin(DeskAdmin):
    list_display = ["first_on", "last_on", "note"]


@admin.register(models.WhatIf)
class WhatIfAdmin(DeskAdmin):
    list_display = ["question", "position"]
    search_fields = ["question"]
    prepopulated_fields = {"slug": ["question"]}


class OutcomeAdmin(FindableAdmin):
    """What causes, directions and actions share."""

    list_display = ["number", "title", "short_title", "is_public"]
    list_display_links = ["title"]
    list_filter = ["is_public"]
    search_fields = ["title", "short_title"]
    prepopulated_fields = {"slug": ["title"]}


@admin.register(models.Cause)
class CauseAdmin(OutcomeAdmin):
    autocomplete_fields = ["what_ifs"]


@admin.register(models.Direction)
class DirectionAdmin(OutcomeAdmin):
    autocomplete_fields = ["causes"]


class LessonInline(DeskInline):
    model = models.Lesson


@admin.register(models.Action)
class ActionAdmin(OutcomeAdmin):
    list_display = ["number", "title", "front", "state", "is_public"]
    list_filter = ["front", "state", "is_public"]
    autocomplete_fields = ["directions"]
    inlines = [LessonInline]
    fieldsets = [
        (None, {"fields": ["number", "title", "short_title", "slug", "front", "explanation"]}),
        (
            _("How it stands"),
            {
                "fields": ["state", ("started_on", "ended_on"), "stopped_because", "obstacles",
                           "is_public"],
                "description": _("Change the state and the day of today is filled in, unless you "
                                 "choose another day. The page of the year tells it."),
            },
        ),
        (_("Where it comes from"), {"fields": ["directions"]}),
    ]  # fmt: skip

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """An action that starts or ends remembers when; for an older one nothing is made up."""
        if change and "state" in form.changed_data:
            obj.note_day()
        super().save_model(request, obj, form, change)


class StatementPointInline(DeskInline):
    model = models.StatementPoint


class StatementSuggestionInline(DeskInline):
    model = models.StatementSuggestion


@admin.register(models.Statement)
class StatementAdmin(FindableAdmin):
    list_display = ["title", "kind", "owner", "stated_on", "state"]
    list_filter = ["kind", "state"]
    search_fields = ["title", "owner"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [StatementPointInline, StatementSuggestionInline]


@admin.register(models.StatementPoint)
class StatementPointAdmin(DeskAdmin):
    """Only so that a table can find its points; they are edited with their statement."""

    list_display = ["title", "statement", "position"]
    list_select_related = ["statement"]
    search_fields = ["title", "statement__title"]
    autocomplete_fields = ["statement"]


@admin.register(models.OutboxMessage)
class OutboxMessageAdmin(ReadOnlyAdmin):
    list_display = ["kind", "state", "attempts", "created_at", "handed_over_at"]
    list_filter = ["state", "kind"]
    fields = ["kind", "state", "attempts", "not_before", "created_at", "handed_over_at"]


@admin.register(LogEntry)
class LogEntryAdmin(ReadOnlyAdmin):
    """Who changed what in the admin."""

    list_display = ["action_time", "user", "content_type", "shown_object", "action_flag"]
    list_filter = ["action_flag", ("content_type", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["user", "content_type"]

    @admin.display(description=_("what"))
    def shown_object(self, entry: LogEntry) -> str:
        return format_html("{}", entry.object_repr)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).order_by("-action_time")
