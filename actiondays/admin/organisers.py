"""Who organises a day: colleagues to tick, shown so that one knows who is who."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy

from participants.models import Person

ROLE_NAMES = {
    "beheerder": gettext_lazy("administrator"),
    "editor": gettext_lazy("editor"),
    "moderator": gettext_lazy("moderator"),
    "organiser": gettext_lazy("organiser"),
}


class OrganisersField(forms.ModelMultipleChoiceField):
    """Organisers are staff. Each with the roles; the address only for who may look up people.

    Only in the admin: what readers see of a day names nobody.
    """

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, reader: Any, **more: Any) -> None:
        staff = Person.objects.active().filter(is_staff=True).prefetch_related("groups")
        more["queryset"] = staff.order_by("pseudonym")
        super().__init__(**more)
        self.shows_address = reader.has_perm("participants.view_person")

    def label_from_instance(self, obj: Any) -> str:
        """“Kampvuur, organisator”, and for the beheerder the address as well."""
        roles = [role_of(group) for group in obj.groups.all()]
        if obj.is_superuser and not roles:
            roles = [str(ROLE_NAMES["beheerder"])]
        named = f"{obj.pseudonym} – {', '.join(roles)}" if roles else obj.pseudonym
        return f"{named} ({obj.email})" if self.shows_address else named


def role_of(group: Group) -> str:
    """The name of a role as people say it."""
    return str(ROLE_NAMES.get(group.name, group.name))
