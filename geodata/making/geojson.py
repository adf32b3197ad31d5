"""A GeoJSON file: its features, and the coordinate system that older files name."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from geodata.errors import DataError


def read_geojson(
    path: Path,
) -> tuple[Sequence[tuple[Mapping[str, Any], BaseGeometry | None]], str]:
    """Columns and shape of each feature, and the name of the coordinate system, empty for WGS84.

    Raises:
        DataError: the file is no GeoJSON, is cut off, or a shape in it is broken.
    """
    document = _document(path)
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list):
        problem = "it is no GeoJSON of features"
        if isinstance(document, dict) and document.get("type") == "Topology":
            problem = "it is a TopoJSON"
        raise _wrong(path, problem, "Save it as GeoJSON (a FeatureCollection) or GeoPackage.")
    return [_feature(path, i, one) for i, one in enumerate(features, start=1)], _system(document)


def _document(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _wrong(
            path, "it is neither GeoJSON nor GeoPackage", "Give a file of one of these kinds."
        ) from None
    except RecursionError:
        raise _wrong(path, "it is nested too deeply", "Save it as GeoPackage.") from None
    except json.JSONDecodeError as problem:
        cut = problem.pos >= len(problem.doc.rstrip()) - 1
        what = "it ends early" if cut else f"it is no GeoJSON (line {problem.lineno})"
        raise _wrong(path, what, "Copy it again, or save it as GeoPackage.") from None


def _system(document: Any) -> str:
    try:
        return str(document["crs"]["properties"]["name"])
    except (KeyError, TypeError):
        return ""


def _feature(path: Path, number: int, one: Any) -> tuple[Mapping[str, Any], BaseGeometry | None]:
    if not isinstance(one, dict):
        raise _wrong(path, "it is no feature", "Save the file again.", row=number)
    columns, geometry = one.get("properties") or {}, one.get("geometry")
    if geometry is None:
        return columns, None
    try:
        shape = shapely.from_geojson(json.dumps(geometry))
    except ShapelyError:
        raise _wrong(
            path, "its shape cannot be read", "Mend it, in QGIS for example.", row=number
        ) from None
    return columns, shapely.force_2d(shape)


def _wrong(path: Path, problem: str, remedy: str, *, row: int | None = None) -> DataError:
    return DataError(file=path.name, problem=problem, remedy=remedy, row=row)
