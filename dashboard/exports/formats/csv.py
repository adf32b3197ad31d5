"""Comma-separated values: one header of names, numbers in full, every row with its origin."""

from dashboard.exports.declaration import Format, Options
from dashboard.exports.facts import facts
from dashboard.exports.sheet import Sheet
from dashboard.exports.taken import Taken, UnreadableError, csv_rows, table
from dashboard.exports.text import csv_bytes
from dashboard.words import Speaker

ORIGIN = ("sheet", "title", "link", "licence", "content_hash")
"""Facts that stand in every row, so that a row that is pasted elsewhere says where it is from."""

_TAGS = ("#meta+table", "#meta+title", "#meta+url", "#meta+licence", "#meta+hash")
_BOM = b"\xef\xbb\xbf"
_FILE = "file_"


def write(sheet: Sheet, options: Options, say: Speaker) -> bytes:
    """The whole file; the row of HXL tags stands below the header, as its readers look for it."""
    known = facts(sheet, options, say)
    origin = tuple(known[key] for key in ORIGIN)
    head = (*(column.name for column in sheet.columns), *(f"{_FILE}{key}" for key in ORIGIN))
    tags = (*(column.hxl for column in sheet.columns), *_TAGS)
    rows = [head, *([tags] if options.hxl else []), *((*row, *origin) for row in sheet.rows)]
    return (_BOM if options.bom else b"") + csv_bytes(rows)


def read(content: bytes) -> Taken:
    """The table without the columns of its origin, which has to be the same in every row."""
    (heads, *rows) = csv_rows(content)
    if rows and all(cell.startswith("#") for cell in rows[0] if cell):
        rows = rows[1:]
    found = table(heads, rows)
    own = [at for at, name in enumerate(heads) if not name.startswith(_FILE)]
    origins = {tuple(row[at] for at in range(len(heads)) if at not in own) for row in rows}
    if len(origins) != 1:
        why = "has no rows" if not origins else "has rows of several files"
        raise UnreadableError(f"The file {why}, so that it does not say where it is from.")
    named = [name.removeprefix(_FILE) for name in heads if name.startswith(_FILE)]
    return Taken(
        facts=dict(zip(named, origins.pop(), strict=True)),
        columns=tuple(found["columns"][at] for at in own),
        rows=tuple(tuple(row[at] for at in own) for row in found["rows"]),
    )


FORMAT = Format(
    title=lambda say: "CSV",
    media_type="text/csv; charset=utf-8",
    extension="csv",
    order=10,
    takes=("bom", "hxl"),
    write=write,
    read=read,
)
