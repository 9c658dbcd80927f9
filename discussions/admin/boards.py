"""Boards, topics and links in the admin."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from discussions.admin.queue import asks_for_people
from discussions.models import Board, PostLink, Topic
from discussions.search_entries import rebuild
from movement.desk import DeskAdmin
from movement.desk_keywords import KeywordsForm, WithKeywords


@admin.register(Board)
class BoardAdmin(DeskAdmin):
    list_display = ["title", "audience", "state", "answer_days", "position"]
    list_filter = ["audience", "state"]
    search_fields = ["title"]
    prepopulated_fields = {"slug": ["title"]}
    fieldsets = [
        (None, {"fields": ["title", "slug", "description", "position"]}),
        (
            _("Who may read and write"),
            {
                "fields": ["audience", "state", "answer_days"],
                "description": _(
                    "Think twice before everyone may read on a board: what members wrote there "
                    "for members becomes public. A moderator reads each new post there first."
                ),
            },
        ),
    ]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if {"audience", "state"} & set(form.changed_data) and change:
            rebuild()
            if obj.is_public:
                messages.warning(request, _("Everyone can read this board now."))


@admin.register(Topic)
class TopicAdmin(WithKeywords, DeskAdmin):
    """A topic is started on the site. Here it gets its place, themes and summary."""

    form = KeywordsForm
    list_display = ["title", "board", "state", "mode", "is_pinned", "post_count", "answered_at"]
    list_filter = ["board", "state", "mode", "is_pinned"]
    list_select_related = ["board"]
    search_fields = ["title"]
    autocomplete_fields = ["themes"]
    readonly_fields = ["title", "post_count", "opened_at"]
    fields = [
        "title", "board", "is_pinned", "mode", "round", "summary", "themes", "keywords",
        "post_count", "opened_at",
    ]  # fmt: skip

    def lookup_allowed(self, lookup: str, value: Any, request: Any = None) -> bool:
        return not asks_for_people(lookup) and super().lookup_allowed(lookup, value, request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Titles that wait, or went, are for moderators only (S6)."""
        rows = super().get_queryset(request)
        return rows if request.user.has_perm("discussions.moderate") else rows.opened()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "board" in form.changed_data:
            obj.moved()


@admin.register(PostLink)
class PostLinkAdmin(DeskAdmin):
    """Evidence is linked from the post itself; here it can be withdrawn with a reason."""

    list_display = ["post", "cause", "direction", "action", "linked_at", "withdrawn_at"]
    list_filter = [("withdrawn_at", admin.EmptyFieldListFilter)]
    list_select_related = ["post", "cause", "direction", "action"]
    autocomplete_fields = ["cause", "direction", "action"]
    readonly_fields = ["post", "linked_at"]
    fields = ["post", "cause", "direction", "action", "note", "linked_at", "withdrawn_at", "reason"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).order_by("-pk")
