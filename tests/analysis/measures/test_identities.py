"""What must hold for every pair of seekers and vacancies."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures import (
    balancing_distance,
    least_movement,
    mismatch_index,
    sahin_mismatch,
    share_gap,
    shen_access,
)
from tests.analysis.worlds import pairs, tables

EVERY = settings(deadline=None)
factor = st.floats(0.01, 100)


@EVERY
@given(pairs())
def test_share_gaps_sum_to_zero(pair):
    assert share_gap(*pair[:2]).sum() == pytest.approx(0, abs=1e-12)


@EVERY
@given(pairs(), factor, factor)
def test_the_index_lies_in_0_to_1_and_knows_shares_only(pair, of_seekers, of_vacancies):
    seekers, vacancies, _ = pair
    index = mismatch_index(seekers, vacancies)
    assert 0 <= index <= 1
    scaled = mismatch_index(seekers * of_seekers, vacancies * of_vacancies)
    assert scaled == pytest.approx(index, abs=1e-12)


@EVERY
@given(pairs(), factor)
def test_the_index_is_zero_only_for_equal_shares(pair, of_vacancies):
    seekers, vacancies, _ = pair
    assert mismatch_index(seekers, seekers * of_vacancies) == pytest.approx(0, abs=1e-12)
    if share_gap(seekers, vacancies).abs().max() > 1e-9:
        assert mismatch_index(seekers, vacancies) > 1e-10


@EVERY
@given(pairs(), st.floats(0, 0.05))
def test_access_hands_out_every_vacancy_once(pair, decay):
    seekers, vacancies, km = pair
    access = shen_access(seekers, vacancies, km, decay_per_km=decay)
    assert (seekers * access).sum() == pytest.approx(vacancies.sum())


@EVERY
@given(tables(), st.floats(0.05, 0.95))
def test_finer_markets_never_lower_the_mismatch(world, alpha):
    seekers, vacancies = world["seekers"], world["vacancies"]
    if not (seekers.to_numpy().sum() and vacancies.to_numpy().sum()):
        return
    both = sahin_mismatch(seekers, vacancies, alpha)
    for axis in (0, 1):
        one = sahin_mismatch(seekers.sum(axis=axis), vacancies.sum(axis=axis), alpha)
        assert 0 <= one <= both + 1e-12 <= 1 + 1e-12


@EVERY
@given(pairs())
def test_balancing_distance_finds_enough_and_no_less_would(pair):
    seekers, vacancies, km = pair
    for code, least in balancing_distance(seekers, vacancies, km).items():
        if seekers[code] == 0:
            assert np.isnan(least)
            continue
        within = vacancies[km.loc[code] <= least].sum()
        assert within >= seekers[code] * (1 - 1e-9) or np.isinf(least)
        assert vacancies[km.loc[code] < least].sum() < seekers[code]


@EVERY
@given(pairs())
def test_flows_never_exceed_a_margin_and_match_as_many_as_can_be(pair):
    seekers, vacancies, km = pair
    movement = least_movement(seekers, vacancies, km)
    flows = movement.flows
    assert (flows.to_numpy() >= 0).all()
    assert (flows.sum(axis=1) <= seekers * (1 + 1e-9)).all()
    assert (flows.sum(axis=0) <= vacancies * (1 + 1e-9)).all()
    matched = flows.to_numpy().sum()
    assert matched == pytest.approx(min(seekers.sum(), vacancies.sum()), rel=1e-6)
    left = seekers.sum() - matched
    assert movement.unmatched.sum() == pytest.approx(left, abs=1e-9 * seekers.sum())


@EVERY
@given(pairs(amount=st.integers(0, 40).map(float)))
def test_the_value_of_a_job_is_what_solving_anew_with_one_more_job_gives(pair):
    seekers, vacancies, km = pair
    now = least_movement(seekers, vacancies, km)
    for code in seekers.index:
        more = vacancies + pd.Series(0.0, index=vacancies.index).where(vacancies.index != code, 1.0)
        then = least_movement(seekers, more, km)
        matched = then.flows.to_numpy().sum() - now.flows.to_numpy().sum()
        assert matched == pytest.approx(now.matched_by_job[code], abs=1e-5)
        saved = km_in_all(now, km) - km_in_all(then, km)
        assert now.value_of_job[code] == pytest.approx(saved, abs=1e-3)


def km_in_all(movement, km):
    return float((movement.flows * km).to_numpy().sum())
