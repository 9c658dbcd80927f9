"""The committed base map: what is land, what is water, and that it is all there."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings

from participants.gazetteer import find
from participants.provinces import PROVINCE_NAMES

BASE = json.loads((Path(settings.BASE_DIR) / "static/map/netherlands.json").read_text())


def ring(steps):
    found, x, y = [], 0, 0
    for step_x, step_y in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + step_x, y + step_y
        found.append((x / BASE["scale"], y / BASE["scale"]))
    return found


def is_inside(lat, lon, shape):
    crossings = sum(
        (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1)
        for steps in shape
        for (x1, y1), (x2, y2) in pairwise(ring(steps))
    )
    return crossings % 2 == 1


def is_land(lat, lon):
    return any(is_inside(lat, lon, shape) for shape in BASE["land"])


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(52.80, 5.40), (52.60, 5.25), (53.20, 5.20), (52.50, 4.00), (51.62, 3.95), (51.40, 3.75)],
    ids=["IJsselmeer", "Markermeer", "Waddenzee", "Noordzee", "Oosterschelde", "Westerschelde"],
)
def test_water_is_water(lat, lon):
    assert not is_land(lat, lon)


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(53.08, 4.80), (53.26, 4.95), (53.40, 5.33), (53.45, 5.75), (53.49, 6.20)],
    ids=["Texel", "Vlieland", "Terschelling", "Ameland", "Schiermonnikoog"],
)
def test_each_wadden_island_is_land(lat, lon):
    assert is_land(lat, lon)


@pytest.mark.parametrize(
    "town",
    [
        "Lelystad",
        "Emmeloord",
        "Den Haag",
        "Middelburg",
        "Goes",
        "Zierikzee",
        "Terneuzen",
        "Tholen",
        "Leeuwarden",
        "Delfzijl",
        "Enschede",
        "Maastricht",
        "Roermond",
    ],
)
def test_a_town_lies_on_land(town):
    place = find(town)
    assert is_land(place.latitude, place.longitude)


@pytest.mark.parametrize(
    ("lat", "lon"), [(51.22, 4.40), (51.43, 6.76)], ids=["Antwerp", "Duisburg"]
)
def test_a_neighbour_is_drawn_apart(lat, lon):
    assert not is_land(lat, lon)
    assert any(is_inside(lat, lon, shape) for shape in BASE["abroad"])


def test_the_provinces_have_their_names():
    names = json.loads((Path(settings.BASE_DIR) / "static/map/names.json").read_text())
    assert [row[0] for row in names["province_names"]] == list(PROVINCE_NAMES)


def test_the_base_map_stays_small():
    path = Path(settings.BASE_DIR) / "static/map/netherlands.json"
    assert path.stat().st_size <= 130_000
