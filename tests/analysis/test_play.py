"""Scenarios played: by hand, and what must hold for every allocation."""

import pickle

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.baseline import PLACES, Baseline
from analysis.drawn import play_draws
from analysis.futures import discover as futures
from analysis.instruments import discover as instruments
from analysis.matching import decompose
from analysis.outcomes import OUTCOMES
from analysis.parameters import fixed
from analysis.play import play
from analysis.scenario import YEARS, Allocation, Scenario
from tests.analysis.baselines import at, baseline
from tests.analysis.worlds import line

SOME = settings(deadline=None, max_examples=25)
WORLD = baseline(8, draws=6, reach_km=120)
NOTHING = Scenario(name="Do nothing more")

allocations = st.builds(
    lambda key, at, usd, first, years: Allocation(
        instrument=key,
        place=list(WORLD.corridors)[at % 2]
        if instruments()[key].on == "corridor" or at > 7
        else WORLD.provinces[at],
        usd=usd,
        first_year=first,
        years=years,
    ),
    st.sampled_from(sorted(instruments())),
    st.integers(0, 9),
    st.one_of(st.just(0.0), st.floats(1, 3e9)),
    st.integers(2026, 2035),
    st.integers(1, 10),
)
scenarios = st.lists(allocations, min_size=1, max_size=4).map(
    lambda some: Scenario(name="Any", allocations=tuple(some))
)


def three(**changed) -> Baseline:
    """100 factory workers in 01, 50 services workers in 02 nearby; jobs for a few; 03 far away."""
    codes, sectors = ["01", "02", "03"], ["manufacturing", "services", "transport_logistics"]
    numbers = {
        "all.lag": 0,
        "all.ramp": 1,
        "all.women_share": 0.5,
        "all.falling_return": 0.5,
        "all.second_step": 1,
        "all.third_step": 2,
        "all.wage_placed": 230,
        "all.income_in_need": 130,
        "all.capacity_share": 0.1,
        "enterprise_fund.usd_per_job": 10_000,
        "relocation_support.usd_per_person": 500,
        "relocation_support.moving_share": 0.25,
        "skills_certification.usd_per_person": 20_000,
        "public_works.job_years_per_million": 200,
        "corridor_logistics.usd_per_km": 1e6,
        "corridor_logistics.shortening": 0.4,
        "corridor_logistics.catchment": 0.5,
        "corridor_logistics.usd_per_lasting_job": 1e9,
        "corridor_logistics.job_years_per_million": 20,
        "corridor_logistics.local_share": 0.5,
    }
    world = {
        "seekers": pd.DataFrame([[100, 0, 0], [0, 50, 0], [0, 0, 0]], codes, sectors),
        "vacancies": pd.DataFrame([[20, 5, 0], [10, 0, 0], [40, 0, 0]], codes, sectors),
        "distance_km": line(0, 50, 150),
        "transfer": pd.DataFrame(np.eye(3), sectors, sectors),
        "reach_km": 75,
        "min_transfer": 0.5,
        "places": pd.DataFrame(10.0, codes, list(PLACES)),
        "corridors": {"R": ("01", "02", "03")},
        "parameters": {key: fixed(value) for key, value in numbers.items()},
        "income_before": 431,
        "income_now": 269,
    }
    return Baseline(**{**world, **changed})


def one(key: str, place: str, usd: float, **more) -> Scenario:
    return Scenario(
        name=key, allocations=(Allocation(instrument=key, place=place, usd=usd, **more),)
    )


def test_returns_fall_in_steps_and_the_rest_stays_unspent():
    """01 has room for 10 jobs; 10 more at half, 20 more at a quarter, 40 bought in all."""
    result = play(three(), one("enterprise_fund", "01", 450_000, years=1))
    assert result.by_year["lasting_jobs"].iloc[-1] == pytest.approx(10 + 5 + 5)
    assert result.by_year["usd_spent"].iloc[-1] == pytest.approx(400_000)
    assert result.unspent.to_dict("records") == [
        {"instrument": "enterprise_fund", "place": "01", "reason": "capacity", "usd": 50_000.0}
    ]


def test_a_job_near_home_is_taken_and_its_cost_and_income_follow():
    """30 factory jobs in reach of 01, and 5 services jobs in reach of 02: 35 placed today.

    Ten more jobs for 100,000 dollars: 45; income 269 + 10 x (230 - 130) / 150.
    """
    last = play(three(), one("enterprise_fund", "01", 100_000, years=1)).by_year.pipe(at, 2035)
    assert last["placed_near_home"] == pytest.approx(45)
    assert last["more_placed"] == pytest.approx(10)
    assert last["usd_per_placement"] == pytest.approx(10_000)
    assert last["mean_income"] == pytest.approx(269 + 10 * 100 / 150)
    assert last["women_share"] == pytest.approx(0.5)


def test_relocation_support_lets_people_take_far_jobs_but_not_near_home():
    """Four people of 01 may move for 2,000 dollars each; 40 jobs stand open in 03."""
    result = play(three(), one("relocation_support", "01", 8_000, years=1))
    last = result.by_year.pipe(at, 2035)
    assert last["placed_near_home"] == pytest.approx(35)
    assert last["placed_after_moving"] == pytest.approx(4)
    assert last["lasting_jobs"] == 0
    people = result.by_province(2035)
    assert people["placed_after_moving"].tolist() == pytest.approx([4, 0, 0])
    # 20 at home, 10 over 50 km, 4 over 150 km; five from 02 over 50 km.
    assert result.mean_km(2035) == pytest.approx((0 * 20 + 50 * 15 + 150 * 4) / 39)


def test_a_corridor_half_built_connects_half_of_those_along_it():
    """150 km at a million each; shortened by 0.4, 02 to 03 is 60 km. Half of 50 % of 02 may go.

    02 has services workers only, and 03 factory jobs only: they need the trade, too.
    """
    road = Allocation(instrument="corridor_logistics", place="R", usd=75e6, years=1)
    world = three(min_transfer=0)
    before = play(world, NOTHING).by_year.pipe(at, 2035)
    last = play(world, Scenario(name="Road", allocations=(road,))).by_year.pipe(at, 2035)
    assert before["placed_near_home"] == 35
    assert last["placed_after_moving"] == pytest.approx(50 * 0.5 * 0.5)
    assert last["job_years"] == 0
    assert play(world, Scenario(name="Road", allocations=(road,))).by_year["job_years"].iloc[
        0
    ] == pytest.approx(75 * 20 * 0.5)


def test_a_trade_gained_fills_jobs_that_stood_open():
    """In 02 two people learn a factory trade; but all 30 jobs are taken by 01, so none is gained.

    Where 01 has only 20 factory workers, ten jobs stand open, and both find one.
    """
    learn = one("skills_certification", "02", 40_000, years=1)
    fewer = three().seekers
    fewer.loc["01", "manufacturing"] = 20
    assert play(three(), learn).by_year["more_placed"].iloc[-1] == pytest.approx(0)
    assert play(three(seekers=fewer), learn).by_year["more_placed"].iloc[-1] == pytest.approx(2)


def test_temporary_work_is_no_lasting_job():
    result = play(three(), one("public_works", "02", 20_000, years=2))
    assert result.by_year["job_years"].tolist()[:3] == pytest.approx([2, 2, 0])
    assert (result.by_year[["lasting_jobs", "more_placed"]] == 0).all(axis=None)


def test_money_after_the_last_year_is_reported():
    result = play(three(), one("public_works", "02", 10_000, first_year=2034, years=5))
    assert result.unspent[["reason", "usd"]].to_numpy().tolist() == [["horizon", 6_000.0]]
    assert result.by_year["usd_spent"].iloc[-1] == pytest.approx(4_000)


@SOME
@given(scenarios, st.sampled_from(sorted(futures())))
def test_all_money_is_spent_or_reported_and_all_people_counted(scenario, future):
    result = play(WORLD, scenario, future)
    years = result.by_year
    left = result.unspent["usd"].sum()
    assert years["usd_spent"].iloc[-1] + left == pytest.approx(scenario.usd, rel=1e-9, abs=1e-3)
    assert result.money["usd"].sum() == pytest.approx(years["usd_spent"].iloc[-1], abs=1e-3)
    parts = ["placed_near_home", "placed_after_moving", "shortage", "spatial", "skills"]
    np.testing.assert_allclose(years[parts].sum(axis=1), years["seekers"], rtol=1e-9)
    np.testing.assert_allclose(
        years["still_in_need"], years[["shortage", "spatial", "skills"]].sum(axis=1), atol=1e-3
    )
    assert (years[parts] >= -1e-6).all(axis=None)


@SOME
@given(st.sampled_from(sorted(futures())), st.sampled_from(sorted(instruments())))
def test_an_allocation_of_nothing_is_the_baseline_bit_for_bit(future, key):
    place = "SEC-A" if instruments()[key].on == "corridor" else WORLD.provinces[0]
    empty = play(WORLD, one(key, place, 0.0), future).by_year
    pd.testing.assert_frame_equal(empty, play(WORLD, NOTHING, future).by_year, check_exact=True)


def test_doing_nothing_is_the_mismatch_of_today_in_every_year():
    years = play(WORLD, NOTHING).by_year
    parts = decompose(WORLD.seekers, WORLD.vacancies, WORLD.distance_km, WORLD.transfer, 120, 0.5)
    for name, part in (
        ("placed_near_home", "matched"),
        ("shortage", "shortage"),
        ("spatial", "spatial"),
        ("skills", "skills"),
    ):
        assert years[name].tolist() == pytest.approx([getattr(parts, part)] * 10, abs=1e-3)
    assert years["mean_income"].tolist() == [WORLD.income_now] * 10


@SOME
@given(scenarios, allocations, st.sampled_from(sorted(futures())))
def test_more_money_never_places_fewer_in_any_draw(scenario, more, future):
    richer = Scenario(name="More", allocations=(*scenario.allocations, more))
    before = play_draws(WORLD, scenario, future, draws=6)
    after = play_draws(WORLD, richer, future, draws=6)
    slack = 1e-6 * before.of("seekers")
    for outcome in ("placed_near_home", "lasting_jobs", "households_relieved"):
        assert (after.of(outcome) >= before.of(outcome) - slack).all()
    assert (after.of("still_in_need") <= before.of("still_in_need") + slack).all()


@SOME
@given(scenarios, st.permutations(range(8)), st.permutations(range(6)))
def test_the_order_of_provinces_and_sectors_changes_nothing(scenario, places, trades):
    codes = [WORLD.provinces[i] for i in places]
    sectors = [WORLD.sectors[i] for i in trades]
    turned = Baseline(
        **{
            **{name: getattr(WORLD, name) for name in WORLD.__dataclass_fields__},
            "seekers": WORLD.seekers.loc[codes, sectors],
            "seekers_draws": None,
            "vacancies_draws": None,
        }
    )
    first, second = play(WORLD, scenario), play(turned, scenario)
    np.testing.assert_allclose(first.by_year, second.by_year, rtol=1e-6, atol=1e-2)
    total = WORLD.seekers.to_numpy().sum()
    np.testing.assert_allclose(
        first.by_province(2035),
        second.by_province(2035).loc[list(WORLD.provinces)],
        atol=1e-5 * total,
    )


@SOME
@given(scenarios)
def test_provinces_and_sectors_sum_to_the_country(scenario):
    result = play(WORLD, scenario)
    total = result.by_year.loc[2035]
    for table in (result.by_province(2035), result.by_sector(2035)):
        for name in ("seekers", "placed_near_home", "lasting_jobs"):
            assert table[name].sum() == pytest.approx(total[name], rel=1e-5, abs=0.5)


def test_draws_of_known_parameters_and_people_are_the_central_result():
    world = three()
    scenario = one("enterprise_fund", "R", 300_000)
    central, drawn = play(world, scenario), play_draws(world, scenario, draws=3)
    for outcome in OUTCOMES:
        wanted = central.by_year[outcome].to_numpy()
        for row in drawn.of(outcome):
            np.testing.assert_allclose(row, wanted, err_msg=outcome)


def test_the_first_draws_of_many_are_the_draws_of_few():
    scenario = one("sez_upgrade", "SEC-A", 5e7)
    few, many = (play_draws(WORLD, scenario, draws=n).of("more_placed") for n in (3, 6))
    np.testing.assert_array_equal(few, many[:3])


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: one("magic", "01", 1), "instrument: there is no 'magic'"),
        (lambda: one("public_works", "01", -1), "usd: -1 for public_works in 01"),
        (lambda: one("public_works", "01", float("nan")), "usd: nan"),
        (lambda: one("public_works", "01", 1e13), "usd: 10000000000000.0"),
        (lambda: one("public_works", "01", 1, first_year=2040), "first_year: 2040"),
        (lambda: one("public_works", "01", 1, years=0), "years: 0"),
        (lambda: Scenario(name="A", split="fairly"), "split: there is no rule 'fairly'"),  # type: ignore[arg-type]
        (lambda: play(three(), one("public_works", "99", 1)), "place: '99' of public_works"),
        (lambda: play(three(), one("corridor_logistics", "01", 1)), "works along a corridor"),
        (lambda: play(three(), NOTHING, "boom"), "future: there is no 'boom'"),
        (lambda: play(three(), NOTHING, years=(2027, 2026)), "years: (2027, 2026)"),
        (lambda: play(three(), one("public_works", "01", 1), years=(2030,)), "is before 2030"),
        (lambda: play(three(), one("debt_restructuring", "01", 1)), "parameters: debt_restruct"),
        (
            lambda: play(three(), Scenario(name="A", overrides={"x.y": fixed(1)})),
            "overrides: A sets x.y",
        ),
        (lambda: play_draws(WORLD, NOTHING, draws=7), "draws: 7 asked for"),
        (lambda: play(three(), NOTHING).by_province(2036), "year: 2036 was not played"),
        (lambda: play_draws(three(), NOTHING, draws=1).of("joy"), "outcome: there is no 'joy'"),
        (lambda: three(corridors={"R": ("01", "77")}), "corridors: R passes 77"),
        (lambda: three(places=three().places.iloc[1:]), "places: province 01 is missing"),
        (lambda: three(places=-three().places), "places: crop_ha of province 01 is -10.0"),
        (lambda: three(seekers_draws=np.ones((2, 3, 3))), "give both, or neither"),
    ],
)
def test_bad_input_is_told_by_argument_place_and_remedy(make, says):
    with pytest.raises(ValueError) as told:
        make()
    assert says in str(told.value)


def test_years_of_a_scenario_are_the_ten_of_the_plan():
    assert play(three(), NOTHING).by_year.index.tolist() == list(YEARS)


def test_draws_keep_their_outcomes_and_nobody_of_whom_they_are_made() -> None:
    kept = play_draws(WORLD, NOTHING, draws=6)
    numbers = sum(values.nbytes for values in kept.outcomes.values())
    assert set(kept.outcomes) >= set(OUTCOMES) and numbers > 0
    assert len(pickle.dumps(kept)) < 1.2 * numbers + 2_000
