"""Organisations in and out of the site as a table (CSV) and as places (GeoJSON)."""

import csv
import json
from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch, QuerySet

from participants.belongings import BESIDE, cells_of
from participants.models import Organisation, Participation

# Heading in a file, field of the model. Import and export agree because both read this.
COLUMNS: list[tuple[str, str]] = [
    ("adres", "slug"),
    ("naam", "name"),
    ("soort", "kind"),
    ("plaats", "town"),
    ("provincie", "province"),
    ("regio", "region"),
    ("landelijk", "is_nationwide"),
    ("website", "website"),
    ("contact", "contact_role"),
    ("eigen woorden", "own_words"),
]
HEADINGS = [heading for heading, _ in COLUMNS] + BESIDE
FIELDS = [field for _, field in COLUMNS]
YES, NO = "ja", "nee"
# A cell that starts like this is a formula to a spreadsheet (S27).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
MARK = "'"


def guarded(text: str) -> str:
    """A cell that a spreadsheet reads as text, whatever it starts with."""
    return f"{MARK}{text}" if text.startswith((*FORMULA, MARK)) else text


def unguarded(text: str) -> str:
    """The text of a cell as it was before `guarded`."""
    bare = text[1:]
    return bare if text.startswith(MARK) and bare.startswith((*FORMULA, MARK)) else text


class Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def csv_lines(rows: QuerySet[Any]) -> Iterator[str]:
    """The lines of a CSV file that Dutch spreadsheets open: semicolons, UTF-8 with a mark."""
    writer = csv.writer(Echo(), delimiter=";")
    yield "\ufeff" + writer.writerow(HEADINGS)
    parts = Participation.objects.select_related("cohort", "merged_into")
    rows = rows.select_related(None).prefetch_related(None).only("pk", *FIELDS)
    rows = rows.prefetch_related("other_names", "themes", Prefetch("participations", parts))
    for row in rows.iterator(chunk_size=2000):
        values = [getattr(row, field) for field in FIELDS] + cells_of(row)
        yield writer.writerow([cell(value) for value in values])


def cell(value: Any) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    return guarded(str(value))


def geojson(rows: QuerySet[Any]) -> str:
    """The organisations as GeoJSON (RFC 7946). One without a place has no geometry."""
    features = [feature(row) for row in rows.iterator(chunk_size=2000)]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":"))


def feature(row: Organisation) -> dict[str, Any]:
    place = {"type": "Point", "coordinates": [row.longitude, row.latitude]}
    return {
        "type": "Feature",
        "id": row.slug,
        "geometry": place if row.has_place else None,
        "properties": {
            "naam": row.name,
            "soort": row.kind,
            "plaats": row.town,
            "provincie": row.province,
            "regio": row.region,
            "landelijk": row.is_nationwide,
            "website": row.website,
        },
    }
