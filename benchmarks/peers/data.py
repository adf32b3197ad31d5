"""What every peer shows, as files: the shapes of the atlas and the values of two of its layers."""

import csv
import io
import json
from pathlib import Path
from typing import Any

from dashboard.exports.asked import made, wanted
from geodata.boundaries.shapes import FOLDER as SHAPES

LAYERS = ("returnees", "vacancies")
_WORLD = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")


def write(folder: Path) -> None:
    """Write `values.csv`, `provinces.geojson` and an empty map of the world into a folder."""
    columns = {layer: _values(layer) for layer in LAYERS}
    with (folder / "values.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["province_code", "name", *LAYERS])
        for code, (name, _) in columns[LAYERS[0]].items():
            rows.writerow([code, name, *(columns[layer][code][1] for layer in LAYERS)])
    shapes = json.loads((SHAPES / "provinces.geojson").read_text(encoding="utf-8"))
    for feature in shapes["features"]:
        _turn(feature["geometry"])
    _put(folder / "provinces.geojson", shapes)
    nothing: dict[str, Any] = {"type": "GeometryCollection", "geometries": []}
    _put(
        folder / "world_110m.json",
        {"type": "Topology", "arcs": [], "objects": dict.fromkeys(_WORLD, nothing)},
    )


def _values(layer: str) -> dict[str, tuple[str, str]]:
    """Name and value of each province, by its code, as the map page's table has them."""
    table = made(wanted("map", "csv", f"layer={layer}")).content.decode("utf-8-sig")
    return {
        row["province_code"]: (row["province_en"], row["rounded"])
        for row in csv.DictReader(io.StringIO(table))
    }


def _turn(geometry: dict[str, Any]) -> None:
    """Turn every ring around: plotly takes the other side of a ring for its inside."""
    several = geometry["type"] == "MultiPolygon"
    for polygon in geometry["coordinates"] if several else [geometry["coordinates"]]:
        for ring in polygon:
            ring.reverse()


def _put(file: Path, what: object) -> None:
    file.write_text(json.dumps(what, separators=(",", ":")), encoding="utf-8")
