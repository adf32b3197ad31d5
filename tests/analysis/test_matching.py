"""The decomposition: by hand, by linear programming, and what must hold for every input."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from analysis.matching import PARTS, decompose, decompose_draws
from tests.analysis.worlds import line, synthetic, tables

EVERY = settings(deadline=None)
TRADES = ["farm", "factory"]


def by_hand(**changed):
    """Farmers in 01, factory jobs in 01 and 02, farm jobs far away in 03; no retraining."""
    codes = ["01", "02", "03"]
    world = {
        "seekers": pd.DataFrame([[10, 2], [4, 0], [0, 4]], index=codes, columns=TRADES),
        "vacancies": pd.DataFrame([[3, 5], [0, 1], [4, 0]], index=codes, columns=TRADES),
        "distance_km": line(0, 50, 300),
        "transfer": pd.DataFrame([[1, 0.2], [0.2, 1]], index=TRADES, columns=TRADES),
        "reach_km": 75,
        "min_transfer": 0.5,
    }
    return decompose(**{**world, **changed})


def test_three_provinces_and_two_trades_by_hand():
    """20 seekers, 13 vacancies: 7 lack a job anywhere.

    Both limits: 3 farm jobs near 14 farmers, and 2 factory workers near 6 factory jobs: 5.
    Place only: 9 jobs for 16 people in 01 and 02, 4 for 4 in 03: 13.
    Trade only: 7 farm jobs for 14, 6 factory jobs for 6: 13. Each limit alone costs nothing,
    both together 8: half of it each.
    """
    parts = by_hand()
    assert [getattr(parts, part) for part in PARTS] == [5, 7, 4, 4]


def test_by_province_those_with_a_job_keep_it_and_the_rest_share_alike():
    """By hand: 3 farm jobs for the 14 farmers of 01 and 02: 3/14 of each; 2 factory workers."""
    picture = by_hand().by_province
    assert picture["matched"].tolist() == pytest.approx([2 + 30 / 14, 12 / 14, 0])
    assert picture.sum(axis=1).tolist() == pytest.approx([12, 4, 4])
    assert picture.sum().tolist() == pytest.approx([5, 7, 4, 4])


def test_a_province_of_its_own_is_within_reach_at_any_reach():
    own = line(0, 50, 300) + 40 * np.eye(3)
    assert by_hand(distance_km=own, reach_km=0).matched == by_hand(reach_km=0).matched == 5


def test_without_seekers_all_parts_are_zero_and_without_jobs_all_is_shortage():
    codes = ["01", "02", "03"]
    none = pd.DataFrame(0, index=codes, columns=TRADES)
    nobody, no_job = by_hand(seekers=none), by_hand(vacancies=none)
    assert [getattr(nobody, part) for part in PARTS] == [0, 0, 0, 0]
    assert [getattr(no_job, part) for part in PARTS] == [0, 20, 0, 0]
    assert not nobody.by_province.to_numpy().any()
    assert no_job.by_province["shortage"].tolist() == [12, 4, 4]


def most_by_programme(seekers, vacancies, near, open_to):
    people, jobs = seekers.to_numpy().ravel(), vacancies.to_numpy().ravel()
    allowed = np.kron(near, open_to).astype(bool)
    rows, columns = np.nonzero(allowed)
    size = len(rows)
    limits = np.zeros((len(people) + len(jobs), size))
    limits[rows, np.arange(size)] = 1
    limits[len(people) + columns, np.arange(size)] = 1
    solved = linprog(-np.ones(size), A_ub=limits, b_ub=np.concatenate([people, jobs]))
    return -solved.fun


def expected(seekers, vacancies, distance_km, transfer, reach_km, min_transfer):
    near = (distance_km.to_numpy() <= reach_km) | np.eye(len(distance_km), dtype=bool)
    open_to = transfer.to_numpy() >= min_transfer
    anywhere, anything = np.ones_like(near), np.ones_like(open_to)
    free = min(seekers.to_numpy().sum(), vacancies.to_numpy().sum())
    place = most_by_programme(seekers, vacancies, near, anything)
    trade = most_by_programme(seekers, vacancies, anywhere, open_to)
    both = most_by_programme(seekers, vacancies, near, open_to)
    return [
        both,
        seekers.to_numpy().sum() - free,
        ((free - place) + (trade - both)) / 2,
        ((free - trade) + (place - both)) / 2,
    ]


@EVERY
@given(tables(amount=st.integers(0, 9).map(float)))
def test_linear_programming_says_the_same(world):
    parts = decompose(**world)
    assert [getattr(parts, part) for part in PARTS] == pytest.approx(expected(**world), abs=1e-6)


@EVERY
@given(tables())
def test_the_parts_are_the_seekers_and_none_is_below_zero(world):
    parts = decompose(**world)
    total = world["seekers"].to_numpy().sum()
    values = [getattr(parts, part) for part in PARTS]
    assert sum(values) == pytest.approx(total, rel=1e-12)
    assert min(values) >= 0


@EVERY
@given(tables())
def test_the_picture_by_province_sums_to_seekers_one_way_and_to_the_parts_the_other(world):
    parts = decompose(**world)
    total = max(world["seekers"].to_numpy().sum(), world["vacancies"].to_numpy().sum())
    near = {"rtol": 0, "atol": 1e-7 * total}
    assert (parts.by_province.to_numpy() >= 0).all()
    np.testing.assert_allclose(parts.by_province.sum(axis=1), world["seekers"].sum(axis=1), **near)
    np.testing.assert_allclose(parts.by_sector.sum(axis=1), world["seekers"].sum(axis=0), **near)
    for picture in (parts.by_province, parts.by_sector):
        values = [getattr(parts, part) for part in PARTS]
        np.testing.assert_allclose(picture.sum(), values, **near)


@EVERY
@given(tables(), st.permutations(range(4)), st.permutations(range(3)))
def test_the_picture_does_not_depend_on_the_order_of_rows(world, provinces, sectors):
    seekers = world["seekers"]
    rows = [i for i in provinces if i < len(seekers)]
    columns = [i for i in sectors if i < seekers.shape[1]]
    turned = {
        **world,
        "seekers": seekers.iloc[rows, columns],
        "distance_km": world["distance_km"].iloc[rows, rows],
        "transfer": world["transfer"].iloc[columns, columns],
    }
    total = max(seekers.to_numpy().sum(), world["vacancies"].to_numpy().sum())
    first, second = decompose(**world).by_unit, decompose(**turned).by_unit
    for part in PARTS:
        again = second[part].reindex(index=seekers.index, columns=seekers.columns)
        np.testing.assert_allclose(again, first[part], rtol=0, atol=1e-6 * total)


@EVERY
@given(tables(), st.floats(0, 300), st.floats(0, 1))
def test_wider_reach_and_more_open_trades_never_match_fewer(world, more_km, less_transfer):
    now = decompose(**world)
    wider = decompose(**{**world, "reach_km": world["reach_km"] + more_km})
    freer = decompose(**{**world, "min_transfer": world["min_transfer"] * less_transfer})
    for then in (wider, freer):
        assert then.matched >= now.matched * (1 - 1e-12)
        assert then.shortage == now.shortage
    everywhere = decompose(**{**world, "reach_km": float("inf")})
    anything = decompose(**{**world, "min_transfer": 0})
    slack = 1e-9 * max(1, world["seekers"].to_numpy().sum())
    assert everywhere.spatial <= slack
    assert anything.skills <= slack


@EVERY
@given(tables())
def test_equal_provinces_have_equal_shares(world):
    """A twin at the same place with the same seekers is treated the same."""
    twin = {"99": "01"}
    seekers, km = world["seekers"], world["distance_km"]
    codes = [*seekers.index, "99"]
    of = [twin.get(code, code) for code in codes]
    parts = decompose(
        **{
            **world,
            "seekers": seekers.loc[of].set_axis(codes),
            "vacancies": world["vacancies"].reindex(codes, fill_value=0.0),
            "distance_km": km.loc[of, of].set_axis(codes).set_axis(codes, axis=1),
        }
    )
    total = max(seekers.to_numpy().sum(), world["vacancies"].to_numpy().sum())
    np.testing.assert_allclose(
        parts.by_province.loc["99"], parts.by_province.loc["01"], rtol=0, atol=1e-6 * total
    )


@pytest.mark.parametrize("units", [25, 205, 1652])
def test_any_number_of_units(units):
    world = synthetic(units)
    seekers, vacancies = world.seekers_by_sector, world.vacancies_by_sector
    parts = decompose(seekers, vacancies, world.distance_km, world.transfer, 75, 0.5)
    total = seekers.to_numpy().sum()
    assert sum(getattr(parts, part) for part in PARTS) == pytest.approx(total, rel=1e-12)
    picture = parts.by_province
    np.testing.assert_allclose(picture.sum(axis=1), seekers.sum(axis=1))
    values = [getattr(parts, part) for part in PARTS]
    np.testing.assert_allclose(picture.sum(), values, rtol=0, atol=1e-5 * total)


def test_draws_say_the_same_as_one_by_one():
    world = synthetic(25)
    rng = np.random.default_rng(8)
    people, jobs = (
        table.to_numpy() * rng.lognormal(0, 0.5, (3, 25, 6))
        for table in (world.seekers_by_sector, world.vacancies_by_sector)
    )
    drawn = decompose_draws(people, jobs, world.distance_km, world.transfer, 75, 0.5)
    for i in range(3):
        seekers, vacancies = (
            pd.DataFrame(side[i], index=world.distance_km.index, columns=world.transfer.index)
            for side in (people, jobs)
        )
        one = decompose(seekers, vacancies, world.distance_km, world.transfer, 75, 0.5)
        for part in PARTS:
            assert getattr(drawn, part)[i] == pytest.approx(getattr(one, part), rel=1e-9)
