"""A document of a scenario, read as a link is.

What this atlas does not know, or cannot use, is told and left out.
"""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from dashboard.scenarios.asked import Asked, places, read_asked
from dashboard.scenarios.plan_text import read_plan
from dashboard.scenarios.saved import KIND, SCHEMA, Document, numbers_of, tables
from dashboard.scenarios.saved_link import search_of, without_halves
from dashboard.scenarios.settings import Settings, number_text, usable
from dashboard.state import Unreadable, View
from dashboard.store.documents import LARGEST_KB
from dashboard.world import world

_KNOWN = ("schema", "kind", "made_with", "name", "note")
_SHOWN = 40
_MOST_TOLD = 8
_SAME = 0.5


class FileError(Exception):
    """A file or document that cannot be opened: a stable key and fields to be told with."""

    def __init__(self, key: str, **fields: int) -> None:
        """`key`: file_large, file_damaged, file_other or file_newer."""
        self.key = key
        self.fields: Mapping[str, int] = fields
        super().__init__(f"{key} {fields or ''}".strip())


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A document that was read.

    `search`: the query of the page that shows it, without language; `left_out`: parts that could
    not be used; `differs`: its numbers are not those worked out now; `other_tables`: it was made
    with other tables of parameters; `name`, `note`: as the file has them, unchecked.
    """

    search: str
    asked: Asked
    left_out: tuple[Unreadable, ...]
    differs: bool
    other_tables: bool
    name: str = ""
    note: str = ""


def read_file(text: object, *, largest_kb: int = LARGEST_KB) -> object:
    """The JSON in a file.

    Raises:
        FileError: too large, or no JSON.
    """
    if not isinstance(text, str):
        raise FileError("file_damaged")
    size = len(text.encode("utf-8", "replace"))
    if size > largest_kb * 1024:
        raise FileError("file_large", kilobytes=math.ceil(size / 1024), most=largest_kb)
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise FileError("file_damaged") from None


def read_document(document: object, *, page_view: Callable[[object], View]) -> Opened:
    """The page that a document describes.

    Raises:
        FileError: it is no scenario of the atlas, or one of a newer schema.
    """
    schema = _schema(document)
    assert isinstance(document, dict)
    if schema > SCHEMA:
        raise FileError("file_newer", schema=min(schema, 10**6), known=SCHEMA)
    wrong: list[Unreadable] = []
    pairs = _pairs(document, wrong)
    found = _text(document, "plan", wrong)
    plan, odd = read_plan(found, places=places())
    wrong += [_unreadable("plan", part) for part in odd]
    own = _settings(document, wrong)
    view = page_view(f"?{urlencode(pairs)}")
    rest = read_asked(view)
    wrong += [*view.unreadable, *rest.unreadable]
    case = replace(rest.case, settings=own)
    asked = replace(rest, case=case, plan=plan, unreadable=())
    made_with = document.get("made_with")
    return Opened(
        search=search_of(asked, page_view=page_view),
        asked=asked,
        left_out=tuple(dict.fromkeys(wrong))[:_MOST_TOLD],
        differs="numbers" in document and _differs(document["numbers"], numbers_of(asked)),
        other_tables=not isinstance(made_with, dict) or made_with.get("tables") != tables(),
        name=_text(document, "name", []),
        note=_text(document, "note", []),
    )


def _differs(given: object, now: Mapping[str, Mapping[str, Mapping[str, float]]]) -> bool:
    """Whether numbers in a document are others than those worked out now."""
    for outcome, years in now.items():
        for year, parts in years.items():
            for part, value in parts.items():
                kept = _inside(given, outcome, year, part)
                if not _is_number(kept) or not abs(kept - value) <= _SAME:
                    return True
    return False


def _inside(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _schema(document: object) -> int:
    """The schema of a document of this kind."""
    if isinstance(document, dict) and document.get("kind") == KIND:
        schema = document.get("schema")
        if isinstance(schema, int) and not isinstance(schema, bool) and schema >= 1:
            return schema
    raise FileError("file_other")


def _pairs(document: Document, wrong: list[Unreadable]) -> dict[str, str]:
    """What the document says beside its plan, as a link would; other parts are told."""
    pairs = {key: _text(document, key, wrong) for key in ("basis", "ages", "future")}
    for key, name in (("budget_usd_million", "budget"), ("year", "year")):
        if key in document:
            pairs[name] = _number_text(document[key], key, wrong)
    assumed = document.get("assumed", {})
    if not isinstance(assumed, dict):
        wrong.append(_unreadable("assumed", assumed))
        assumed = {}
    for key, value in assumed.items():
        if key in world().assumptions:
            pairs[key] = _number_text(value, key, wrong)
        else:
            wrong.append(_unreadable("assumed", key))
    known = {*_KNOWN, "plan", "basis", "ages", "future", "year", "budget_usd_million"}
    wrong += [
        _unreadable(key, value)
        for key, value in document.items()
        if key not in known | {"assumed", "settings", "numbers"}
    ]
    return {key: value for key, value in pairs.items() if value}


def _settings(document: Document, wrong: list[Unreadable]) -> Settings:
    """What the document sets."""
    given = document.get("settings", {})
    if not isinstance(given, dict):
        wrong.append(_unreadable("settings", given))
        return ()
    texts = {key: _number_text(value, key, wrong) for key, value in given.items()}
    own, odd = usable((key, text) for key, text in texts.items() if text)
    wrong += [_unreadable("settings", f"{key}:{text}") for key, text in odd]
    return own


def _text(document: Document, key: str, wrong: list[Unreadable]) -> str:
    value = document.get(key, "")
    if isinstance(value, str):
        return without_halves(value)
    wrong.append(_unreadable(key, value))
    return ""


def _number_text(value: Any, key: str, wrong: list[Unreadable]) -> str:
    if _is_number(value):
        return number_text(value)
    wrong.append(_unreadable(key, value))
    return ""


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and _is_finite(value)


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def _unreadable(key: object, value: object) -> Unreadable:
    shown = value if isinstance(value, str) else json.dumps(value)
    return Unreadable(key=without_halves(str(key))[:_SHOWN], value=without_halves(shown)[:_SHOWN])


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")
