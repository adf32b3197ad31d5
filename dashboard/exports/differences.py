"""What has changed between the rows of a file and those of the same sheet today, in plain lines."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dashboard.exports.sheet import HASHED, PROVINCE, Cell, Column, Row, hashed
from dashboard.world import world

MOST_LINES = 20
_NOT_NAMES = ("source_ids",)
_SHOWN = 40

Key = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Rows:
    """Rows by what tells them apart; `columns`: those that are compared."""

    columns: tuple[Column, ...]
    cells: Mapping[Key, Row]

    def ordered(self, like: "Rows") -> tuple[Row, ...]:
        """Rows in the order of another table with the same ones, else in their own."""
        if self.cells.keys() != like.cells.keys():
            return tuple(self.cells.values())
        return tuple(self.cells[key] for key in like.cells)


def by_key(columns: Sequence[Column], rows: Sequence[Row], *, shared: Collection[str]) -> Rows:
    """Rows by their codes, with the year where codes are not enough, else also by their place.

    `shared`: names of columns that the other table has, too; no row is named by another.
    """
    counted = [at for at, one in enumerate(columns) if one.kind in HASHED]
    names = sorted(
        (one.name, at)
        for at, one in enumerate(columns)
        if one.name in shared and one.name not in _NOT_NAMES
    )
    codes = [at for _, at in names if columns[at].kind == "code"]
    years = [at for name, at in names if name == "year"]
    cells = [tuple(row[at] for at in counted) for row in rows]
    for used in (codes, [*codes, *years]):
        keys = [tuple(hashed(row[at]) or "" for at in used) for row in rows]
        if len(set(keys)) == len(keys):
            break
    seen: Counter[Key] = Counter()
    found: dict[Key, Row] = {}
    for key, row in zip(keys, cells, strict=True):
        seen[key] += 1
        found[key if seen[key] == 1 else (*key, f"#{seen[key]}")] = row
    return Rows(columns=tuple(columns[at] for at in counted), cells=found)


def differences(before: Rows, today: Rows) -> list[str]:
    """A line for each row that came or went, and for each cell that changed."""
    at = {column.name: i for i, column in enumerate(before.columns)}
    shared = [column for column in today.columns if column.name in at]
    lines = [f"column {name}: only in the file" for name in _only(before, today)]
    lines += [f"column {name}: only today" for name in _only(today, before)]
    lines += [f"row {_row(key, before)}: only in the file" for key in _gone(before, today)]
    lines += [f"row {_row(key, today)}: only today" for key in _gone(today, before)]
    places = {column.name: i for i, column in enumerate(today.columns)}
    for key, row in today.cells.items():
        if key not in before.cells:
            continue
        for column in shared:
            old, new = before.cells[key][at[column.name]], row[places[column.name]]
            if hashed(old) != hashed(new):
                lines.append(
                    f"{_row(key, today)}, {column.name}: {_cell(old)} in the file,"
                    f" {_cell(new)} today"
                )
    return lines


def capped(lines: Sequence[str]) -> list[str]:
    """The first of many lines, and how many more there are."""
    more = len(lines) - MOST_LINES
    return [*lines[:MOST_LINES], f"and {more:,} more"] if more > 0 else list(lines)


def _only(one: Rows, other: Rows) -> list[str]:
    known = {column.name for column in other.columns}
    return [column.name for column in one.columns if column.name not in known]


def _gone(one: Rows, other: Rows) -> list[Key]:
    return [key for key in one.cells if key not in other.cells]


def _row(key: Key, table: Rows) -> str:
    """How a row is called: its codes, and the name of its province."""
    told = " ".join(shown(part) for part in key if part) or "(unnamed)"
    province = world().geodata.provinces.get(key[0]) if key else None
    by_province = table.columns and table.columns[0].name == PROVINCE
    return f"{told} {province.name_en}" if by_province and province else told


def _cell(cell: Cell) -> str:
    if cell is None:
        return "nothing"
    return shown(cell) if isinstance(cell, str) else f"{cell:,.9g}"


def shown(text: str) -> str:
    """A text of a file, short, and with nothing in it that a terminal would obey."""
    plain = text if text.isprintable() else ascii(text)[1:-1]
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN]}…"
