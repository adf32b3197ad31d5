"""Comparing scenarios: paired draws, tornado, regret, break-even."""

import math

import numpy as np
import pytest

from analysis.break_even import break_even, with_value
from analysis.compare import better, regret, what_differs
from analysis.drawn import play_draws
from analysis.futures import discover as futures
from analysis.parameters import fixed
from analysis.play import play
from analysis.scenario import Allocation, Scenario
from analysis.uncertainty import tornado
from analysis.used import used_parameters
from tests.analysis.baselines import at, baseline

WORLD = baseline(8, reach_km=120, draws=40)
LAST = 2035


def one(key, usd, place=WORLD.provinces[0], name=None, **more):
    allocation = Allocation(instrument=key, place=place, usd=usd)
    return Scenario(name=name or key, allocations=(allocation,), **more)


FIRMS, WORKS = one("enterprise_fund", 4e6), one("public_works", 4e6)
PLANT = one("agro_processing", 4e6)


def test_a_scenario_is_as_good_as_itself_in_half_of_the_draws():
    draws = play_draws(WORLD, FIRMS, draws=40)
    same = better(draws, draws, "placed_near_home")
    assert (same.low, same.median, same.high, same.share) == (0, 0, 0, 0.5)


def test_lasting_jobs_beat_temporary_work_in_every_draw_and_need_says_the_same():
    firms, works = (play_draws(WORLD, scenario, draws=40) for scenario in (FIRMS, WORKS))
    assert better(firms, works, "more_placed").share == 1
    assert better(works, firms, "more_placed").share == 0
    assert better(firms, works, "still_in_need").share == 1
    assert math.isnan(better(works, works, "usd_per_placement").share)


def test_the_share_of_draws_counts_them():
    firms, plant = (play_draws(WORLD, scenario, draws=40) for scenario in (FIRMS, PLANT))
    wins = firms.of("more_placed", LAST) > plant.of("more_placed", LAST)
    found = better(firms, plant, "more_placed")
    assert 0 < found.share == pytest.approx(wins.mean())
    assert found.low <= found.median <= found.high


def test_bands_hold_the_middle_draws():
    bands = play_draws(WORLD, FIRMS, draws=40).bands("placed_near_home")
    assert (bands["low"] <= bands["median"]).all() and (bands["median"] <= bands["high"]).all()
    assert bands["high"].loc[LAST] > bands["low"].loc[LAST]


def test_the_widest_bar_is_what_moves_the_result_most():
    bars = tornado(WORLD, FIRMS)
    assert bars["swing"].is_monotonic_decreasing
    assert set(bars["parameter"]) <= set(used_parameters(WORLD, [FIRMS]))
    cost = at(bars.set_index("parameter"), "enterprise_fund.usd_per_job")
    assert cost["at_low"] > cost["central"] > cost["at_high"]
    again = play(WORLD, with_value(FIRMS, "enterprise_fund.usd_per_job", cost["low"])).by_year
    assert at(again, LAST)["more_placed"] == pytest.approx(cost["at_low"])


def test_a_tornado_of_a_difference_leaves_out_what_moves_both_alike():
    bars = tornado(WORLD, FIRMS, against=with_value(FIRMS, "all.falling_return", 0.6))
    assert bars.empty


def test_a_future_brings_its_own_bars():
    bars = tornado(WORLD, FIRMS, "still_in_need", future="second_wave")
    assert "second_wave.size" in set(bars["parameter"])


def test_regret_is_zero_for_the_best_and_the_distance_for_the_others():
    table = regret(WORLD, [FIRMS, WORKS], "placed_near_home")
    assert list(table.index) == ["enterprise_fund", "public_works"]
    assert at(table, "enterprise_fund")["largest"] == 0
    assert at(table, "enterprise_fund")["best_in"] == len(futures())
    for future in futures():
        ahead, behind = (
            at(play(WORLD, scenario, future).by_year, LAST)["placed_near_home"]
            for scenario in (FIRMS, WORKS)
        )
        assert at(table, "public_works")[future] == pytest.approx(ahead - behind)


def test_break_even_is_where_the_two_are_equal_and_on_the_right_side():
    (found,) = break_even(WORLD, FIRMS, PLANT, ["enterprise_fund.usd_per_job"], "lasting_jobs")
    assert found.ahead == "a" and found.below is None and found.above is not None
    values = [
        at(play(WORLD, with_value(one, "enterprise_fund.usd_per_job", found.above)).by_year, LAST)[
            "lasting_jobs"
        ]
        for one in (FIRMS, PLANT)
    ]
    assert values[0] == pytest.approx(values[1], rel=1e-3)


def test_the_same_question_from_the_other_side_has_the_same_answer():
    key = "enterprise_fund.usd_per_job"
    (one_way,), (other,) = (
        break_even(WORLD, *pair, [key], "lasting_jobs") for pair in ((FIRMS, PLANT), (PLANT, FIRMS))
    )
    assert (one_way.ahead, other.ahead) == ("a", "b")
    assert one_way.above == pytest.approx(other.above) and other.below is None


def test_never_is_told_as_never_and_equal_as_equal():
    (never,) = break_even(WORLD, FIRMS, WORKS, ["public_works.job_years_per_million"])
    assert (never.ahead, never.below, never.above) == ("a", None, None)
    (equal,) = break_even(WORLD, FIRMS, FIRMS, ["enterprise_fund.usd_per_job"])
    assert (equal.ahead, equal.below, equal.above) == ("equal", None, None)


def test_what_differs_names_only_what_does():
    more = one("enterprise_fund", 6e6, name="More")
    own = one("enterprise_fund", 4e6, name="Own", overrides={"enterprise_fund.lag": fixed(2.0)})
    tables = what_differs([FIRMS, own, more], WORLD)
    assert tables["allocations"].to_numpy().tolist() == [[4e6, 4e6, 6e6]]
    assert tables["assumptions"].index.tolist() == ["enterprise_fund.lag"]
    assert what_differs([FIRMS, FIRMS], WORLD)["allocations"].empty


def test_bad_questions_are_told():
    firms = play_draws(WORLD, FIRMS, draws=3)
    with pytest.raises(ValueError, match="A has 3, B 2"):
        better(firms, play_draws(WORLD, FIRMS, draws=2), "more_placed")
    with pytest.raises(ValueError, match="two have the same name"):
        regret(WORLD, [FIRMS, FIRMS], "more_placed")
    with pytest.raises(ValueError, match="there is no 'x.y'"):
        break_even(WORLD, FIRMS, WORKS, ["x.y"])
    with pytest.raises(ValueError, match="there is no 'joy'"):
        regret(WORLD, [FIRMS, WORKS], "joy")
    assert np.isfinite(firms.of("more_placed")).all()
