"""Seekers minus vacancies by province and trade."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dashboard.data_here import of_data
from dashboard.mismatch.groups import groups
from dashboard.mismatch.market import Case, market
from dashboard.mismatch.ranges import ranges, within
from dashboard.mismatch.readings import SURE
from geodata import Figure
from geodata.provinces import CODES


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One province or group in one trade, or in all: the gap, both sides, and its certainty."""

    gap: Figure
    seekers: float
    vacancies: float
    sure: bool


ALL = "all"


@of_data(16)
def gap_by_trade(case: Case) -> Mapping[str, Mapping[str, Cell]]:
    """Province code or name of a group -> sector, or `all` -> cell."""
    here = market(case)
    people, jobs = here.seekers, here.vacancies
    draws = len(people.count.draws)
    central = [side.table.to_numpy() for side in (people, jobs)]
    drawn = [side.table_draws(draws) for side in (people, jobs)]
    places = {code: [i] for i, code in enumerate(CODES)} | {
        name: [CODES.index(code) for code in codes] for name, codes in groups().items()
    }
    found: dict[str, dict[str, Cell]] = {}
    for place, rows in places.items():
        sides = [side[rows].sum(axis=0) for side in central]
        gaps = drawn[0][:, rows].sum(axis=1) - drawn[1][:, rows].sum(axis=1)
        sides = [np.append(side, side.sum()) for side in sides]
        gaps = np.column_stack([gaps, gaps.sum(axis=1)])
        low, high = ranges(gaps)
        certainty = np.maximum((gaps > 0).mean(axis=0), (gaps < 0).mean(axis=0))
        found[place] = {
            sector: Cell(
                gap=within(
                    float(sides[0][i] - sides[1][i]),
                    float(low[i]),
                    float(high[i]),
                    source_ids=here.source_ids,
                    as_of=here.as_of,
                ),
                seekers=float(sides[0][i]),
                vacancies=float(sides[1][i]),
                sure=bool(certainty[i] >= SURE),
            )
            for i, sector in enumerate([*people.sectors, ALL])
        }
    return found
