"""Organisations, how they take part and what they promised."""

from datetime import timedelta
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from movement import redirects
from movement.context import site_settings
from movement.desk import DeskAdmin, DeskInline
from participants import models, search_entries
from participants.admin.exchange import import_page
from participants.admin.places import InProvince
from participants.exchange import csv_lines, geojson
from participants.joining import send_link
from participants.provinces import PROVINCE_NAMES


@admin.register(models.Cohort)
class CohortAdmin(DeskAdmin):
    list_display = ["number", "name", "started_on"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


class OtherNameInline(DeskInline):
    model = models.OtherName


class ParticipationInline(DeskInline):
    model = models.Participation
    fk_name = "organisation"
    autocomplete_fields = ["cohort", "merged_into"]


class OrganisationForm(forms.ModelForm):
    """An organisation as editors write it: the province only chooses between two namesakes."""

    province = forms.ChoiceField(
        label=_("Province"),
        required=False,
        choices=[("", "–"), *((name, name) for name in PROVINCE_NAMES)],
        help_text=_("Only needed when the town's name occurs twice. Else it is filled in."),
    )


class Freshness(admin.SimpleListFilter):
    """Whom to ask whether the page is still right."""

    title = _("checked")
    parameter_name = "nagekeken"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("oud", _("too long ago")), ("nooit", _("never"))]

    def queryset(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
        before = timezone.localdate() - timedelta(days=site_settings().check_days)
        choices = {"oud": Q(checked_on__lt=before), "nooit": Q(checked_on__isnull=True)}
        return rows.filter(choices.get(self.value() or "", Q()))


@admin.register(models.Organisation)
class OrganisationAdmin(DeskAdmin):
    form = OrganisationForm
    change_list_template = "admin/participants/organisation_list.html"
    list_display = ["name", "kind", "town", "checked_on", "is_public"]
    list_filter = [Freshness, "kind", InProvince, "is_nationwide", "is_public", "is_example"]
    search_fields = ["name", "other_names__name", "town"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["keyword", "logo", "themes"]
    readonly_fields = ["latitude", "longitude", "asked_on"]
    inlines = [OtherNameInline, ParticipationInline]
    actions = ["mail_link", "as_csv", "as_geojson"]
    fieldsets = [
        (None, {"fields": ["name", "slug", "kind", "website", "logo", "own_words"]}),
        (
            _("Where"),
            {
                "fields": ["town", "province", ("latitude", "longitude"), "region",
                           "is_nationwide"],
                "description": _("Type a town; its place on the map is filled in by itself."),
            },
        ),
        (_("Contact"), {"fields": ["contact_role", "contact_email", "checked_on", "asked_on"]}),
        (_("On the site"), {"fields": ["themes", "keyword", "is_public", "is_example"]}),
    ]  # fmt: skip

    def get_urls(self) -> list[URLPattern]:
        page = self.admin_site.admin_view(partial(import_page, self))
        return [path("inlezen/", page, name="participants_import"), *super().get_urls()]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """An address that changes leads on to the new one."""
        old = models.Organisation.objects.filter(pk=obj.pk).values_list("slug", flat=True).first()
        super().save_model(request, obj, form, change)
        if old and old != obj.slug:
            redirects.lead(reverse("organisation", args=[old]), obj.get_absolute_url())

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """After the other names are saved too, search knows all of them."""
        super().save_related(request, form, formsets, change)
        search_entries.refresh(form.instance)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        search_entries.forget(obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for row in queryset:
            self.delete_model(request, row)

    @admin.action(description=_("Mail the link to check the page"), permissions=["change"])
    def mail_link(self, request: HttpRequest, rows: QuerySet[Any]) -> None:
        moment = timezone.now()
        cause = f"{moment:%Y%m%d%H%M%S}"
        sent = sum(send_link(row, "organisation-link", f"link-{row.pk}-{cause}") for row in rows)
        without = rows.filter(contact_email="")
        self.message_user(
            request,
            ngettext("%(count)s mail goes out.", "%(count)s mails go out.", sent) % {"count": sent},
        )
        if names := ", ".join(without.values_list("name", flat=True)[:20]):
            text = _("No e-mail address for us: %(names)s.") % {"names": names}
            self.message_user(request, text, messages.WARNING)

    @admin.action(description=_("Export as CSV"), permissions=["view"])
    def as_csv(self, request: HttpRequest, rows: QuerySet[Any]) -> StreamingHttpResponse:
        name = 'attachment; filename="organisaties.csv"'
        return StreamingHttpResponse(
            csv_lines(rows),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": name},
        )

    @admin.action(description=_("Export as GeoJSON"), permissions=["view"])
    def as_geojson(self, request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse:
        name = 'attachment; filename="organisaties.geojson"'
        return HttpResponse(
            geojson(rows),
            content_type="application/geo+json",
            headers={"Content-Disposition": name},
        )


class CommitmentUpdateInline(DeskInline):
    model = models.CommitmentUpdate


@admin.register(models.Commitment)
class CommitmentAdmin(DeskAdmin):
    list_display = ["title", "organisation", "action", "state", "due_on", "heard_on"]
    list_filter = ["state", "action__front"]
    list_select_related = ["organisation", "action"]
    search_fields = ["title", "organisation__name"]
    autocomplete_fields = ["organisation", "action"]
    inlines = [CommitmentUpdateInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).with_latest_update()

    @admin.display(description=_("last word on"), ordering="latest_update_on")
    def heard_on(self, row: models.Commitment) -> Any:
        return row.latest_update_on or row.promised_on
