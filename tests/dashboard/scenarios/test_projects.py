"""Named projects: costs as published, the sets that nothing beats, and what is left out."""

import math
import re
from itertools import pairwise
from typing import Any

import pytest

from dashboard.components.scenario_projects import projects_chart, projects_told
from dashboard.pages.scenarios import PAGE
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.projects import (
    cost,
    cost_of_set,
    costed,
    jobs,
    project_sets,
    without_cost,
    without_place,
)
from dashboard.static_html import to_html
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world

SOME = "?basis=unplaced"
"""Who is counted here gains by some projects; with the usual basis nobody does."""


def told(search: str) -> str:
    view = PAGE.view(search)
    say = Speaker(lang=view.lang, digits=view.digits)
    parts = projects_told(world(), asked=read_asked(view), view=view, say=say)
    return " ".join(re.sub(r"<[^>]+>", " ", to_html(parts)).split())


def chart(search: str) -> dict[str, Any] | None:
    view = PAGE.view(search)
    say = Speaker(lang=view.lang, digits=view.digits)
    return projects_chart(asked=read_asked(view), say=say)


def test_every_project_of_the_table_stands_in_one_place() -> None:
    rows = [row.project_id for row in world().geodata.rows("projects")]
    groups = (costed(), without_cost(), without_place())
    assert sorted(row.project_id for some in groups for row in some) == sorted(rows)
    assert all(groups)


def test_costs_are_those_of_the_table_with_their_sources() -> None:
    for row in costed():
        figure = cost(row)
        assert figure.value == row.usd_central / 1e6
        assert (figure.status, figure.source_ids) == (row.status, row.source_id)
        assert (figure.low is None) == (math.isnan(row.usd_low) or math.isnan(row.usd_high))


def test_a_set_costs_the_sum_and_has_a_range_where_all_of_it_do() -> None:
    ranged = [row for row in costed() if cost(row).low is not None]
    bare = [row for row in costed() if cost(row).low is None]
    both = cost_of_set([row.project_id for row in ranged])
    assert both.value == pytest.approx(sum(row.usd_central for row in ranged) / 1e6)
    assert both.high == pytest.approx(sum(row.usd_high for row in ranged) / 1e6)
    assert bare and cost_of_set([row.project_id for row in [*ranged, *bare]]).low is None


@pytest.mark.parametrize("search", ["", SOME, "?reach_km=110"])
def test_the_front_rises_and_no_set_beats_it(search: str) -> None:
    sets = project_sets(read_asked(PAGE.view(search)).case)
    assert len(sets) == 2 ** len(costed()) and sets[0].keys == ()
    front = [one for one in sets if one.front]
    for before, after in pairwise(front):
        assert after.usd >= before.usd and after.more >= before.more + 0.5
    for one in front:
        assert not [other for other in sets if other.usd <= one.usd and other.more > one.more + 0.5]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_nobody_gains_it_says_so_and_why_and_draws_nothing(lang: str) -> None:
    case = read_asked(PAGE.view("")).case
    assert max(one.more for one in project_sets(case)) < 0.5
    assert chart(f"?lang={lang}") is None
    text, work = told(f"?lang={lang}"), jobs(case)
    assert work.can == 0 and f"{round(work.open, -2):,.0f}" in text
    assert f"{round(work.made, -2):,.0f}" in text
    if lang == "en":
        assert text.startswith("Named projects None of the 64 sets of 6 projects")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_set_on_the_front_stands_in_the_table_and_on_the_chart(lang: str) -> None:
    search = f"{SOME}&reach_km=110&lang={lang}"
    sets = project_sets(read_asked(PAGE.view(search)).case)
    front = [one for one in sets if one.front]
    assert len(front) >= 2
    text, figure = told(search), chart(search)
    assert figure is not None
    others, steps = figure["data"]
    assert len(steps["x"]) == len(front) and len(others["x"]) == len(sets) - len(front)
    assert steps["line"]["shape"] == "hv"
    names = {row.project_id: row.name_km if lang == "km" else row.name_en for row in costed()}
    for one, hover in zip(front[1:], steps["customdata"][1:], strict=True):
        for key in one.keys:
            assert names[key] in text and names[key] in hover[1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_has_no_cost_is_listed_with_its_stage(lang: str) -> None:
    text = told(f"?lang={lang}")
    for row in [*without_cost(), *without_place()]:
        assert (row.name_km if lang == "km" else row.name_en) in text
    assert text.count("no cost published") == (len(without_cost()) if lang == "en" else 0)
    assert not re.search(r"\bnan\b", text)


def test_central_results_without_a_range_are_told_as_such() -> None:
    assert "central results without a range" in told("") and "reported" in told("")
