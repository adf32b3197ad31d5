"""Comma-separated values: one header of names, numbers in full, every row with its origin."""

from dashboard.exports.declaration import Format, Options
from dashboard.exports.facts import facts
from dashboard.exports.sheet import Sheet
from dashboard.exports.text import csv_bytes
from dashboard.words import Speaker

ORIGIN = ("title", "link", "licence", "content_hash")
"""Facts that stand in every row, so that a row that is pasted elsewhere says where it is from."""

_TAGS = ("#meta+title", "#meta+url", "#meta+licence", "#meta+hash")
_BOM = b"\xef\xbb\xbf"


def write(sheet: Sheet, options: Options, say: Speaker) -> bytes:
    """The whole file; the row of HXL tags stands below the header, as its readers look for it."""
    known = facts(sheet, options, say)
    origin = tuple(known[key] for key in ORIGIN)
    head = (*(column.name for column in sheet.columns), *(f"file_{key}" for key in ORIGIN))
    tags = (*(column.hxl for column in sheet.columns), *_TAGS)
    rows = [head, *([tags] if options.hxl else []), *((*row, *origin) for row in sheet.rows)]
    return (_BOM if options.bom else b"") + csv_bytes(rows)


FORMAT = Format(
    title=lambda say: "CSV",
    media_type="text/csv; charset=utf-8",
    extension="csv",
    order=10,
    takes=("bom", "hxl"),
    write=write,
)
