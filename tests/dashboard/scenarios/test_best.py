"""The best use: within the budget, better than the ready ones, and what its limits cost."""

import pytest

from dashboard.mismatch.market import Case
from dashboard.scenarios.best import BUDGETS, Wish, best_use, best_uses
from dashboard.scenarios.evidence import ranged_outcome
from dashboard.scenarios.played import Played, central, library, library_budget, library_plan
from dashboard.world import world

CASE = Case(basis="durable", ages="all")
LAST = 2035


def near_home(plan) -> float:
    asked = Played(case=CASE, future="none", plan=plan)
    return float(central(asked).by_year["more_near_home"].loc[LAST])


@pytest.mark.parametrize("key", [key for key in library() if key != "do-nothing"])
def test_no_ready_scenario_does_better_with_the_same_money(key: str) -> None:
    plan = library_plan(key, CASE)
    best = best_use(Wish(case=CASE, usd=library_budget())).scenario.allocations
    assert sum(one.usd for one in plan) == pytest.approx(library_budget())
    assert near_home(best) >= near_home(plan) * (1 - 1e-6)


def test_the_best_use_keeps_to_its_budget_and_to_the_border() -> None:
    border = {code for code, one in world().geodata.provinces.items() if one.borders}
    wish = Wish(case=CASE, usd=1e8, border_percent=75)
    plan = best_use(wish).scenario.allocations
    total = sum(one.usd for one in plan)
    inside = sum(one.usd for one in plan if one.place in border)
    assert total <= 1e8 * (1 + 1e-9)
    roads = sum(one.usd for one in plan if not one.place.isdigit())
    assert inside + roads >= 0.75 * total - 1.0
    assert best_use(wish).more <= best_use(Wish(case=CASE, usd=1e8)).more + 1e-6


def test_more_money_never_places_fewer_and_brings_less_and_less() -> None:
    points = best_uses(Wish(case=CASE, usd=0.0)).points
    assert list(points["usd"]) == list(BUDGETS)
    steps = points["more"].diff().dropna()
    assert (steps >= -1e-6).all()
    assert (steps.diff().dropna() <= 1e-3 * points["more"].max()).all()


def test_an_outcome_carries_its_range_and_its_sources() -> None:
    asked = Played(case=CASE, future="none", plan=library_plan("skills-firms", CASE))
    figure = ranged_outcome(asked, outcome="more_near_home", year=LAST)
    assert figure.low is not None and figure.high is not None
    assert figure.low < figure.value < figure.high
    assert {"WB_YOUWIN", "CDRI_ERIA"} <= set(figure.source_ids)
