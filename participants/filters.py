"""How visitors narrow down who takes part: the same for the list, the map and the exports."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from movement.models import Theme
from participants.models import Cohort, Organisation, OtherName, Participation
from participants.provinces import PROVINCE_NAMES

NOT_RECORDED = "niet-vastgelegd"
MOST_WORDS = 12
# What the map does not answer by itself; the other choices are folded below it.
IN_SIGHT = ("q", "soort")


@dataclass(frozen=True)
class Choice:
    """Something a visitor chose, in words, and the address without it."""

    label: str
    without: str


class OrganisationFilter(django_filters.FilterSet):
    """Parameters `q soort provincie groep thema landelijk op voorbeelden` of an address."""

    q = django_filters.CharFilter(
        label=_("Name, town or region"), method="by_words", max_length=100
    )
    soort = django_filters.ChoiceFilter(
        label=_("Kind"), field_name="kind", choices=Organisation.Kind, empty_label=_("All kinds")
    )
    provincie = django_filters.ChoiceFilter(
        label=_("Province"),
        field_name="province",
        choices=[(name, name) for name in PROVINCE_NAMES],
        empty_label=_("The whole country"),
    )
    groep = django_filters.ChoiceFilter(
        label=_("Group"), method="by_cohort", empty_label=_("All groups")
    )
    thema = django_filters.ChoiceFilter(
        label=_("Theme"), method="by_theme", empty_label=_("All themes")
    )
    op = django_filters.DateFilter(
        label=_("Who took part on"),
        method="applied_to_all",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
    )
    landelijk = django_filters.BooleanFilter(
        label=_("Works in the whole country"),
        method="by_nationwide",
        widget=forms.CheckboxInput,
    )
    voorbeelden = django_filters.BooleanFilter(
        label=_("With the invented examples"),
        method="applied_to_all",
        widget=forms.CheckboxInput,
    )

    class Meta:
        model = Organisation
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["groep"].extra["choices"] = lambda: self.groups
        self.filters["thema"].extra["choices"] = lambda: self.themes

    @property
    def form(self) -> Any:
        """The form; a date that is none stays readable, which a date field would hide."""
        form = super().form
        if form.has_error("op"):
            form.fields["op"].widget.input_type = "text"
        return form

    @cached_property
    def groups(self) -> list[tuple[str, Any]]:
        """The start groups, and those of whom it is not recorded."""
        found = list(Cohort.objects.values_list("slug", "name"))
        return [*found, (NOT_RECORDED, _("Not recorded"))]

    @cached_property
    def themes(self) -> list[tuple[str, str]]:
        return list(Theme.objects.visible_to(None).values_list("slug", "name"))

    @property
    def values(self) -> dict[str, Any]:
        """What was chosen and makes sense; a mistake narrows nothing."""
        form = self.form
        form.is_valid()
        return {name: value for name, value in form.cleaned_data.items() if value}

    @property
    def folded_count(self) -> int:
        """How many choices stand below "more choices", where they may be out of sight."""
        return len(set(self.values) - set(IN_SIGHT))

    @property
    def has_folded_mistake(self) -> bool:
        return bool(set(self.form.errors) - set(IN_SIGHT))

    @property
    def choices(self) -> list[Choice]:
        """What was chosen, each with the address of the list without it."""
        return [
            Choice(self.in_words(name, value), self.without(name))
            for name, value in self.values.items()
        ]

    def in_words(self, name: str, value: Any) -> str:
        """What was chosen as people say it; only the label of what is on or off."""
        field = self.form.fields[name]
        if value is True:
            return str(field.label)
        word = dict(getattr(field, "choices", ())).get(value, value)
        return f"{field.label}: {date_format(value, 'j F Y') if name == 'op' else word}"

    def without(self, name: str) -> str:
        """The address of the same list without one of its choices."""
        kept = self.data.copy()
        for gone in (name, "page"):
            kept.pop(gone, None)
        return f"?{kept.urlencode()}#lijst"

    def filter_queryset(self, queryset: Any) -> QuerySet[Any]:
        rows = queryset.participating(on=self.values.get("op"))
        if not self.values.get("voorbeelden"):
            rows = rows.real()
        return super().filter_queryset(rows)

    def applied_to_all(self, rows: QuerySet[Any], name: str, value: Any) -> QuerySet[Any]:
        """Applied for all, in `filter_queryset`, because its absence means something too."""
        return rows

    def by_words(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        for word in value.split()[:MOST_WORDS]:
            called = OtherName.objects.filter(organisation=OuterRef("pk"), name__icontains=word)
            rows = rows.filter(
                Q(name__icontains=word)
                | Q(town__icontains=word)
                | Q(region__icontains=word)
                | Exists(called)
            )
        return rows

    def by_cohort(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        everyone = Participation.objects.filter(organisation=OuterRef("pk"))
        parts = everyone.current(self.values.get("op"))
        if value == NOT_RECORDED:
            return rows.exclude(Exists(parts.filter(cohort__isnull=False)))
        return rows.filter(Exists(parts.filter(cohort__slug=value)))

    def by_theme(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        tagged = Organisation.themes.through.objects.filter(
            organisation=OuterRef("pk"), theme__slug=value
        )
        return rows.filter(Exists(tagged))

    def by_nationwide(self, rows: QuerySet[Any], name: str, value: bool) -> QuerySet[Any]:
        return rows.filter(is_nationwide=True) if value else rows
