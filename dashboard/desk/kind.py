"""What a module of a kind of data declares: one file is all that a new kind takes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from analysis.registry import declared_in
from dashboard.desk.cells import Reader
from dashboard.desk.file_problem import Told
from geodata import Geodata, Text

Values = Mapping[str, str]
"""One row as it was read: text by column; a column that was left empty is missing."""

TableRow = tuple[str, dict[str, str]]
"""The name of a table, and one of its rows as text."""

Misfit = tuple[int, str, Told]
"""The number of a row, 0 for the whole file, the column, and what does not fit there."""


def _fits(rows: Mapping[int, Values], geodata: Geodata) -> Iterator[Misfit]:
    """Every row that can be read fits."""
    yield from ()


@dataclass(frozen=True, kw_only=True)
class DeskColumn:
    """One column of a template. `also`: other headings that people give it, in small letters.

    `choices`: what a cell may hold, for the list of a spreadsheet.
    """

    key: str
    title: Text
    about: Text
    read: Reader
    required: bool = True
    also: tuple[str, ...] = ()
    choices: Mapping[str, Text] | None = None


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of data that can be loaded.

    `identity`: columns that together name a row; a file has each once. `rows`: the rows of tables
    that one row of the file makes, without its evidence. `filled`: rows that a template comes
    with, from the data that holds now. `fits`: rows that can be read, and yet cannot be.
    `sums`: whether a row that is named a total sums the others. `layer`, `measure`: what a map of
    the change shows. `key`: the file's name.
    """

    order: int
    title: Text
    about: Text
    columns: tuple[DeskColumn, ...]
    identity: tuple[str, ...]
    rows: Callable[[Values, Geodata], Iterator[TableRow]]
    filled: Callable[[Geodata], Iterator[Values]]
    fits: Callable[[Mapping[int, Values], Geodata], Iterator[Misfit]] = _fits
    sums: bool = True
    layer: str = ""
    measure: str = ""
    key: str = ""

    def __post_init__(self) -> None:
        """Refuse a kind whose columns cannot be told apart."""
        keys = [column.key for column in self.columns]
        if len(set(keys)) < len(keys) or not set(self.identity) <= set(keys):
            raise ValueError(f"columns {keys} stand twice, or do not hold {self.identity}")

    def column(self, key: str) -> DeskColumn:
        """The column of this key."""
        return next(one for one in self.columns if one.key == key)


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds by key, in order."""
    found = declared_in("dashboard.desk.kinds", name="KIND", kind=Kind)
    return dict(sorted(found.items(), key=lambda pair: pair[1].order))
