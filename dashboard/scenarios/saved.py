"""A scenario as a document: what is saved and what a file holds.

Numbers are kept to be compared with those worked out now; they are never shown as results.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from dashboard.data_here import of_data
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.evidence import ranged_outcome
from dashboard.scenarios.plan_text import MILLION, write_plan
from dashboard.scenarios.played import Played
from dashboard.world import world

SCHEMA = 1
KIND = "corridor-atlas-scenario"

OUTCOME = "more_near_home"
_TABLES = ("instruments", "futures", "assumptions")
_PARTS = ("central", "low", "high")
_DIGEST = 12

Document = dict[str, Any]


def document_of(asked: Asked) -> Document:
    """The document of what a link asks for, with its numbers."""
    return {**conditions_of(asked), "numbers": numbers_of(asked), "made_with": {"tables": tables()}}


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


@of_data(4)
def tables() -> str:
    """A short hash of the tables of parameters that results rest on."""
    geodata = world().geodata
    rows = [[name, [list(map(str, row)) for row in geodata.rows(name)]] for name in _TABLES]
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:_DIGEST]


def numbers_of(asked: Asked) -> dict[str, dict[str, dict[str, float]]]:
    """The central number and its range in the year shown."""
    played = Played(case=asked.case, future=asked.future, plan=asked.plan)
    figure = ranged_outcome(played, outcome=OUTCOME, year=asked.year)
    ends = (figure.value, figure.low, figure.high)
    found = {
        part: round(value, 3) for part, value in zip(_PARTS, ends, strict=True) if value is not None
    }
    return {OUTCOME: {str(asked.year): found}}
