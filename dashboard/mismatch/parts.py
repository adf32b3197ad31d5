"""What the unmet need is made of, on each basis, with ranges from the draws."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from analysis.checks import Array
from analysis.matching import PARTS, Decomposition, decompose, decompose_draws
from dashboard.mismatch.market import Case, Market, market, without
from dashboard.mismatch.ranges import ranged
from dashboard.mismatch.remembered import remembered
from dashboard.state import BASES
from geodata import Figure
from geodata.provinces import CODES, fewer

DRAWS = fewer(500)
"""Draws of the four parts."""

PLACE_DRAWS = fewer(100)
"""Draws of the four parts by province: who is matched is settled in each."""


def _used(case: Case) -> Case:
    """The parts hang neither on hiring nor on the decay of access."""
    return without(case, ("alpha", "decay_per_km"))


@dataclass(frozen=True, kw_only=True)
class Parts:
    """People in need of work and their four parts: `seekers`, then the names in PARTS."""

    figures: Mapping[str, Figure]

    def __getitem__(self, part: str) -> Figure:
        """The figure of one part, or of all `seekers`."""
        return self.figures[part]


@remembered(64, key=_used)
def parts(case: Case) -> Parts:
    """The four parts of one case."""
    here = market(case)
    central = decompose(here.seekers.table, here.vacancies.table, **_limits(here))
    drawn = decompose_draws(
        here.seekers.table_draws(DRAWS), here.vacancies.table_draws(DRAWS), **_limits(here)
    )
    evidence = _evidence(here)
    figures = {
        "seekers": ranged(
            float(here.seekers.count.central.sum()),
            here.seekers.count.draws.sum(axis=1),
            **evidence,
        )
    }
    for part in PARTS:
        figures[part] = ranged(getattr(central, part), getattr(drawn, part), **evidence)
    return Parts(figures=figures)


def parts_on_every_basis(case: Case) -> Mapping[str, Parts]:
    """The same for all three ways to say who is in need of work."""
    return {basis: parts(replace(case, basis=basis)) for basis in BASES}


def parts_by_province(case: Case) -> Mapping[str, Mapping[str, Figure]]:
    """Part -> province code -> people; `analysis.sharing` says who is matched where several could.

    Sums over groups of provinces take the draws: see `parts_of_group`.
    """
    central, drawn = _by_province(case)
    evidence = _evidence(market(case))
    return {
        part: {
            code: ranged(float(central[part][code]), drawn[part][:, i], **evidence)
            for i, code in enumerate(CODES)
        }
        for part in PARTS
    }


def parts_of_group(case: Case, codes: tuple[str, ...]) -> Mapping[str, Figure]:
    """The parts of the seekers of some provinces together."""
    central, drawn = _by_province(case)
    columns = [CODES.index(code) for code in codes]
    evidence = _evidence(market(case))
    return {
        part: ranged(
            float(central[part][list(codes)].sum()), drawn[part][:, columns].sum(axis=1), **evidence
        )
        for part in PARTS
    }


def by_province_is_known(case: Case) -> bool:
    """Whether the parts by province of this case are there at once."""
    return _by_province.knows(case)


@remembered(16, key=_used)
def _by_province(case: Case) -> tuple[pd.DataFrame, Mapping[str, Array]]:
    here = market(case)
    central = decompose(here.seekers.table, here.vacancies.table, **_limits(here)).by_province
    drawn = [
        _table(people, jobs, here).by_province.to_numpy()
        for people, jobs in zip(
            here.seekers.table_draws(PLACE_DRAWS),
            here.vacancies.table_draws(PLACE_DRAWS),
            strict=True,
        )
    ]
    stacked = np.stack(drawn)
    return central, {part: stacked[:, :, i] for i, part in enumerate(PARTS)}


def _table(people: Array, jobs: Array, here: Market) -> Decomposition:
    index, columns = list(CODES), list(here.seekers.sectors)
    return decompose(
        pd.DataFrame(people, index=index, columns=columns),
        pd.DataFrame(jobs, index=index, columns=columns),
        **_limits(here),
    )


def _limits(here: Market) -> dict[str, Any]:
    return {
        "distance_km": here.distance_km,
        "transfer": here.transfer,
        "reach_km": here.values["reach_km"],
        "min_transfer": here.values["min_transfer"],
    }


def _evidence(here: Market) -> dict[str, Any]:
    return {"source_ids": here.seekers.source_ids + _new(here), "as_of": here.as_of}


def _new(here: Market) -> tuple[str, ...]:
    return tuple(one for one in here.vacancies.source_ids if one not in here.seekers.source_ids)
