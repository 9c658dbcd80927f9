"""Filters of the list of days in the admin."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from actiondays.models import NextStep


class WithLateStep(admin.SimpleListFilter):
    """Days after which something was agreed that nobody did in time."""

    title = _("next step")
    parameter_name = "stap"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("te-laat", _("too late"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        return queryset.filter(pk__in=NextStep.objects.overdue().values("day"))
