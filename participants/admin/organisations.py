"""Organisations, how they take part and what they promised."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from movement.desk import DeskAdmin
from participants import models


@admin.register(models.Cohort)
class CohortAdmin(DeskAdmin):
    list_display = ["number", "name", "started_on"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


class OtherNameInline(admin.TabularInline):
    model = models.OtherName
    extra = 0


class ParticipationInline(admin.StackedInline):
    model = models.Participation
    fk_name = "organisation"
    autocomplete_fields = ["cohort", "merged_into"]
    extra = 0


@admin.register(models.Organisation)
class OrganisationAdmin(DeskAdmin):
    list_display = ["name", "kind", "town", "province", "is_nationwide", "checked_on", "is_public"]
    list_filter = ["kind", "province", "is_nationwide", "is_public", "is_example"]
    search_fields = ["name", "other_names__name", "town"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["keyword", "logo", "themes"]
    inlines = [OtherNameInline, ParticipationInline]
    fieldsets = [
        (None, {"fields": ["name", "slug", "kind", "website", "logo", "own_words"]}),
        (
            _("Where"),
            {"fields": ["town", "province", "latitude", "longitude", "region", "is_nationwide"]},
        ),
        (_("Contact"), {"fields": ["contact_role", "checked_on"]}),
        (_("On the site"), {"fields": ["themes", "keyword", "is_public", "is_example"]}),
    ]


class CommitmentUpdateInline(admin.StackedInline):
    model = models.CommitmentUpdate
    extra = 0


@admin.register(models.Commitment)
class CommitmentAdmin(DeskAdmin):
    list_display = ["title", "organisation", "action", "state", "due_on"]
    list_filter = ["state", "action__front"]
    list_select_related = ["organisation", "action"]
    search_fields = ["title", "organisation__name"]
    autocomplete_fields = ["organisation", "action"]
    inlines = [CommitmentUpdateInline]
