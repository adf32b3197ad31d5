"""GeoJSON (RFC 7946): a feature a province, its row as properties, the facts beside them."""

import json

from dashboard.exports.declaration import Format, Options
from dashboard.exports.facts import facts
from dashboard.exports.outlines import outlines
from dashboard.exports.sheet import Sheet
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


FORMAT = Format(
    title=lambda say: "GeoJSON",
    media_type="application/geo+json",
    extension="geojson",
    order=40,
    by_province=True,
    write=write,
)
