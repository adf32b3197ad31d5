"""Many cases at once give what each gives by itself."""

import numpy as np
import pytest

from analysis.break_even import with_value
from analysis.futures import discover as futures
from analysis.outcomes import OUTCOMES
from analysis.play import play
from analysis.scenario import Allocation, Scenario
from analysis.what_if import what_if
from tests.analysis.baselines import baseline

WORLD = baseline()
MIXED = Scenario(
    name="Mixed",
    allocations=(
        Allocation(instrument="enterprise_fund", place=WORLD.provinces[0], usd=4e6),
        Allocation(instrument="skills_certification", place=WORLD.provinces[1], usd=3e6),
        Allocation(instrument="relocation_support", place=WORLD.provinces[2], usd=2e6),
        Allocation(instrument="corridor_logistics", place=next(iter(WORLD.corridors)), usd=9e7),
    ),
)
CASES = [
    {},
    {"enterprise_fund.usd_per_job": 3_000.0},
    {"enterprise_fund.usd_per_job": 3_000.0, "all.falling_return": 0.9},
    {"corridor_logistics.shortening": 0.3},
    {"relocation_support.usd_per_person": 100.0},
]


@pytest.mark.parametrize("future", futures())
@pytest.mark.parametrize("year", [2027, 2035])
def test_each_case_is_the_scenario_played_with_its_values(future, year):
    alone = []
    for case in CASES:
        scenario = MIXED
        for key, value in case.items():
            scenario = with_value(scenario, key, value)
        alone.append(play(WORLD, scenario, future).by_year.loc[year])
    for outcome in OUTCOMES:
        together = what_if(WORLD, MIXED, outcome, CASES, year=year, future=future)
        one_by_one = [float(one[outcome]) for one in alone]
        np.testing.assert_allclose(together, one_by_one, rtol=1e-6, atol=1e-6, err_msg=outcome)


def test_what_a_scenario_does_not_use_changes_nothing():
    unused = [{}, {"public_works.job_years_per_million": 1.0}]
    first, second = what_if(WORLD, MIXED, "more_placed", unused)
    assert first == second


def test_a_case_replaces_what_the_scenario_sets():
    key = "enterprise_fund.usd_per_job"
    dear = with_value(MIXED, key, 90_000.0)
    asked, cheap = (
        what_if(WORLD, scenario, "lasting_jobs", [{key: 3_000.0}])[0] for scenario in (dear, MIXED)
    )
    assert asked == cheap > what_if(WORLD, dear, "lasting_jobs", [{}])[0]


def test_bad_questions_are_told():
    with pytest.raises(ValueError, match="there is no 'joy'"):
        what_if(WORLD, MIXED, "joy", [{}])
    with pytest.raises(ValueError, match="there is no 'x.y'"):
        what_if(WORLD, MIXED, "more_placed", [{"x.y": 1.0}])
    with pytest.raises(ValueError, match="was not played"):
        what_if(WORLD, MIXED, "more_placed", [{}], year=2050)
