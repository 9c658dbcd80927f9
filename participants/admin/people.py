"""Members as staff may see them: a name, rights, never what they wrote without a name."""

from functools import partial
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from movement.desk import DeskAdmin
from participants.admin.second_step import may_take_away, second_step_page
from participants.models import Person


@admin.register(Person)
class PersonAdmin(DeskAdmin):
    change_form_template = "admin/participants/person.html"
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

    def get_urls(self) -> list[URLPattern]:
        page = self.admin_site.admin_view(partial(second_step_page, self))
        step = path("<int:number>/tweede-stap/", page, name="participants_second_step")
        return [step, *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **more: Any
    ) -> Any:
        """The page knows whether a lost second step can be taken away."""
        context["may_take_away"] = may_take_away(request, more.get("obj"))
        return super().render_change_form(request, context, *args, **more)

    def has_add_permission(self, request: object) -> bool:
        """People make their own account."""
        return False

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        """Erasing is an act of the person, with proof; never a button in a list."""
        return False
