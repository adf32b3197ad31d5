"""Scenarios challenged: what drives a result, what would turn an order, what if it comes otherwise.

All of it is central: one parameter, or one future, is moved at a time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.break_even import BreakEven, break_even
from analysis.compare import regret
from analysis.scenario import Allocation
from analysis.uncertainty import tornado
from dashboard.data_here import of_data
from dashboard.mismatch.market import Case
from dashboard.mismatch.remembered import remembered
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.baseline import baseline_of
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.played import central, scenario_of
from dashboard.scenarios.side_by_side import NEAR_HOME
from dashboard.world import world

TURNS = 5
"""Parameters for which the value is looked for at which two scenarios are equal."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """One or more plans in a case and a future, by a year."""

    case: Case
    future: str
    year: int
    plans: tuple[tuple[Allocation, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Driver:
    """One parameter moved from its low to its high, and what becomes of the result."""

    parameter: str
    low: float
    high: float
    at_low: float
    at_high: float
    central: float

    @property
    def swing(self) -> float:
        """How far the two results are apart."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True, kw_only=True, eq=False)
class Regret:
    """How far each scenario is behind the best, by future and key; futures in their order."""

    behind: Mapping[str, Mapping[str, float]]
    largest: Mapping[str, float]
    best_in: Mapping[str, int]


def drivers(asked: Asked, scenario: Chosen) -> tuple[Driver, ...]:
    """What moves the people placed near home by one scenario, widest first."""
    return _drivers(_question(asked, [scenario]))


def drivers_of_lead(asked: Asked, a: Chosen, b: Chosen) -> tuple[Driver, ...]:
    """What moves the lead of `a` over `b`, widest first; both get the same value."""
    mine, theirs = ({one.parameter: one for one in drivers(asked, who)} for who in (a, b))
    middles = [
        float(central(who.played(asked)).by_year[NEAR_HOME].loc[asked.year]) for who in (a, b)
    ]
    found = []
    for key in dict.fromkeys([*mine, *theirs]):
        first, second = mine.get(key), theirs.get(key)
        known = first or second
        assert known is not None
        found.append(
            Driver(
                parameter=key,
                low=known.low,
                high=known.high,
                at_low=(first.at_low if first else middles[0])
                - (second.at_low if second else middles[1]),
                at_high=(first.at_high if first else middles[0])
                - (second.at_high if second else middles[1]),
                central=middles[0] - middles[1],
            )
        )
    return tuple(sorted(found, key=lambda one: -one.swing))


def turns(asked: Asked, a: Chosen, b: Chosen) -> tuple[BreakEven, ...]:
    """Where `a` and `b` change places, for the parameters that move the lead most."""
    question = _question(asked, [a, b])
    keys = tuple(one.parameter for one in drivers_of_lead(asked, a, b)[:TURNS])
    return _turns((question, keys))


def regrets(asked: Asked, chosen: Sequence[Chosen]) -> Regret:
    """How far each of the scenarios is behind the best of them in each future."""
    table = _regrets(_question(asked, chosen))
    keys = [one.key for one in chosen]
    columns = {
        str(name): dict(zip(keys, column.tolist(), strict=True)) for name, column in table.items()
    }
    largest, best_in = columns.pop("largest"), columns.pop("best_in")
    return Regret(behind=columns, largest=largest, best_in=best_in)


@of_data(4)
def parameter_rows() -> Mapping[str, Any]:
    """The row of each parameter in its table, with unit, status and sources."""
    geodata = world().geodata
    return {
        f"{getattr(row, owner)}.{row.parameter}": row
        for table, owner in (("instruments", "instrument"), ("futures", "future"))
        for row in geodata.rows(table)
    }


def _question(asked: Asked, chosen: Sequence[Chosen]) -> Question:
    return Question(
        case=asked.case,
        future=asked.future,
        year=asked.year,
        plans=tuple(one.plan for one in chosen),
    )


@remembered(24)
def _drivers(question: Question) -> tuple[Driver, ...]:
    table = tornado(
        baseline_of(question.case),
        scenario_of(question.plans[0]),
        NEAR_HOME,
        year=question.year,
        future=question.future,
    )
    rows: list[Any] = table.to_dict("records")
    return tuple(
        Driver(**{name: row[name] for name in Driver.__dataclass_fields__}) for row in rows
    )


@remembered(24)
def _turns(asked: tuple[Question, tuple[str, ...]]) -> tuple[BreakEven, ...]:
    question, parameters = asked
    a, b = (scenario_of(plan) for plan in question.plans)
    return break_even(
        baseline_of(question.case),
        a,
        b,
        parameters,
        NEAR_HOME,
        year=question.year,
        future=question.future,
    )


@remembered(16)
def _regrets(question: Question) -> pd.DataFrame:
    scenarios = [scenario_of(plan, str(at)) for at, plan in enumerate(question.plans)]
    return regret(baseline_of(question.case), scenarios, NEAR_HOME, year=question.year)
