"""What the unmet need is made of: too few jobs, too far away, or in another trade.

For a planner: of all who need work, so many find a job within reach and in a trade open to
them; so many lack a job anywhere in the country; so many are too far from one; so many have
another trade.

M(...) is the most people who can be matched when a worker takes a job only in reach (own
province, or d <= reach_km) and only in a trade open to him or her (transfer >= min_transfer);
"free" lifts both limits, M(free) = min(sum R, sum V).
    shortage = sum R - M(free)
    spatial = 1/2 [(M(free) - M(place)) + (M(trade) - M(both))]
    skills = 1/2 [(M(free) - M(trade)) + (M(place) - M(both))]
    matched = M(both), so that matched + shortage + spatial + skills = sum R.
Unit: people. Range: 0 to sum R; all are zero where there are no seekers, and shortage is sum R
where there are no vacancies. Spatial and skills are the Shapley values (1953) of the two limits:
the mean over the two orders of lifting them. Each M is a maximum flow, exact on numbers rounded
to 1e-9 of the total (whole people stay whole); the picture by province holds to 1e-7.

By province and sector (of the seekers): totals leave open who is matched where several could
be; `analysis.sharing` says how that is settled.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from analysis.checks import Array, draws_pair, number, square, table_pair
from analysis.flow import (
    Flags,
    Solver,
    Whole,
    direct_routes,
    routes_by_trade_and_place,
    whole,
)
from analysis.sharing import parts_by_unit

PARTS = ("matched", "shortage", "spatial", "skills")


@dataclass(frozen=True, kw_only=True, eq=False)
class Decomposition:
    """People in need of work, in four parts.

    `by_province` and `by_sector` have the parts as columns; they are worked out when first asked
    for, since a headline needs the totals only.
    """

    matched: float
    shortage: float
    spatial: float
    skills: float
    units: Callable[[], Mapping[str, pd.DataFrame]] = field(repr=False)

    @cached_property
    def by_unit(self) -> Mapping[str, pd.DataFrame]:
        """The table province x sector of each part."""
        return self.units()

    @property
    def by_province(self) -> pd.DataFrame:
        """The parts of the seekers of each province."""
        return pd.DataFrame({part: self.by_unit[part].sum(axis=1) for part in PARTS})

    @property
    def by_sector(self) -> pd.DataFrame:
        """The parts of the seekers of each trade."""
        return pd.DataFrame({part: self.by_unit[part].sum(axis=0) for part in PARTS})


@dataclass(frozen=True, kw_only=True, eq=False)
class DecompositionDraws:
    """The four parts in each draw."""

    matched: Array
    shortage: Array
    spatial: Array
    skills: Array


def decompose(
    seekers: pd.DataFrame,
    vacancies: pd.DataFrame,
    distance_km: pd.DataFrame,
    transfer: pd.DataFrame,
    reach_km: float,
    min_transfer: float,
) -> Decomposition:
    """The four parts, for DataFrames province x sector and `transfer` sector x sector.

    `transfer`: rows the worker's trade, columns the job's.

    >>> provinces, sectors = ["01", "02"], ["farm", "factory"]
    >>> seekers = pd.DataFrame([[10, 0], [0, 4]], index=provinces, columns=sectors)
    >>> vacancies = pd.DataFrame([[2, 3], [4, 0]], index=provinces, columns=sectors)
    >>> far = pd.DataFrame([[0, 300], [300, 0]], index=provinces, columns=provinces)
    >>> own = pd.DataFrame([[1.0, 0.2], [0.2, 1.0]], index=sectors, columns=sectors)
    >>> parts = decompose(seekers, vacancies, far, own, reach_km=75, min_transfer=0.5)
    >>> parts.matched, parts.shortage, parts.spatial, parts.skills
    (2.0, 5.0, 3.5, 3.5)
    """
    people, jobs = table_pair(seekers, vacancies)
    limits = _Limits(distance_km, transfer, reach_km, min_transfer, people)
    r, v = people.to_numpy(), jobs.to_numpy()
    most = limits.most(*whole(r, v))
    shortage, spatial, skills, matched = _parts(r.sum(), v.sum(), most)
    return Decomposition(
        matched=float(matched),
        shortage=float(shortage),
        spatial=float(spatial),
        skills=float(skills),
        units=lambda: {
            part: pd.DataFrame(values, index=people.index, columns=people.columns)
            for part, values in limits.parts_by_unit(r, v, most).items()
        },
    )


def decompose_draws(
    seekers_draws: Array,
    vacancies_draws: Array,
    distance_km: pd.DataFrame,
    transfer: pd.DataFrame,
    reach_km: float,
    min_transfer: float,
) -> DecompositionDraws:
    """The four parts in each draw, from arrays draw x province x sector.

    Provinces and sectors stand in the order of `distance_km` and of `transfer`.
    """
    people, jobs = draws_pair(seekers_draws, vacancies_draws, dimensions=3)
    shape = (len(distance_km.index), len(transfer.index))
    if people.shape[1:] != shape:
        raise ValueError(
            f"seekers: {people.shape[1:]} provinces and sectors, but distance_km and transfer"
            f" have {shape}"
        )
    order = pd.DataFrame(0.0, index=distance_km.index, columns=transfer.index)
    limits = _Limits(distance_km, transfer, reach_km, min_transfer, order)
    most = limits.most_of_many(people, jobs)
    everybody, offered = people.sum(axis=(1, 2)), jobs.sum(axis=(1, 2))
    shortage, spatial, skills, matched = _parts(everybody, offered, most)
    return DecompositionDraws(matched=matched, shortage=shortage, spatial=spatial, skills=skills)


class _Limits:
    """Where and in which trade a worker may take a job, ready to be solved for any numbers."""

    def __init__(
        self,
        distance_km: pd.DataFrame,
        transfer: pd.DataFrame,
        reach_km: float,
        min_transfer: float,
        order: pd.DataFrame,
    ) -> None:
        km = square("distance_km", distance_km, order.index, infinite=True)
        ease = square("transfer", transfer, order.columns, infinite=False, kind="sector")
        near: Flags = km <= number("reach_km", reach_km, least=0)
        np.fill_diagonal(near, True)
        open_to: Flags = ease >= number("min_transfer", min_transfer, least=0)
        self.place = Solver(direct_routes(near))
        self.trade = Solver(direct_routes(open_to))
        self.both = Solver(routes_by_trade_and_place(near, open_to))

    def most(self, people: Whole, jobs: Whole) -> Array:
        """M(free), M(place), M(trade), M(both) of tables province x sector."""
        return np.array(
            [
                min(people.sum(), jobs.sum()),
                self.place.most(people.sum(axis=1), jobs.sum(axis=1)),
                self.trade.most(people.sum(axis=0), jobs.sum(axis=0)),
                self.both.most(people.ravel(), jobs.ravel()),
            ],
            dtype=float,
        )

    def most_of_many(self, people: Array, jobs: Array) -> Array:
        """The same for each draw, 4 x draws, from arrays draw x province x sector."""
        scaled = [whole(r, v) for r, v in zip(people, jobs, strict=True)]
        r, v = (np.stack(side) for side in zip(*scaled, strict=True))
        return np.array(
            [
                np.minimum(r.sum(axis=(1, 2)), v.sum(axis=(1, 2))),
                self.place.most_of_many(r.sum(axis=2), v.sum(axis=2)),
                self.trade.most_of_many(r.sum(axis=1), v.sum(axis=1)),
                self.both.most_of_many(r.reshape(len(r), -1), v.reshape(len(v), -1)),
            ],
            dtype=float,
        )

    def parts_by_unit(self, people: Array, jobs: Array, most: Array) -> dict[str, Array]:
        """The four parts per province and sector."""
        return parts_by_unit(
            place=self.place, trade=self.trade, both=self.both, people=people, jobs=jobs, most=most
        )


def _parts(people: Any, jobs: Any, most: Array) -> tuple[Any, Any, Any, Any]:
    """Shortage, spatial, skills and matched, from both totals and the four best matches."""
    free, place, trade, both = most * _unit(people, jobs, most)
    spatial = ((free - place) + (trade - both)) / 2
    skills = ((free - trade) + (place - both)) / 2
    return people - np.minimum(people, jobs), spatial, skills, both


def _unit(people: Any, jobs: Any, most: Array) -> Any:
    """People per whole number, such that M(free) is the smaller total to the last digit."""
    return np.minimum(people, jobs) / np.maximum(most[0], 1)
