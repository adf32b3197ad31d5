"""Named projects: what they cost, and which sets of them nothing beats. Central results only."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from analysis.projects import JOBS, ROAD, Project, project_front
from dashboard.data_here import of_data
from dashboard.mismatch.market import Case
from dashboard.mismatch.remembered import remembered
from dashboard.scenarios.baseline import baseline_of
from dashboard.scenarios.plan_text import MILLION
from dashboard.world import world
from geodata import Figure, joined, weakest

_HALF = 0.5


@dataclass(frozen=True, kw_only=True)
class ProjectSet:
    """Projects that are built together, their cost in dollars, and how many `more` are placed.

    `front`: whether no other set places as many for less.
    """

    keys: tuple[str, ...]
    usd: float
    more: float
    front: bool


@dataclass(frozen=True, kw_only=True)
class Jobs:
    """The jobs that all projects together make: `made`, seekers who `can` take one, `open` ones."""

    made: float
    can: float
    open: float


@of_data(4)
def costed() -> tuple[Any, ...]:
    """Rows of projects with a cost and a place, the cheapest first."""
    found = (row for row in _rows() if row.provinces and not math.isnan(row.usd_central))
    return tuple(sorted(found, key=lambda row: float(row.usd_central)))


@of_data(4)
def without_cost() -> tuple[Any, ...]:
    """Rows of projects whose cost nobody has published."""
    return tuple(row for row in _rows() if math.isnan(row.usd_central))


@of_data(4)
def without_place() -> tuple[Any, ...]:
    """Rows with a cost that lie in no province of their own."""
    return tuple(row for row in _rows() if not row.provinces and not math.isnan(row.usd_central))


def cost(row: Any) -> Figure:
    """Million dollars of a project, as its source gives them."""
    known = not (math.isnan(row.usd_low) or math.isnan(row.usd_high))
    return Figure(
        value=row.usd_central / MILLION,
        low=row.usd_low / MILLION if known else None,
        high=row.usd_high / MILLION if known else None,
        status=row.status,
        source_ids=row.source_id,
        as_of=row.as_of,
    )


def cost_of_set(keys: Sequence[str]) -> Figure:
    """Million dollars of a set: the sum, with a range where each of them has one."""
    figures = [cost(row) for row in costed() if row.project_id in keys]
    lows = [one.low for one in figures if one.low is not None]
    highs = [one.high for one in figures if one.high is not None]
    known = len(lows) == len(figures)
    return Figure(
        value=sum(one.value for one in figures),
        low=sum(lows) if known else None,
        high=sum(highs) if known else None,
        status=weakest(one.status for one in figures),
        source_ids=joined(*(one.source_ids for one in figures)),
        as_of=max(one.as_of for one in figures),
    )


@remembered(8)
def project_sets(case: Case) -> tuple[ProjectSet, ...]:
    """Every set of projects with a cost, the cheapest first, none of them before.

    Who is placed beyond half a person counts: less is rounding.
    """
    projects = [
        Project(key=row.project_id, usd=float(row.usd_central), provinces=row.provinces)
        for row in costed()
    ]
    rows: list[Any] = list(project_front(baseline_of(case), projects).itertuples(index=False))
    found, before = [], -math.inf
    for row in rows:
        front = bool(row.front) and row.more >= before + _HALF
        before = float(row.more) if front else before
        found.append(
            ProjectSet(keys=row.projects, usd=float(row.usd), more=float(row.more), front=front)
        )
    return tuple(found)


@remembered(8)
def jobs(case: Case) -> Jobs:
    """The jobs that all projects together make, and who could take them anywhere."""
    here = baseline_of(case)
    at = here.sectors.index(JOBS)
    people = here.seekers.to_numpy().sum(axis=0)
    each = here.parameters[f"{ROAD}.usd_per_lasting_job"].central
    return Jobs(
        made=sum(float(row.usd_central) for row in costed()) / each,
        can=float(people[here.open_to[:, at]].sum()),
        open=float(here.vacancies.to_numpy().sum(axis=0)[at]),
    )


def _rows() -> list[Any]:
    return list(world().geodata.rows("projects"))
