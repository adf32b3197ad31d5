"""The map's shapes as typed values: read once, compared with their checksums, then trusted."""

from __future__ import annotations

import functools
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from geodata.errors import DataError
from geodata.own import FOLDER as DATA
from geodata.own import OWN
from geodata.provinces import CODES

FOLDER: Final = DATA / "boundaries"
REMEDY: Final = "Rebuild it with: python -m geodata.boundaries.build"
REMEDY_OWN: Final = "Make the folder again with: python -m dashboard areas make"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceShape:
    """One province in map units. `path` is SVG path data; `bbox` is left, top, right, bottom.

    `adjacent` shares an edge with it. `near` are the countries whose line its outline comes
    within 1.5 km of: what the geometry shows, which is not the list of border provinces.
    """

    code: str
    path: str
    label: Point
    bbox: tuple[float, float, float, float]
    adjacent: tuple[str, ...]
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourShape:
    """A neighbouring country, as far as the map shows it."""

    code: str
    path: str
    label: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class MapShapes:
    """Everything the map draws that never changes. The lake is one SVG path, empty without one."""

    width: int
    height: int
    km_per_unit: float
    provinces: tuple[ProvinceShape, ...]
    neighbours: tuple[NeighbourShape, ...]
    lake: str


@functools.cache
def map_shapes() -> MapShapes:
    """The shapes this program ships, read and checked at the first call."""
    return read_map_shapes(folder=FOLDER)


@functools.cache
def province_outlines() -> dict[str, dict[str, Any]]:
    """The outline of each province as a GeoJSON geometry, longitude and latitude (WGS 84)."""
    map_shapes()
    found = json.loads(_text(folder=FOLDER, name="provinces.geojson"))
    return {one["properties"]["province_code"]: one["geometry"] for one in found["features"]}


def read_map_shapes(*, folder: Path) -> MapShapes:
    """The shapes in a folder; a DataError names the file that is missing, changed or incomplete."""
    expected = json.loads(_text(folder=folder, name="checksums.json"))
    for name in ("provinces.geojson", "map.json"):
        found = hashlib.sha256(_text(folder=folder, name=name).encode()).hexdigest()
        if found != expected.get(name):
            raise _error(name=name, problem="it is not the file that checksums.json describes")
    shapes = _shapes(json.loads(_text(folder=folder, name="map.json")))
    if tuple(province.code for province in shapes.provinces) != CODES:
        raise _error(name="map.json", problem=_NOT_ALL)
    paths = [shape.path for shape in shapes.provinces]
    paths += [] if OWN else [shapes.lake]
    paths += [shape.path for shape in shapes.neighbours]
    if not all(paths):
        raise _error(name="map.json", problem="a shape has nothing to draw")
    return shapes


def _shapes(document: dict[str, Any]) -> MapShapes:
    return MapShapes(
        width=document["width"],
        height=document["height"],
        km_per_unit=document["km_per_unit"],
        provinces=tuple(ProvinceShape(**_frozen(item)) for item in document["provinces"]),
        neighbours=tuple(NeighbourShape(**_frozen(item)) for item in document["neighbours"]),
        lake=document["lake"]["path"],
    )


def _frozen(item: dict[str, Any]) -> dict[str, Any]:
    """The same entry with tuples for lists."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in item.items()}


def _text(*, folder: Path, name: str) -> str:
    try:
        return (folder / name).read_bytes().decode()
    except FileNotFoundError:
        raise _error(name=name, problem="the file is missing") from None


_NOT_ALL: Final = (
    "it does not hold the areas of tables/provinces.csv once each"
    if OWN
    else "it does not hold the provinces 01 to 25 once each"
)


def _error(*, name: str, problem: str) -> DataError:
    if OWN:
        return DataError(file=f"boundaries/{name}", problem=problem, remedy=REMEDY_OWN)
    return DataError(file=f"geodata/boundaries/{name}", problem=problem, remedy=REMEDY)
