"""What a column of a table may hold, checked once at the door.

A column kind turns the text of one cell into a value, or raises `ValueError` with what is
wrong and what to write instead. Where the cell stands is added by the reader.
"""

import datetime
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from geodata.own import CODE, OWN

Cell = str | float | tuple[str, ...] | None
Column = Callable[[str], Cell]

_DATE = re.compile(r"(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_SHOWN = 40


def shown(cell: str) -> str:
    """A cell as it is quoted in a message: short, and on one line."""
    return repr(cell if len(cell) <= _SHOWN else f"{cell[:_SHOWN]}…")


def text(cell: str) -> str:
    """Any text, not empty."""
    if not cell:
        raise ValueError("is empty. Fill it in.")
    return cell


def optional_text(cell: str) -> str:
    """Any text, or nothing."""
    return cell


def khmer(cell: str) -> str:
    """Text in Khmer script; for areas of one's own, in any."""
    if OWN:
        return text(cell)
    if not any("\u1780" <= character <= "\u17ff" for character in cell):
        raise ValueError(f"holds {shown(cell)}, which is not Khmer. Write the Khmer name.")
    return cell


def words(cell: str) -> tuple[str, ...]:
    """One or more keys, separated by spaces."""
    return tuple(text(cell).split())


def some_of(*allowed: str) -> Column:
    """Keys of a closed list, separated by spaces, or nothing."""

    def check(cell: str) -> tuple[str, ...]:
        for word in cell.split():
            if word not in allowed:
                raise ValueError(f"holds {shown(word)}. Write some of: {', '.join(allowed)}.")
        return tuple(cell.split())

    return check


def date(cell: str) -> str:
    """An ISO date: year, year-month or year-month-day."""
    wrong = not _DATE.fullmatch(cell)
    if not wrong and len(cell) == len("2025-08-13"):
        try:
            datetime.date.fromisoformat(cell)
        except ValueError:
            wrong = True
    if wrong:
        raise ValueError(f"holds {shown(cell)}. Write a date as 2025, 2025-08 or 2025-08-13.")
    return cell


def number(low: float = -math.inf, high: float = math.inf) -> Column:
    """A number between `low` and `high`, without thousands separators."""
    limits = f"from {low:g} to {high:g}" if math.isfinite(high) else f"of {low:g} or more"
    remedy = f"Write a number {limits}." if math.isfinite(low) else "Write a number."

    def check(cell: str) -> float:
        try:
            if not cell.isascii() or "_" in cell:
                raise ValueError
            value = float(cell)
        except ValueError:
            raise ValueError(
                f"holds {shown(cell)}, which is not a number. Write digits only, such as 12500."
            ) from None
        if not low <= value <= high or not math.isfinite(value):
            raise ValueError(f"holds {shown(cell)}. {remedy}")
        return value

    return check


def optional(column: Column) -> Column:
    """The same column, where an empty cell means: not known."""
    return lambda cell: column(cell) if cell else math.nan


@dataclass(frozen=True)
class OneOf:
    """One of a closed list of keys."""

    allowed: tuple[str, ...]

    def __call__(self, cell: str) -> str:
        """The key, if it is on the list."""
        if cell not in self.allowed:
            raise ValueError(f"holds {shown(cell)}. Write one of: {', '.join(self.allowed)}.")
        return cell


def one_of(*allowed: str) -> OneOf:
    """One of a closed list of keys."""
    return OneOf(allowed)


def province_code(cell: str) -> str:
    """A province code of two digits; whether it exists is checked against the provinces."""
    if OWN and not CODE.fullmatch(cell):
        raise ValueError(
            f"holds {shown(cell)}. Write up to 16 letters, digits, dots, hyphens or underscores."
        )
    if not CODE.fullmatch(cell):
        raise ValueError(
            f"holds {shown(cell)}. Write the two-digit NIS code, with its leading zero, such as 01."
        )
    return cell


def some_provinces(cell: str) -> tuple[str, ...]:
    """Province codes, separated by spaces, or nothing where it is the whole country."""
    return tuple(map(province_code, cell.split()))


@dataclass(frozen=True, kw_only=True)
class Table:
    """The declaration of one CSV table.

    `key`: the columns that together identify a row. `complete`: whether every province must
    occur once for each combination of the other key columns. `national`: whether the code
    00, Cambodia, may occur besides the provinces. `together`: columns whose rows are loaded
    together: a load that has some of them takes the place of all that were there.
    """

    columns: Mapping[str, Column]
    key: tuple[str, ...]
    complete: bool = False
    national: bool = False
    together: tuple[str, ...] = ()
