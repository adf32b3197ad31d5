"""The least moving that would give work to as many as possible, with ranges from the draws."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.checks import Array
from analysis.measures import LeastMovement, least_movement
from dashboard.mismatch.groups import groups
from dashboard.mismatch.market import Case, Market, market, only
from dashboard.mismatch.ranges import ranged, ranges, within
from dashboard.mismatch.remembered import remembered
from dashboard.world import world
from geodata import Figure
from geodata.provinces import CODES, fewer

DRAWS = fewer(100)
LEAST = 1.0
"""A flow of fewer people than this is rounding, not a flow."""


@dataclass(frozen=True, kw_only=True)
class Flow:
    """People who would go from `home` to a job in `job`; never the same province."""

    home: str
    job: str
    people: Figure
    km: float


@dataclass(frozen=True, kw_only=True, eq=False)
class Movement:
    """`flows`: largest first; `staying`: matched at home; `mean_km`: of all who are matched.

    `value`: km saved by one more job; `matched_by_job`: the people whom it matches, 1 or 0, in
    the central case; `along`: people by corridor whose home and job both lie on it; `ways`:
    people from border provinces `out` to others, `within` them, and from the `others`; `net`:
    people who leave a province less those who come.
    """

    flows: tuple[Flow, ...]
    staying: Figure
    moving: Figure
    unmatched: Figure
    mean_km: Figure
    value: Mapping[str, Figure]
    matched_by_job: Mapping[str, float]
    along: Mapping[str, Figure]
    ways: Mapping[str, Figure]
    net: Mapping[str, Figure]


def central(case: Case) -> LeastMovement:
    """The movement of the central values."""
    here = market(case)
    return least_movement(here.seekers.series, here.vacancies.series, here.distance_km)


@remembered(16, key=lambda case: only(case, ("road_factor",)))
def movement(case: Case) -> Movement:
    """The movement and its ranges."""
    here = market(case)
    found = central(case)
    draws = [_draw(here, i) for i in range(DRAWS)]
    flows = np.stack([one.flows.to_numpy() for one in draws])
    evidence: dict[str, Any] = {"source_ids": here.source_ids, "as_of": here.as_of}
    table = found.flows.to_numpy()
    same = np.eye(len(CODES), dtype=bool)
    value_draws = np.stack([one.value_of_job.to_numpy() for one in draws])
    low, high = ranges(value_draws)
    return Movement(
        flows=_flows(table, flows, here),
        staying=ranged(float(table[same].sum()), flows[:, same].sum(axis=1), **evidence),
        moving=ranged(float(table[~same].sum()), flows[:, ~same].sum(axis=1), **evidence),
        unmatched=ranged(
            float(found.unmatched.sum()),
            np.array([one.unmatched.sum() for one in draws]),
            **evidence,
        ),
        mean_km=ranged(found.mean_km, np.array([one.mean_km for one in draws]), **evidence),
        value={
            code: within(float(found.value_of_job[code]), float(low[i]), float(high[i]), **evidence)
            for i, code in enumerate(CODES)
        },
        matched_by_job={code: float(found.matched_by_job[code]) for code in CODES},
        along={
            route.id: _along(table, flows, route.provinces, evidence)
            for route in world().routes["corridors"]
        },
        ways={
            way: ranged(float(table[on].sum()), flows[:, on].sum(axis=1), **evidence)
            for way, on in _ways().items()
        },
        net=_net(table, flows, evidence),
    )


def _draw(here: Market, i: int) -> LeastMovement:
    people, jobs = (
        pd.Series(side.count.draws[i], index=list(CODES)) for side in (here.seekers, here.vacancies)
    )
    return least_movement(people, jobs, here.distance_km)


def _flows(table: Array, draws: Array, here: Market) -> tuple[Flow, ...]:
    low, high = ranges(draws)
    km = here.distance_km.to_numpy()
    found = [
        Flow(
            home=CODES[i],
            job=CODES[j],
            people=within(
                float(table[i, j]),
                float(low[i, j]),
                float(high[i, j]),
                source_ids=here.source_ids,
                as_of=here.as_of,
            ),
            km=float(km[i, j]),
        )
        for i, j in np.argwhere(table >= LEAST)
        if i != j
    ]
    return tuple(sorted(found, key=lambda flow: (-flow.people.value, flow.home, flow.job)))


def _along(
    table: Array, draws: Array, provinces: tuple[str, ...], evidence: dict[str, Any]
) -> Figure:
    on = _among(provinces)
    both = np.outer(on, on) & ~np.eye(len(CODES), dtype=bool)
    return ranged(float(table[both].sum()), draws[:, both].sum(axis=1), **evidence)


def _among(codes: tuple[str, ...]) -> NDArray[np.bool_]:
    return np.array([code in codes for code in CODES])


def _ways() -> Mapping[str, NDArray[np.bool_]]:
    """Which flows, home x job, go which way; staying at home is none."""
    border = _among(groups()["border"])
    moving = ~np.eye(len(CODES), dtype=bool)
    return {
        "out": np.outer(border, ~border),
        "within": np.outer(border, border) & moving,
        "others": np.outer(~border, np.ones_like(border)) & moving,
    }


def _net(table: Array, draws: Array, evidence: dict[str, Any]) -> Mapping[str, Figure]:
    central = table.sum(axis=1) - table.sum(axis=0)
    low, high = ranges(draws.sum(axis=2) - draws.sum(axis=1))
    return {
        code: within(float(central[i]), float(low[i]), float(high[i]), **evidence)
        for i, code in enumerate(CODES)
    }
