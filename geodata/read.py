"""Read one CSV table and hold it against its declaration."""

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path

import pandas as pd

from geodata.errors import DataError
from geodata.own import USE_A_CODE
from geodata.provinces import NATIONAL
from geodata.schema import Cell, OneOf, Table, shown

_LONGEST_CELL = 64_000_000
_BLAMED = 40

Rows = dict[int, dict[str, Cell]]
"""Rows by the line of the file where each begins."""


def read_table(
    path: Path,
    *,
    table: Table,
    provinces: Collection[str] | None = None,
    sources: Collection[str] | None = None,
    partly: bool = False,
) -> pd.DataFrame:
    """Read and check `path`; return its rows in file order, a column per declared column.

    The index is the line of the file where a row begins. `provinces` and `sources`: the codes
    and ids that exist; None where they are being read. `partly`: whether the table may be without
    rows, and a complete one without some of its groups, as areas of one's own have.

    Raises:
        DataError: with file, row, column and remedy, at the first thing that is wrong.
    """
    rows: Rows = {}
    for line, raw in _lines(path, table, partly=partly):
        if partly and _waits(raw, table):
            continue
        row = typed_row(path.name, line, raw, table)
        _check_references(path, line, row, table, provinces, sources)
        rows[line] = row
    _check_key(path, rows, table)
    if table.complete and provinces is not None:
        _check_complete(path, rows, table, provinces, partly=partly)
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(table.columns))


def typed_row(file: str, line: int, raw: Mapping[str, str], table: Table) -> dict[str, Cell]:
    """A row of text with its columns typed. Raises `DataError` at the first wrong cell."""
    row: dict[str, Cell] = {}
    for column, kind in table.columns.items():
        try:
            row[column] = kind(raw[column].strip())
        except ValueError as problem:
            raise wrong(file, line, column, str(problem)) from None
    return row


def wrong(file: str, line: int | None, column: str, problem: str) -> DataError:
    """The error for one place; `problem` is what is wrong, a full stop, and what to do."""
    what, _, remedy = problem.partition(". ")
    return DataError(file=file, row=line, column=column, problem=what.rstrip("."), remedy=remedy)


def _lines(path: Path, table: Table, *, partly: bool) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows as text, with the line of the file where each begins."""
    rows = _split(path)
    _, header = next(rows, (1, []))
    header = [name.strip() for name in header]
    if not header:
        raise DataError(
            file=path.name, problem="the file is empty", remedy="Restore it, with its header."
        )
    _check_header(path, header, table)
    empty = True
    for line, cells in rows:
        empty = False
        if len(cells) != len(header):
            few = len(cells) < len(header)
            raise DataError(
                file=path.name,
                row=line,
                problem=f"the row has {len(cells)} cells, not {len(header)}",
                remedy="Write a comma for an empty cell and close every quotation mark."
                if few
                else "Put a cell that holds a comma in double quotes.",
            )
        yield line, dict(zip(header, cells, strict=True))
    if empty and not partly:
        raise DataError(
            file=path.name, problem="the table has no rows", remedy="Fill in at least one row."
        )


def _split(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Lines of cells that are not blank, each with the line of the file where it begins."""
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise DataError(
            file=path.name, problem="the file is missing", remedy="Restore it from the repository."
        ) from None
    except UnicodeDecodeError:
        raise DataError(
            file=path.name, problem="the file is not UTF-8", remedy="Save it as CSV in UTF-8."
        ) from None
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(content, newline=""))
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as problem:
            raise DataError(
                file=path.name, row=line, problem=str(problem), remedy="Save it as CSV in UTF-8."
            ) from None
        if cells is None:
            return
        if cells:
            yield line, cells


def _check_header(path: Path, header: Sequence[str], table: Table) -> None:
    missing = [column for column in table.columns if column not in header]
    extra = [column for column in header if column not in table.columns]
    twice = [column for column, count in Counter(header).items() if count > 1]
    for columns, what in (
        (missing, "is missing. Add it."),
        (extra, "is not known. Remove it, or correct its name."),
        (twice, "stands twice in the header. Remove one of the two."),
    ):
        if columns:
            raise wrong(path.name, 1, columns[0][:_BLAMED] or "(no name)", what)


def _check_references(
    path: Path,
    line: int,
    row: dict[str, Cell],
    table: Table,
    provinces: Collection[str] | None,
    sources: Collection[str] | None,
) -> None:
    for column in ("province_code", "provinces"):
        for code in _keys(row.get(column)):
            known = provinces is None or code in provinces or (table.national and code == NATIONAL)
            if not known:
                problem = f"holds {shown(code)}, no province. {USE_A_CODE}"
                raise wrong(path.name, line, column, problem)
    for column in ("source_id", "source_a", "source_b"):
        cell = row.get(column)
        for source in cell if isinstance(cell, tuple) else ():
            if sources is not None and source not in sources:
                problem = f"names the source {shown(source)}, which sources.csv does not have"
                remedy = "Add it there, or correct the name."
                raise wrong(path.name, line, column, f"{problem}. {remedy}")


def _waits(raw: Mapping[str, str], table: Table) -> bool:
    """Whether a row has no value yet, though its table asks for one."""
    if raw.get("value", "x").strip():
        return False
    try:
        table.columns["value"]("")
    except ValueError:
        return True
    return False


def _keys(cell: Cell) -> tuple[str, ...]:
    if isinstance(cell, tuple):
        return cell
    return (cell,) if isinstance(cell, str) else ()


def _check_key(path: Path, rows: Rows, table: Table) -> None:
    seen: dict[tuple[Cell, ...], int] = {}
    for line, row in rows.items():
        key = tuple(row[column] for column in table.key)
        if key in seen:
            raise DataError(
                file=path.name,
                row=line,
                column=table.key[0],
                problem=f"{' '.join(map(str, key))} stands twice (first in row {seen[key]})",
                remedy="Keep one of the two rows.",
            )
        seen[key] = line


def _check_complete(
    path: Path, rows: Rows, table: Table, provinces: Collection[str], *, partly: bool
) -> None:
    others = [column for column in table.key if column != "province_code"]
    groups: dict[tuple[Cell, ...], set[Cell]] = {}
    for row in rows.values():
        groups.setdefault(tuple(row[column] for column in others), set()).add(row["province_code"])
    kinds = [table.columns[column] for column in others]
    for group in product(*(kind.allowed for kind in kinds if isinstance(kind, OneOf))):
        name = " ".join(group)
        if group not in groups:
            if partly:
                continue
            raise wrong(path.name, None, others[0], f"{name} is missing. Add its 25 rows.")
        for code in provinces:
            if code not in groups[group]:
                which = f"province {code} is missing{f' for {name}' if name else ''}"
                raise wrong(path.name, None, "province_code", f"{which}. Add a row for {code}.")
