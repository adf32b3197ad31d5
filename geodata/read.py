"""Read one CSV table and hold it against its declaration."""

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

import pandas as pd

from geodata.errors import DataError
from geodata.provinces import NATIONAL
from geodata.schema import Cell, Table


def read_table(
    path: Path,
    *,
    table: Table,
    provinces: Collection[str] | None = None,
    sources: Collection[str] | None = None,
) -> pd.DataFrame:
    """Read and check `path`; return its rows in file order, a column per declared column.

    `provinces` and `sources`: the codes and ids that exist; None where they are being read.
    Raises `DataError` with file, row, column and remedy at the first thing that is wrong.
    """
    rows: list[dict[str, Cell]] = []
    for line, raw in _lines(path, table):
        row: dict[str, Cell] = {}
        for column, kind in table.columns.items():
            try:
                row[column] = kind(raw[column].strip())
            except ValueError as problem:
                raise _wrong(path, line, column, str(problem)) from None
        _check_references(path, line, row, table, provinces, sources)
        rows.append(row)
    _check_key(path, rows, table)
    if table.complete and provinces is not None:
        _check_complete(path, rows, table, provinces)
    return pd.DataFrame(rows, columns=list(table.columns))


def _lines(path: Path, table: Table) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows as text, with their line number in the file."""
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
    reader = csv.DictReader(io.StringIO(content, newline=""))
    header = list(reader.fieldnames or [])
    missing = [column for column in table.columns if column not in header]
    extra = [column for column in header if column not in table.columns]
    twice = [column for column, count in Counter(header).items() if count > 1]
    for columns, what, remedy in (
        (missing, "is missing", "Add it."),
        (extra, "is not known", "Remove it, or correct its name."),
        (twice, "stands twice in the header", "Remove one of the two."),
    ):
        if columns:
            raise _wrong(path, 1, columns[0] or "(no name)", f"{what}. {remedy}")
    empty = True
    for raw in reader:
        empty = False
        cells = list(raw.values())
        if None in raw or None in cells:
            raise DataError(
                file=path.name,
                row=reader.line_num,
                problem=f"the row does not have {len(header)} cells",
                remedy="Put a cell that holds a comma in double quotes.",
            )
        yield reader.line_num, raw
    if empty:
        raise DataError(
            file=path.name, problem="the table has no rows", remedy="Fill in at least one row."
        )


def _wrong(path: Path, line: int, column: str, problem: str) -> DataError:
    what, _, remedy = problem.partition(". ")
    return DataError(
        file=path.name, row=line, column=column, problem=what.rstrip("."), remedy=remedy
    )


def _check_references(
    path: Path,
    line: int,
    row: dict[str, Cell],
    table: Table,
    provinces: Collection[str] | None,
    sources: Collection[str] | None,
) -> None:
    code = row.get("province_code")
    listed = row.get("provinces")
    codes = [code] if isinstance(code, str) else []
    codes += list(listed) if isinstance(listed, tuple) else []
    for code in codes:
        known = provinces is None or code in provinces or (table.national and code == NATIONAL)
        if not known:
            column = "provinces" if isinstance(listed, tuple) else "province_code"
            raise _wrong(
                path, line, column, f"holds {code}, no province. Use a code from 01 to 25."
            )
    for column in ("source_id", "source_a", "source_b"):
        cell = row.get(column)
        for source in cell if isinstance(cell, tuple) else ():
            if sources is not None and source not in sources:
                raise _wrong(
                    path,
                    line,
                    column,
                    f"names the source {source}, which sources.csv does not have. "
                    "Add it there, or correct the name.",
                )


def _check_key(path: Path, rows: list[dict[str, Cell]], table: Table) -> None:
    seen: dict[tuple[Cell, ...], int] = {}
    for line, row in enumerate(rows, start=2):
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
    path: Path, rows: list[dict[str, Cell]], table: Table, provinces: Collection[str]
) -> None:
    others = [column for column in table.key if column != "province_code"]
    groups: dict[tuple[Cell, ...], set[Cell]] = {}
    for row in rows:
        groups.setdefault(tuple(row[column] for column in others), set()).add(row["province_code"])
    for group, codes in groups.items():
        for code in provinces:
            if code not in codes:
                what = " ".join(map(str, group))
                raise DataError(
                    file=path.name,
                    column="province_code",
                    problem=f"province {code} is missing{' for ' + what if what else ''}",
                    remedy=f"Add a row for {code}.",
                )
