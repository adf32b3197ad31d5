"""Three provinces on a line, worked out by hand: people in the first, jobs in the last."""

import inspect

import numpy as np
import pandas as pd
import pytest

from analysis import measures
from tests.analysis.worlds import by_code, line

SEEKERS = by_code([70, 20, 10])
VACANCIES = by_code([10, 30, 60])
DISTANCE_KM = line(0, 100, 200)


def test_gap_and_its_share():
    assert measures.gap(SEEKERS, VACANCIES).tolist() == [60, -10, -50]
    assert measures.share_gap(SEEKERS, VACANCIES).tolist() == pytest.approx([0.6, -0.1, -0.5])


def test_six_in_ten_seekers_would_have_to_move():
    assert measures.mismatch_index(SEEKERS, VACANCIES) == pytest.approx(0.60, abs=1e-12)


def test_access_with_competition():
    access = measures.shen_access(SEEKERS, VACANCIES, DISTANCE_KM, decay_per_km=0.01)
    assert access.tolist() == pytest.approx([0.652957, 1.476310, 2.476680], abs=5e-7)
    assert (SEEKERS * access).sum() == pytest.approx(100)


def test_hires_lost_to_mismatch():
    assert measures.sahin_mismatch(SEEKERS, VACANCIES) == pytest.approx(0.245527, abs=5e-7)


def test_balancing_distance():
    found = measures.balancing_distance(SEEKERS, VACANCIES, DISTANCE_KM)
    assert found.tolist() == [200, 0, 0]


def test_least_movement():
    movement = measures.least_movement(SEEKERS, VACANCIES, DISTANCE_KM)
    assert movement.mean_km == pytest.approx(110)
    assert movement.unmatched.tolist() == pytest.approx([0, 0, 0])
    assert movement.flows.sum(axis=1).tolist() == pytest.approx(SEEKERS.tolist())
    assert movement.value_of_job.tolist() == pytest.approx([200, 100, 0])
    assert movement.matched_by_job.tolist() == [0, 0, 0]


def test_contract_takes_positions_and_names():
    by_name = {"vacancies": VACANCIES, "seekers": SEEKERS, "distance_km": DISTANCE_KM}
    for name in ("shen_access", "balancing_distance"):
        measure = getattr(measures, name)
        pd.testing.assert_series_equal(measure(SEEKERS, VACANCIES, DISTANCE_KM), measure(**by_name))


@pytest.mark.parametrize("name", ["share_gap", "gap", "seekers_per_vacancy"])
def test_vacancies_are_joined_on_the_code_not_by_position(name):
    measure = getattr(measures, name)
    turned = measure(SEEKERS, VACANCIES[::-1])
    pd.testing.assert_series_equal(turned, measure(SEEKERS, VACANCIES))


def test_nothing_that_is_passed_in_changes():
    seekers, vacancies, km = SEEKERS.copy(), VACANCIES.copy(), DISTANCE_KM.copy()
    neighbours = (DISTANCE_KM == 100).astype(float) + np.eye(3)
    before = neighbours.copy()
    for declared in measures.discover().values():
        others = {"distance_km": km, "neighbours": neighbours}
        names = list(inspect.signature(declared.compute).parameters)
        declared.compute(
            seekers, vacancies, **{name: others[name] for name in names if name in others}
        )
    pd.testing.assert_series_equal(seekers, SEEKERS)
    pd.testing.assert_series_equal(vacancies, VACANCIES)
    pd.testing.assert_frame_equal(km, DISTANCE_KM)
    pd.testing.assert_frame_equal(neighbours, before)
