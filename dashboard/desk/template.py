"""A template to fill in: a workbook with lists and explanations, or a plain CSV."""

import io
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from dashboard.desk import cells
from dashboard.desk.kind import Kind
from dashboard.desk.template_rows import choices_of, explained, filled_rows, headings
from dashboard.exports.facts import MAKER
from dashboard.exports.sheet import Cell
from dashboard.exports.text import csv_bytes, guarded
from dashboard.exports.worksheet import heading, write_cell
from dashboard.words import Speaker
from geodata import Geodata

MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
_ALWAYS = datetime(2000, 1, 1)
_LAST_ROW = 2_000
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NARROWEST, _WIDEST = 12, 48


def file_name(kind: Kind, extension: str, *, lang: str) -> str:
    """The name of the file, in plain letters."""
    return f"corridor-atlas-{kind.key}-{lang}.{extension}"


def csv_template(kind: Kind, geodata: Geodata, *, lang: str) -> bytes:
    """The headings and the known rows, marked as UTF-8 for spreadsheets."""
    rows = (headings(kind, lang=lang), *filled_rows(kind, geodata, lang=lang))
    return b"\xef\xbb\xbf" + csv_bytes(rows)


def xlsx_template(kind: Kind, geodata: Geodata, *, lang: str) -> bytes:
    """The same as a workbook, with lists to choose from and a sheet that explains each column."""
    say = Speaker(lang=lang)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": kind.title.in_(lang), "author": MAKER, "created": _ALWAYS})
        bold = heading(book)
        page = book.add_worksheet(say("template_sheet"))
        about = book.add_worksheet(say("template_explained"))
        lists = book.add_worksheet(say("template_lists"))
        _data(book, page, kind, geodata, lang=lang, bold=bold)
        _explained(book, about, kind, geodata, bold=bold)
        _lists(page, lists, kind, geodata, say=say, bold=bold)
    return out.getvalue()


def _data(book: Any, page: Any, kind: Kind, geodata: Geodata, *, lang: str, bold: Any) -> None:
    rows = filled_rows(kind, geodata, lang=lang)
    for at, (head, column) in enumerate(zip(headings(kind, lang=lang), kind.columns, strict=True)):
        number = column.read if isinstance(column.read, cells.Number) else None
        shown = "@" if number is None else "#,##0" if number.whole else "General"
        form = book.add_format({"num_format": shown})
        page.write_string(0, at, guarded(head), bold)
        page.set_column(at, at, _width([head, *(row[at] for row in rows)]), form)
        for down, row in enumerate(rows, start=1):
            write_cell(page, down, at, row[at], form)
        if number is not None:
            page.data_validation(
                1,
                at,
                _LAST_ROW,
                at,
                {
                    "validate": "integer" if number.whole else "decimal",
                    "criteria": "between",
                    "minimum": number.low,
                    "maximum": number.high,
                    "error_type": "warning",
                },
            )
    page.freeze_panes(1, 0)


def _explained(book: Any, page: Any, kind: Kind, geodata: Geodata, *, bold: Any) -> None:
    """Both languages side by side, below what the kind is about."""
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for down, text in enumerate((kind.title, kind.about)):
        page.write_string(down, 0, guarded(text.en))
        page.write_string(down, 2, guarded(text.km))
    both = [Speaker(lang="en"), Speaker(lang="km")]
    heads = (
        *(say("template_heading") for say in both),
        *(say("dictionary_meaning") for say in both),
        " · ".join(say("template_must") for say in both),
        " · ".join(say("template_example") for say in both),
    )
    rows = explained(kind, geodata)
    for at, head in enumerate(heads):
        page.write_string(3, at, guarded(head), bold)
        page.set_column(at, at, _width([head, *(row[at] for row in rows)]), wrapped)
        for down, row in enumerate(rows, start=4):
            write_cell(page, down, at, row[at], wrapped)
    page.freeze_panes(4, 0)


def _lists(page: Any, lists: Any, kind: Kind, geodata: Geodata, *, say: Speaker, bold: Any) -> None:
    """Each list in a column of its own, and the cells of the first sheet that choose from it."""
    place = 0
    for at, column in enumerate(kind.columns):
        choices = choices_of(column, geodata)
        if not choices:
            continue
        lists.write_string(0, place, guarded(column.title.in_(say.lang)), bold)
        words = [one.in_(say.lang) for one in choices.values()]
        for down, word in enumerate(words, start=1):
            lists.write_string(down, place, guarded(word))
        lists.set_column(place, place, _width(list(words)))
        letter = xl_col_to_name(place)
        page.data_validation(
            1,
            at,
            _LAST_ROW,
            at,
            {
                "validate": "list",
                "source": f"='{say('template_lists')}'!${letter}$2:${letter}${len(words) + 1}",
                # Other spellings are read too, so that nobody is stopped.
                "error_type": "information",
                "error_title": say("template_lists"),
                "error_message": say("template_not_listed"),
            },
        )
        place += 1


def _width(found: list[Cell]) -> int:
    longest = max((len(str(cell)) for cell in found if cell is not None), default=0)
    return min(max(longest + 2, _NARROWEST), _WIDEST)
