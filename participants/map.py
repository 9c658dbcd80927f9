"""The map of who takes part: the same organisations as the list, by town."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.text import capfirst

from participants.drawing import CORNERS, VIEW_BOX, Name, Pin, lay_names, lay_pins
from participants.models import Organisation

DRAWN_AT_MOST = 60
NAMED_AT_MOST = 6
NOT_PLACED = Q(latitude__isnull=True)


@dataclass(frozen=True)
class Beside:
    """Organisations that no pin shows: how many there are, and the first of them."""

    count: int
    rows: list[Organisation]

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


@dataclass(frozen=True)
class Drawing:
    """What the static map needs: a pin for each town, and the names that leave them free."""

    pins: list[Pin]
    names: list[Name]
    unplaced: Beside
    nationwide: Beside
    has_more_towns: bool = False
    view_box: str = VIEW_BOX
    corners: str = CORNERS


def draw(rows: QuerySet[Any], parameters: QueryDict) -> Drawing:
    """Lay organisations on the drawing, one pin for each town. Four queries, however many.

    A pin leads to the list with the choices of `parameters` and its own town.
    """
    counts = rows.order_by().aggregate(
        unplaced=Count("pk", filter=NOT_PLACED),
        nationwide=Count("pk", filter=Q(is_nationwide=True)),
    )
    placed = rows.exclude(NOT_PLACED).order_by()
    towns = list(
        placed.values_list("town", "latitude", "longitude")
        .annotate(count=Count("pk"))
        .order_by("-count", "town")[: DRAWN_AT_MOST + 1]
    )
    spots = [(town, count, lat, lon) for town, lat, lon, count in towns[:DRAWN_AT_MOST]]
    pins = [replace(pin, address=list_of(pin.town, parameters)) for pin in lay_pins(spots)]
    unplaced = list(rows.filter(NOT_PLACED)[:NAMED_AT_MOST]) if counts["unplaced"] else []
    everywhere = rows.filter(is_nationwide=True)
    nationwide = list(everywhere[:NAMED_AT_MOST]) if counts["nationwide"] else []
    return Drawing(
        pins=pins,
        names=lay_names(pins),
        unplaced=Beside(counts["unplaced"], unplaced),
        nationwide=Beside(counts["nationwide"], nationwide),
        has_more_towns=len(towns) > DRAWN_AT_MOST,
    )


def list_of(town: str, parameters: QueryDict) -> str:
    """The address of the list of one town, with what else was chosen."""
    kept = parameters.copy()
    kept.pop("page", None)
    asked = kept.get("q", "").split()
    kept["q"] = " ".join(dict.fromkeys([*asked, *town.split()]))
    return f"?{kept.urlencode()}#lijst"


def map_payload(rows: QuerySet[Any]) -> dict[str, list[Any]]:
    """What the live map reads: compact rows, coordinates to four decimals (11 metres)."""
    kinds = {value: capfirst(str(label)) for value, label in Organisation.Kind.choices}
    payload: dict[str, list[Any]] = {"items": [], "unplaced": [], "nationwide": []}
    for name, path, lat, lon, town, kind, is_nationwide in facts(rows):
        if lat is None:
            payload["unplaced"].append([name, path])
        else:
            payload["items"].append([name, path, round(lat, 4), round(lon, 4), town, kinds[kind]])
        if is_nationwide:
            payload["nationwide"].append([name, path])
    return payload


def town_payload(rows: QuerySet[Any]) -> dict[str, list[Any]]:
    """What the live map reads first of many: each town with how many there are."""
    placed = rows.exclude(NOT_PLACED).order_by()
    towns = placed.values_list("town", "latitude", "longitude").annotate(count=Count("pk"))
    ordered = towns.order_by("town", "latitude")
    return {"towns": [[town, round(lat, 4), round(lon, 4), n] for town, lat, lon, n in ordered]}


def facts(rows: QuerySet[Any]) -> Iterable[tuple[Any, ...]]:
    """Name, path, place and kind of each organisation, without making objects of them."""
    start, _, end = reverse("organisation", args=["slug"]).partition("slug")
    columns = rows.values_list(
        "name", "slug", "latitude", "longitude", "town", "kind", "is_nationwide"
    )
    for name, slug, *more in columns.iterator(chunk_size=2000):
        yield name, f"{start}{slug}{end}", *more
