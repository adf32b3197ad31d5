"""Scenarios played, centrally and in draws, each once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from analysis.columns import Plan
from analysis.drawn import Draws, play_draws
from analysis.optimise import Programme
from analysis.play import Result, play
from analysis.ready_made import Ready, budget, made, ready_scenarios
from analysis.scenario import FIRST_YEAR, Allocation, Scenario
from dashboard.data_here import of_data
from dashboard.mismatch.market import Case
from dashboard.mismatch.remembered import remembered
from dashboard.scenarios.baseline import baseline_of
from dashboard.world import world
from geodata.provinces import fewer

_USUAL_USD = 200e6

DRAWS = fewer(200)
"""Draws of every band on the page; the same draws for every scenario."""

FINE = fewer(1_000)
"""Draws of the answer once everything is drawn; the first of them are the `DRAWS`."""


@dataclass(frozen=True, kw_only=True)
class Played:
    """A scenario to be played: in a case and a future, as a plan that can be a key, so often."""

    case: Case
    future: str
    plan: tuple[Allocation, ...]
    draws: int = DRAWS


def scenario_of(plan: tuple[Allocation, ...], name: str = "Plan") -> Scenario:
    """A plan as a scenario of the analysis."""
    return Scenario(name=name, allocations=plan)


@remembered(64, key=lambda asked: replace(asked, draws=DRAWS))
def central(asked: Played) -> Result:
    """The central result."""
    return play(baseline_of(asked.case), scenario_of(asked.plan), asked.future)


@remembered(24)
def drawn(asked: Played) -> Draws:
    """The result in each draw."""
    baseline, scenario = baseline_of(asked.case), scenario_of(asked.plan)
    return play_draws(baseline, scenario, asked.future, draws=asked.draws)


@of_data(4)
def library() -> Mapping[str, Ready]:
    """The ready scenarios by key, in the order of their table."""
    geodata = world().geodata
    found = ready_scenarios(geodata.rows("library"), geodata.rows("library_money"))
    return {one.key: one for one in found}


def library_budget() -> float:
    """Dollars of each ready scenario that spends; areas of one's own may have none that does."""
    return budget(library().values()) or _USUAL_USD


@remembered(4)
def programme(case: Case) -> Programme:
    """The optimiser of a case, made ready once."""
    return Programme(baseline_of(case))


@remembered(8)
def programme_from(asked: tuple[Case, int]) -> Programme:
    """The optimiser of a case whose money is spent from a year on."""
    case, start = asked
    if start == FIRST_YEAR:
        return programme(case)
    return Programme(baseline_of(case), plan=Plan(first_year=start))


@of_data(32)
def library_plan(key: str, case: Case) -> tuple[Allocation, ...]:
    """The allocations of a ready scenario; the best use is found for the case."""
    one = library()[key]
    if one.scenario is not None:
        return one.scenario.allocations
    return made(one, programme(case), library_budget()).allocations
