"""From raw columns to clean ones: each different text is read once, whatever the number of rows."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from records.clean_table import Column
from records.codes import SMALL
from records.dates import order_of, read_date
from records.fields import FIELDS
from records.problems import Report
from records.values import read_amount, read_code, shown

_MOST_TEXTS = 50_000
_TOLD = 20
_NUMBERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "FLOAT", "DOUBLE", "DECIMAL", "HUGEINT")
_DAYS = ("DATE", "TIMESTAMP")
_FIRST_DAY = "DATE '2000-01-01'"


def columns(
    base: duckdb.DuckDBPyConnection,
    *,
    headings: dict[str, str],
    report: Report,
    today: date,
    turn: Callable[[str, float], None],
) -> Sequence[Column]:
    """How each mapped field becomes clean; tells what cannot be read. `headings`: by field."""
    types = {row[0]: str(row[1]) for row in base.execute("DESCRIBE raw").fetchall()}
    found = []
    for i, (field, heading) in enumerate(headings.items()):
        turn("clean", i / len(headings))
        kind, kept = FIELDS[field].kind, types[field]
        if kind == "person":
            continue
        if kind == "usd":
            found.append(_amounts(base, field, heading, kept, report))
        elif kind == "date":
            found.append(_days(base, field, heading, kept, report, today))
        else:
            found.append(_coded(base, field, heading, report))
    return found


def _texts(base: duckdb.DuckDBPyConnection, field: str, unless: str) -> list[str]:
    """The different texts of a column, most frequent first, without those read by `unless`."""
    rows = base.execute(
        f"SELECT text::VARCHAR FROM (SELECT {field} AS text, count(*) AS n FROM raw r WHERE {field}"
        f" IS NOT NULL AND ({unless}) IS NULL GROUP BY 1) ORDER BY n DESC, 1 LIMIT {_MOST_TEXTS}"
    ).fetchall()
    return [row[0] for row in rows]


def _keep(base: duckdb.DuckDBPyConnection, field: str, table: pd.DataFrame) -> None:
    base.register("texts", table)
    base.execute(f"CREATE OR REPLACE TABLE m_{field} AS SELECT * FROM texts")
    base.unregister("texts")


def _coded(base: duckdb.DuckDBPyConnection, field: str, heading: str, report: Report) -> Column:
    texts = _texts(base, field, "NULL")
    read = [read_code(field, text) for text in texts]
    _keep(
        base,
        field,
        pd.DataFrame(
            {
                "text": pd.Series(texts, dtype="str"),
                "value": pd.Series([one.code for one in read], dtype=SMALL),
                "total": pd.Series([one.total for one in read], dtype="bool"),
                "place": pd.Series(range(len(read)), dtype="int64"),
                "wrong": pd.Series([one.problem is not None for one in read], dtype="bool"),
            }
        ),
    )
    for text, count, row, place in _wrong(base, field) if any(o.problem for o in read) else []:
        key = read[place].problem
        if key is not None:
            report.tell(
                key,
                "not_known",
                row=row,
                column=heading,
                count=count,
                **dict(read[place].fields or (("value", shown(text)),)),
            )
    return Column(field=field, expression=f"coalesce(m_{field}.value, 0)", joined=True)


def _amounts(
    base: duckdb.DuckDBPyConnection, field: str, heading: str, kept: str, report: Report
) -> Column:
    most = FIELDS[field].most
    typed = kept.startswith(_NUMBERS)
    direct = f"r.{field}::DOUBLE" if typed else f"TRY_CAST(r.{field} AS DOUBLE)"
    if not typed:
        texts = _texts(base, field, direct)
        read = [read_amount(text) for text in texts]
        _keep(base, field, _read_table(texts, [one[0] for one in read], [one[1] for one in read]))
        _tell_wrong(base, field, heading, [one[1] for one in read], report)
        direct = f"coalesce({direct}, m_{field}.value)"
    joins = "" if typed else f"LEFT JOIN m_{field} ON r.{field} = m_{field}.text"
    outside = base.execute(
        f"SELECT count(*), min(row), any_value(v) FROM (SELECT row, {direct} AS v FROM raw r"
        f" {joins} WHERE NOT r.total) WHERE v IS NOT NULL AND NOT v BETWEEN 0 AND {most}"
    ).fetchone()
    if outside and outside[0] and not (typed and str(outside[2]) == "nan"):
        report.tell(
            "value_range",
            "not_known",
            row=outside[1],
            column=heading,
            count=outside[0],
            value=shown(f"{outside[2]:.15g}"),
            most=f"{most:,.0f}",
        )
    return Column(
        field=field,
        expression=f"CASE WHEN {direct} BETWEEN 0 AND {most} THEN {direct} END",
        joined=not typed,
    )


def _days(
    base: duckdb.DuckDBPyConnection,
    field: str,
    heading: str,
    kept: str,
    report: Report,
    today: date,
) -> Column:
    typed = kept.startswith(_DAYS)
    last = f"DATE '{today.isoformat()}'"
    direct = f"r.{field}::DATE"
    if not typed:
        plain = f"TRY_CAST(r.{field} AS DATE)"
        plain = f"CASE WHEN {plain} BETWEEN {_FIRST_DAY} AND {last} THEN {plain} END"
        texts = _texts(base, field, plain)
        order, certain = order_of(texts)
        if texts and not certain:
            report.tell(
                "date_order",
                "note",
                column=heading,
                value=shown(texts[0]),
            )
        days = [read_date(text, order=order) for text in texts]
        problems = [
            None if day is not None or read_amount(text) == (None, None) else "value_date"
            for text, day in zip(texts, days, strict=True)
        ]
        _keep(base, field, _read_table(texts, days, problems))
        _tell_wrong(base, field, heading, problems, report)
        direct = f"coalesce({plain}, TRY_CAST(m_{field}.value AS DATE))"
    joins = "" if typed else f"LEFT JOIN m_{field} ON r.{field}::VARCHAR = m_{field}.text"
    outside = base.execute(
        f"SELECT count(*), min(row), any_value(v)::VARCHAR FROM (SELECT row, {direct} AS v FROM"
        f" raw r {joins} WHERE NOT r.total) WHERE v IS NOT NULL"
        f" AND NOT v BETWEEN {_FIRST_DAY} AND {last}"
    ).fetchone()
    if outside and outside[0]:
        report.tell(
            "value_date_range",
            "not_known",
            row=outside[1],
            column=heading,
            count=outside[0],
            value=outside[2],
        )
    return Column(
        field=field,
        expression=f"CASE WHEN {direct} BETWEEN {_FIRST_DAY} AND {last} THEN {direct} END",
        joined=not typed,
    )


def _read_table(
    texts: Sequence[str],
    values: Sequence[object],
    wrong: Sequence[str | None],
) -> pd.DataFrame:
    days = any(isinstance(value, date) for value in values)
    read: list[Any] = [str(value) if isinstance(value, date) else value for value in values]
    return pd.DataFrame(
        {
            "text": pd.Series(texts, dtype="str"),
            "value": pd.Series(read, dtype="str" if days else "float64"),
            "place": pd.Series(range(len(texts)), dtype="int64"),
            "wrong": pd.Series([one is not None for one in wrong], dtype="bool"),
        }
    )


def _wrong(base: duckdb.DuckDBPyConnection, field: str) -> list[tuple[str, int, int, int]]:
    """The texts that cannot be read: with how often, the first row, and their place."""
    return base.execute(
        f"SELECT m.text, count(*), min(r.row), any_value(m.place) FROM raw r JOIN m_{field} m"
        f" ON r.{field}::VARCHAR = m.text WHERE m.wrong AND NOT r.total GROUP BY 1"
        " ORDER BY 2 DESC, 3"
    ).fetchall()


def _tell_wrong(
    base: duckdb.DuckDBPyConnection,
    field: str,
    heading: str,
    problems: Sequence[str | None],
    report: Report,
) -> None:
    if not any(problems):
        return
    for text, count, row, place in _wrong(base, field):
        key = problems[place]
        if key is not None:
            report.tell(key, "not_known", row=row, column=heading, count=count, value=shown(text))
