"""Where something is, as a filter of the lists of the admin."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from participants.provinces import PROVINCE_NAMES


class InProvince(admin.SimpleListFilter):
    """The provinces by name; who has none is found under its own words."""

    title = _("province")
    parameter_name = "province"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [*((name, name) for name in PROVINCE_NAMES), ("-", _("Place not recorded"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        return queryset.filter(province="" if self.value() == "-" else self.value())
