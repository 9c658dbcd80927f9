"""Filters of the list of days; what makes no sense is left out, never an error."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from actiondays.models import ActionDay
from movement.models import Theme
from participants.provinces import PROVINCE_NAMES

WAYS = [("plaats", _("in person")), ("online", _("online"))]
KINDS = {
    "actiedag": "action-day",
    "kampvuurgesprek": "campfire",
    "lab": "lab",
    "landelijk": "national",
}


class DayFilter(django_filters.FilterSet):
    """By theme, province, kind and way of joining, in the words of the address."""

    thema = django_filters.ModelChoiceFilter(
        field_name="themes",
        label=_("Theme"),
        empty_label=_("All themes"),
        to_field_name="slug",
        queryset=lambda request: Theme.objects.visible_to(None),
    )
    provincie = django_filters.ChoiceFilter(
        field_name="province",
        label=_("Province"),
        empty_label=_("All provinces"),
        choices=[(name, name) for name in PROVINCE_NAMES],
    )
    soort = django_filters.ChoiceFilter(
        label=_("Kind"),
        empty_label=_("All kinds"),
        choices=[(word, ActionDay.Kind(kind).label) for word, kind in KINDS.items()],
        method="of_kind",
    )
    wijze = django_filters.ChoiceFilter(
        label=_("How"), empty_label=_("In person or online"), choices=WAYS, method="joined"
    )

    class Meta:
        model = ActionDay
        fields: list[str] = []

    def of_kind(self, days: QuerySet, name: str, value: str) -> QuerySet:
        """Days of the kind with this word."""
        return days.filter(kind=KINDS[value])

    def joined(self, days: QuerySet, name: str, value: str) -> QuerySet:
        """Days that one can come to, or join online."""
        return days.filter(is_online=True) if value == "online" else days.filter(is_in_person=True)

    @property
    def is_used(self) -> bool:
        """Whether a filter is chosen."""
        return bool(self.form.is_bound and any(self.form.cleaned_data.values()))
