"""Access with competition: against PySAL's access and a loop, and where nobody competes."""

import math

import numpy as np
import pandas as pd
import pytest
from access.fca import two_stage_fca

from analysis.measures import shen_access
from tests.analysis.worlds import by_code, line, synthetic

WORLD = synthetic(25, seed=3)
DECAY = 0.0068


def test_a_loop_says_the_same():
    people, jobs, km = (
        side.to_numpy() for side in (WORLD.seekers, WORLD.vacancies, WORLD.distance_km)
    )
    places = range(len(people))
    access = [
        sum(
            jobs[j]
            * math.exp(-DECAY * km[i, j])
            / sum(people[k] * math.exp(-DECAY * km[k, j]) for k in places)
            for j in places
        )
        for i in places
    ]
    ours = shen_access(WORLD.seekers, WORLD.vacancies, WORLD.distance_km)
    np.testing.assert_allclose(ours, access)


def test_pysal_access_says_the_same():
    people = pd.DataFrame({"geoid": WORLD.seekers.index, "demand": WORLD.seekers.to_numpy()})
    jobs = WORLD.vacancies.rename_axis("geoid").to_frame(name="supply")
    ways = (
        WORLD.distance_km.rename_axis(index="origin", columns="dest")
        .melt(ignore_index=False, value_name="cost")
        .reset_index()
    )
    theirs = two_stage_fca(
        people, jobs, ways, supply_index=True, weight_fn=lambda km: math.exp(-DECAY * km)
    )
    ours = shen_access(WORLD.seekers, WORLD.vacancies, WORLD.distance_km)
    np.testing.assert_allclose(ours, theirs.loc[ours.index])


def test_without_distance_decay_everybody_has_the_national_ratio():
    access = shen_access(by_code([70, 20, 10]), by_code([10, 30, 10]), line(0, 9, 20), 0)
    assert access.tolist() == pytest.approx([0.5, 0.5, 0.5])


def test_jobs_that_nobody_competes_for_are_without_limit_to_who_can_reach_them():
    km = line(0, 10, 20)
    km.loc["03", ["01", "02"]] = km.loc[["01", "02"], "03"] = np.inf
    access = shen_access(by_code([5, 0, 0]), by_code([1, 1, 1]), km)
    assert np.isfinite(access[["01", "02"]]).all()
    assert access["03"] == np.inf


def test_without_seekers_all_jobs_are_free_and_without_jobs_there_is_no_access():
    assert (shen_access(by_code([0, 0]), by_code([1, 0]), line(0, 10)) == np.inf).all()
    assert (shen_access(by_code([3, 1]), by_code([0, 0]), line(0, 10)) == 0).all()
