"""Requests to take part: followed up by staff, and turned into an organisation in one act."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from movement.desk import DeskAdmin
from participants.models import JoinRequest


@admin.register(JoinRequest)
class JoinRequestAdmin(DeskAdmin):
    change_form_template = "admin/participants/join_request.html"
    list_display = ["organisation_name", "kind", "town", "state", "handled_by", "created_at"]
    list_filter = ["state", "kind"]
    list_select_related = ["handled_by"]
    search_fields = ["organisation_name", "town"]
    autocomplete_fields = ["organisation"]
    readonly_fields = ["message", "handled_by", "created_at"]
    fieldsets = [
        (None, {"fields": ["organisation_name", "kind", "town", "web_address", "message"]}),
        (_("Contact"), {"fields": ["name", "email", "created_at"]}),
        (_("How it goes"), {"fields": ["state", "note", "handled_by", "organisation"]}),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """They come in by the form of the site."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.handled_by = request.user
        super().save_model(request, obj, form, change)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """The button "turn into an organisation" saves first, and then does it."""
        if "_turn" not in request.POST:
            return super().response_change(request, obj)
        try:
            made = obj.turn_into_organisation(by=request.user)
        except ValidationError as refused:
            self.message_user(request, " ".join(refused.messages), messages.ERROR)
            return HttpResponseRedirect(request.path)
        self.message_user(request, _("It takes part now. Look whether everything is right."))
        return HttpResponseRedirect(
            reverse("admin:participants_organisation_change", args=[made.pk])
        )
