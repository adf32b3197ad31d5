"""The best use: within the budget, better than the ready ones, and what its limits cost."""

from dataclasses import replace

import pytest

from dashboard.mismatch.market import Case
from dashboard.scenarios.best import (
    BUDGETS,
    Wish,
    best_use,
    best_uses,
    mean_km,
    out_of_reach,
    prices,
    usd_for_more,
)
from dashboard.scenarios.evidence import ranged_outcome
from dashboard.scenarios.plan_text import MOST
from dashboard.scenarios.played import Played, central, library, library_budget, library_plan
from dashboard.scenarios.wanted import COST
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


def wish(**given) -> Wish:
    return Wish(**{"case": CASE, "usd": 2e8, **given})


def spent_in(plan, *, by: str) -> dict[str, float]:
    """Dollars by province or instrument; a corridor's in equal parts."""
    found: dict[str, float] = {}
    corridors = {route.id: route.provinces for route in world().routes["corridors"]}
    for one in plan:
        keys = corridors.get(one.place, (one.place,)) if by == "province" else (one.instrument,)
        for key in keys:
            found[key] = found.get(key, 0.0) + one.usd / len(keys)
    return found


@pytest.mark.parametrize("percent", [10, 25])
@pytest.mark.parametrize("by", ["province", "instrument"])
def test_no_province_and_no_instrument_gets_more_than_its_share(by: str, percent: int) -> None:
    plan = best_use(wish(**{f"{by}_percent": percent})).scenario.allocations
    assert max(spent_in(plan, by=by).values()) <= 2e8 * percent / 100 + 1.0


def test_nothing_is_spent_before_the_first_year() -> None:
    late = best_use(wish(start=2031))
    assert {one.first_year for one in late.scenario.allocations} == {2031}
    assert late.more < best_use(wish()).more


def test_the_share_of_women_is_kept_and_costs_placements() -> None:
    free, bound = (
        best_use(wish(instrument_percent=25)),
        wish(instrument_percent=25, women_percent=60),
    )
    found = best_use(bound)
    assert found.more < free.more
    asked = Played(case=CASE, future="none", plan=found.scenario.allocations)
    assert central(asked).by_year["women_share"].loc[LAST] >= 0.6 - 1e-6
    assert [one.people < 0 for one in prices(bound) if one.limit == "women"] == [True]


def test_the_share_for_border_provinces_has_its_price() -> None:
    bound = prices(wish(border_percent=100))
    assert [one.people < 0 for one in bound if one.limit == "border"] == [True]


@pytest.mark.parametrize(
    "limits",
    [
        {},
        {"instrument_percent": 25},
        {"province_percent": 10},
        {"province_percent": 10, "usd": 9e8},
    ],
)
def test_the_price_of_the_budget_is_what_one_more_million_places(limits) -> None:
    """Limits that are shares of the budget rise with it."""
    now = wish(**limits)
    more = best_use(replace(now, usd=now.usd + 1e6)).more - best_use(now).more
    told = next(one for one in prices(now) if one.limit == "budget")
    assert more <= told.people * (1 + 1e-6)
    assert more == pytest.approx(told.people, rel=0.05)


def test_the_least_money_is_the_money_that_places_as_many() -> None:
    least = best_use(wish(goal=COST, placements=8_000))
    assert least.more == pytest.approx(8_000, rel=1e-6)
    assert best_use(wish(usd=least.usd)).more == pytest.approx(8_000, rel=1e-4)
    assert best_use(wish(usd=0.95 * least.usd)).more < 8_000
    price = usd_for_more(wish(goal=COST, placements=8_000))
    assert price is not None
    assert best_use(wish(goal=COST, placements=8_100)).usd == pytest.approx(least.usd + price)


def test_the_shortest_ways_place_as_many_and_are_told_beside_those_of_no_money() -> None:
    short, far = best_use(wish(goal="mean_km")), best_use(wish())
    assert short.more == pytest.approx(far.more, rel=1e-6)
    nothing = central(Played(case=CASE, future="none", plan=())).mean_km(LAST)
    assert mean_km(wish(goal="mean_km")) == pytest.approx(nothing, rel=1e-4)


@pytest.mark.parametrize(
    "limits",
    [
        {"instrument_percent": 10},
        {"border_percent": 100, "start": 2033},
        {"province_percent": 10, "women_percent": 60, "instrument_percent": 10, "start": 2033},
        {"usd": 0.0},
        {"usd": 2e9},
    ],
)
def test_what_is_said_to_make_a_number_possible_does_and_the_rest_does_not(limits) -> None:
    most = out_of_reach(wish(goal=COST, placements=200_000, **limits))
    assert most is not None
    number = round(most.most) + 500
    asked = wish(goal=COST, placements=number, **limits)
    beyond = out_of_reach(asked)
    assert beyond is not None and beyond.most < number
    with pytest.raises(ValueError, match="limits: no allocation"):
        best_use(asked)
    for name in [*asked.limits, "budget"]:
        possible = out_of_reach(asked.without(name)) is None
        assert possible == (name in beyond.lift), name
        if possible:
            assert best_use(asked.without(name)).more == pytest.approx(number, rel=1e-6)
    assert out_of_reach(replace(asked, placements=max(100, int(most.most * 0.99)))) is None or (
        most.most < 100
    )


@pytest.mark.parametrize("goal", ["near_home", "unmet_need", "mean_km"])
@pytest.mark.parametrize("usd", [0.0, 2e8, 2e9])
def test_limits_alone_never_make_a_use_impossible(goal: str, usd: float) -> None:
    tightest = {
        "border_percent": 100,
        "women_percent": 60,
        "province_percent": 10,
        "instrument_percent": 10,
        "start": 2033,
    }
    found = best_use(wish(goal=goal, usd=usd, **tightest))
    assert found.usd <= usd + 1.0


@pytest.mark.parametrize("limits", [{"province_percent": 10}, {"instrument_percent": 25}])
def test_each_point_of_a_frontier_is_the_best_use_of_its_budget_and_fits_in_a_link(limits) -> None:
    found = best_uses(wish(**limits))
    for at in (0, 9, 19):
        best = best_use(wish(usd=BUDGETS[at], **limits))
        assert found.points["more"].iloc[at] == pytest.approx(best.more, rel=1e-6)
    for one in found.scenarios:
        assert len(one.allocations) <= MOST


def test_goals_that_place_alike_share_their_frontier() -> None:
    for goal in ("mean_km", COST):
        assert best_uses(wish(goal=goal)) is best_uses(wish(usd=5e7))
    assert best_uses(wish(goal="unmet_need")) is not best_uses(wish())
