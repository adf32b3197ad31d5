"""Files of areas as people have them: provinces cut into districts, a country cut into a grid."""

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.__main__ import main
from geodata.own import SHIPPED

Row = tuple[Mapping[str, Any], BaseGeometry]


def shapes(name: str, key: str) -> dict[str, BaseGeometry]:
    """The shapes of a file that ships, by code."""
    text = (SHIPPED / "boundaries" / name).read_text(encoding="utf-8")
    return {
        one["properties"][key]: shapely.from_geojson(json.dumps(one["geometry"]))
        for one in json.loads(text)["features"]
    }


def districts(*, each: int = 8, provinces: Sequence[str] | None = None) -> list[Row]:
    """Provinces cut into about `each` parts by straight lines; codes 0101, 0102, ..."""
    rows: list[Row] = []
    for province, shape in shapes("provinces.geojson", "province_code").items():
        if provinces is not None and province not in provinces:
            continue
        columns = max(1, round(each**0.5))
        pieces = cut(shape, columns=columns, lines=max(1, round(each / columns)))
        for number, piece in enumerate(pieces, start=1):
            code = f"{province}{number:02d}"
            rows.append(({"DIS_CODE": code, "DIS_NAME": f"District {code}"}, piece))
    return rows


def laos(*, columns: int = 4, lines: int = 5) -> list[Row]:
    """What ships of Laos, cut into a grid; codes LA-01, LA-02, ..."""
    shape = shapes("neighbours.geojson", "country_code")["LA"]
    return [
        ({"pcode": f"LA-{number:02d}", "label": f"Khoueng {number}"}, piece)
        for number, piece in enumerate(cut(shape, columns=columns, lines=lines), start=1)
    ]


def cut(shape: BaseGeometry, *, columns: int, lines: int) -> list[BaseGeometry]:
    """A shape cut by a grid over its extent; crumbs go to the cell beside them."""
    west, south, east, north = shape.bounds
    xs, ys = np.linspace(west, east, columns + 1), np.linspace(south, north, lines + 1)
    cells = [
        shapely.intersection(shape, shapely.box(xs[i], ys[j], xs[i + 1], ys[j + 1]))
        for j in range(lines)
        for i in range(columns)
    ]
    return [solid(cell) for cell in cells if cell.area > shape.area / (20 * columns * lines)]


def solid(shape: BaseGeometry) -> BaseGeometry:
    """The polygons of a shape."""
    parts = [one for one in shapely.get_parts(shape) if isinstance(one, shapely.Polygon)]
    return shapely.MultiPolygon(parts) if len(parts) > 1 else parts[0]


def as_geojson(path: Path, rows: Sequence[Row]) -> Path:
    """Write the rows as GeoJSON."""
    features = [
        {
            "type": "Feature",
            "properties": dict(columns),
            "geometry": json.loads(shapely.to_geojson(shape)),
        }
        for columns, shape in rows
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


def as_geopackage(path: Path, rows: Sequence[Row], *, epsg: int = 4326) -> Path:
    """Write the rows as one layer of a GeoPackage, with GDAL."""
    import geopandas

    frame = geopandas.GeoDataFrame(
        [dict(columns) for columns, _ in rows],
        geometry=[shape for _, shape in rows],
        crs="EPSG:4326",
    )
    frame.to_crs(epsg).to_file(path, layer="areas", driver="GPKG")
    return path


def fill(folder: Path, table: str, value: Callable[[str], float]) -> None:
    """Write a value for each area into a table that waits for them."""
    path = folder / "tables" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row |= {"value": f"{value(row['province_code']):.0f}", "as_of": "2026-03"}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def made(file: Path, out: Path, *, code: str = "DIS_CODE", name: str = "DIS_NAME") -> Path:
    """The folder that the command makes of a file; districts are called so."""
    command = ["areas", "make", str(file), str(out), "--code", code, "--name", name]
    assert main([*command, "--area", "district", "--area-km", "ស្រុក"]) == 0
    return out


def sizes(code: str) -> float:
    """Residents of an area, made up: between 20,000 and 120,000, the same each time."""
    return 20_000 + sum(map(ord, code)) * 7_919 % 100_000
