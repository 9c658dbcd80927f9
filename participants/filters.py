"""How visitors narrow down who takes part: the same for the list, the map and the exports."""

from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from movement.models import Theme
from participants.models import Cohort, Organisation, Participation
from participants.provinces import PROVINCE_NAMES

NOT_RECORDED = "niet-vastgelegd"


class OrganisationFilter(django_filters.FilterSet):
    """Parameters `q soort provincie groep thema landelijk op` of an address."""

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
    thema = django_filters.ModelChoiceFilter(
        label=_("Theme"),
        field_name="themes",
        to_field_name="slug",
        queryset=Theme.objects.filter(is_active=True),
        empty_label=_("All themes"),
    )
    landelijk = django_filters.BooleanFilter(
        label=_("Works in the whole country"),
        method="by_nationwide",
        widget=forms.CheckboxInput,
    )
    op = django_filters.DateFilter(
        label=_("Who took part on"),
        method="by_date",
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    class Meta:
        model = Organisation
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [(cohort.slug, cohort.name) for cohort in Cohort.objects.all()]
        self.filters["groep"].extra["choices"] = [*groups, (NOT_RECORDED, _("Not recorded"))]

    @property
    def day(self) -> date | None:
        """The day on which somebody must have taken part; none means today."""
        return self.form.cleaned_data.get("op") if self.form.is_valid() else None

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was chosen."""
        return self.form.is_valid() and any(self.form.cleaned_data.values())

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        taking_part = queryset.participating(on=self.form.cleaned_data.get("op"))
        return super().filter_queryset(taking_part)

    def by_words(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        for word in value.split()[:6]:
            rows = rows.filter(
                Q(name__icontains=word)
                | Q(town__icontains=word)
                | Q(region__icontains=word)
                | Q(other_names__name__icontains=word)
            )
        return rows.distinct()

    def by_cohort(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        parts = Participation.objects.filter(organisation=OuterRef("pk"))
        if value == NOT_RECORDED:
            return rows.exclude(Exists(parts.filter(cohort__isnull=False)))
        return rows.filter(Exists(parts.filter(cohort__slug=value)))

    def by_nationwide(self, rows: QuerySet[Any], name: str, value: bool) -> QuerySet[Any]:
        return rows.filter(is_nationwide=True) if value else rows

    def by_date(self, rows: QuerySet[Any], name: str, value: date) -> QuerySet[Any]:
        """Applied first, for all, in `filter_queryset`."""
        return rows
