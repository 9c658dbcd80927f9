"""The flat drawing of the Netherlands: from a place on earth to a place on paper.

Used for the picture without JavaScript and in print, and by the script that
draws `templates/participants/_netherlands.html` from the base map. Both must
agree, so the projection lives here, once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asinh, atan, degrees, radians, sinh, tan
from typing import NamedTuple

from participants.provinces import PROVINCES

WIDTH = 480
HEIGHT = 560
VIEW_BOX = f"0 0 {WIDTH} {HEIGHT}"

WEST, EAST, NORTH = 3.2, 7.4, 53.62


def _northing(lat: float) -> float:
    """Return the Mercator ordinate of a latitude, in radians."""
    return asinh(tan(radians(lat)))


_SCALE = WIDTH / radians(EAST - WEST)
_TOP = _northing(NORTH)


def project(lat: float, lon: float) -> tuple[float, float]:
    """Return x and y in the view box for a place, in Mercator like the live map."""
    return (
        round(radians(lon - WEST) * _SCALE, 1),
        round((_TOP - _northing(lat)) * _SCALE, 1),
    )


# North, west, south and east of the paper: where the live map lays the drawing.
_SOUTH = degrees(atan(sinh(_TOP - HEIGHT / _SCALE)))
CORNERS = f"{NORTH} {WEST} {_SOUTH:.6f} {EAST}"


@dataclass(frozen=True)
class Pin:
    """One town on the drawing, with what is needed to draw its ring and its name."""

    town: str
    count: int
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str
    address: str = ""

    @property
    def label(self) -> str:
        """The name without a province behind it; the drawing shows where it is."""
        return _short(self.town)

    @property
    def count_y(self) -> float:
        """The base line of the number in the ring."""
        return round(self.y + 5, 1)

    @property
    def radius(self) -> int:
        """A lone organisation gets a small ring, several a ring that holds their number."""
        return _radius(self.count)


# Half the height of a line of 15 px, and the average width of a letter in it.
_LINE, _LETTER = 9.0, 8.2

Box = tuple[float, float, float, float]


def lay_pins(towns: Iterable[tuple[str, int, float, float]]) -> list[Pin]:
    """Place a pin and its name for each (town, count, lat, lon), north to south.

    A name stands right of its ring, else left, below or above it: wherever it
    meets no other ring, no other name and not the edge. Where it fits nowhere it
    stays on the right; the names are in the list too.
    """
    spots = sorted(
        ((town, count, *project(lat, lon)) for town, count, lat, lon in towns),
        key=lambda spot: (spot[3], spot[2]),
    )
    taken = [_ring(count, x, y) for _, count, x, y in spots]
    pins = []
    for town, count, x, y in spots:
        options = list(_label_options(town, count, x, y))
        anchor, label_x, label_y, box = next(
            (option for option in options if _is_free(option[3], taken, _ring(count, x, y))),
            options[0],
        )
        taken.append(box)
        pins.append(Pin(town, count, x, y, label_x, label_y, anchor))
    return pins


def _radius(count: int) -> int:
    return 8 if count == 1 else 13 if count < 100 else 19


def _short(town: str) -> str:
    return town.partition(" (")[0]


def _ring(count: int, x: float, y: float) -> Box:
    radius = _radius(count) + 2
    return x - radius, y - radius, x + radius, y + radius


def _label_options(
    town: str, count: int, x: float, y: float
) -> Iterable[tuple[str, float, float, Box]]:
    """Yield anchor, x, y of the base line and box, the best place first."""
    width, gap = len(_short(town)) * _LETTER, _radius(count) + 5
    for anchor, label_x, middle, left in (
        ("start", x + gap, y, x + gap),
        ("end", x - gap, y, x - gap - width),
        ("middle", x, y + gap + 5, x - width / 2),
        ("middle", x, y - gap - 6, x - width / 2),
    ):
        box = (left, middle - _LINE, left + width, middle + _LINE)
        yield anchor, round(label_x, 1), round(middle + 5, 1), box


def _is_free(box: Box, taken: list[Box], own: Box | None = None) -> bool:
    left, top, right, bottom = box
    if left < 2 or top < 2 or right > WIDTH - 2 or bottom > HEIGHT - 2:
        return False
    return not any(
        other != own
        and left < other[2]
        and other[0] < right
        and top < other[3]
        and other[1] < bottom
        for other in taken
    )


class Name(NamedTuple):
    """A province's name on the drawing, by the middle of its base line."""

    text: str
    x: float
    y: float


def lay_names(pins: Iterable[Pin]) -> list[Name]:
    """Return the names of the provinces that meet no pin and no name of a town."""
    taken = []
    for pin in pins:
        width = len(pin.label) * _LETTER
        left = pin.label_x - {"start": 0.0, "middle": width / 2, "end": width}[pin.anchor]
        taken += [
            _ring(pin.count, pin.x, pin.y),
            (left, pin.label_y - 14, left + width, pin.label_y + 4),
        ]
    names = []
    for province in PROVINCES:
        x, y = project(province.latitude, province.longitude)
        half = len(province.name) * _LETTER / 2
        if _is_free((x - half, y - 12, x + half, y + 4), taken):
            names.append(Name(province.name, x, y))
    return names
