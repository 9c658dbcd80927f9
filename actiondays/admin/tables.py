"""Tables, what came off them and where that led, in the admin."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from actiondays import search_entries
from actiondays.models import ResultLink, Table, TableResult
from movement.desk import DeskAdmin, DeskInline


class TableResultInline(DeskInline):
    model = TableResult
    fields = ["position", "text"]
    extra = 3
    show_change_link = True


@admin.register(Table)
class TableAdmin(DeskAdmin):
    list_display = ["title", "position", "day", "host"]
    list_filter = ["day__series"]
    list_select_related = ["day", "host"]
    search_fields = ["title", "day__title"]
    autocomplete_fields = ["day", "host", "points", "causes"]
    inlines = [TableResultInline]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        search_entries.refresh(form.instance.day)


class ResultLinkInline(DeskInline):
    model = ResultLink
    fields = ["cause", "direction", "action", "note", "withdrawn_at", "reason"]
    autocomplete_fields = ["cause", "direction", "action"]
    can_delete = False
    verbose_name = _("link to a cause, direction or action")
    verbose_name_plural = _("where this led")


@admin.register(TableResult)
class TableResultAdmin(DeskAdmin):
    list_display = ["text", "table"]
    list_select_related = ["table"]
    search_fields = ["text", "table__title", "table__day__title"]
    autocomplete_fields = ["table"]
    inlines = [ResultLinkInline]

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for link in formset.save(commit=False):
            link.linked_by = link.linked_by or request.user
            link.save()
        formset.save_m2m()
