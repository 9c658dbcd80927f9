"""Draw the static picture: `templates/participants/_netherlands.html`, from the base map.

Run by hand after `config.build.base_map`, with shapely installed:

    python -m config.build.drawing

Shapes carry classes only; css/components/map.css gives them colour. The outline of
the land is written once and used again, wider, for the lines along the coast.
"""

import json
from pathlib import Path
from typing import Any

from shapely import Polygon, box  # type: ignore[import-not-found,unused-ignore]
from shapely.geometry import LineString  # type: ignore[import-not-found,unused-ignore]
from shapely.geometry.base import BaseGeometry  # type: ignore[import-not-found,unused-ignore]

from participants.drawing import HEIGHT, WIDTH, project

ROOT = Path(__file__).resolve().parents[2]
# The live map borrows the ground: a wide window and a hand that pulls show what lies around it.
PAPER = box(-330, -170, WIDTH + 330, HEIGHT + 170)

FRAME = """{{# The Netherlands as SVG shapes, drawn by config/build/drawing.py. No input. #}}
<defs><path id="map-land" d="{land}"/></defs>
<g id="map-ground">
<use class="map__shore map__shore--outer" href="#map-land"/>
<use class="map__shore map__shore--gap" href="#map-land"/>
<use class="map__shore map__shore--inner" href="#map-land"/>
<use class="map__shore map__shore--edge" href="#map-land"/>
<path class="map__abroad" d="{abroad}"/>
<use class="map__land" href="#map-land"/>
<path class="map__water" d="{lakes}"/>
<path class="map__river" d="{rivers}"/>
<path class="map__province" d="{provinces}"/>
<path class="map__dike" d="{dikes}"/>
</g>
{seas}
"""


def main() -> None:
    """Write the partial and say how large it is."""
    base: dict[str, Any] = {}
    for name in ("netherlands", "names"):
        base |= json.loads((ROOT / f"static/map/{name}.json").read_text(encoding="utf-8"))
    target = ROOT / "templates/participants/_netherlands.html"
    target.parent.mkdir(exist_ok=True)
    target.write_text(draw(base), encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size / 1000:.0f} kB")


def draw(base: dict[str, Any]) -> str:
    """Return the shapes of the base map on paper."""
    scale = base["scale"]
    return FRAME.format(
        land=areas(base["land"], scale),
        abroad=areas(base["abroad"], scale),
        lakes=areas(base["lakes"], scale, least=4),
        rivers=lines(base["rivers"], scale),
        provinces=lines(base["provinces"], scale),
        dikes=lines(base["dikes"], scale),
        seas="\n".join(sea(*row[:3]) for row in base["water_names"] if not row[3]),
    )


def sea(name: str, lat: float, lon: float) -> str:
    """Return the name of a water, centred on its place."""
    x, y = project(lat, lon)
    return f'<text class="map__sea" x="{x:g}" y="{y:g}" aria-hidden="true">{name}</text>'


def points(steps: list[int], scale: int) -> list[tuple[float, float]]:
    """Return a row of the base map as points on paper."""
    found, x, y = [], 0, 0
    for step_x, step_y in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + step_x, y + step_y
        found.append(project(y / scale, x / scale))
    return found


def areas(rows: list[list[list[int]]], scale: int, least: float = 1.5) -> str:
    """Return the path of polygons, cut at the edge of the paper, without specks."""
    path = []
    for outside, *holes in rows:
        whole = Polygon(points(outside, scale), [points(hole, scale) for hole in holes]).buffer(0)
        for part in pieces(whole.intersection(PAPER).simplify(0.35)):
            if part.geom_type == "Polygon" and part.area > least:
                path += [
                    stroke(ring.coords[:-1]) + "z" for ring in (part.exterior, *part.interiors)
                ]
    return "".join(path)


def lines(rows: list[list[int]], scale: int) -> str:
    """Return the path of lines, cut at the edge of the paper."""
    whole = [LineString(points(row, scale)).intersection(PAPER).simplify(0.3) for row in rows]
    return "".join(stroke(part.coords) for line in whole for part in pieces(line))


def pieces(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the parts of a geometry."""
    parts = list(getattr(geometry, "geoms", [geometry]))
    return [part for part in parts if not part.is_empty]


def stroke(coords: Any) -> str:
    """Return points as relative steps in tenths, the shortest way SVG can say it."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in coords]
    (x, y), path = tenths[0], f"M{number(tenths[0][0])} {number(tenths[0][1])}l"
    for next_x, next_y in tenths[1:]:
        path += pair(next_x - x, next_y - y, first=path.endswith("l"))
        x, y = next_x, next_y
    return path


def pair(x: int, y: int, *, first: bool) -> str:
    """Return one step; a minus sign parts two numbers as well as a space does."""
    left, right = number(x), number(y)
    start = "" if first or left.startswith("-") else " "
    return start + left + ("" if right.startswith("-") else " ") + right


def number(tenths: int) -> str:
    """Return tenths as a decimal number without zeros that say nothing."""
    text = f"{tenths / 10:g}"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


if __name__ == "__main__":
    main()
