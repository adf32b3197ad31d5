"""The mapped columns of a file as a table `raw` of DuckDB: what they hold, as it stands there.

Besides them: `row`, as a spreadsheet counts; `twin`, the same for rows that are the same in every
column of the file; `total`, whether the row begins like one of totals; `mark`, whether it says that
it is synthetic.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

import duckdb
import pandas as pd

from records.looking import Look
from records.marks import YES
from records.problems import Report
from records.room import is_out_of_room
from records.rows import Row, text_rows
from records.spellings import TOTALS, split
from records.twins import one_row

_BLOCK = 20_000
_MARKS = "|".join(map(re.escape, YES))
_LOST = "\ufffd"
_TOTALS = "|".join(map(re.escape, split(TOTALS)))


def raw_table(
    base: duckdb.DuckDBPyConnection,
    seen: Look,
    chosen: dict[str, str],
    *,
    report: Report,
    turn: Callable[[str, float], None],
) -> None:
    """Make the table (a view, of Parquet); tells of rows that had to be left out."""
    turn("read", 0.0)
    if seen.kind == "parquet":
        _from_parquet(base, seen, chosen)
        return
    if seen.kind == "text" and seen.encoding in ("utf-8", "utf-8-sig"):
        try:
            _from_text(base, seen, chosen)
        except duckdb.Error as wrong:
            if is_out_of_room(wrong):
                raise
            base.execute("DROP TABLE IF EXISTS raw")
        else:
            return
    rows: Iterable[tuple[int, Row]] = seen.all_rows
    if seen.kind == "text":
        rows = text_rows(seen.path, seen.encoding, seen.delimiter, report)
    _from_rows(base, seen, chosen, rows, report, turn)


def _from_parquet(base: duckdb.DuckDBPyConnection, seen: Look, chosen: dict[str, str]) -> None:
    kept = ", ".join(f"{_quoted(heading)} AS {field}" for field, heading in chosen.items())
    every = ", ".join(map(_quoted, seen.headings))
    path = str(seen.path).replace("'", "''")
    first = _quoted(seen.headings[0])
    told = _quoted(seen.headings[seen.mark]) if seen.mark is not None else ""
    words, kind = one_row(
        base,
        f"SELECT max(typeof({first})), max(typeof({told or 'NULL'})) FROM"
        f" (SELECT * FROM read_parquet('{path}') LIMIT 1)",
    )
    mark = f"coalesce({told}, false)" if kind == "BOOLEAN" else _mark(told)
    total = _one_of(f"lower({first})", _TOTALS)
    base.execute(
        f"CREATE VIEW raw AS SELECT file_row_number + 1 AS row, hash({every}) AS twin,"
        f" {total if words == 'VARCHAR' else 'false'} AS total,"
        f" {mark} AS mark,"
        f" {kept} FROM read_parquet('{path}', file_row_number = true)"
    )


def _from_text(base: duckdb.DuckDBPyConnection, seen: Look, chosen: dict[str, str]) -> None:
    """Straight from the file, by DuckDB: for a file without fault. Raises otherwise."""
    names = [f"c{i}" for i in range(len(seen.headings))]
    types = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    path = str(seen.path).replace("'", "''")
    base.execute(
        f"CREATE TABLE kept AS SELECT {_columns(names, seen, chosen)} FROM read_csv('{path}',"
        f" delim = '{seen.delimiter}', quote = '\"', escape = '\"', header = false,"
        f" skip = {seen.first}, auto_detect = false, columns = {{{types}}}, strict_mode = true)"
    )
    base.execute(f"CREATE VIEW raw AS SELECT rowid + {seen.first + 1} AS row, * FROM kept")


def _columns(names: Sequence[str], seen: Look, chosen: dict[str, str]) -> str:
    kept = [
        f"nullif(trim({names[seen.headings.index(heading)]}), '') AS {field}"
        for field, heading in chosen.items()
    ]
    first = f"lower(trim({names[0]}))"
    total = f"{_one_of(first, _TOTALS)} OR coalesce({first} LIKE 'total %', false) AS total"
    mark = f"{_mark(names[seen.mark] if seen.mark is not None else '')} AS mark"
    return ", ".join([f"hash({', '.join(names)}) AS twin", total, mark, *kept])


def _mark(column: str) -> str:
    """Whether a row says that it is synthetic."""
    return _one_of(f"lower(trim({column}::VARCHAR))", _MARKS) if column else "false"


def _one_of(text: str, listed: str) -> str:
    """Whether `text` is one of them. `IN` would be a join, made even where nobody asks for it."""
    return f"coalesce(regexp_full_match({text}, '{listed}'), false)"


def _from_rows(
    base: duckdb.DuckDBPyConnection,
    seen: Look,
    chosen: dict[str, str],
    rows: Iterable[tuple[int, Row]],
    report: Report,
    turn: Callable[[str, float], None],
) -> None:
    """Row by row: for other encodings, for workbooks, and to tell where a file is at fault."""
    width = len(seen.headings)
    names = [f"c{i}" for i in range(width)]
    wanted = 1 + max(seen.headings.index(heading) for heading in chosen.values())
    made = False
    left = islice(rows, seen.first, None)
    done = 0
    while True:
        block = list(islice(left, _BLOCK))
        if not block and made:
            break
        good = _good(block, width, wanted, seen, report)
        _tell_lost(good, report)
        frame = pd.DataFrame(
            {
                name: pd.Series([row[i] for _, row in good], dtype="str")
                for i, name in enumerate(names)
            }
        )
        frame.insert(0, "row", pd.Series([number for number, _ in good], dtype="int64"))
        base.register("block", frame)
        how = "INSERT INTO raw" if made else "CREATE TABLE raw AS"
        base.execute(f"{how} SELECT row, {_columns(names, seen, chosen)} FROM block")
        base.unregister("block")
        made = True
        done += len(block)
        turn("read", 1 - 1 / (1 + done / 200_000))
        if not block:
            break


def _good(
    block: Sequence[tuple[int, Row]], width: int, wanted: int, seen: Look, report: Report
) -> list[tuple[int, Row]]:
    """The rows that have the cells they should; short ones are filled up where nothing is lost."""
    good: list[tuple[int, Row]] = []
    last = len(block) < _BLOCK
    for i, (number, row) in enumerate(block):
        if not any(row):
            continue
        if len(row) == width:
            good.append((number, row))
        elif len(row) > width and not any(row[width:]):
            good.append((number, row[:width]))
        elif len(row) < wanted and last and i == len(block) - 1 and _cut(seen):
            report.tell("file_cut", "left_out", row=number)
        elif wanted <= len(row) < width:
            good.append((number, [*row, *[None] * (width - len(row))]))
        else:
            report.tell("row_length", "left_out", row=number, found=len(row), wanted=width)
    return good


def _tell_lost(rows: Sequence[tuple[int, Row]], report: Report) -> None:
    """Tell of rows with signs that could not be decoded."""
    lost = [number for number, row in rows if any(cell and _LOST in cell for cell in row)]
    if lost:
        report.tell("encoding_signs", "note", row=lost[0], count=len(lost))


def _cut(seen: Look) -> bool:
    if seen.kind != "text":
        return False
    with seen.path.open("rb") as file:
        file.seek(-1, 2)
        return file.read(1) not in b"\r\n\0"


def _quoted(heading: str) -> str:
    return '"' + heading.replace('"', '""') + '"'
