"""What is read back from a file that was taken: what it says of itself, and its table."""

import csv
import io
import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.exports.sheet import NUMBERS, Cell, Kind
from dashboard.exports.text import guarded

KEY = "corridor_atlas"
"""Under which a file says it, wherever its format has room for a key and a text."""

_NUMBER = re.compile(r"[+-]?\d+(\.\d*)?([eE][+-]?\d+)?", re.ASCII)


class UnreadableError(Exception):
    """A file from which nothing can be told: one sentence says why."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A file, read. `facts` are those of `facts.facts`; `columns`: names, none in a picture.

    `rows`: cells as the format has them; `typed` makes them comparable.
    """

    facts: Mapping[str, str]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()


def written_facts(facts: Mapping[str, str]) -> str:
    """Facts as text that every format takes: JSON in ASCII, on one line."""
    return json.dumps(dict(facts), ensure_ascii=True)


def read_facts(text: str | bytes) -> Mapping[str, str]:
    """Facts that a file holds as JSON.

    Raises:
        UnreadableError: it is something else.
    """
    return clean_facts(read_json(text))


def read_json(text: str | bytes) -> Any:
    """What JSON says.

    Raises:
        UnreadableError: it is no JSON, or nested without end.
    """
    try:
        return json.loads(text)
    except (ValueError, TypeError, RecursionError):
        raise UnreadableError("The file is damaged: it holds no JSON where it should.") from None


def clean_facts(found: object) -> Mapping[str, str]:
    """The texts among what a file says of itself."""
    if not isinstance(found, Mapping):
        raise UnreadableError("The file does not say where it is from.")
    return {
        key: value
        for key, value in found.items()
        if isinstance(key, str) and isinstance(value, str)
    }


def typed(cell: object, kind: Kind) -> Cell:
    """A cell as its sheet has it; a text where a number should stand stays a text.

    >>> typed("12.50", "number"), typed(1.0, "code"), typed("", "text"), typed("many", "percent")
    (12.5, '1', None, 'many')
    """
    if cell is None or cell == "":
        return None
    if kind in NUMBERS:
        return _number(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell)
    return text[1:] if text.startswith("'") and guarded(text[1:]) == text else text


def table(heads: Sequence[object], rows: Sequence[Sequence[object]]) -> dict[str, Any]:
    """Heads and rows for `Taken`.

    Raises:
        UnreadableError: a name stands twice, or a row is longer or shorter than the head.
    """
    names = tuple(str(head) for head in heads)
    if len(set(names)) < len(names) or any(len(row) != len(names) for row in rows):
        raise UnreadableError("The file is damaged: its rows do not fit its columns.")
    return {"columns": names, "rows": tuple(tuple(row) for row in rows)}


def csv_rows(content: bytes) -> list[list[str]]:
    """Lines of CSV, the first of them the head.

    Raises:
        UnreadableError: it is no text, or there is none.
    """
    try:
        text = content.decode("utf-8-sig")
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row]
    except (UnicodeDecodeError, csv.Error):
        raise UnreadableError("The file is damaged: it is no CSV in UTF-8.") from None
    if not rows:
        raise UnreadableError("The file is empty.")
    return rows


def _number(cell: object) -> Cell:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell) if math.isfinite(cell) else str(cell)
    text = str(cell)
    if not _NUMBER.fullmatch(text):
        return text
    value = float(text)
    return value if math.isfinite(value) else text
