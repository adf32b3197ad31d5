"""Sets of projects: every one tried, the front held against a search of its own."""

from itertools import combinations

import numpy as np
import pytest

from analysis.placing import place
from analysis.projects import Project, best_set, project_front
from analysis.yearly import Yearly
from tests.analysis.baselines import baseline, rows_of

WORLD = baseline(8, reach_km=120)
CODES = WORLD.provinces
PROJECTS = [
    Project(key="road", usd=4e8, provinces=CODES[:4]),
    Project(key="rail", usd=4e9, provinces=CODES[2:7]),
    Project(key="canal", usd=1e9, provinces=CODES[5:]),
]


def test_every_set_is_there_once_and_costs_the_sum():
    table = project_front(WORLD, PROJECTS)
    sets = {
        frozenset(some) for n in range(4) for some in combinations(("road", "rail", "canal"), n)
    }
    assert {frozenset(some) for some in table["projects"]} == sets
    cost = {one.key: one.usd for one in PROJECTS}
    for row in rows_of(table):
        assert row.usd == sum(cost[key] for key in row.projects)


def test_a_set_on_the_front_is_beaten_by_none_and_each_other_by_one():
    table = project_front(WORLD, PROJECTS)
    for row in rows_of(table):
        better = table[(table["usd"] <= row.usd) & (table["placed"] > row.placed + 1e-6)]
        same = table[(table["usd"] < row.usd) & (table["placed"] >= row.placed - 1e-6)]
        assert row.front == (better.empty and same.empty), row.projects


def test_no_project_is_the_baseline_and_a_further_one_never_places_fewer():
    table = project_front(WORLD, PROJECTS)
    seekers, jobs = (part.to_numpy()[None, None] for part in (WORLD.seekers, WORLD.vacancies))
    nothing = place(Yearly(seekers=seekers, jobs=jobs, connections={}), WORLD).in_all.item()
    assert table.iloc[0]["projects"] == ()
    assert table.iloc[0]["placed"] == pytest.approx(nothing)
    placed = {frozenset(row.projects): row.placed for row in rows_of(table)}
    for some, other in combinations(placed, 2):
        if some < other:
            assert placed[other] >= placed[some] - 1e-6


def test_the_best_set_for_a_budget_is_the_best_of_those_that_fit():
    table = project_front(WORLD, PROJECTS)
    for usd in (0, 5e8, 1.5e9, 1e10):
        fits = table[table["usd"] <= usd]
        chosen = table[[one == best_set(table, usd) for one in table["projects"]]]
        assert chosen["placed"].item() == fits["placed"].max()
    assert np.isclose(table["more"].iloc[0], 0)


@pytest.mark.parametrize(
    ("projects", "says"),
    [
        ([PROJECTS[0]] * 13, "projects: 13 are too many"),
        ([PROJECTS[0]] * 2, "two have the same key"),
        ([Project(key="park", usd=0, provinces=CODES[:1])], "park costs 0"),
        ([Project(key="park", usd=1, provinces=("99",))], "park passes 99"),
    ],
)
def test_bad_projects_are_told(projects, says):
    with pytest.raises(ValueError, match=says):
        project_front(WORLD, projects)
