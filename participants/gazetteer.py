"""The places of the Netherlands an organisation can be in: a town, never an address.

From GeoNames (CC BY 4.0), committed by `config/build/gazetteer.py`.
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from movement.folding import fold

HERE = Path(__file__).resolve().parent

# Names people write that GeoNames does not use.
OTHER_NAMES = {
    "Den Bosch": "'s-Hertogenbosch",
    "'s-Gravenhage": "Den Haag",
    "Almere Stad": "Almere",
}


@dataclass(frozen=True)
class Place:
    """A town with its province and the middle of it on the map."""

    name: str
    province: str
    latitude: float
    longitude: float

    @property
    def label(self) -> str:
        """The name, with the province where the name alone could be another place."""
        return (
            f"{self.name} ({self.province})" if len(_index()[_fold(self.name)]) > 1 else self.name
        )


class UnknownPlace(LookupError):
    """No place has this name, or none in that province."""


class AmbiguousPlace(LookupError):
    """Several provinces have a place of this name; `provinces` says which."""

    def __init__(self, name: str, provinces: list[str]) -> None:
        super().__init__(f"{name}: {', '.join(provinces)}")
        self.name = name
        self.provinces = provinces


def find(name: str, province: str | None = None) -> Place:
    """Return the one place called `name`, in `province` when given.

    Capitals, accents, hyphens and spaces make no difference, and the province may
    stand behind the name: "Hengelo (Overijssel)". Raises UnknownPlace, or
    AmbiguousPlace when the name needs a province to be one place.
    """
    bare, _, behind = name.partition("(")
    wanted = _fold(province or behind)
    candidates = [
        place
        for place in _index().get(_fold(bare), [])
        if not wanted or _fold(place.province) == wanted
    ]
    if not candidates:
        raise UnknownPlace(name)
    if len(candidates) > 1:
        raise AmbiguousPlace(candidates[0].name, [place.province for place in candidates])
    return candidates[0]


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """Return every name that `find` accepts as one place, by alphabet, for suggestions."""
    return tuple(sorted((place.label for place in _places()), key=_fold))


def is_in_netherlands(lat: float, lon: float) -> bool:
    """Say whether a point lies in the Netherlands, its waters or some three kilometres around."""
    return any(_is_inside(lat, lon, ring) for ring in _outline())


def _fold(text: str) -> str:
    """Return a name without case, accents and signs: ’s-Hertogenbosch is s hertogenbosch."""
    return " ".join(re.findall(r"\w+", re.sub("['’]", "", fold(text))))


@lru_cache(maxsize=1)
def _places() -> tuple[Place, ...]:
    rows = json.loads((HERE / "gazetteer.json").read_text(encoding="utf-8"))
    return tuple(Place(row["name"], row["province"], row["lat"], row["lon"]) for row in rows)


@lru_cache(maxsize=1)
def _index() -> dict[str, list[Place]]:
    index: dict[str, list[Place]] = {}
    for place in _places():
        index.setdefault(_fold(place.name), []).append(place)
    for other, name in OTHER_NAMES.items():
        index.setdefault(_fold(other), index[_fold(name)])
    return index


@lru_cache(maxsize=1)
def _outline() -> list[list[list[float]]]:
    rings: list[list[list[float]]] = json.loads((HERE / "outline.json").read_text(encoding="utf-8"))
    return rings


def _is_inside(lat: float, lon: float, ring: list[list[float]]) -> bool:
    """Count how often a line to the east crosses the ring: odd is inside."""
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:], strict=False):
        if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside
