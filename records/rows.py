"""Rows of cells as text, one after the other, from a CSV file of any encoding or a workbook."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from records.problems import Refused, Report

Row = Sequence[str | None]
_LONGEST_CELL = 32_768
_DELIMITERS = ",;\t|"


def delimiter_of(sample: str) -> str:
    """What stands between the cells: the sign that cuts most lines into equally many."""
    lines = [line for line in sample.splitlines()[:40] if line.strip()]

    def merit(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        usual = max(set(counts), key=counts.count, default=0)
        return counts.count(usual) * min(usual, 1), usual

    return max(_DELIMITERS, key=merit)


def sample_text(path: Path, encoding: str, *, size: int = 200_000) -> str:
    """The beginning of a text."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        return file.read(size)


def text_rows(
    path: Path, encoding: str, delimiter: str, report: Report
) -> Iterator[tuple[int, Row]]:
    """The rows of a CSV file with their numbers; what cannot be read is told and left out."""
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        reader = csv.reader(_without_null(file), delimiter=delimiter)
        number = 0
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error:
                report.tell("quote_open", "left_out", row=number + 1)
                return
            number += 1
            yield number, [cell if cell else None for cell in row]


def _without_null(file: io.TextIOBase) -> Iterator[str]:
    for line in file:
        yield line.replace("\0", "")


def workbook_rows(path: Path, report: Report) -> Iterator[tuple[int, Row]]:
    """The rows of the first sheet that is not empty. Raises `Refused` where it cannot be opened."""
    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = [one.name for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        filled = [name for name in sheets if book.get_sheet_by_name(name).height]
        if not filled:
            report.tell("file_empty", "refused")
            raise Refused(report)
        if len(filled) > 1:
            report.tell("sheets_many", "note", sheets=len(filled), name=filled[0][:40])
        sheet = book.get_sheet_by_name(filled[0])
        first = (sheet.start or (0, 0))[0]
        for i, cells in enumerate(sheet.to_python(skip_empty_area=True)):
            yield first + i + 1, [_as_text(cell) for cell in cells]
    except CalamineError:
        report.tell("file_unreadable", "refused", kind="Excel")
        raise Refused(report) from None


def _as_text(cell: object) -> str | None:
    """A cell as it would stand in a CSV file."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time | timedelta):
        return None
    return str(cell)
