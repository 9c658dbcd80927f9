"""What editors change in the admin and readers can find: search and old addresses follow."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from movement import search_entries
from movement.desk import DeskAdmin
from movement.redirects import lead


class FindableAdmin(DeskAdmin):
    """A page, statement, cause, direction or action."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save; an address that changed leads to the new one."""
        with transaction.atomic():
            before = self.model._default_manager.filter(pk=obj.pk).first() if change else None
            super().save_model(request, obj, form, change)
            if before is not None:
                lead(before.get_absolute_url(), obj.get_absolute_url())

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Bring search up to date, once points, lessons and links are saved too."""
        with transaction.atomic():
            super().save_related(request, form, formsets, change)
            search_entries.enter(form.instance)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        with transaction.atomic():
            search_entries.leave(obj)
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        with transaction.atomic():
            for obj in queryset:
                search_entries.leave(obj)
            super().delete_queryset(request, queryset)
