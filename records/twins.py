"""Rows that are the same in every column: left out where people can be told apart."""

import duckdb

from records.problems import Report


def one_row(base: duckdb.DuckDBPyConnection, query: str) -> tuple:  # type: ignore[type-arg]  # a row
    """The first row of what is asked for; empty where there is none."""
    return base.execute(query).fetchone() or ()


def each_once(base: duckdb.DuckDBPyConnection, chosen: dict[str, str]) -> bool:
    """Whether every row has a registry number of its own, so that no two can be the same."""
    if "person" not in chosen:
        return False
    rows, people = one_row(base, "SELECT count(*), count(DISTINCT person) FROM raw")
    return bool(rows == people)


def without_twins(base: duckdb.DuckDBPyConnection, report: Report, apart: bool) -> str:
    """The condition that leaves out rows that are the same as earlier ones; tells of them.

    They are kept where nothing tells people `apart`: they may be different people.
    """
    rows, different = one_row(
        base, "SELECT count(*), count(DISTINCT twin) FROM raw WHERE NOT total"
    )
    if rows == different:
        return ""
    row = one_row(
        base,
        "SELECT min(row) FROM (SELECT max(row) AS row FROM raw WHERE NOT total GROUP BY twin"
        " HAVING count(*) > 1)",
    )[0]
    if apart:
        report.tell("rows_twice", "left_out", row=row, count=rows - different)
        return " AND r.row IN (SELECT min(row) FROM raw GROUP BY twin)"
    report.tell("rows_alike", "note", row=row, count=rows - different)
    return ""
