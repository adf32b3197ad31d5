"""A table of one view, with everything that must travel with it."""

import hashlib
import json
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from geodata import Status
from geodata.sources import Source

Kind = Literal["code", "text", "number", "percent", "date", "status"]
Cell = str | float | int | None
Row = tuple[Cell, ...]

PROVINCE = "province_code"
"""The column that a sheet by province begins with."""

NUMBERS: tuple[Kind, ...] = ("number", "percent")
HASHED: tuple[Kind, ...] = ("code", "number", "percent", "date", "status")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_DIGITS = 9
_DIGEST = 16


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column.

    `name`: the same in every language; `title`, `about`, `unit`: for the reader; `decimals`: as
    shown, the number itself is not rounded; `hxl`: its tag in the Humanitarian Exchange Language.
    """

    name: str
    title: str
    kind: Kind
    about: str
    unit: str = ""
    decimals: int = 0
    hxl: str = ""


@dataclass(frozen=True, kw_only=True)
class Assumed:
    """What was assumed for one number of the method: `value` in this view, and the usual range."""

    key: str
    text: str
    unit: str
    value: float | None
    usual: float | None
    low: float | None
    high: float | None
    status: Status
    source_ids: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether the reader has set it otherwise."""
        return self.value != self.usual


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a map of the sheet is coloured: `column` in the classes between `breaks`."""

    column: str
    breaks: tuple[float, ...]
    colours: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One table of one view.

    `about`: what it shows, in a sentence; `filters`: what the view had chosen, label and value;
    `link`: path and query of the view; `names`: parts of a file's name; `sources`: every one
    that a row names; `as_of`: the latest date in it; `style`: only where it is by province.
    Raises `ValueError` where a row does not fit its columns.
    """

    key: str
    lang: str
    title: str
    unit: str
    about: str
    filters: tuple[tuple[str, str], ...]
    link: str
    names: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    sources: tuple[Source, ...]
    statuses: tuple[Status, ...]
    as_of: str
    assumed: tuple[Assumed, ...] = ()
    style: Style | None = None

    def __post_init__(self) -> None:
        """Refuse a table that a reader of the file could not take for granted."""
        names = [column.name for column in self.columns]
        if len(set(names)) < len(names) or not all(_NAME.fullmatch(name) for name in names):
            raise ValueError(f"{self.key}: names of columns are wrong or stand twice: {names}")
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{self.key}: a row does not fit the columns: {row}")
            for cell, column in zip(row, self.columns, strict=True):
                if not _fits(cell, column.kind):
                    raise ValueError(f"{self.key}: {column.name} is {cell!r}, no {column.kind}")

    @property
    def by_province(self) -> bool:
        """Whether each row is one province."""
        return self.columns[0].name == PROVINCE

    @cached_property
    def content_hash(self) -> str:
        """A short hash of numbers, codes and evidence: the same in every language and format.

        Numbers count to nine digits: what lies beyond hangs on the machine.
        """
        return hash_of(self.key, self.columns, self.rows)


def hash_of(key: str, columns: Sequence[Column], rows: Iterable[Row]) -> str:
    """The content hash of a sheet with these columns and rows."""
    used = [i for i, column in enumerate(columns) if column.kind in HASHED]
    names = [columns[i].name for i in used]
    told = [[hashed(row[i]) for i in used] for row in rows]
    text = json.dumps([key, names, told], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST]


def number_cell(value: float | None) -> float | None:
    """A plain number, or nothing where there is none to write: files know no infinity.

    >>> number_cell(float("inf")) is None, number_cell(-0.0)
    (True, 0.0)
    """
    if value is None or not math.isfinite(value):
        return None
    return float(value) + 0.0


def whole(values: Sequence[Cell]) -> bool:
    """Whether all numbers of a column are whole by type, as years are."""
    found = [value for value in values if value is not None]
    return bool(found) and all(isinstance(value, int) for value in found)


def _fits(cell: Cell, kind: Kind) -> bool:
    if cell is None:
        return True
    if kind in NUMBERS:
        return isinstance(cell, int | float) and not isinstance(cell, bool) and math.isfinite(cell)
    return isinstance(cell, str)


def hashed(cell: Cell) -> str | None:
    """A cell as it counts: two that count the same are the same to a reader."""
    if cell is None or isinstance(cell, str):
        return cell or None
    return f"{round(cell, _DIGITS) + 0.0:.{_DIGITS}g}"
