"""Copy what we serve from others: `static/vendor/` and `tests/vendor/`, with a manifest.

Run by hand when a version changes. Outside the repository:

    npm install leaflet@1.9.4 axe-core@4
    python -m config.build.vendor --modules …/node_modules

Scripts are copied as they are, but for the line that names a source map we do not
serve. Of Leaflet's style sheet the rules with pictures go (our markers are drawn),
and the rest is put in the layer `components.vendor`, so that our own components win
from it without force.
"""

import argparse
import hashlib
import json
import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Copy(NamedTuple):
    """One file: where it comes from and where it goes."""

    package: str
    source: str
    target: str


COPIES = [
    Copy("leaflet", "dist/leaflet.js", "static/vendor/leaflet/leaflet.js"),
    Copy("leaflet", "dist/leaflet.css", "static/vendor/leaflet/leaflet.css"),
    Copy("leaflet", "LICENSE", "static/vendor/leaflet/LICENSE.txt"),
    Copy("axe-core", "axe.min.js", "tests/vendor/axe.min.js"),
    Copy("axe-core", "LICENSE", "tests/vendor/axe-LICENSE.txt"),
]


def main() -> None:
    """Copy each file and write down version, licence and checksum."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--modules", type=Path, required=True)
    modules = parser.parse_args().modules
    rows = [copy(modules, each) for each in COPIES]
    target = ROOT / "static/vendor/manifest.json"
    target.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {len(rows)} files")


def copy(modules: Path, each: Copy) -> dict[str, str]:
    """Copy one file and return its row of the manifest."""
    package = json.loads((modules / each.package / "package.json").read_text(encoding="utf-8"))
    text = (modules / each.package / each.source).read_text(encoding="utf-8")
    if each.target.endswith(".css"):
        text = in_layer(text)
    text = re.sub(r"\n//# sourceMappingURL=.*\n?", "\n", text)
    target = ROOT / each.target
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return {
        "name": each.package,
        "version": package["version"],
        "licence": package["license"],
        "file": each.target,
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
    }


def in_layer(css: str) -> str:
    """Return a style sheet in our layer, without rules that load pictures or old filters."""
    plain = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    plain = re.sub(r"[^{}]*\{[^{}]*(?:url\(|progid:)[^{}]*\}", "", plain)
    return (
        "@layer components.vendor {\n" + "\n".join(filter(str.strip, plain.splitlines())) + "\n}\n"
    )


if __name__ == "__main__":
    main()
