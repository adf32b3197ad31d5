"""Named projects, built or not: every set of them, and which sets nothing beats.

A project cannot be built by half, so its best set for a budget is no linear programme. With a dozen
of them every set is tried: 4,096 matchings, each exact, and with what two projects do together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.baseline import Baseline
from analysis.columns import Plan, job_factors, judged_year
from analysis.futures import Future
from analysis.instruments import discover
from analysis.outcomes import people_and_jobs, values_of
from analysis.placing import place
from analysis.play import known_future
from analysis.scenario import YEARS, Scenario
from analysis.yearly import Connection, Yearly, influence_of

MOST = 12
"""Projects of which every set is still tried."""

ROAD, JOBS = "corridor_logistics", "transport_logistics"
"""The instrument whose parameters projects have, and the trade of the jobs that they make."""


@dataclass(frozen=True, kw_only=True)
class Project:
    """A project with its cost in dollars and the provinces it passes."""

    key: str
    usd: float
    provinces: tuple[str, ...]


def project_front(
    baseline: Baseline,
    projects: Sequence[Project],
    *,
    future: str | Future = "none",
    judged: int = YEARS[-1],
) -> pd.DataFrame:
    """Every set of projects, by cost; the first row is no project at all.

    Columns: `projects`, `usd`, `placed` in all, `more`, and whether on the `front`, where no other
    set places as many for less, or more for the same. Each project is taken as built by the year
    that is judged. It shortens the way between all the provinces it passes and makes lasting
    jobs, as the instrument of corridor logistics does with its parameters.
    """
    if len(projects) > MOST:
        raise ValueError(f"projects: {len(projects)} are too many to try all sets. Take {MOST}")
    if len({one.key for one in projects}) < len(projects):
        raise ValueError("projects: two have the same key. Keep one of them")
    for one in projects:
        if not (np.isfinite(one.usd) and one.usd > 0):
            raise ValueError(f"projects: {one.key} costs {one.usd}. Leave out what has no cost")
        for code in one.provinces:
            if code not in baseline.provinces:
                raise ValueError(f"projects: {one.key} passes {code}, no province. Correct it")
    built = np.array(np.meshgrid(*[[False, True]] * len(projects))).reshape(len(projects), -1).T
    built = built.astype(bool)
    placed = place(_states(baseline, projects, built, known_future(future), judged), baseline)
    usd = built @ np.array([one.usd for one in projects], dtype=float)
    table = pd.DataFrame(
        {
            "projects": [
                tuple(one.key for one, here in zip(projects, row, strict=True) if here)
                for row in built
            ],
            "usd": usd,
            "placed": placed.in_all[:, 0],
            "more": placed.in_all[:, 0] - placed.in_all[usd.argmin(), 0],
        }
    ).sort_values(["usd", "placed"], ascending=[True, False], kind="stable", ignore_index=True)
    before = table["placed"].cummax().shift(fill_value=-np.inf)
    return table.assign(front=table["placed"] > before * (1 + 1e-9))


def best_set(front: pd.DataFrame, usd: float) -> tuple[str, ...]:
    """The projects of the set that places the most for at most `usd` dollars.

    >>> sets = pd.DataFrame({
    ...     "projects": [(), ("a",), ("b",)], "usd": [0, 5, 9], "placed": [1, 3, 2]})
    >>> best_set(sets, 10)
    ('a',)
    """
    within = front[front["usd"] <= usd]
    if within.empty:
        raise ValueError(f"usd: {usd} is no budget. Write dollars of zero or more")
    chosen: tuple[str, ...] = tuple(within["projects"].tolist()[within["placed"].argmax()])
    return chosen


def _states(
    baseline: Baseline,
    projects: Sequence[Project],
    built: np.ndarray,
    future: Future,
    judged: int,
) -> Yearly:
    """The judged year with each set of projects, set x 1 x province x sector."""
    plan = Plan(judged=judged)
    values = values_of(baseline, Scenario(name="Projects"), draws=None)
    influence = influence_of(future, baseline=baseline, values=values, years=YEARS)
    seekers, vacancies = people_and_jobs(baseline, None)
    today = judged_year(
        plan,
        baseline=baseline,
        values=values,
        influence=influence,
        seekers=seekers,
        vacancies=vacancies,
    )
    get = values.of(discover()[ROAD].key)
    shorter, catchment = 1 - get("shortening").item(), get("catchment").item()
    factors = job_factors(influence, baseline, judged - YEARS[0])
    people = np.repeat(today.seekers, len(built), axis=0)
    jobs = np.repeat(today.jobs, len(built), axis=0)
    sector = baseline.sectors.index(JOBS)
    connections = {}
    for k, one in enumerate(projects):
        along = np.isin(baseline.provinces, one.provinces)
        here = built[:, k, None, None, None]
        each = one.usd / get("usd_per_lasting_job").item() / max(along.sum(), 1)
        jobs[..., sector] += here[..., 0] * each * along * factors[:, sector]
        opens = baseline.distance_km.to_numpy() * shorter <= baseline.reach_km
        opens &= ~baseline.near & np.outer(along, along)
        connections[one.key] = Connection(
            connected=people * here * catchment * along[:, None], opens=opens[None]
        )
    return Yearly(seekers=people, jobs=jobs, connections=connections)
