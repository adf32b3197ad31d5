"""A first look at a file: what it is, its headings, some rows, and the mapping these suggest."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import duckdb

from records.encodings import encoding_of, is_legacy_khmer
from records.files import MOST_MB, Kind, kind_of
from records.headings import LOOKED_AT, find_headings
from records.mapping import Proposal, propose
from records.marks import is_marked, is_named, marked_by
from records.problems import Refused, Report
from records.rows import Row, delimiter_of, sample_text, text_rows, workbook_rows

_SAMPLE = 200
_MOST_COLUMNS = 500


@dataclass(frozen=True, kw_only=True)
class Look:
    """What a file is. `first`: rows up to and with the headings; `all_rows`: of a workbook.

    `synthetic`: whether its name or its first rows say so; `mark`: the column that says it.
    """

    path: Path
    kind: Kind
    headings: tuple[str, ...]
    first: int
    sample: Sequence[Row]
    proposal: Proposal
    synthetic: bool
    mark: int | None = None
    encoding: str = "utf-8"
    delimiter: str = ","
    all_rows: Sequence[tuple[int, Row]] = ()


def look(
    path: Path, *, name: str = "", report: Report | None = None, most_mb: int = MOST_MB
) -> Look:
    """Look at a file. `name`: what it is called, where that is not its path.

    Raises `Refused` where it cannot be read; else the report has notes only.
    """
    called = name or path.name
    told = Report() if report is None else report
    kind = kind_of(path, told, most_mb=most_mb)
    if kind == "parquet":
        return _parquet(path, told, called)
    encoding, delimiter, rows = "utf-8", ",", list[tuple[int, Row]]()
    if kind == "text":
        encoding = encoding_of(path)
        text = sample_text(path, encoding)
        delimiter = delimiter_of(text)
        _check_text(text, encoding, told)
        head = list(islice(text_rows(path, encoding, delimiter, Report()), LOOKED_AT + _SAMPLE))
    else:
        rows = list(workbook_rows(path, told))
        head = rows[: LOOKED_AT + _SAMPLE]
        _check_text("\n".join(cell for _, row in head for cell in row if cell), "utf-8", told)
    found = find_headings([row for _, row in head])
    if found is None:
        told.tell("headings_missing", "refused", rows=LOOKED_AT)
        raise Refused(told)
    _check_width(found.names, told)
    sample = [row for _, row in head[found.rows :]]
    named = [name for name in found.names if name]
    for name in sorted({name for name in named if named.count(name) > 1}):
        told.tell("headings_twice", "note", column=name)
    return Look(
        path=path,
        kind=kind,
        headings=found.names,
        first=found.rows,
        sample=sample,
        proposal=propose(found.names, sample),
        synthetic=_synthetic(found.names, sample, told) or is_named(called),
        mark=marked_by(found.names),
        encoding=encoding,
        delimiter=delimiter,
        all_rows=rows,
    )


def _check_width(headings: Sequence[str], report: Report) -> None:
    if len(headings) > _MOST_COLUMNS:
        report.tell("columns_many", "refused", found=len(headings), most=_MOST_COLUMNS)
        raise Refused(report)


def _check_text(text: str, encoding: str, report: Report) -> None:
    if is_legacy_khmer(text):
        report.tell("encoding_legacy_khmer", "refused")
        raise Refused(report)
    if encoding == "cp1252":
        report.tell("encoding_guessed", "note")
    if "\x00" in text.replace("\x00\x00", "") and encoding.startswith("utf-8"):
        report.tell("file_unknown", "refused")
        raise Refused(report)


def _parquet(path: Path, report: Report, called: str) -> Look:
    try:
        # Alone, it reads the first rows; several threads would each begin at another group.
        with duckdb.connect(config={"threads": 1}) as base:
            found = base.execute(
                f"SELECT COLUMNS(*)::VARCHAR FROM read_parquet($1) LIMIT {_SAMPLE}", [str(path)]
            )
            headings = tuple(column[0] for column in found.description or ())
            sample = found.fetchall()
    except duckdb.Error:
        report.tell("file_unreadable", "refused", kind="Parquet")
        raise Refused(report) from None
    _check_width(headings, report)
    return Look(
        path=path,
        kind="parquet",
        headings=headings,
        first=0,
        sample=sample,
        proposal=propose(headings, sample),
        synthetic=_synthetic(headings, sample, report) or is_named(called),
        mark=marked_by(headings),
    )


def _synthetic(headings: Sequence[str], sample: Sequence[Row], report: Report) -> bool:
    """Whether the records say that they are synthetic; a file of both kinds is refused."""
    place = marked_by(headings)
    if place is None:
        return False
    marks = {is_marked(row[place]) for row in sample if len(row) > place and any(row)}
    if marks == {True, False}:
        report.tell("synthetic_mixed", "refused")
        raise Refused(report)
    return marks == {True}
