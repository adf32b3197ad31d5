"""Cells as text that no spreadsheet takes for a formula, and lines of CSV made of them."""

import csv
import io
from collections.abc import Iterable, Sequence

from dashboard.exports.sheet import Cell

_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula begins with, in spreadsheets and in what they are pasted into."""


def guarded(text: str) -> str:
    r"""The text with an apostrophe before it where a spreadsheet would run it.

    >>> guarded('=HYPERLINK("x")'), guarded("  @SUM(1)"), guarded("Takeo")
    ('\'=HYPERLINK("x")', "'  @SUM(1)", 'Takeo')
    """
    start = text.lstrip(" \u00a0\u200b\ufeff")
    return f"'{text}" if start.startswith(_FORMULAS) else text


def cell_text(cell: Cell) -> str:
    """A cell of a CSV file: a number in full, a text guarded, nothing as nothing.

    >>> cell_text(12.0), cell_text(-0.5), cell_text("-1+1"), cell_text(None)
    ('12', '-0.5', "'-1+1", '')
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return repr(cell)


def csv_bytes(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Lines of RFC 4180 in UTF-8."""
    out = io.StringIO(newline="")
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerows([cell_text(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8", "replace")
