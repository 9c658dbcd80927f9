"""Build the sprite of icons: `static/icons.svg`, a small choice from Lucide (ISC).

Run by hand to add an icon. Outside the repository:

    npm install lucide-static
    python -m config.build.icons --lucide …/node_modules/lucide-static

In a template, with the address of the sprite from `asset` or `static`:
`<svg class="icon" aria-hidden="true"><use href="…/icons.svg#search"/></svg>`.
The strokes take the colour of the text.
"""

import argparse
import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

ICONS = [
    "calendar",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "map-pin",
    "menu",
    "printer",
    "search",
    "triangle-alert",
    "volume-2",
    "x",
]


def main() -> None:
    """Write one symbol per icon, and the licence beside it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lucide", type=Path, required=True)
    folder = parser.parse_args().lucide
    version = json.loads((folder / "package.json").read_text())["version"]
    symbols = [symbol(name, (folder / f"icons/{name}.svg").read_text()) for name in ICONS]
    sprite = "\n".join(
        [
            '<svg xmlns="http://www.w3.org/2000/svg">',
            f"<!-- Lucide {version}, ISC licence: see icons-LICENSE.txt -->",
            *symbols,
            "</svg>\n",
        ]
    )
    (ROOT / "static/icons.svg").write_text(sprite, encoding="utf-8")
    (ROOT / "static/icons-LICENSE.txt").write_text(
        (folder / "LICENSE").read_text(), encoding="utf-8"
    )
    print(f"static/icons.svg: {len(symbols)} icons, {len(sprite) / 1000:.1f} kB")


def symbol(name: str, drawing: str) -> str:
    """Return the drawing of one icon as a symbol to use."""
    shapes = re.findall(r"<(?!svg|/svg|!--)[^>]+/>", drawing)
    plain = " ".join(re.sub(r"\s+/>", "/>", re.sub(r"\s+", " ", shape)) for shape in shapes)
    return (
        f'<symbol id="{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
        f'stroke-width="2" stroke-linecap="round" stroke-linejoin="round">{plain}</symbol>'
    )


if __name__ == "__main__":
    main()
