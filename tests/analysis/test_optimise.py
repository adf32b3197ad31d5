"""The optimiser: against brute force, against the engine, and what its limits and prices say."""

from itertools import product
from typing import Any

import numpy as np
import pytest

from analysis.columns import Plan
from analysis.drawn import play_draws
from analysis.frontier import frontier
from analysis.futures import discover as futures
from analysis.limits import Limits
from analysis.optimise import Programme
from analysis.play import play
from analysis.robust import robust
from analysis.scenario import Allocation, Scenario
from tests.analysis.baselines import at, baseline
from tests.analysis.worlds import line

LAST = 2035
WORLD = baseline(8, reach_km=120, draws=6)
READY = Programme(WORLD)
WRONG: Any = "joy"
NEAR, ALL = "placed_near_home", "still_in_need"


def tried(world, keys, places, budget, parts, *, years=3, last=LAST):
    """Every way to share a budget in equal parts over instruments and places."""
    slots = list(product(keys, places))
    for shares in product(range(parts + 1), repeat=len(slots)):
        if sum(shares) == parts:
            yield Scenario(
                name="Tried",
                allocations=tuple(
                    Allocation(instrument=key, place=place, usd=budget * n / parts, years=years)
                    for (key, place), n in zip(slots, shares, strict=True)
                    if n
                ),
            )


@pytest.mark.parametrize("future", sorted(futures()))
@pytest.mark.parametrize("goal", ["near_home", "unmet_need"])
def test_no_tried_allocation_beats_it_and_play_gives_it_the_same_value(goal, future):
    world = baseline(3, reach_km=120, seed=3)
    keys = ("enterprise_fund", "skills_certification", "relocation_support")
    plan = Plan(instruments=keys)
    best = Programme(world, future=future, plan=plan).best(20e6, goal=goal)
    last = at(play(world, best.scenario, future).by_year, LAST)
    found = last[NEAR] if goal == "near_home" else last["seekers"] - last[ALL]
    assert found == pytest.approx(best.value, rel=1e-7)
    assert best.usd <= 20e6 * (1 + 1e-9)
    for other in tried(world, keys, world.provinces[:2], 20e6, 4):
        then = at(play(world, other, future).by_year, LAST)
        assert then[NEAR if goal == "near_home" else "seekers"] - (
            0 if goal == "near_home" else then[ALL]
        ) <= best.value * (1 + 1e-7)


@pytest.mark.parametrize("judged", [2027, 2029, 2031, 2035])
def test_play_gives_it_the_same_value_in_years_when_ramps_are_not_over(judged):
    plan = Plan(judged=judged)
    for goal in ("near_home", "unmet_need"):
        best = Programme(WORLD, plan=plan).best(30e6, goal=goal)
        last = at(play(WORLD, best.scenario).by_year, judged)
        found = last[NEAR] if goal == "near_home" else last["seekers"] - last[ALL]
        assert found == pytest.approx(best.value, rel=1e-7)


def test_instruments_begin_when_the_plan_lets_them():
    starts = {"enterprise_fund": 2031, "sez_upgrade": 2029}
    some = Limits(instruments=dict.fromkeys(starts, (1e6, 40e6)))
    best = Programme(WORLD, plan=Plan(judged=2034, starts=starts)).best(40e6, limits=some)
    begun = {one.instrument: one.first_year for one in best.scenario.allocations}
    assert begun["enterprise_fund"] == 2031
    assert all(year == starts.get(key, 2026) for key, year in begun.items())
    found = at(play(WORLD, best.scenario).by_year, 2034)[NEAR]
    assert found == pytest.approx(best.value, rel=1e-7)


def test_corridors_take_part_in_the_goal_of_unmet_need():
    keys = ("corridor_logistics",)
    plain = baseline(3)
    jobs = plain.vacancies * 0
    jobs.iloc[2] = plain.seekers.iloc[0]
    codes = list(plain.provinces)
    far = line(0, 200, 90).set_axis(codes).set_axis(codes, axis=1)
    # Shortened by a fifth, the jobs of the third place are 72 km from the seekers of the first.
    world = baseline(3, vacancies=jobs, distance_km=far, corridors={"R": (codes[0], codes[2])})
    plan = Plan(instruments=keys)
    best = Programme(world, plan=plan).best(2e9, goal="unmet_need")
    last = at(play(world, best.scenario).by_year, LAST)
    assert best.more > 1
    assert last["placed_after_moving"] > 1
    assert last["seekers"] - last[ALL] == pytest.approx(best.value, rel=1e-7)


def test_the_price_of_the_budget_is_what_one_more_million_places():
    best, more = READY.best(30e6), READY.best(30.1e6)
    price = at(best.prices.set_index("limit")["people"], "budget")
    assert (more.placed - best.placed) * 10 == pytest.approx(price, rel=1e-6)
    assert price > 0


def test_more_budget_never_places_fewer_and_each_million_less():
    points = frontier(READY, [i * 10e6 for i in range(9)]).points["more"].to_numpy()
    gained = np.diff(points)
    assert points[0] == pytest.approx(0, abs=1e-6)
    assert (gained >= -1e-3).all()
    assert (np.diff(gained) <= 1e-2).all()


@pytest.mark.parametrize("goal", ["near_home", "unmet_need"])
def test_every_point_of_the_frontier_is_the_optimum_of_its_budget(goal):
    budgets = [5e6, 40e6, 300e6]
    found = frontier(READY, budgets, goal=goal)
    for usd, placed, scenario in zip(budgets, found.points["placed"], found.scenarios, strict=True):
        assert placed == pytest.approx(READY.best(usd, goal=goal).placed, rel=1e-6)
        last = at(play(WORLD, scenario).by_year, LAST)
        played = last[NEAR] if goal == "near_home" else last["seekers"] - last[ALL]
        assert played == pytest.approx(placed, rel=1e-6)


def spent(scenario, **where):
    return sum(
        one.usd
        for one in scenario.allocations
        if all(getattr(one, name) in keys for name, keys in where.items())
    )


def test_limits_are_kept():
    first, second = WORLD.provinces[:2]
    border = {code for code, touched in WORLD.borders.items() if touched}
    limits = Limits(
        instruments={"public_works": (2e6, 9e6), "enterprise_fund": (0, 3e6)},
        provinces={first: (4e6, 50e6), second: (0, 1e6)},
        border_share=0.6,
        women_share=0.45,
    )
    best = READY.best(30e6, limits=limits)
    assert best.more < READY.best(30e6).more
    assert spent(best.scenario, instrument={"public_works"}) >= 2e6 - 1
    assert spent(best.scenario, instrument={"enterprise_fund"}) <= 3e6 + 1
    assert spent(best.scenario, place={first}) >= 4e6 - 1
    assert spent(best.scenario, place={second}) <= 1e6 + 1
    assert spent(best.scenario, place=border) >= 0.6 * best.usd - 1
    assert at(play(WORLD, best.scenario).by_year, LAST)["women_share"] >= 0.45 - 1e-6


def test_the_cheapest_way_to_place_a_number_costs_the_budget_that_places_it():
    best = READY.best(30e6)
    cheapest = READY.best(1e9, goal="cost_per_placement", placements=best.more)
    assert cheapest.value == pytest.approx(30e6, rel=1e-5)
    assert cheapest.more == pytest.approx(best.more, rel=1e-6)


def test_the_shortest_ways_place_as_many():
    best, short = READY.best(30e6), READY.best(30e6, goal="mean_km")
    assert short.placed == pytest.approx(best.placed, rel=1e-6)
    assert play(WORLD, short.scenario).mean_km(LAST) == pytest.approx(short.value, rel=1e-4)
    assert short.value <= play(WORLD, best.scenario).mean_km(LAST) + 1e-6


@pytest.mark.parametrize("aim", ["mean", "worst_tenth"])
def test_the_robust_optimum_beats_what_was_tried_and_its_bound_holds(aim):
    world = baseline(2, reach_km=120, draws=6, seed=4)
    keys = ("enterprise_fund", "skills_certification")
    plan = Plan(instruments=keys)
    names = ("none", "border_reopening")
    best = robust(world, 8e6, aim=aim, scenarios_in=names, draws=6, plan=plan, gap=1e-4)
    assert best.finished and best.value <= best.bound * (1 + 1e-9)

    def worth(scenario):
        placed = np.concatenate(
            [play_draws(world, scenario, name, draws=6).of(NEAR, LAST) for name in names]
        )
        if aim == "mean":
            return placed, placed.mean()
        worst = np.sort(placed)
        return placed, (worst[0] + 0.2 * worst[1]) / 1.2

    placed, value = worth(best.scenario)
    np.testing.assert_allclose(placed, best.placed, rtol=1e-6)
    assert value == pytest.approx(best.value, rel=1e-6)
    for other in tried(world, keys, world.provinces, 8e6, 5):
        assert worth(other)[1] <= best.bound * (1 + 1e-7)


def test_a_robust_optimum_tells_its_progress_and_can_be_cancelled():
    told = []
    stopped = robust(
        WORLD,
        50e6,
        draws=2,
        gap=0.0,
        progress=lambda *state: told.append(state),
        cancelled=lambda: len(told) >= 3,
    )
    assert not stopped.finished
    assert [turn for turn, *_ in told] == [1, 2, 3]
    bounds = [bound for *_, bound in told]
    assert bounds == sorted(bounds, reverse=True)
    assert all(value <= bound for _, value, bound in told)


def late() -> Plan:
    return Plan(judged=2020)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: READY.best(-1), "usd: -1 is no budget"),
        (lambda: READY.best(1e6, goal=WRONG), "goal: there is no 'joy'"),
        (lambda: READY.best(1e6, goal="cost_per_placement"), "placements: asked for"),
        (lambda: Limits(border_share=2), "border_share: 2 is no share"),
        (lambda: Limits(provinces={"01": (5, 1)}), "provinces: 01 has 5 to 1 dollars"),
        (
            lambda: READY.best(1e6, limits=Limits(instruments={"magic": (0, 1)})),
            "instruments: magic can be used nowhere",
        ),
        (
            lambda: READY.best(1e6, limits=Limits(provinces={"99": (0, 1)})),
            "provinces: there is no '99'",
        ),
        (
            lambda: READY.best(1e6, limits=Limits(instruments={"public_works": (2e6, 3e6)})),
            "limits: no allocation keeps to all of them. Loosen one of: budget, instrument",
        ),
        (lambda: frontier(READY, [1e6], goal="mean_km"), "goal: no frontier for 'mean_km'"),
        (lambda: frontier(READY, [-1]), "budgets: -1 is no budget"),
        (lambda: robust(WORLD, 1e6, aim=WRONG), "aim: there is no 'joy'"),
        (lambda: robust(WORLD, 1e6, draws=7), "draws: 7 asked for"),
        (late, "judged: 2020 is not one"),
        (
            lambda: Plan(first_year=2034),
            "first_year: money from 2034",
        ),
    ],
)
def test_bad_input_is_told_by_argument_and_remedy(make, says):
    with pytest.raises(ValueError) as told:
        make()
    assert says in str(told.value)
