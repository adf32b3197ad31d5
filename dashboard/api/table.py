"""Rows as CSV: flat columns, written as the files that are taken."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from dashboard.exports.sheet import Cell
from dashboard.exports.text import csv_bytes

_FIGURE = ("value", "low", "high", "status", "as_of", "sources", "why_null")


def table(rows: Iterable[BaseModel]) -> bytes:
    """The rows as CSV with a heading; what is nested becomes columns such as `title_en`.

    What a number is of comes first, then the number and its evidence.
    """
    flat = [dict(_flat(row.model_dump(mode="json"))) for row in rows]
    named = dict.fromkeys(column for row in flat for column in row)
    columns = [one for one in named if one not in _FIGURE]
    columns += [one for one in _FIGURE if one in named]
    return csv_bytes([columns, *([row.get(column) for column in columns] for row in flat)])


def cell(value: Any) -> Cell:
    """One cell: what a value holds besides itself becomes a text, yes and no as in JSON.

    >>> cell(-2.5), cell(None), cell(["A", "B"]), cell({"low": "infinite"}), cell(True)
    (-2.5, None, 'A B', 'low:infinite', 'true')
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return " ".join(f"{key}:{one}" for key, one in value.items())
    if isinstance(value, list):
        return " ".join(map(str, value))
    number: float | int = value
    return number


def _flat(row: Mapping[str, Any], before: str = "") -> Iterable[tuple[str, Cell]]:
    for key, value in row.items():
        if isinstance(value, dict) and key != "why_null":
            yield from _flat(value, f"{before}{key}_")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{before}{key}", cell(" ".join(str(one.get("key", "")) for one in value))
        else:
            yield f"{before}{key}", cell(value)
