"""Members as staff may see them: a name, rights, never what they wrote without a name."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from movement.desk import DeskAdmin
from participants.models import Person


@admin.register(Person)
class PersonAdmin(DeskAdmin):
    list_display = ["pseudonym", "role_mark", "is_staff", "is_trusted", "is_active"]
    list_filter = ["is_staff", "is_trusted", "is_active", "groups"]
    search_fields = ["pseudonym", "=email"]
    ordering = ["folded_pseudonym"]
    readonly_fields = ["email", "joined_at", "last_login"]
    filter_horizontal = ["groups"]
    fieldsets = [
        (None, {"fields": ["pseudonym", "email", "role_mark"]}),
        (_("Rights"), {"fields": ["is_active", "is_staff", "groups", "is_trusted"]}),
        (_("Safety"), {"fields": ["joined_at"]}),
    ]

    def has_add_permission(self, request: object) -> bool:
        """People make their own account."""
        return False

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        """Erasing is an act of the person, with proof; never a button in a list."""
        return False
