"""Parquet: typed columns, what each means in its field, and the file's facts in the schema."""

import io
import json
import tempfile
from pathlib import Path

from dashboard.exports.declaration import Format, Options
from dashboard.exports.facts import facts
from dashboard.exports.sheet import NUMBERS, Cell, Column, Sheet, whole
from dashboard.exports.taken import KEY, Taken, UnreadableError, read_facts, table
from dashboard.words import Speaker

_MARK = b"PAR1"
_DAMAGED = "The file is damaged: it is no Parquet."
_MOST_CELLS = 2_000_000
_LIMITS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "512MB",
    "threads": 1,
    "temp_directory": "",
}
_FACTS = "SELECT value FROM parquet_kv_metadata($1) WHERE key = $2::BLOB"
_ROWS = "SELECT * FROM read_parquet($1)"


def write(sheet: Sheet, options: Options, say: Speaker) -> bytes:
    """The whole file. Its facts stand in the schema of Arrow and in the footer of Parquet."""
    from arro3.core import Array, DataType, Field, Schema, Table  # loaded where it is needed
    from arro3.io import write_parquet

    def kind(column: Column, cells: list[Cell]) -> DataType:
        if column.kind not in NUMBERS:
            return DataType.string()
        return DataType.int64() if whole(cells) else DataType.float64()

    fields, arrays = [], []
    for at, column in enumerate(sheet.columns):
        cells = [row[at] for row in sheet.rows]
        told = _json(
            {
                "title": column.title,
                "kind": column.kind,
                "unit": column.unit,
                "about": column.about,
            }
        )
        fields.append(Field(column.name, kind(column, cells), nullable=True, metadata=told))
        arrays.append(Array(cells, type=kind(column, cells)))
    known = _json(dict(facts(sheet, options, say)))
    table = Table.from_arrays(arrays, schema=Schema(fields, metadata=known))
    out = io.BytesIO()
    write_parquet(table, out, compression="zstd(3)", key_value_metadata=known)
    return out.getvalue()


def read(content: bytes) -> Taken:
    """The table as DuckDB reads it, no more of it than any sheet has.

    A damaged file may declare any size: DuckDB refuses what is beyond its limit, where the library
    that writes ends the process.
    """
    import duckdb  # loaded where it is needed

    if len(content) < 2 * len(_MARK) or not (content[:4] == content[-4:] == _MARK):
        raise UnreadableError(_DAMAGED)
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(config=_LIMITS) as base:
        path = Path(folder) / "taken.parquet"
        path.write_bytes(content)
        try:
            known = base.execute(_FACTS, [str(path), KEY]).fetchone()
            found = base.execute(_ROWS, [str(path)])
            heads = [column[0] for column in found.description or ()]
            rows = found.fetchmany(_MOST_CELLS // max(len(heads), 1) + 1)
        except duckdb.Error:
            raise UnreadableError(_DAMAGED) from None
    if len(rows) * len(heads) > _MOST_CELLS:
        raise UnreadableError("The file has more cells than any file of the atlas.")
    return Taken(facts=read_facts(known[0] if known else "null"), **table(heads, rows))


def _json(known: dict[str, str]) -> dict[str, str]:
    return {KEY: json.dumps(known, ensure_ascii=False)}


FORMAT = Format(
    title=lambda say: "Parquet",
    media_type="application/vnd.apache.parquet",
    extension="parquet",
    order=30,
    write=write,
    read=read,
)
