"""Days and series in the admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from actiondays import changes, search_entries
from actiondays.admin.desk import desk_urls
from actiondays.admin.organisers import OrganisersField
from actiondays.admin.sifting import WithLateStep
from actiondays.models import ActionDay, NextStep, Series, Table
from movement.desk import DeskAdmin, DeskInline
from movement.desk_keywords import KeywordsForm, WithKeywords
from participants.admin.places import InProvince
from participants.provinces import PROVINCE_NAMES


class DayForm(KeywordsForm):
    """A day as organisers write it: the provinces are a list."""

    province = forms.ChoiceField(
        label=_("province"),
        required=False,
        choices=[("", "–"), *((name, name) for name in PROVINCE_NAMES)],
    )

    class Meta:
        # A report of a post is called the same in English, not in Dutch.
        labels = {"report": _("Report of the day")}
        help_texts = {"report": _("Readers see it once you publish it, on the desk of this day.")}


class TableInline(DeskInline):
    model = Table
    fields = [
        "position", "title", "places", "host", "chair", "opening", "questions", "points", "causes",
    ]  # fmt: skip
    autocomplete_fields = ["host", "points", "causes"]
    show_change_link = True


class NextStepInline(DeskInline):
    model = NextStep


class WritingAdmin(DeskAdmin):
    """A day or a series, with the ways to its desk."""

    change_form_template = "admin/actiondays/actionday/change_form.html"


@admin.register(Series)
class SeriesAdmin(WritingAdmin):
    list_display = ["title"]
    search_fields = ["title"]
    prepopulated_fields = {"slug": ["title"]}


@admin.register(ActionDay)
class ActionDayAdmin(WithKeywords, WritingAdmin):
    form = DayForm
    list_display = ["title", "when_written", "town", "state", "seats"]
    list_filter = ["state", "kind", "series", "is_online", InProvince, WithLateStep]
    search_fields = ["title", "town", "place"]
    date_hierarchy = "starts_at"
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["series", "what_ifs", "themes"]
    inlines = [TableInline, NextStepInline]
    list_select_related = ["series"]
    fieldsets = [
        (None, {"fields": ["title", "slug", "kind", "summary", "state", "state_reason"]}),
        (
            _("When"),
            {
                "fields": [("starts_at", "ends_at"), "precision"],
                "description": _(
                    "Is only the month known? Choose the first and the last day of that month."
                ),
            },
        ),
        (
            _("Where"),
            {
                "fields": [
                    ("is_in_person", "is_online"),
                    "place",
                    ("town", "province"),
                    ("address", "address_after_confirmation"),
                    "online_url",
                ]
            },
        ),
        (
            _("Registering"),
            {
                "classes": ["collapse"],
                "fields": [
                    ("places", "online_places"),
                    "registration_closes_at",
                    "reminder_days",
                    "organisers",
                ],
            },
        ),
        (
            _("What people read"),
            {
                "fields": [
                    "introduction",
                    "programme",
                    "what_ifs",
                    "themes",
                    "keywords",
                ]
            },
        ),
        (
            _("Practical"),
            {
                "classes": ["collapse"],
                "fields": [
                    "for_whom",
                    "accessibility",
                    "travel_costs",
                    "contact",
                    "organised_by",
                    "is_example",
                ],
            },
        ),
        (
            _("Series"),
            {"classes": ["collapse"], "fields": [("series", "series_position"), "brought"]},
        ),
        (_("Afterwards"), {"classes": ["collapse"], "fields": ["turnout", "report"]}),
    ]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """What belongs to this moment stands open: registering before the day, the rest after."""
        now = _("Afterwards") if obj and obj.is_over else _("Registering") if obj else None
        return [
            (name, {**options, "classes": []} if name == now else options)
            for name, options in super().get_fieldsets(request, obj)
        ]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **more: Any) -> Any:
        """Organisers are staff: a short list to tick."""
        if db_field.name == "organisers":
            label, hint = db_field.verbose_name, db_field.help_text
            return OrganisersField(reader=request.user, required=False, label=label, help_text=hint)
        return super().formfield_for_manytomany(db_field, request, **more)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who organises a day reads what people need: only they, or the beheerder, add others."""
        given = super().get_readonly_fields(request, obj)
        if obj is None or request.user.has_perm("participants.change_person"):
            return given
        is_organiser = obj.organisers.filter(pk=request.user.pk).exists()
        return given if is_organiser else [*given, "organisers"]

    def get_urls(self) -> list[Any]:
        return [*desk_urls(self), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).with_seats()

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Who makes a day organises it, until others are chosen."""
        return {"organisers": [request.user.pk], **super().get_changeform_initial_data(request)}

    @admin.display(description=_("when"), ordering="starts_at")
    def when_written(self, day: ActionDay) -> str:
        return day.when_short

    @admin.display(description=_("places taken"))
    def seats(self, day: ActionDay) -> str:
        room = f"{day.seats_taken} / {day.places or '∞'}"
        return f"{room} + {day.online_taken} online" if day.is_online else room

    def view_on_site(self, day: ActionDay) -> str:
        return day.get_absolute_url()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        form.before = ActionDay.objects.get(pk=obj.pk) if change else None
        if form.before is not None:
            changes.note_move(obj, form.before)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        search_entries.refresh(form.instance)
        told = changes.settle(form.instance, form.before) if form.before is not None else 0
        if told:
            said = ngettext("%(count)s person gets a mail.", "%(count)s people get a mail.", told)
            self.message_user(request, said % {"count": told})
