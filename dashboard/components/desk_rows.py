"""Rows of tables, as they are kept: new ones, changed ones, and all of a load."""

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html

from dashboard.components.table import scroll_table
from dashboard.desk.differences import RowChange
from dashboard.desk.kept import table_of
from dashboard.desk.titles import column_title, table_title
from dashboard.numbers import number
from dashboard.words import Speaker
from geodata import Geodata

MOST_SHOWN = 100


def rows_part(found: Iterable[RowChange], *, geodata: Geodata, say: Speaker) -> list[Any]:
    """New and changed rows of each table."""
    parts: list[Any] = []
    for one in found:
        for title, rows in (
            (say("desk_rows_added", count=len(one.added)), one.added),
            (say("desk_rows_changed", count=len(one.changed)), one.changed),
        ):
            if rows:
                name = say("desk_table_rows", table=table_title(one.table, say=say), rows=title)
                parts.append(html.H4(name))
                parts += table_rows(one.table, rows, label=name, geodata=geodata, say=say)
    return parts


def table_rows(
    table: str, rows: Sequence[Any], *, label: str, geodata: Geodata, say: Speaker
) -> list[Any]:
    """The first rows of a table with all columns, and how many more there are."""
    columns = list(table_of(table).columns)
    body = [
        html.Tr(
            [html.Td(_cell(getattr(row, one), one, geodata=geodata, say=say)) for one in columns]
        )
        for row in rows[:MOST_SHOWN]
    ]
    heads = [column_title(one, say=say) for one in columns]
    left = len(rows) - MOST_SHOWN
    more = [html.P(say("desk_rows_more", count=left))] if left > 0 else []
    return [scroll_table(heads, body, label=label), *more]


def _cell(value: Any, column: str, *, geodata: Geodata, say: Speaker) -> str:
    if value is None or value != value:
        return ""
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    if column.endswith("_code") and value in geodata.provinces:
        return geodata.provinces[value].name(say.lang)
    if isinstance(value, float):
        whole = float(value).is_integer()
        return say.fill(number(value) if whole else f"{value:g}")
    return say.fill(str(value)) if column in ("as_of",) else str(value)
