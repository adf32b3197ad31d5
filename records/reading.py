"""Reads a file of records into clean columns, and reports what was wrong with it.

Only mapped columns are read, and what comes out are codes, days and dollars: no text of the file
is kept. DuckDB holds everything in memory, and spills into a folder that is removed.
"""

import secrets
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb

from records.clean_table import clean_table
from records.cleaning import columns
from records.duck import Duck
from records.engine import Ended, always, silent
from records.fields import FIELDS
from records.files import MOST_MB
from records.looking import Look, look
from records.mapping import Mapping
from records.personal import by_content, sample_of
from records.problems import Refused, Report
from records.raw import raw_table
from records.room import is_out_of_room
from records.twins import each_once, one_row, without_twins

MEMORY_MB = 700


@dataclass(kw_only=True, eq=False)
class Reading:
    """Clean records in memory, until closed.

    `rows`: rows of the file that were kept; `events`: several rows a person; `as_of`: the last day
    that the records speak of.
    """

    base: duckdb.DuckDBPyConnection
    folder: Path
    fields: tuple[str, ...]
    report: Report
    rows: int = 0
    events: bool = False
    as_of: date = field(default_factory=date.today)
    synthetic: bool = False

    @property
    def engine(self) -> Duck:
        """DuckDB over these records."""
        return Duck(self.base)

    def close(self) -> None:
        """Forget the records."""
        self.base.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> "Reading":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def read(
    path: Path,
    *,
    mapping: Mapping | None = None,
    name: str = "",
    today: date | None = None,
    most_mb: int = MOST_MB,
    folder: Path | None = None,
    progress: Callable[[str, float], None] = silent,
    awaited: Callable[[], bool] = always,
) -> Reading:
    """The clean records of a file. `mapping`: as proposed where there is none.

    `name`: what the file is called, where that is not its path.

    `folder`: where DuckDB spills to, in a folder of its own; by default among temporary files.

    Raises `Refused`, with the report, where nothing can be counted; `Ended` once nobody waits;
    what DuckDB or the machine raises where there is no room (see `records.room`).
    """

    def turn(step: str, done: float) -> None:
        if not awaited():
            raise Ended
        progress(step, done)

    report = Report()
    turn("look", 0.0)
    seen = look(path, name=name, report=report, most_mb=most_mb)
    chosen = _chosen(seen, mapping, report)
    spill = Path(tempfile.mkdtemp(prefix="records-", dir=folder))
    base = duckdb.connect(
        config={"memory_limit": f"{MEMORY_MB}MB", "temp_directory": str(spill / "spill")}
    )
    base.execute("SET enable_progress_bar = false")
    reading = Reading(
        base=base, folder=spill, fields=tuple(chosen), report=report, synthetic=seen.synthetic
    )
    try:
        raw_table(base, seen, chosen, report=report, turn=turn)
        _clean(reading, seen, chosen, today or date.today(), turn)
    except BaseException as wrong:
        reading.close()
        if isinstance(wrong, duckdb.Error) and not is_out_of_room(wrong):
            report.tell("file_unreadable", "refused", kind=seen.kind)
            raise Refused(report) from None
        raise
    return reading


def _chosen(seen: Look, mapping: Mapping | None, report: Report) -> dict[str, str]:
    """The headings of the fields that are read, without those that look personal."""
    asked = (mapping or seen.proposal.mapping).columns
    chosen: dict[str, str] = {}
    for field_key, heading in asked.items():
        if heading not in seen.headings:
            report.tell("column_missing", "note", column=heading)
            continue
        cells = sample_of(seen.sample, seen.headings.index(heading))
        what = seen.proposal.personal.get(heading) or by_content(cells)
        what = what if field_key != "person" else None
        if what is not None:
            report.tell("personal_mapped", "refused", column=heading, what=what)
        else:
            chosen[field_key] = heading
    for heading, what in seen.proposal.personal.items():
        if heading not in chosen.values() and heading not in asked.values():
            report.tell("personal_dropped", "note", column=heading, what=what)
    for key, declared in FIELDS.items():
        if declared.required and key not in chosen:
            report.tell("field_missing", "refused", field=key)
    if report.refused:
        raise Refused(report)
    return chosen


def _clean(
    reading: Reading,
    seen: Look,
    chosen: dict[str, str],
    today: date,
    turn: Callable[[str, float], None],
) -> None:
    base, report = reading.base, reading.report
    found = columns(base, headings=chosen, report=report, today=today, turn=turn)
    apart = "person" in chosen or bool(seen.proposal.personal)
    blank = " AND ".join(f"r.{key} IS NULL" for key in chosen)
    where = f"WHERE NOT r.total AND NOT coalesce(m_province.total, false) AND NOT ({blank})"
    totals, first = one_row(
        base,
        "SELECT count(*), min(row) FROM raw r LEFT JOIN m_province ON"
        " r.province::VARCHAR = m_province.text WHERE r.total OR m_province.total",
    )
    if totals:
        report.tell("rows_total", "left_out", row=first, count=totals)
    salt = secrets.randbits(60)
    person = "r.row"
    if "person" in chosen:
        person = f"coalesce((hash(r.person, {salt}) >> 1)::BIGINT, -r.row)"
    _check_marks(reading, seen, f"NOT r.total AND NOT ({blank})")
    once = each_once(base, chosen)
    if not once:
        where += without_twins(base, report, apart)
    turn("clean", 1.0)
    clean_table(base, found, person=person, where=where)
    for name in ("raw", "kept", *(f"m_{column.field}" for column in found if column.joined)):
        for kind in ("VIEW", "TABLE"):
            with suppress(duckdb.Error):
                base.execute(f"DROP {kind} IF EXISTS {name}")
    _look_over(reading, once=once or "person" not in chosen)


def _check_marks(reading: Reading, seen: Look, rows: str) -> None:
    """Every row is synthetic, or none is. Raises `Refused` where a file holds both."""
    if seen.mark is None:
        return
    some, every = one_row(
        reading.base, f"SELECT bool_or(mark), bool_and(mark) FROM raw r WHERE {rows}"
    )
    if some and not every:
        reading.report.tell("synthetic_mixed", "refused")
        raise Refused(reading.report)
    reading.synthetic = reading.synthetic or bool(some)


def _look_over(reading: Reading, *, once: bool) -> None:
    """Count, and tell what only whole records show."""
    base, report = reading.base, reading.report
    rows, people, last, early, no_sex, no_province = one_row(
        base,
        f"SELECT count(*), {'count(*)' if once else 'count(DISTINCT person)'},"
        " greatest(max(returned), max(status_date)), count_if(status_date < returned),"
        " count_if(sex = 0), count_if(province = 0) FROM clean",
    )
    if not rows:
        report.tell("rows_none", "refused")
        raise Refused(report)
    reading.rows, reading.events = rows, people < rows
    reading.as_of = last or date.today()
    if early:
        report.tell("status_before_return", "not_known", count=early)
    for count, key in ((no_sex, "sex"), (no_province, "province")):
        if count and (not reading.events or count == rows):
            report.tell("people_left_out", "left_out", count=count, field=key)
    if rows in (no_sex, no_province):
        report.tell("rows_none", "refused")
        raise Refused(report)
    if reading.events:
        for key in ("province", "sex"):
            differ = one_row(
                base,
                f"SELECT count(*) FROM (SELECT person FROM clean WHERE {key} > 0 GROUP BY person"
                f" HAVING min({key}) < max({key}))",
            )[0]
            if differ:
                report.tell("people_differ", "note", count=differ, field=key)
    if reading.synthetic:
        report.tell("synthetic", "note")
