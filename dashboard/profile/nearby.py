"""Where the nearest open jobs are, seen from one province."""

from dataclasses import dataclass
from typing import Any

from dashboard.mismatch.market import Case, Side, market
from dashboard.mismatch.ranges import ranged
from dashboard.mismatch.readings import readings
from geodata import Figure
from geodata.provinces import CODES

MOST = 3


@dataclass(frozen=True, kw_only=True)
class Neighbour:
    """A province with more open jobs than people in need of work, and the road there."""

    code: str
    km: float
    seekers: Figure
    vacancies: Figure
    gap: Figure


@dataclass(frozen=True, kw_only=True)
class Nearby:
    """`reach`: the provinces whose capital lies within `reach_km`, the own one first.

    `seekers`, `vacancies`: of all these; `balance_km`: within which there are as many jobs as
    people, infinite where nowhere; `nearest`: provinces where jobs wait, the nearest first.
    """

    reach_km: float
    reach: tuple[str, ...]
    seekers: Figure
    vacancies: Figure
    balance_km: Figure | None
    nearest: tuple[Neighbour, ...]


def nearby(case: Case, code: str) -> Nearby:
    """What lies around a province."""
    here, found = market(case), readings(case)
    km = here.distance_km.loc[code].to_dict()
    order = sorted(CODES, key=lambda other: (other != code, km[other]))
    reach_km = here.values["reach_km"]
    reach = tuple(other for other in order if other == code or km[other] <= reach_km)
    evidence: dict[str, Any] = {"source_ids": here.source_ids, "as_of": here.as_of}
    waiting = [one for one in order[1:] if found["gap"].values[one].value < 0]
    return Nearby(
        reach_km=reach_km,
        reach=reach,
        seekers=_sum(here.seekers, reach, evidence),
        vacancies=_sum(here.vacancies, reach, evidence),
        balance_km=found["balancing_distance"].values.get(code),
        nearest=tuple(
            Neighbour(
                code=other,
                km=km[other],
                seekers=found["seekers"].values[other],
                vacancies=found["vacancies"].values[other],
                gap=found["gap"].values[other],
            )
            for other in waiting[:MOST]
        ),
    )


def _sum(side: Side, codes: tuple[str, ...], evidence: dict[str, Any]) -> Figure:
    columns = [CODES.index(code) for code in codes]
    return ranged(
        float(side.count.central[columns].sum()),
        side.count.draws[:, columns].sum(axis=1),
        **evidence,
    )
