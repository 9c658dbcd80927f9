"""Where an organisation is: a town of the gazetteer, with its province and coordinates (S27)."""

import re
from difflib import get_close_matches
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from participants import gazetteer

ADDRESS = re.compile(r"\d|\b(straat|laan|weg|plein|postbus|kade|gracht)\b|\w+(straat|laan)\b", re.I)


def settle(organisation: Any) -> None:
    """Fill in town, province and coordinates of an organisation from what was typed as a town.

    The province only matters where a name occurs twice. Raises ValidationError on `town`, or
    on `province` when that has to be chosen.
    """
    if not organisation.town.strip():
        organisation.town, organisation.latitude, organisation.longitude = "", None, None
        return
    place = place_of(organisation.town, organisation.province)
    organisation.town, organisation.province = place.label, place.province
    organisation.latitude, organisation.longitude = place.latitude, place.longitude


def place_of(town: str, province: str = "") -> gazetteer.Place:
    """The place that is meant. Raises ValidationError that says what to type instead."""
    try:
        return gazetteer.find(town)
    except gazetteer.AmbiguousPlace as found:
        if province in found.provinces:
            return gazetteer.find(found.name, province)
        raise ValidationError({"town": which(found)}) from None
    except gazetteer.UnknownPlace:
        raise ValidationError({"town": unknown(town)}) from None


def which(found: gazetteer.AmbiguousPlace) -> str:
    options = ", ".join(f"{found.name} ({province})" for province in found.provinces)
    return _("There is more than one %(name)s. Type which one: %(options)s.") % {
        "name": found.name,
        "options": options,
    }


def unknown(town: str) -> str:
    """Why this is no town, with what may have been meant."""
    if ADDRESS.search(town):
        return _("Type only the name of the town: no street, number or postcode.")
    near = get_close_matches(town.strip().title(), gazetteer.names(), n=3, cutoff=0.75)
    if near:
        return _("We do not know the town “%(town)s”. Did you mean %(near)s?") % {
            "town": town[:60],
            "near": ", ".join(near),
        }
    return _(
        "We do not know the town “%(town)s”. Check how it is written, or type a larger town nearby."
    ) % {"town": town[:60]}
