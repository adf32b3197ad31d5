"""People and jobs of one province: the gap, what it is made of, its rank, and its trades."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from analysis.matching import PARTS
from dashboard.mismatch.market import Case, market
from dashboard.mismatch.parts import parts_by_province
from dashboard.mismatch.ranges import HIGH, LOW, ranges, within
from dashboard.mismatch.readings import ranks, readings
from geodata import Figure
from geodata.provinces import CODES

GAP = "gap"
SIDES = ("seekers", "vacancies")


@dataclass(frozen=True, kw_only=True)
class Rank:
    """Place of a province by its gap, 1 the widest.

    `low`, `high`: the 10th and 90th percentile of its places over the draws; `among_top`: share of
    draws in which it is among the first three; `above`: share in which people outnumber jobs.
    """

    place: int
    low: int
    high: int
    among_top: float
    above: float
    count: int = len(CODES)


@dataclass(frozen=True, kw_only=True)
class Trade:
    """One trade: people who have it, jobs that ask for it."""

    seekers: Figure
    vacancies: Figure


@dataclass(frozen=True, kw_only=True)
class Need:
    """Everything about people in need of work and open jobs in one province."""

    seekers: Figure
    vacancies: Figure
    gap: Figure
    ratio: Figure | None
    rank: Rank
    parts: Mapping[str, Figure]
    trades: Mapping[str, Trade]


def need(case: Case, code: str) -> Need:
    """All of it; takes a second where the parts of `case` are not known yet."""
    found = readings(case)
    by_part = parts_by_province(case)
    return Need(
        seekers=found["seekers"].values[code],
        vacancies=found["vacancies"].values[code],
        gap=found[GAP].values[code],
        ratio=found["seekers_per_vacancy"].values.get(code),
        rank=_rank(case, code),
        parts={part: by_part[part][code] for part in PARTS},
        trades=_trades(case)[code],
    )


def _rank(case: Case, code: str) -> Rank:
    reading = readings(case)[GAP]
    if reading.draws is None:
        raise ValueError("The gap has no draws to rank")
    own = reading.draws[:, CODES.index(code)]
    places = 1 + (reading.draws > own[:, None]).sum(axis=1)
    low, high = np.quantile(places, (LOW, HIGH), method="nearest").tolist()
    place = 1 + sum(one.value > reading.values[code].value for one in reading.values.values())
    return Rank(
        place=place,
        low=min(int(low), place),
        high=max(int(high), place),
        among_top=float(ranks(case, GAP).among_top[code]),
        above=float((own > 0).mean()),
    )


@lru_cache(maxsize=8)
def _trades(case: Case) -> Mapping[str, Mapping[str, Trade]]:
    """Province code -> sector -> both sides."""
    here = market(case)
    found: dict[str, dict[str, dict[str, Figure]]] = {}
    for name in SIDES:
        side = getattr(here, name)
        low, high = ranges(side.table_draws(len(side.count.draws)))
        for i, code in enumerate(CODES):
            for j, sector in enumerate(side.sectors):
                found.setdefault(code, {}).setdefault(sector, {})[name] = within(
                    float(side.table.iat[i, j]),
                    float(low[i, j]),
                    float(high[i, j]),
                    source_ids=side.source_ids,
                    as_of=side.as_of,
                )
    return {
        code: {sector: Trade(**sides) for sector, sides in sectors.items()}
        for code, sectors in found.items()
    }
