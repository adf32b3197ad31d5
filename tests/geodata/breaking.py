"""Ways to break a table, and what a broken one is to be told."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from geodata.load import Geodata, load_from
from layers import discover

ROOT = Path(__file__).resolve().parents[2]
LONGEST_MESSAGE = 400

Change = Callable[[bytes], bytes | None]
"""From the bytes of a file to other ones; None removes the file."""


def by_rows(change: Callable[[list[list[str]]], None]) -> Change:
    """A change of the cells, the header being row 0 of the list and row 1 of the file."""

    def changed(content: bytes) -> bytes:
        rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
        change(rows)
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows(rows)
        return text.getvalue().encode()

    return changed


def cell(row: int, column: str, value: str) -> Change:
    """Write `value` into one cell; `row` is its line in the file."""

    def change(rows: list[list[str]]) -> None:
        rows[row - 1][rows[0].index(column)] = value

    return by_rows(change)


def in_row(key: str, column: str, value: str) -> Change:
    """Write `value` into one cell of the row whose first cell is `key`."""

    def change(rows: list[list[str]]) -> None:
        row = next(row for row in rows if row[0] == key)
        row[rows[0].index(column)] = value

    return by_rows(change)


def rows_without(column: str, value: str) -> Change:
    """Take away the rows that hold `value` in `column`."""

    def change(rows: list[list[str]]) -> None:
        place = rows[0].index(column)
        rows[1:] = [row for row in rows[1:] if row[place] != value]

    return by_rows(change)


def column_without(column: str) -> Change:
    def change(rows: list[list[str]]) -> None:
        place = rows[0].index(column)
        for row in rows:
            del row[place]

    return by_rows(change)


def column_added(name: str) -> Change:
    def change(rows: list[list[str]]) -> None:
        for row in rows:
            row.append(name)

    return by_rows(change)


def replaced(old: str, new: str) -> Change:
    """Exchange the first `old`, which must be there."""

    def change(content: bytes) -> bytes:
        assert old.encode() in content
        return content.replace(old.encode(), new.encode(), 1)

    return change


def whole(content: bytes | None) -> Change:
    return lambda _: content


def row_given(row: int, change: Callable[[list[str]], list[str]]) -> Change:
    def changed(rows: list[list[str]]) -> None:
        rows[row - 1] = change(rows[row - 1])

    return by_rows(changed)


@dataclass(frozen=True, kw_only=True)
class Bad:
    """One broken file, and what has to be said of it, or of the file `told_of`."""

    what: str
    change: Change
    row: int | None
    column: str | None
    remedy: str
    file: str = "areas.csv"
    told_of: str = ""


def change_file(folder: Path, name: str, change: Change) -> None:
    """Change one file of `folder`, in place."""
    path = folder / name if name == "sources.csv" else folder / "tables" / name
    content = change(path.read_bytes() if path.exists() else b"")
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)


def read_all(folder: Path) -> Geodata:
    """Tables and layers, as at start."""
    geodata = load_from(folder)
    for layer in discover().values():
        layer.read(geodata)
    return geodata


def backwards(rows: list[list[str]]) -> None:
    for row in rows:
        row.reverse()


def every_cell(change: Callable[[str], str]) -> Change:
    return by_rows(lambda rows: rows.__setitem__(slice(None), [list(map(change, r)) for r in rows]))
