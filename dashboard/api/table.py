"""Rows as CSV: flat columns, and no cell that a spreadsheet would take for a formula."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

_FIGURE = ("value", "low", "high", "status", "as_of", "sources", "why_null")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def table(rows: Iterable[BaseModel]) -> str:
    """The rows as CSV with a heading; what is nested becomes columns such as `title_en`.

    What a number is of comes first, then the number and its evidence.
    """
    flat = [dict(_flat(row.model_dump(mode="json"))) for row in rows]
    named = dict.fromkeys(column for row in flat for column in row)
    columns = [one for one in named if one not in _FIGURE]
    columns += [one for one in _FIGURE if one in named]
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(flat)
    return file.getvalue()


def cell(value: Any) -> Any:
    """One cell: a text that begins like a formula gets an apostrophe, nothing is an empty cell.

    >>> cell("=1+1"), cell(-2.5), cell(None), cell(["A", "B"]), cell({"low": "infinite"})
    ("'=1+1", -2.5, '', 'A B', 'low:infinite')
    """
    if value is None:
        return ""
    if isinstance(value, dict):
        return cell(" ".join(f"{key}:{one}" for key, one in value.items()))
    if isinstance(value, list):
        return cell(" ".join(map(str, value)))
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def _flat(row: Mapping[str, Any], before: str = "") -> Iterable[tuple[str, Any]]:
    for key, value in row.items():
        if isinstance(value, dict) and key != "why_null":
            yield from _flat(value, f"{before}{key}_")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{before}{key}", cell(" ".join(str(one.get("key", "")) for one in value))
        else:
            yield f"{before}{key}", cell(value)
