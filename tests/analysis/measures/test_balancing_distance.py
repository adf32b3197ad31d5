"""Balancing distance: a loop of our own, and where there is nothing to balance or never enough."""

import math

import numpy as np
import pytest

from analysis.measures import balancing_distance
from analysis.measures.balancing_distance import balancing_distance_draws
from tests.analysis.worlds import by_code, line, synthetic

WORLD = synthetic(25, seed=3)
LINE = line(0, 100, 200)


def by_hand(people, jobs, km):
    """Look in a wider circle until there are as many vacancies as seekers."""
    found = []
    for i, need in enumerate(people):
        circles = [d for d in sorted(set(km[i])) if jobs[km[i] <= d].sum() >= need * (1 - 1e-12)]
        found.append(math.nan if need == 0 else circles[0] if circles else math.inf)
    return found


def test_a_loop_says_the_same_for_every_draw():
    rng = np.random.default_rng(2)
    people, jobs = (
        side.to_numpy() * rng.lognormal(0, 1.2, (40, 25))
        for side in (WORLD.seekers, WORLD.vacancies)
    )
    people[0, 3] = 0
    people[1] *= 1000
    km = WORLD.distance_km.to_numpy()
    drawn = balancing_distance_draws(people, jobs, km)
    for i in range(40):
        np.testing.assert_array_equal(drawn[i], by_hand(people[i], jobs[i], km))
    assert np.isnan(drawn[0, 3]) and np.isinf(drawn[1]).any() and np.isfinite(drawn).any()


def test_nobody_to_place_is_not_near_and_too_few_jobs_are_nowhere():
    least = balancing_distance(by_code([0, 20, 101]), by_code([10, 30, 60]), LINE)
    assert math.isnan(least["01"])
    assert least["02"] == 0
    assert least["03"] == math.inf


def test_exactly_enough_is_enough_though_tenths_do_not_sum_in_binary():
    assert 0.7 + 0.1 < 0.8
    least = balancing_distance(by_code([0.8, 0, 0]), by_code([0.7, 0.1, 0.1]), LINE)
    assert least["01"] == 100


def test_a_place_out_of_reach_is_never_counted():
    km = line(0, 100, 200)
    km.loc["01", "03"] = km.loc["03", "01"] = math.inf
    least = balancing_distance(by_code([70, 20, 10]), by_code([10, 30, 60]), km)
    assert least["01"] == math.inf


@pytest.mark.parametrize(
    ("people", "jobs", "km", "words"),
    [
        ([[1.0, math.nan]], [[1.0, 1.0]], np.zeros((2, 2)), "seekers"),
        ([[1.0, 1.0]], [[1.0, -1.0]], np.zeros((2, 2)), "vacancies"),
        ([[1.0, 1.0]], [[1.0, 1.0, 1.0]], np.zeros((2, 2)), "vacancies|seekers"),
        ([[1.0, 1.0]], [[1.0, 1.0]], np.zeros((3, 3)), "distance_km"),
        ([[1.0, 1.0]], [[1.0, 1.0]], np.full((2, 2), math.nan), "distance_km"),
        ([[1.0, 1.0]], [[1.0, 1.0]], np.full((2, 2), -1.0), "distance_km"),
    ],
)
def test_draws_that_are_no_counts_or_km_are_refused_by_name(people, jobs, km, words):
    with pytest.raises(ValueError, match=words):
        balancing_distance_draws(np.array(people), np.array(jobs), km)
