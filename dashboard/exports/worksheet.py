"""Cells and headings of a worksheet that is written."""

from typing import Any

from dashboard.exports.sheet import Cell
from dashboard.exports.text import guarded
from dashboard.theme import LINE, PAPER_SOFT


def heading(book: Any) -> Any:
    """The format of a heading."""
    return book.add_format(
        {
            "bold": True,
            "bg_color": PAPER_SOFT,
            "bottom": 1,
            "bottom_color": LINE,
            "valign": "top",
            "text_wrap": True,
        }
    )


def write_cell(page: Any, down: int, at: int, cell: Cell, form: Any) -> None:
    """A cell of a worksheet: a number as one, a text guarded, nothing as nothing."""
    if cell is None:
        return
    if isinstance(cell, str):
        page.write_string(down, at, guarded(cell), form)
    else:
        page.write_number(down, at, cell, form)
