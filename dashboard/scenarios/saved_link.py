"""The link of a scenario: out of what is asked for, and with a saved one named in it."""

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import parse_qsl, urlencode

from dashboard.scenarios.asked import FIRST_BUDGET, Asked, read_asked
from dashboard.scenarios.plan_text import MILLION, write_plan
from dashboard.scenarios.settings import LINK as SET
from dashboard.scenarios.settings import number_text, write_settings
from dashboard.state import AGES, BASES, View
from dashboard.world import world

LINK = "saved"
"""The key in the link that names the saved scenario and version it began with."""
_LONGEST_VERSION = 9


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


def without_halves(text: str) -> str:
    """The text without halves of letters, which JSON can spell and nothing else can write."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _given(search: object) -> list[tuple[str, str]]:
    text = search.lstrip("?") if isinstance(search, str) else ""
    return parse_qsl(without_halves(text))
