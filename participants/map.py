"""The map of who takes part: the same organisations as the list, by town."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from participants.drawing import VIEW_BOX, Name, Pin, lay_names, lay_pins
from participants.models import Organisation


@dataclass(frozen=True)
class Drawing:
    """What the static map needs: a pin for each town, and the names that leave them free."""

    pins: list[Pin]
    names: list[Name]
    unplaced: list[Organisation]
    nationwide: list[Organisation]
    view_box: str = VIEW_BOX


def draw(organisations: Iterable[Organisation]) -> Drawing:
    """Lay the organisations on the drawing, one pin for each town."""
    listed = list(organisations)
    towns = Counter((row.town, row.latitude, row.longitude) for row in listed if row.has_place)
    pins = lay_pins((town, count, lat, lon) for (town, lat, lon), count in towns.items())
    return Drawing(
        pins=pins,
        names=lay_names(pins),
        unplaced=[row for row in listed if not row.has_place],
        nationwide=[row for row in listed if row.is_nationwide],
    )


def map_payload(organisations: Iterable[Organisation]) -> dict[str, list[Any]]:
    """What the live map reads: compact rows, coordinates to four decimals (11 metres)."""
    payload: dict[str, list[Any]] = {"items": [], "unplaced": [], "nationwide": []}
    for row in organisations:
        path = row.get_absolute_url()
        if row.has_place:
            payload["items"].append(
                [
                    row.name,
                    path,
                    round(row.latitude, 4),
                    round(row.longitude, 4),
                    row.town,
                    row.get_kind_display(),
                ]
            )
        else:
            payload["unplaced"].append([row.name, path])
        if row.is_nationwide:
            payload["nationwide"].append([row.name, path])
    return payload
