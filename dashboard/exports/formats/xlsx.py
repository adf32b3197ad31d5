"""A workbook: data, dictionary, sources, assumptions, and what the file says of itself."""

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from dashboard.exports.declaration import Format, Options
from dashboard.exports.dictionary import Table, assumptions, dictionary, source_table
from dashboard.exports.facts import MAKER, fact_names, facts
from dashboard.exports.sheet import Cell, Column, Sheet
from dashboard.exports.taken import Taken, UnreadableError, table, typed
from dashboard.exports.text import guarded
from dashboard.exports.workbook import Rows, Workbook, by_head
from dashboard.exports.worksheet import heading, write_cell
from dashboard.words import LANGUAGES, Speaker

_ALWAYS = datetime(2000, 1, 1)
"""When every workbook is said to be made: the same numbers give the same bytes."""

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NARROWEST, _WIDEST = 8, 60
_MOST_FACTS = 100


def write(sheet: Sheet, options: Options, say: Speaker) -> bytes:
    """The whole file; text is never a formula, numbers are numbers with their decimals shown."""
    out = io.BytesIO()
    known = facts(sheet, options, say)
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties(
            {
                "title": sheet.title,
                "subject": sheet.about,
                "author": MAKER,
                "comments": known["link"],
                "created": _ALWAYS,
            }
        )
        for key, value in known.items():
            book.set_custom_property(key, value[:255], "text")
        heads = tuple(column.title for column in sheet.columns)
        shown = [_number_format(column) for column in sheet.columns]
        _add(book, "data", (heads, sheet.rows), formats=shown)
        _add(book, "dictionary", dictionary(sheet, say))
        _add(book, "sources", source_table(sheet, say))
        _add(book, "assumptions", assumptions(sheet, say))
        _add(book, "about", _about(known, say))
    return out.getvalue()


def _about(known: Any, say: Speaker) -> Table:
    heads, names = (say("table_what"), say("fact_value")), fact_names(say)
    return heads, tuple((names[key], value) for key, value in known.items())


def _number_format(column: Column) -> str:
    """How Excel shows a number of this column; the cell holds all of it."""
    if column.kind not in ("number", "percent"):
        return "@"
    if column.name == "year":
        return "0"
    return f"#,##0.{'0' * column.decimals}" if column.decimals else "#,##0"


def _add(book: Any, name: str, table: Table, *, formats: list[str] | None = None) -> None:
    """One worksheet: a header that stays, columns as wide as what they hold, a filter."""
    heads, rows = table
    page = book.add_worksheet(name)
    bold = heading(book)
    cells = [
        book.add_format({"num_format": one, "valign": "top"})
        for one in formats or ["General"] * len(heads)
    ]
    for at, (head, form) in enumerate(zip(heads, cells, strict=True)):
        page.write_string(0, at, guarded(head), bold)
        page.set_column(at, at, _width([head, *(row[at] for row in rows)]))
        for down, row in enumerate(rows, start=1):
            write_cell(page, down, at, row[at], form)
    page.freeze_panes(1, 0)
    if rows:
        page.autofilter(0, 0, len(rows), len(heads) - 1)


def _width(cells: list[Cell]) -> int:
    """Letters that a column shows; a long text is cut by the next cell, not by the file."""
    longest = max(len(f"{cell:,.0f}" if isinstance(cell, float) else str(cell)) for cell in cells)
    return min(max(longest + 2, _NARROWEST), _WIDEST)


def read(content: bytes) -> Taken:
    """The table under the names of the dictionary, and what the last worksheet says of it."""
    book = Workbook(content)
    known = {
        name: key for lang in LANGUAGES for key, name in fact_names(Speaker(lang=lang)).items()
    }
    told = {
        known[label]: str(typed(value, "text") or "")
        for label, value in by_head(book.rows("about"), most=_MOST_FACTS)
        if label in known
    }
    heads, rows = _named(book.rows("data"), book.rows("dictionary"))
    return Taken(facts=told, **table(heads, rows))


def _named(data: Rows, words: Rows) -> tuple[list[str], Rows]:
    """Names of the columns, and the rows below them; a column that was moved keeps its name."""
    if not data:
        raise UnreadableError("The worksheet data is empty.")
    named = [(title, name) for name, title in by_head(words, most=len(data[0]))]
    heads = [str(head) for head in data[0]]
    if [title for title, _ in named] == heads:
        return [name for _, name in named], data[1:]
    names = dict(named)
    if len(names) < len(named) or not set(heads) <= set(names):
        raise UnreadableError("The heads of the worksheet data are not those of its dictionary.")
    return [names[head] for head in heads], data[1:]


FORMAT = Format(
    title=lambda say: "Excel",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension="xlsx",
    order=20,
    write=write,
    read=read,
)
