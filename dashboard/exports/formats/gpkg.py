"""GeoPackage: the provinces with their rows, in the colours of the map when QGIS opens it."""

import json
import sqlite3
from collections.abc import Iterable

from dashboard.exports.declaration import Format, Options
from dashboard.exports.facts import facts
from dashboard.exports.geopackage import (
    APPLICATION_ID,
    CORE,
    DEGREES,
    EXTENSIONS,
    SYSTEMS,
    VERSION,
    bounds,
    geometry,
    together,
)
from dashboard.exports.outlines import outlines
from dashboard.exports.qgis_style import qml
from dashboard.exports.sheet import NUMBERS, Sheet, whole
from dashboard.exports.taken import Taken, UnreadableError, read_facts, table
from dashboard.words import Speaker

_GEOMETRY = "geom"
_JSON = "https://www.rfc-editor.org/rfc/rfc8259"
_MIDNIGHT = "T00:00:00.000Z"
_OWN = ("fid", _GEOMETRY)
_DAMAGED = "The file is damaged: it is no GeoPackage."
_SQLITE = b"SQLite format 3\0"
_MOST_ROWS = 100_000
_STEPS = 5_000
"""After so many pauses of SQLite, far more than a file of ours needs, reading is given up."""

_BETWEEN = 10_000
"""Instructions of SQLite between two pauses."""


def write(sheet: Sheet, options: Options, say: Speaker) -> bytes:
    """The whole file, made in memory; it is dated by its data, so that the same is the same."""
    known = facts(sheet, options, say, boundaries=True)
    when = f"{sheet.as_of}-01-01"[:10] + _MIDNIGHT
    file = sqlite3.connect(":memory:")
    try:
        file.executescript(
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};{CORE}"
        )
        _put(file, "gpkg_spatial_ref_sys", SYSTEMS)
        _features(file, sheet)
        around = together([bounds(outlines()[str(row[0])]) for row in sheet.rows])
        about = f"{sheet.about} {known['boundaries']}"
        _put(
            file,
            "gpkg_contents",
            [
                (sheet.key, "features", sheet.title, about, when, *around, DEGREES),
                ("layer_styles", "attributes", "layer_styles", "", when, *[None] * 5),
            ],
        )
        _put(
            file,
            "gpkg_geometry_columns",
            [(sheet.key, _GEOMETRY, "MULTIPOLYGON", DEGREES, 0, 0)],
        )
        _put(file, "gpkg_extensions", [(*one, "read-write") for one in EXTENSIONS])
        _put(
            file,
            "gpkg_data_columns",
            [
                (sheet.key, one.name, one.name, one.title, one.about, None, None)
                for one in sheet.columns
            ],
        )
        told = json.dumps(dict(known), ensure_ascii=False)
        _put(file, "gpkg_metadata", [(1, "dataset", _JSON, "application/json", told)])
        _put(
            file,
            "gpkg_metadata_reference",
            [("geopackage", None, None, None, when, 1, None)],
        )
        _style(file, sheet, when)
        file.commit()
        return file.serialize()
    finally:
        file.close()


def _features(file: sqlite3.Connection, sheet: Sheet) -> None:
    kinds = []
    for at, column in enumerate(sheet.columns):
        number = "INTEGER" if whole([row[at] for row in sheet.rows]) else "REAL"
        kinds.append(f'"{column.name}" {number if column.kind in NUMBERS else "TEXT"}')
    file.execute(
        f'CREATE TABLE "{sheet.key}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,'
        f" {_GEOMETRY} MULTIPOLYGON, {', '.join(kinds)})"
    )
    _put(
        file,
        sheet.key,
        [(at, geometry(outlines()[str(row[0])]), *row) for at, row in enumerate(sheet.rows, 1)],
    )


def _style(file: sqlite3.Connection, sheet: Sheet, when: str) -> None:
    """What QGIS looks for when it opens a layer; without classes it takes a colour of its own."""
    if sheet.style is None:
        return
    row = (1, "", "", sheet.key, _GEOMETRY, "Corridor Atlas", qml(sheet.style), "", 1)
    _put(file, "layer_styles", [(*row, sheet.title, "", None, when)])


def read(content: bytes) -> Taken:
    """The one table of features; whatever else the file holds is not run."""
    if not content.startswith(_SQLITE):
        raise UnreadableError(_DAMAGED)
    file = sqlite3.connect(":memory:")
    left = iter(range(_STEPS))
    try:
        file.deserialize(content)
        file.execute("PRAGMA trusted_schema = OFF")
        file.set_authorizer(_only_read)
        file.set_progress_handler(lambda: int(next(left, None) is None), _BETWEEN)
        told = file.execute(
            "SELECT metadata FROM gpkg_metadata WHERE mime_type = 'application/json'"
        ).fetchone()
        layer = file.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN"
            " (SELECT table_name FROM gpkg_contents WHERE data_type = 'features')"
        ).fetchone()
        if told is None or layer is None:
            raise UnreadableError("The file does not say where it is from.")
        quoted = str(layer[0]).replace('"', '""')
        found = file.execute(f'SELECT * FROM "{quoted}" LIMIT {_MOST_ROWS}')
        heads = [str(column[0]) for column in found.description]
        own = [at for at, head in enumerate(heads) if head not in _OWN]
        rows = [[row[at] for at in own] for row in found]
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError):
        raise UnreadableError(_DAMAGED) from None
    finally:
        file.close()
    return Taken(facts=read_facts(told[0]), **table([heads[at] for at in own], rows))


def _only_read(action: int, *_: object) -> int:
    allowed = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
    return sqlite3.SQLITE_OK if action in allowed else sqlite3.SQLITE_DENY


def _put(file: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    for row in rows:
        file.execute(f'INSERT INTO "{table}" VALUES ({",".join("?" * len(row))})', row)


FORMAT = Format(
    title=lambda say: "GeoPackage",
    media_type="application/geopackage+sqlite3",
    extension="gpkg",
    order=50,
    by_province=True,
    write=write,
    read=read,
)
