"""Least movement: against two other solvers, with places out of reach, and at the edges."""

import numpy as np
import ot
import pandas as pd
import pytest
from scipy.optimize import linprog

from analysis.measures import least_movement
from tests.analysis.worlds import by_code, line, synthetic


@pytest.mark.parametrize("units", [25, 205])
@pytest.mark.parametrize("jobs_per_seeker", [0.3, 1.0, 3.0])
@pytest.mark.parametrize("seed", [1, 2])
def test_python_optimal_transport_finds_the_same_km(units, jobs_per_seeker, seed):
    world = synthetic(units, seed=seed)
    seekers = world.seekers
    vacancies = world.vacancies * (jobs_per_seeker * seekers.sum() / world.vacancies.sum())
    movement = least_movement(seekers, vacancies, world.distance_km)
    found = (movement.flows * world.distance_km).to_numpy().sum()
    assert found == pytest.approx(km_by_pot(seekers, vacancies, world.distance_km), rel=1e-7)


def km_by_pot(seekers, vacancies, distance_km):
    """POT wants equal totals: whoever is left over goes to a place without distance."""
    people, jobs, km = seekers.to_numpy(), vacancies.to_numpy(), distance_km.to_numpy()
    over = people.sum() - jobs.sum()
    jobs = np.append(jobs, max(over, 0))
    people = np.append(people, max(-over, 0))
    cost = np.pad(km, ((0, 1), (0, 1)))
    total = people.sum()
    return ot.emd2(people / total, jobs / total, cost, numItermax=10**7) * total


def test_the_whole_programme_at_once_gives_the_same_as_pairs_added_one_after_another():
    world = synthetic(40, seed=7)
    people, jobs, km = (
        values.to_numpy() for values in (world.seekers, world.vacancies, world.distance_km)
    )
    size = len(people)
    rows, columns = np.kron(np.eye(size), np.ones(size)), np.kron(np.ones(size), np.eye(size))
    short_of_jobs = people.sum() > jobs.sum()
    solved = linprog(
        km.ravel(),
        A_ub=rows if short_of_jobs else columns,
        b_ub=people if short_of_jobs else jobs,
        A_eq=columns if short_of_jobs else rows,
        b_eq=jobs if short_of_jobs else people,
    )
    movement = least_movement(world.seekers, world.vacancies, world.distance_km)
    assert (movement.flows.to_numpy() * km).sum() == pytest.approx(solved.fun, rel=1e-9)


def test_where_jobs_are_short_a_job_costs_least_km_beside_those_left_over():
    movement = least_movement(by_code([50, 5, 0]), by_code([10, 5, 20]), line(0, 100, 200))
    assert movement.unmatched.tolist() == pytest.approx([20, 0, 0])
    assert movement.mean_km == pytest.approx(20 * 200 / 35)
    assert movement.matched_by_job.tolist() == [1, 1, 1]
    assert movement.value_of_job.tolist() == pytest.approx([0, -100, -200])


def test_a_province_out_of_reach_keeps_its_seekers_and_its_jobs():
    km = line(0, 100, 200)
    km.loc["03", ["01", "02"]] = km.loc[["01", "02"], "03"] = np.inf
    movement = least_movement(by_code([70, 20, 10]), by_code([10, 30, 60]), km)
    assert movement.unmatched.tolist() == pytest.approx([50, 0, 0])
    assert movement.flows.to_numpy().sum() == pytest.approx(50)
    assert movement.matched_by_job.tolist() == [1, 1, 0]
    assert movement.value_of_job["03"] == 0


def test_most_people_come_before_fewest_km():
    """Two could stay at home, or three work if one gives way."""
    km = pd.DataFrame([[1.0, 900.0], [1.0, np.inf]], index=["01", "02"], columns=["01", "02"])
    movement = least_movement(by_code([2, 1]), by_code([2, 1]), km)
    assert movement.flows.to_numpy().tolist() == pytest.approx(np.array([[1, 1], [1, 0]]))
    assert movement.mean_km == pytest.approx(902 / 3)


@pytest.mark.parametrize(
    ("seekers", "vacancies"), [([0, 0], [3, 4]), ([3, 4], [0, 0]), ([0, 0], [0, 0])]
)
def test_nobody_to_match_has_no_mean(seekers, vacancies):
    movement = least_movement(by_code(seekers), by_code(vacancies), line(0, 50))
    assert np.isnan(movement.mean_km)
    assert movement.unmatched.tolist() == seekers
    assert not movement.flows.to_numpy().any()


def test_a_first_job_goes_to_the_nearest_seeker():
    movement = least_movement(by_code([5, 0, 1]), by_code([0, 0, 0]), line(0, 50, 80))
    assert movement.value_of_job.tolist() == [0, -30, 0]
    assert movement.matched_by_job.tolist() == [1, 1, 1]


def test_ties_do_not_depend_on_the_order_of_rows():
    codes = [f"{i:02d}" for i in range(9)]
    at = np.array([(i, j) for i in range(3) for j in range(3)], dtype=float)
    km = pd.DataFrame(np.abs(at[:, None] - at[None]).sum(axis=2), index=codes, columns=codes)
    seekers, vacancies = by_code([4.0] * 9, codes), by_code([1, 2, 9, 1, 1, 1, 9, 2, 1], codes)
    first = least_movement(seekers, vacancies, km)
    second = least_movement(seekers[::-1], vacancies, km.sample(frac=1, random_state=1))
    pd.testing.assert_frame_equal(second.flows.loc[codes, codes], first.flows)
