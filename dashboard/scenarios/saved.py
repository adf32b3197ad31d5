"""A scenario as a document: what is saved and what a file holds, out and in.

A document is read as a link is: what this atlas does not know, or cannot use, is told and left
out. Numbers are kept to be compared with those worked out now; they are never shown as results.
"""

import hashlib
import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from dashboard.data_here import of_data
from dashboard.scenarios.asked import FIRST_BUDGET, Asked, places, read_asked
from dashboard.scenarios.evidence import ranged_outcome
from dashboard.scenarios.plan_text import MILLION, read_plan, write_plan
from dashboard.scenarios.played import Played
from dashboard.scenarios.settings import LINK as SET
from dashboard.scenarios.settings import Settings, number_text, usable, write_settings
from dashboard.state import AGES, BASES, Unreadable, View
from dashboard.store.documents import LARGEST_KB
from dashboard.world import world

SCHEMA = 1
KIND = "corridor-atlas-scenario"
LINK = "saved"
"""The key in the link that names the saved scenario and version it began with."""

OUTCOME = "more_near_home"
_TABLES = ("instruments", "futures", "assumptions")
_PARTS = ("central", "low", "high")
_KNOWN = ("schema", "kind", "made_with", "name", "note")
_SHOWN = 40
_MOST_TOLD = 8
_SAME = 0.5
_DIGEST = 12
_LONGEST_VERSION = 9

Document = dict[str, Any]


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


def document_of(asked: Asked) -> Document:
    """The document of what a link asks for, with its numbers."""
    return {**conditions_of(asked), "numbers": _numbers(asked), "made_with": {"tables": tables()}}


def conditions_of(asked: Asked) -> Document:
    """The document without numbers: what it hangs on."""
    return {
        "schema": SCHEMA,
        "kind": KIND,
        "plan": write_plan(asked.plan),
        "budget_usd_million": asked.budget_usd / MILLION,
        "basis": asked.case.basis,
        "ages": asked.case.ages,
        "assumed": dict(asked.case.assumed),
        "settings": dict(asked.case.settings),
        "future": asked.future,
        "year": asked.year,
    }


def conditions_in(document: Mapping[str, Any], now: Document) -> Document:
    """The same parts of a saved document; one from before there were settings has none."""
    return {key: document.get(key, {} if key == "settings" else None) for key in now}


def file_text(document: Document, *, name: str, note: str) -> str:
    """The file of a document, as people read it."""
    whole = {"name": name, "note": note, **document}
    return f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n"


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
        differs="numbers" in document and _differs(document["numbers"], _numbers(asked)),
        other_tables=not isinstance(made_with, dict) or made_with.get("tables") != tables(),
        name=_text(document, "name", []),
        note=_text(document, "note", []),
    )


def search_of(asked: Asked, *, page_view: Callable[[object], View]) -> str:
    """The query that asks for this and nothing else; what is usual is left out."""
    usual = read_asked(page_view(""))
    given = {
        "plan": (write_plan(asked.plan), ""),
        "budget": (f"{asked.budget_usd / MILLION:.0f}", f"{FIRST_BUDGET:.0f}"),
        "basis": (asked.case.basis, BASES[0]),
        "ages": (asked.case.ages, AGES[0]),
        "future": (asked.future, usual.future),
        "year": (str(asked.year), str(usual.year)),
        **{key: (number_text(value), "") for key, value in asked.case.assumed},
        SET: (write_settings(asked.case.settings), ""),
    }
    pairs = {key: value for key, (value, first) in given.items() if value != first}
    return query(pairs)


def into_link(search: object, opened: str, *, saved: tuple[str, int] | None) -> str:
    """The link `search` with what it asks for replaced by `opened`; language and such are kept.

    `saved`: the scenario and version that is open now.
    """
    theirs = {"plan", "budget", "basis", "ages", "future", "year", SET, LINK, *world().assumptions}
    kept = [(key, value) for key, value in _given(search) if key not in theirs]
    named = [(LINK, f"{saved[0]}:{saved[1]}")] if saved else []
    return query(dict([*kept, *_given(opened), *named]))


def with_saved(search: object, saved: tuple[str, int]) -> str:
    """The same link, naming the saved scenario and version it now stands for."""
    kept = [(key, value) for key, value in _given(search) if key != LINK]
    return query(dict([*kept, (LINK, f"{saved[0]}:{saved[1]}")]))


def with_compared(search: object, keys: Sequence[str]) -> str:
    """The same link with these scenarios side by side."""
    kept = [(key, value) for key, value in _given(search) if key != "scenarios"]
    return query(dict([*kept, ("scenarios", ",".join(keys))]))


def what_counts(search: str) -> str:
    """The link without what changes no number: the saved scenario it began with, a corridor."""
    parts = [part for part in search.lstrip("?").split("&") if part]
    rest = "&".join(part for part in parts if part.partition("=")[0] not in (LINK, "corridor"))
    return f"?{rest}" if rest else ""


def saved_in(search: object) -> tuple[str, int] | None:
    """The saved scenario and version that a link names."""
    text = dict(reversed(_given(search))).get(LINK, "")
    id, _, version = text.partition(":")
    number = version_of(version)
    return (id, number) if id and number else None


def version_of(text: str) -> int:
    """The number of a version; 0 where it is none."""
    digits = text.isascii() and text.isdigit() and len(text) <= _LONGEST_VERSION
    return int(text) if digits else 0


def query(pairs: Mapping[str, str]) -> str:
    """A query as the browser writes it, so that it finds nothing to mend."""
    return f"?{urlencode(pairs, safe=',:*')}" if pairs else ""


def python_lines(asked: Asked) -> str:
    """The lines of Python that give the same numbers, run in the folder of the atlas."""
    case = asked.case
    return f"""from dashboard.mismatch.market import Case
from dashboard.scenarios.asked import places
from dashboard.scenarios.evidence import ranged_outcome
from dashboard.scenarios.plan_text import read_plan
from dashboard.scenarios.played import Played

plan, wrong = read_plan({write_plan(asked.plan)!r}, places=places())
case = Case(
    basis={case.basis!r},
    ages={case.ages!r},
    assumed={case.assumed!r},
    settings={case.settings!r},
)
played = Played(case=case, future={asked.future!r}, plan=plan)
people = ranged_outcome(played, outcome={OUTCOME!r}, year={asked.year!r})
print(people.value, people.low, people.high)
"""


@of_data(4)
def tables() -> str:
    """A short hash of the tables of parameters that results rest on."""
    geodata = world().geodata
    rows = [[name, [list(map(str, row)) for row in geodata.rows(name)]] for name in _TABLES]
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:_DIGEST]


def _numbers(asked: Asked) -> dict[str, dict[str, dict[str, float]]]:
    """The central number and its range in the year shown."""
    played = Played(case=asked.case, future=asked.future, plan=asked.plan)
    figure = ranged_outcome(played, outcome=OUTCOME, year=asked.year)
    ends = (figure.value, figure.low, figure.high)
    found = {
        part: round(value, 3) for part, value in zip(_PARTS, ends, strict=True) if value is not None
    }
    return {OUTCOME: {str(asked.year): found}}


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
        return _clean(value)
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
    return Unreadable(key=_clean(str(key))[:_SHOWN], value=_clean(shown)[:_SHOWN])


def _clean(text: str) -> str:
    """The text without halves of letters, which JSON can spell and nothing else can write."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _given(search: object) -> list[tuple[str, str]]:
    text = search.lstrip("?") if isinstance(search, str) else ""
    return parse_qsl(_clean(text))


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")
