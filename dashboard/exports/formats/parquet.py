"""Parquet: typed columns, what each means in its field, and the file's facts in the schema."""

import io

from dashboard.exports.declaration import Format, Options
from dashboard.exports.facts import facts
from dashboard.exports.sheet import NUMBERS, Sheet, whole
from dashboard.words import Speaker


def write(sheet: Sheet, options: Options, say: Speaker) -> bytes:
    """The whole file."""
    import pyarrow as pa  # 0.2 s that only this format needs
    import pyarrow.parquet as pq

    fields, columns = [], []
    for at, column in enumerate(sheet.columns):
        cells = [row[at] for row in sheet.rows]
        kind = pa.string()
        if column.kind in NUMBERS:
            kind = pa.int64() if whole(cells) else pa.float64()
        told = {"title": column.title, "kind": column.kind, "unit": column.unit}
        fields.append(pa.field(column.name, kind, metadata={**told, "about": column.about}))
        columns.append(pa.array(cells, type=kind))
    schema = pa.schema(fields, metadata=dict(facts(sheet, options, say)))
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), out, compression="zstd")
    return out.getvalue()


FORMAT = Format(
    title=lambda say: "Parquet",
    media_type="application/vnd.apache.parquet",
    extension="parquet",
    order=30,
    write=write,
)
