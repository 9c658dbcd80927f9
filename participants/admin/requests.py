"""Requests to take part: followed up by staff, and turned into an organisation in one act."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from movement.desk import DeskAdmin
from participants.models import JoinRequest


class JoinRequestForm(forms.ModelForm):
    """A request as staff follow it up; whoever comes too late keeps what was typed."""

    def clean(self) -> dict[str, Any]:
        made = self.instance.organisation
        if "_turn" in self.data and made is not None:
            raise ValidationError(
                _(
                    "A colleague turned this into an organisation just before you: %(name)s. "
                    "Nothing was done twice. What you typed still stands below."
                ),
                params={"name": made.name},
            )
        return super().clean() or self.cleaned_data


@admin.register(JoinRequest)
class JoinRequestAdmin(DeskAdmin):
    form = JoinRequestForm
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

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was taken back is only looked at; nobody is left to answer."""
        is_gone = obj is not None and obj.state == JoinRequest.State.WITHDRAWN
        return not is_gone and super().has_change_permission(request, obj)

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """Who saves waits for a colleague who is saving, and then sees what that one did."""
        found = super().get_object(request, object_id, from_field)
        if found is not None and request.method == "POST":
            found = JoinRequest.objects.select_for_update().get(pk=found.pk)
        return found

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What it became stays what it became; an empty field never takes that away."""
        became = ["organisation"] if obj is not None and obj.organisation_id else []
        return [*super().get_readonly_fields(request, obj), *became]

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
