"""What a link asks of the page of scenarios: a plan, others beside it, a future, a year."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs

from analysis.futures import discover as futures
from analysis.scenario import YEARS, Allocation
from dashboard.mismatch.market import Case, case_of
from dashboard.scenarios.plan_text import read_plan
from dashboard.scenarios.played import DRAWS, FINE
from dashboard.scenarios.saved_key import read_key
from dashboard.scenarios.settings import LINK as SET
from dashboard.scenarios.settings import read_settings
from dashboard.scenarios.wanted import Wanted, read_wanted
from dashboard.state import Unreadable, View
from dashboard.world import world
from geodata.provinces import CODES

BUDGETS = (0.0, 2_000.0)
"""Least and most of a budget, in million dollars."""

FIRST_BUDGET = 200.0
PLAN = "plan"
"""The key of the plan that is built, in `scenarios`."""

STATUS_QUO = "none"
_SHOWN = 40


@dataclass(frozen=True, kw_only=True)
class Asked:
    """`plan`: the allocations that are built; `budget_usd`: what they may cost together.

    `case`: with what the reader has set; `future`: a key of `analysis.futures`; `year`: the one
    that the map and the table show. `wanted`: what the best use is to reach, and what must hold.
    `corridor`: the one that is picked, where new money goes. `draws`: of every range.
    """

    case: Case
    plan: tuple[Allocation, ...]
    budget_usd: float
    future: str
    year: int
    wanted: Wanted
    corridor: str = ""
    draws: int = DRAWS
    unreadable: tuple[Unreadable, ...] = field(default=())


def places() -> tuple[str, ...]:
    """Where money can go: provinces, then corridors."""
    return (*CODES, *corridors())


def corridors() -> tuple[str, ...]:
    """The corridors that money can go to, by their ids."""
    return tuple(route.id for route in world().routes["corridors"])


def read_asked(view: View) -> Asked:
    """What the query of `view` asks for; what is wrong falls back and is told."""
    given = {key: some[0] for key, some in parse_qs(view.search.lstrip("?")).items()}
    wrong: list[Unreadable] = []

    def one(key: str, allowed: Sequence[str], default: str) -> str:
        value = given.get(key, default)
        if value in allowed:
            return value
        note(key, value)
        return default

    def note(key: str, value: str) -> None:
        wrong.append(Unreadable(key=key, value=value[:_SHOWN]))

    plan, odd = read_plan(given.get("plan", ""), places=places())
    wrong += [Unreadable(key="plan", value=part[:_SHOWN]) for part in odd]
    own, odd = read_settings(given.get(SET, ""))
    wrong += [Unreadable(key=SET, value=part[:_SHOWN]) for part in odd]
    years = [str(year) for year in YEARS]
    wrong += [
        Unreadable(key="scenarios", value=key[:_SHOWN])
        for key in view.scenarios
        if key != PLAN and key not in world_library() and read_key(key) is None
    ]
    return Asked(
        case=replace(case_of(view), settings=own),
        plan=plan,
        budget_usd=_budget(given.get("budget"), wrong) * 1e6,
        future=one("future", tuple(futures()), STATUS_QUO),
        year=int(one("year", years, years[-1])),
        wanted=read_wanted(given, one, wrong=note),
        corridor=one("corridor", ("", *corridors()), ""),
        draws=int(one("draws", (str(DRAWS), str(FINE)), str(DRAWS))),
        unreadable=tuple(wrong),
    )


def world_library() -> frozenset[str]:
    """Keys of the ready scenarios."""
    return frozenset(row.scenario for row in world().geodata.rows("library"))


def _budget(text: str | None, wrong: list[Unreadable]) -> float:
    if text is None:
        return FIRST_BUDGET
    digits = text.isascii() and text.isdigit() and len(text) <= 6
    if digits and BUDGETS[0] <= float(text) <= BUDGETS[1]:
        return float(text)
    wrong.append(Unreadable(key="budget", value=text[:_SHOWN]))
    return FIRST_BUDGET
