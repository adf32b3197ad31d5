"""GeoJSON (RFC 7946): a feature a province, its row as properties, the facts beside them."""

import json

from dashboard.exports.declaration import Format, Options
from dashboard.exports.facts import facts
from dashboard.exports.outlines import outlines
from dashboard.exports.sheet import Sheet
from dashboard.exports.taken import Taken, UnreadableError, clean_facts, read_json, table
from dashboard.words import Speaker


def write(sheet: Sheet, options: Options, say: Speaker) -> bytes:
    """The whole file, in longitude and latitude (EPSG:4326), the only system GeoJSON knows."""
    names = [column.name for column in sheet.columns]
    document = {
        "type": "FeatureCollection",
        "metadata": dict(facts(sheet, options, say, boundaries=True)),
        "columns": {
            column.name: {"title": column.title, "unit": column.unit, "about": column.about}
            for column in sheet.columns
        },
        "features": [
            {
                "type": "Feature",
                "id": row[0],
                "properties": dict(zip(names, row, strict=True)),
                "geometry": {"type": "MultiPolygon", "coordinates": outlines()[str(row[0])]},
            }
            for row in sheet.rows
        ],
    }
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def read(content: bytes) -> Taken:
    """Properties of the features as rows; outlines are not compared."""
    document = read_json(content)
    features = document.get("features") if isinstance(document, dict) else None
    rows = [
        one["properties"]
        for one in (features if isinstance(features, list) else [])
        if isinstance(one, dict) and isinstance(one.get("properties"), dict)
    ]
    if not rows or len({tuple(row) for row in rows}) != 1:
        raise UnreadableError("The file is damaged: its features are no table.")
    found = table(list(rows[0]), [list(row.values()) for row in rows])
    return Taken(facts=clean_facts(document.get("metadata")), **found)


FORMAT = Format(
    title=lambda say: "GeoJSON",
    media_type="application/geo+json",
    extension="geojson",
    order=40,
    by_province=True,
    write=write,
    read=read,
)
