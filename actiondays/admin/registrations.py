"""Registrations and requests for a lab in the admin."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from actiondays.models import LabRequest, Registration
from movement.desk import DeskAdmin


@admin.register(Registration)
class RegistrationAdmin(DeskAdmin):
    """To look somebody up. What people need is never shown here; acts are on the day's desk."""

    list_display = ["name", "day", "mode", "party_size", "state", "table"]
    list_filter = ["state", "mode"]
    list_select_related = ["day", "table"]
    search_fields = ["name", "email", "phone", "day__title"]
    exclude = ["access_needs"]
    readonly_fields = [
        "day",
        "person",
        "mode",
        "party_size",
        "state",
        "preferred_table",
        "held_until",
        "confirmed_at",
        "promoted_at",
        "cancelled_at",
        "checked_in_at",
    ]
    autocomplete_fields = ["table"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("access_needs")


@admin.register(LabRequest)
class LabRequestAdmin(DeskAdmin):
    list_display = ["organisation", "town", "created_at", "state", "handled_by"]
    list_filter = ["state"]
    list_select_related = ["handled_by"]
    search_fields = ["organisation", "town"]
    autocomplete_fields = ["handled_by", "day"]
    readonly_fields = ["organisation", "town", "name", "email", "phone", "question", "period"]
    fieldsets = [
        (None, {"fields": readonly_fields}),
        (_("Followed up"), {"fields": ["state", "handled_by", "note", "day"]}),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
