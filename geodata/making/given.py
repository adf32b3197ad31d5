"""What a file of boundaries holds: shapes with their columns, in longitude and latitude."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from pyproj.exceptions import CRSError
from shapely.geometry.base import BaseGeometry

from geodata.errors import DataError
from geodata.making.geojson import read_geojson
from geodata.making.geopackage import is_geopackage, read_geopackage

LARGEST_MB: Final = 500
WGS84: Final = "EPSG:4326"
_FURTHEST: Final = (180.0, 85.0)
_AUTHORITY = re.compile(r"(?:urn:ogc:def:crs:|https?://www\.opengis\.net/def/crs/)?(?:OGC)\b.*84")


Features = Sequence[tuple[Mapping[str, Any], BaseGeometry | None]]
"""Columns and a shape of each feature."""


@dataclass(frozen=True, kw_only=True)
class Given:
    """Columns and a shape of each feature, in WGS84; `told`: what had to be done to them."""

    file: str
    rows: Features
    told: tuple[str, ...]


def read_file(path: Path, *, layer: str = "", crs: str = "") -> Given:
    """The features of a GeoJSON file or of a layer of a GeoPackage.

    `crs`: the coordinate system, where the file says none or a wrong one.

    Raises:
        DataError: it is neither, is broken, or its coordinates cannot be placed on the Earth.
    """
    head = _head(path)
    if is_geopackage(head):
        rows, found = read_geopackage(path, layer=layer)
    else:
        rows, found = read_geojson(path)
    if not rows:
        raise DataError(
            file=path.name, problem="it holds no features", remedy="Give a file with areas in it."
        )
    told: tuple[str, ...] = ()
    system = crs or found
    if not _is_wgs84(system):
        rows = _moved(rows, system=system, file=path.name)
        told = (f"Coordinates were moved from {_short(system)} to longitude and latitude.",)
    _check_degrees(rows, file=path.name)
    return Given(file=path.name, rows=rows, told=told)


def _head(path: Path) -> bytes:
    """The first bytes. Raises `DataError` where there is no such file, or it is of another kind."""
    try:
        with path.open("rb") as file:
            head = file.read(64)
        size = path.stat().st_size
    except (OSError, ValueError):
        raise DataError(
            file=path.name, problem="there is no such file", remedy="Check its name and folder."
        ) from None
    kinds = {
        b"PK\x03\x04": ("it is a ZIP archive", "Unpack it, and give the file within."),
        b"\x1f\x8b": ("it is packed with gzip", "Unpack it, and give the file within."),
        b"\x00\x00\x27\x0a": ("it is a shapefile", "Save it as GeoPackage, in QGIS for example."),
    }
    for begin, (problem, remedy) in kinds.items():
        if head.startswith(begin):
            raise DataError(file=path.name, problem=problem, remedy=remedy)
    if size > LARGEST_MB * 1_000_000:
        raise DataError(
            file=path.name,
            problem=f"it has more than {LARGEST_MB} MB",
            remedy="Simplify it first, in QGIS for example.",
        )
    return head


def _is_wgs84(system: str) -> bool:
    return not system or system.upper() in (WGS84, "4326") or bool(_AUTHORITY.match(system))


def _short(system: str) -> str:
    return system if len(system) <= 40 else pyproj.CRS.from_user_input(system).name


def _moved(rows: Features, *, system: str, file: str) -> Features:
    try:
        change = pyproj.Transformer.from_crs(
            pyproj.CRS.from_user_input(system), WGS84, always_xy=True
        )
    except CRSError:
        raise DataError(
            file=file,
            problem=f"its coordinate system {system[:40]!r} is not known",
            remedy="Name it with --crs, such as --crs EPSG:32648, or save the file in WGS84.",
        ) from None

    def move(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(change.transform(points[:, 0], points[:, 1]))

    return [
        (columns, None if shape is None else shapely.transform(shape, move))
        for columns, shape in rows
    ]


def _check_degrees(rows: Features, *, file: str) -> None:
    """Refuse coordinates that are no longitude and latitude."""
    for number, (_, shape) in enumerate(rows, start=1):
        if shape is None or shape.is_empty:
            continue
        points = shapely.get_coordinates(shape)
        if not np.isfinite(points).all() or (np.abs(points) > _FURTHEST).any():
            raise DataError(
                file=file,
                row=number,
                column="geometry",
                problem="its coordinates are no longitude and latitude",
                remedy="Name their system with --crs, such as --crs EPSG:32648.",
            )
