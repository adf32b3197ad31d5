"""Dates as people write them: ISO, Excel's numbers, day or month first, Khmer and Buddhist."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from geodata.digits import EMPTY, latin_digits, tidy

Order = Literal["day_first", "month_first"]

_MONTHS = (
    ("january", "jan", "មករា"),
    ("february", "feb", "កុម្ភៈ", "កុម្ភះ", "កុម្ភ"),
    ("march", "mar", "មីនា", "មិនា"),
    ("april", "apr", "មេសា"),
    ("may", "may", "ឧសភា"),
    ("june", "jun", "មិថុនា"),
    ("july", "jul", "កក្កដា"),
    ("august", "aug", "សីហា"),
    ("september", "sep", "sept", "កញ្ញា"),
    ("october", "oct", "តុលា"),
    ("november", "nov", "វិច្ឆិកា"),
    ("december", "dec", "ធ្នូ"),
)
_NAMED = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_PARTS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ].*)?")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_WORDS = re.compile(
    r"(?:ថ្ងៃទី|ថ្ងៃ)?\s*(\d{1,2})[\s,/.-]*(?:ខែ)?\s*(\D+?)[\s,/.-]*(?:ឆ្នាំ)?\s*(\d{4}|\d{2})"
)
_MONTH_DAY = re.compile(r"([a-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})")
_EXCEL_ZERO = date(1899, 12, 30)
_BUDDHIST = 543
_LONGEST = 40


def order_of(cells: Iterable[str]) -> tuple[Order, bool]:
    """Whether days or months come first in dates such as 03/04/2025, and if that is certain."""
    day = month = doubtful = 0
    for cell in cells:
        if found := _PARTS.fullmatch(latin_digits(tidy(cell[:_LONGEST]))):
            first, second = int(found[1]), int(found[2])
            day += first > 12 >= second
            month += second > 12 >= first
            doubtful += first <= 12 and second <= 12 and first != second
    return ("month_first" if month > day else "day_first"), bool(day or month) or not doubtful


def read_date(cell: str, *, order: Order = "day_first") -> date | None:
    """The day in a cell, or None.

    >>> read_date("31/8/2025"), read_date("១ កក្កដា ២៥៦៨"), read_date("45900")
    (datetime.date(2025, 8, 31), datetime.date(2025, 7, 1), datetime.date(2025, 8, 31))
    """
    said = latin_digits(tidy(cell[:_LONGEST])).lower()
    if said in EMPTY:
        return None
    if found := _SERIAL.fullmatch(said):
        return _EXCEL_ZERO + timedelta(days=int(found[1]))
    if found := _ISO.fullmatch(said):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _PARTS.fullmatch(said):
        first, second, year = (int(part) for part in found.groups())
        swapped = (order == "month_first" or second > 12) and first <= 12
        return _day(year, *((first, second) if swapped else (second, first)))
    if found := _MONTH_DAY.fullmatch(said):
        return _named(found[1], found[2], found[3])
    if found := _WORDS.fullmatch(said):
        return _named(found[2].strip(), found[1], found[3])
    return None


def _named(month: str, day: str, year: str) -> date | None:
    number = _NAMED.get(month.strip(" ."))
    return None if number is None else _day(int(year), number, int(day))


def _day(year: int, month: int, day: int) -> date | None:
    if year < 100:
        year += 2000
    if year > 2400:
        year -= _BUDDHIST
    try:
        return date(year, month, day)
    except ValueError:
        return None
