"""How lists and forms of the admin behave, for every model alike."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.paginator import Paginator
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.text import capfirst

from movement.editor import EditorWidget
from movement.picture_forms import PictureForm
from movement.rich_text import RichTextField

COUNT_AT_MOST = 5_000


class DeskPaginator(Paginator):
    """Counts no further than somebody will leaf: a million rows are never counted."""

    most = COUNT_AT_MOST

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        if isinstance(rows, QuerySet):
            return rows.order_by().values("pk")[:COUNT_AT_MOST].count()
        return len(rows)


def moment_input() -> forms.DateTimeInput:
    """A day and a time in one field of the browser's own."""
    return forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


def day_input() -> forms.DateInput:
    """A day in a field of the browser's own."""
    return forms.DateInput({"type": "date"}, format="%Y-%m-%d")


def time_input() -> forms.TimeInput:
    """A time of the day in a field of the browser's own."""
    return forms.TimeInput({"type": "time"}, format="%H:%M")


class PlainFields:
    """The browser's own fields for days and times, and the editor for every rich text."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """An address that is typed without its scheme is https; a moment is Dutch time."""
        if isinstance(db_field, models.URLField):
            kwargs.setdefault("assume_scheme", "https")
        elif isinstance(db_field, models.DateTimeField):
            kwargs.setdefault("form_class", forms.DateTimeField)
            kwargs.setdefault("widget", moment_input())
        elif isinstance(db_field, models.DateField):
            kwargs.setdefault("widget", day_input())
        elif isinstance(db_field, models.TimeField):
            kwargs.setdefault("widget", time_input())
        elif isinstance(db_field, RichTextField):
            kwargs.setdefault("widget", EditorWidget())
        elif isinstance(db_field, models.TextField):
            kwargs.setdefault("widget", forms.Textarea({"rows": 4, "cols": 60}))
        return super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]


class DeskInline(PlainFields, admin.StackedInline):
    """The start of each part of a form that holds rows of its own."""

    extra = 0


class DeskAdmin(PlainFields, admin.ModelAdmin):
    """The start of each ModelAdmin: no full counts, a short list, a save button in reach."""

    paginator = DeskPaginator
    show_full_result_count = False
    # Counts beside each filter would count everything, once per choice.
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 200
    save_on_top = False
    empty_value_display = "–"

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The form, under a heading that starts with a capital, with the editor's dialog."""
        context["title"] = capfirst(context["title"])
        if any(isinstance(field, RichTextField) for field in self.opts.fields):
            context.setdefault("picture_form", PictureForm(auto_id="picture_%s"))
        return super().render_change_form(request, context, *args, **kwargs)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list, under its own name instead of an instruction."""
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def lookup_allowed(self, lookup: str, value: Any, request: Any = None) -> bool:
        """A list is sifted by what it shows or offers, never by what it keeps to itself.

        Else an address typed by hand tells what a list leaves out, such as who wrote what.
        """
        first = lookup.partition("__")[0]
        shown = {"pk", self.opts.pk.name, self.date_hierarchy, *self.list_display}
        for offered in self.get_list_filter(request) if request else self.list_filter:
            name = offered[0] if isinstance(offered, tuple | list) else offered
            own = getattr(name, "parameter_name", None)  # a filter that is a class
            shown.add(name.partition("__")[0] if isinstance(name, str) else own)
        return first in shown and super().lookup_allowed(lookup, value, request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request)
        return rows.order_by(*self.get_ordering(request)) if self.get_ordering(request) else rows


class ReadOnlyAdmin(DeskAdmin):
    """Something that is looked at and not changed by hand."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
