"""Worksheets of an Excel file as rows of cells, as Excel and LibreOffice save them, too."""

import re
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree import ElementTree as Xml

from dashboard.exports.taken import UnreadableError
from dashboard.exports.zipped import Zipped

Rows = list[list[Any]]

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_MOST_COLUMNS, _MOST_ROWS = 200, 600_000
_DAMAGED = "The file is damaged: it is no workbook."


def parsed(content: bytes) -> Xml.Element:
    """The root of an XML document that declares nothing of its own, so that nothing can grow.

    Raises:
        UnreadableError: it is no XML, or it has a DOCTYPE.
    """
    if b"<!DOCTYPE" in content[:4096].replace(b"\0", b""):
        raise UnreadableError("The file is damaged: it has a DOCTYPE, which none of ours has.")
    try:
        return Xml.fromstring(content)
    except (Xml.ParseError, ValueError, LookupError, RecursionError):
        raise UnreadableError("The file is damaged: a part of it is no XML.") from None


class Workbook:
    """An Excel file. Every method raises `UnreadableError` where it is damaged."""

    def __init__(self, content: bytes) -> None:
        """Find the worksheets and the texts that they share."""
        self._parts = Zipped(content)
        links = {
            one.get("Id"): one.get("Target", "")
            for one in parsed(self._parts.read("xl/_rels/workbook.xml.rels"))
        }
        book = parsed(self._parts.read("xl/workbook.xml"))
        self._pages = {
            one.get("name", ""): _in_folder(links.get(one.get(_LINK), ""))
            for one in book.iter(f"{_MAIN}sheet")
        }
        shared = "xl/sharedStrings.xml"
        given = shared in self._parts.names
        self._texts = [_text(one) for one in parsed(self._parts.read(shared))] if given else []

    def rows(self, page: str) -> Rows:
        """Cells of a worksheet, each row as long as the first: text, number, or nothing."""
        if page not in self._pages:
            raise UnreadableError(f"The file has no worksheet {page}.")
        found: Rows = []
        for row in parsed(self._parts.read(self._pages[page])).iter(f"{_MAIN}row"):
            self._put(row, found)
        width = len(found[0]) if found else 0
        if any(cell is not None for row in found for cell in row[width:]):
            raise UnreadableError(f"The worksheet {page} has cells beside its columns.")
        filled = [(row + [None] * width)[:width] for row in found]
        return [row for row in filled if any(cell is not None for cell in row)]

    def _put(self, row: Xml.Element, found: Rows) -> None:
        cells: dict[int, Any] = {}
        for cell in row.iter(f"{_MAIN}c"):
            place = _PLACE.fullmatch(cell.get("r", ""))
            if place is None or int(place.group(2)) > _MOST_ROWS:
                raise UnreadableError(_DAMAGED)
            column = _column(place.group(1))
            if column >= _MOST_COLUMNS:
                raise UnreadableError(_DAMAGED)
            cells[column] = self._value(cell)
        last = max((at for at, value in cells.items() if value is not None), default=-1)
        found.append([cells.get(at) for at in range(last + 1)])

    def _value(self, cell: Xml.Element) -> Any:
        kind, value = cell.get("t", "n"), cell.findtext(f"{_MAIN}v")
        if kind == "inlineStr":
            return "".join(_text(one) for one in cell.iter(f"{_MAIN}is"))
        if value is None or kind in ("str", "e", "b", "d"):
            return value
        try:
            return self._texts[int(value)] if kind == "s" else float(value)
        except (ValueError, IndexError):
            raise UnreadableError(_DAMAGED) from None


def by_head(rows: Sequence[Sequence[Any]], *, most: int) -> Iterator[tuple[str, str]]:
    """The first two cells of each row below the head, as texts; `most` rows."""
    for row in rows[1 : most + 1]:
        if len(row) > 1:
            yield str(row[0] or ""), str(row[1] or "")


def _in_folder(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _column(letters: str) -> int:
    """The place of a column.

    >>> _column("A"), _column("Z"), _column("AA")
    (0, 25, 26)
    """
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1


def _text(item: Xml.Element) -> str:
    """All of a text, without how it is read aloud (`rPh`)."""
    runs = [item.findtext(f"{_MAIN}t") or ""]
    runs += [run.findtext(f"{_MAIN}t") or "" for run in item.iter(f"{_MAIN}r")]
    return "".join(runs)
