"""A GeoPackage: a layer of it, read with the SQLite that comes with Python.

A shape is a header of its own and Well-Known Binary behind it (OGC 12-128r18, clause 2.1.3).
"""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import shapely
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from geodata.errors import DataError

_MAGIC: Final = b"SQLite format 3\x00"
_ENVELOPES: Final = (0, 32, 48, 48, 64)
_SHORTEST: Final = 8
_NO_SYSTEM: Final = (0, -1)


def is_geopackage(head: bytes) -> bool:
    """Whether a file that begins so is an SQLite database, as GeoPackages are."""
    return head.startswith(_MAGIC)


def read_geopackage(
    path: Path, *, layer: str
) -> tuple[Sequence[tuple[Mapping[str, Any], BaseGeometry | None]], str]:
    """Columns and shape of each row of a layer, and the name of its coordinate system.

    Raises:
        DataError: it is no GeoPackage, is broken, or it is not clear which layer is meant.
    """
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as file:
            file.execute("PRAGMA trusted_schema = OFF")
            file.row_factory = sqlite3.Row
            return _layer(path, file, layer)
    except sqlite3.Error:
        raise _wrong(
            path, "it is no GeoPackage, or it is broken", "Save it again, or use GeoJSON."
        ) from None


def _layer(
    path: Path, file: sqlite3.Connection, asked: str
) -> tuple[list[tuple[Mapping[str, Any], BaseGeometry | None]], str]:
    found = {
        row["table_name"]: row
        for row in file.execute("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns")
    }
    named = ", ".join(found) or "none"
    if asked and asked not in found:
        raise _wrong(path, f"it has no layer {asked!r}", f"Its layers are: {named}.")
    if not asked and len(found) != 1:
        raise _wrong(path, f"it has {len(found)} layers", f"Name one with --layer: {named}.")
    one = found[asked or next(iter(found))]
    table, column = one["table_name"], one["column_name"]
    quoted = table.replace('"', '""')
    rows: list[tuple[Mapping[str, Any], BaseGeometry | None]] = []
    for number, row in enumerate(file.execute(f'SELECT * FROM "{quoted}"'), start=1):
        columns = {key: row[key] for key in row.keys() if key != column}  # noqa: SIM118
        rows.append((columns, _shape(path, number, row[column])))
    return rows, _system(file, one["srs_id"])


def _system(file: sqlite3.Connection, srs_id: int) -> str:
    """The name of a coordinate system, or its definition where it has no number."""
    if srs_id in _NO_SYSTEM:
        return ""
    row = file.execute(
        "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys"
        " WHERE srs_id = ?",
        (srs_id,),
    ).fetchone()
    if row is None:
        return f"EPSG:{srs_id}"
    if str(row["organization"]).upper() == "EPSG":
        return f"EPSG:{row['organization_coordsys_id']}"
    return str(row["definition"])


def _shape(path: Path, number: int, blob: Any) -> BaseGeometry | None:
    """The shape in a cell; None where it is empty."""
    if blob is None:
        return None
    try:
        if len(blob) < _SHORTEST or blob[:2] != b"GP":
            raise ValueError("no header")
        flags = blob[3]
        start = _SHORTEST + _ENVELOPES[(flags >> 1) & 0b111]
        shape = shapely.from_wkb(bytes(blob[start:]))
    except (ValueError, IndexError, TypeError, ShapelyError):
        raise _wrong(
            path, "its shape cannot be read", "Mend it, in QGIS for example.", row=number
        ) from None
    return shapely.force_2d(shape)


def _wrong(path: Path, problem: str, remedy: str, *, row: int | None = None) -> DataError:
    return DataError(file=path.name, problem=problem, remedy=remedy, row=row)
