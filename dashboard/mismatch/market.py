"""The labour market of one case: seekers and vacancies by province and sector, and distances.

The one place where layers and analysis meet. A case is what a reader may choose: who counts as
a seeker, and the assumptions that differ from their defaults.
"""

import inspect
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from analysis.distance import road_distance_km
from analysis.measures import Measure
from dashboard.assumptions import SHARES, Group
from dashboard.data_here import of_data
from dashboard.own_pages import mismatch_lacks
from dashboard.state import View
from dashboard.world import World, world
from geodata import Figure, joined
from geodata.provinces import CODES
from layers import (
    LackingError,
    divide_by_trade,
    seekers,
    trades_counted,
    vacancies,
    vacancies_counted,
)
from layers._estimation import Array, Estimate
from layers._people import working_age


@dataclass(frozen=True, kw_only=True)
class Case:
    """Who counts as a seeker, and what is assumed otherwise than by default.

    `settings`: parameters of instruments and futures that a reader has set (see
    `dashboard.scenarios.settings`); the market does not hang on them.
    """

    basis: str
    ages: str
    assumed: tuple[tuple[str, float], ...] = ()
    settings: tuple[tuple[str, float], ...] = ()


def only(case: Case, used: Collection[str]) -> Case:
    """The case without assumptions that something does not hang on."""
    return replace(case, assumed=tuple(one for one in case.assumed if one[0] in used))


def without(case: Case, unused: Collection[str]) -> Case:
    """The case without these assumptions."""
    return replace(case, assumed=tuple(one for one in case.assumed if one[0] not in unused))


def case_of(view: View) -> Case:
    """The case that `view` shows."""
    return Case(basis=view.basis, ages=view.ages, assumed=view.assumed)


@dataclass(frozen=True, kw_only=True, eq=False)
class Side:
    """Seekers or vacancies: people or jobs by province, their trades, and the evidence.

    `trades`: shares of the sectors where they are estimated; `counted`: by province code, those
    of provinces where they were counted; `known`: provinces whose number is a count.
    """

    count: Estimate
    known: Mapping[str, Figure]
    trades: Estimate
    counted: Mapping[str, Array]
    sectors: tuple[str, ...]
    source_ids: tuple[str, ...]
    as_of: str

    @cached_property
    def series(self) -> "pd.Series[float]":
        """Central values by province code."""
        return pd.Series(self.count.central, index=list(CODES))

    @cached_property
    def table(self) -> pd.DataFrame:
        """Central values, province x sector."""
        values = self._with_counted(np.outer(self.count.central, self.trades.central))
        return pd.DataFrame(values, index=list(CODES), columns=list(self.sectors))

    def table_draws(self, draws: int) -> Array:
        """The first draws, draw x province x sector."""
        both: Array = self.count.draws[:draws, :, None] * self.trades.draws[:draws, None, :]
        return self._with_counted(both)

    @cached_property
    def trades_of_all(self) -> Estimate:
        """Shares of the sectors in the whole country: central values and draws."""
        if not self.counted:
            return self.trades
        tables = self.table_draws(len(self.count.draws)).sum(axis=1)
        central = self.table.to_numpy().sum(axis=0)
        return Estimate(
            central=central / central.sum(), draws=tables / tables.sum(axis=1, keepdims=True)
        )

    def _with_counted(self, table: Array) -> Array:
        """`table`, (draws x) province x sector, with provinces whose trades were counted."""
        for code, shares in self.counted.items():
            row = table[..., CODES.index(code), :]
            row[...] = row.sum(axis=-1, keepdims=True) * shares
        return table


@dataclass(frozen=True, kw_only=True, eq=False)
class Market:
    """Everything that a measure or the decomposition may ask for.

    `adults`: people of working age by province; `values`: every assumption by key, as assumed
    in this case. `source_ids`, `as_of`: of what rests on both sides.
    """

    seekers: Side
    vacancies: Side
    distance_km: pd.DataFrame
    neighbours: pd.DataFrame
    transfer: pd.DataFrame
    adults: "pd.Series[float]"
    values: Mapping[str, float]
    source_ids: tuple[str, ...]
    as_of: str

    def arguments(self, measure: Measure) -> dict[str, Any]:
        """The arguments of a measure's `compute`, by name; sides are Series by province."""
        people, jobs = self.seekers.series, self.vacancies.series
        if measure.rates:
            people, jobs = (1000 * side / self.adults for side in (people, jobs))
        return {"seekers": people, "vacancies": jobs, **self.others(measure)}

    def others(self, measure: Measure) -> dict[str, Any]:
        """What a measure asks for besides the two sides."""
        known = {
            **self.values,
            "distance_km": self.distance_km,
            "neighbours": self.neighbours,
        }
        names = inspect.signature(measure.compute).parameters
        return {name: known[name] for name in names if name in known}


def market(case: Case) -> Market:
    """The market of `case`, from the world that ships."""
    return _market(replace(case, settings=()))


@of_data(32)
def _market(case: Case) -> Market:
    if lacking := mismatch_lacks():
        raise LackingError(*lacking)
    here = world()
    values = {key: one.first for key, one in here.assumptions.items()} | dict(case.assumed)
    people = seekers.from_tables(here.geodata, basis=case.basis, ages=case.ages)  # type: ignore[arg-type]
    jobs, _, job_sources = vacancies.from_tables(here.geodata)
    job_figures = here.readings["vacancies"]["count"].values.values()
    job_date = max(figure.as_of for figure in job_figures)
    sides = {
        "seekers": _side(
            here,
            people.count,
            group="skills",
            values=values,
            source_ids=people.source_ids,
            as_of=people.as_of,
        ),
        "vacancies": _side(
            here,
            jobs,
            group="jobs",
            values=values,
            source_ids=job_sources,
            as_of=job_date,
        ),
    }
    return Market(
        **sides,
        distance_km=_distances(here, road_factor=values["road_factor"]),
        neighbours=_neighbours(here),
        transfer=_transfer(here),
        adults=pd.Series(working_age(here.geodata), index=list(CODES)),
        values=values,
        source_ids=joined(people.source_ids, job_sources),
        as_of=max(people.as_of, job_date),
    )


def weights_fall_back(values: Mapping[str, float], group: Group) -> bool:
    """Whether all weights of a group are zero, so that the default ones stand in for them."""
    return not any(value for key, value in values.items() if key.startswith(f"{group}_"))


def _side(
    here: World,
    count: Estimate,
    *,
    group: Group,
    values: Mapping[str, float],
    source_ids: tuple[str, ...],
    as_of: str,
) -> Side:
    mine = {key: one for key, one in here.assumptions.items() if one.group == group}
    default = weights_fall_back(values, group)
    weights = np.array([one.first if default else values[key] for key, one in mine.items()])
    sources = (source for one in mine.values() for source in one.source_ids)
    sectors = tuple(key.removeprefix(f"{group}_") for key in mine)
    return Side(
        count=count,
        trades=divide_by_trade(
            weights, side=SHARES[group], spread=here.geodata.assumption("trade_spread")[1]
        ),
        counted=trades_counted(here.geodata, sectors) if group == "jobs" else {},
        known=vacancies_counted(here.geodata) if group == "jobs" else {},
        sectors=sectors,
        source_ids=joined(source_ids, sources),
        as_of=as_of,
    )


def _distances(here: World, *, road_factor: float) -> pd.DataFrame:
    places = [here.geodata.provinces[code] for code in CODES]
    areas = here.geodata.table("areas").set_index("province_code")["value"]
    km = road_distance_km(
        lon_degrees=np.array([place.capital_lon for place in places]),
        lat_degrees=np.array([place.capital_lat for place in places]),
        area_km2=areas.reindex(list(CODES)).to_numpy(dtype=float),
        road_factor=road_factor,
    )
    for row in here.geodata.rows("measured_distances"):
        there, back = CODES.index(row.from_code), CODES.index(row.to_code)
        km[there, back] = km[back, there] = row.value
    return pd.DataFrame(km, index=list(CODES), columns=list(CODES))


def _neighbours(here: World) -> pd.DataFrame:
    adjacent = {shape.code: shape.adjacent for shape in here.shapes.provinces}
    return pd.DataFrame(
        [[float(other in adjacent[code]) for other in CODES] for code in CODES],
        index=list(CODES),
        columns=list(CODES),
    )


def _transfer(here: World) -> pd.DataFrame:
    table = here.geodata.table("sector_transfer")
    order = [row.sector for row in here.geodata.rows("sectors")]
    wide = table.pivot(index="from_sector", columns="to_sector", values="value")
    return wide.reindex(index=order, columns=order).astype(float)
