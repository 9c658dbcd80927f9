"""How lists and forms of the admin behave, for every model alike."""

from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.text import capfirst

COUNT_AT_MOST = 5_000


class DeskPaginator(Paginator):
    """Counts no further than somebody will leaf: a million rows are never counted."""

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        if isinstance(rows, QuerySet):
            return rows.order_by().values("pk")[:COUNT_AT_MOST].count()
        return len(rows)


class DeskAdmin(admin.ModelAdmin):
    """The start of each ModelAdmin: no full counts, a short list, a save button in reach."""

    paginator = DeskPaginator
    show_full_result_count = False
    list_per_page = 50
    list_max_show_all = 200
    save_on_top = False
    empty_value_display = "–"

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """An address that is typed without its scheme is https."""
        if isinstance(db_field, models.URLField):
            kwargs.setdefault("assume_scheme", "https")
        return super().formfield_for_dbfield(db_field, request, **kwargs)

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
