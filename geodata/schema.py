"""What a column of a table may hold, checked once at the door.

A column kind turns the text of one cell into a value, or raises `ValueError` with what is
wrong and what to write instead. Where the cell stands is added by the reader.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Cell = str | float | tuple[str, ...] | None
Column = Callable[[str], Cell]

_DATE = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_CODE = re.compile(r"\d\d")


def text(cell: str) -> str:
    """Any text, not empty."""
    if not cell:
        raise ValueError("is empty. Fill it in.")
    return cell


def optional_text(cell: str) -> str:
    """Any text, or nothing."""
    return cell


def khmer(cell: str) -> str:
    """Text in Khmer script."""
    if not any("\u1780" <= character <= "\u17ff" for character in cell):
        raise ValueError(f"holds '{cell}', which is not Khmer. Write the Khmer name.")
    return cell


def words(cell: str) -> tuple[str, ...]:
    """One or more keys, separated by spaces."""
    return tuple(text(cell).split())


def optional_words(cell: str) -> tuple[str, ...]:
    """Keys separated by spaces, or nothing."""
    return tuple(cell.split())


def date(cell: str) -> str:
    """An ISO date: year, year-month or year-month-day."""
    if not _DATE.fullmatch(cell):
        raise ValueError(f"holds '{cell}'. Write a date as 2025, 2025-08 or 2025-08-13.")
    return cell


def number(low: float = -math.inf, high: float = math.inf) -> Column:
    """A number between `low` and `high`, without thousands separators."""

    def check(cell: str) -> float:
        try:
            value = float(cell)
        except ValueError:
            raise ValueError(
                f"holds '{cell}', which is not a number. Write digits only, such as 12500."
            ) from None
        if not low <= value <= high or not math.isfinite(value):
            raise ValueError(f"holds {cell}. Write a number from {low:g} to {high:g}.")
        return value

    return check


def optional(column: Column) -> Column:
    """The same column, where an empty cell means: not known."""
    return lambda cell: column(cell) if cell else math.nan


def one_of(*allowed: str) -> Column:
    """One of a closed list of keys."""

    def check(cell: str) -> str:
        if cell not in allowed:
            raise ValueError(f"holds '{cell}'. Write one of: {', '.join(allowed)}.")
        return cell

    return check


def province_code(cell: str) -> str:
    """A province code of two digits; whether it exists is checked against the provinces."""
    if not _CODE.fullmatch(cell):
        raise ValueError(
            f"holds '{cell}'. Write the two-digit NIS code, with its leading zero, such as 01."
        )
    return cell


@dataclass(frozen=True, kw_only=True)
class Table:
    """The declaration of one CSV table.

    `key`: the columns that together identify a row. `complete`: whether every province must
    occur once for each combination of the other key columns. `national`: whether the code
    00, Cambodia, may occur besides the provinces.
    """

    columns: Mapping[str, Column]
    key: tuple[str, ...]
    complete: bool = False
    national: bool = False
