"""The labour market of one case: seekers and vacancies by province and sector, and distances.

The one place where layers and analysis meet. A case is what a reader may choose: who counts as
a seeker, and the assumptions that differ from their defaults.
"""

import inspect
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import pandas as pd

from analysis.distance import road_distance_km
from analysis.measures import Measure
from dashboard.assumptions import SHARES, Group
from dashboard.state import View
from dashboard.world import World, world
from geodata import joined
from geodata.provinces import CODES
from layers import divide_by_trade, seekers
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
    """Seekers or vacancies: people or jobs by province, their trades, and the evidence."""

    count: Estimate
    trades: Estimate
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
        values = np.outer(self.count.central, self.trades.central)
        return pd.DataFrame(values, index=list(CODES), columns=list(self.sectors))

    def table_draws(self, draws: int) -> Array:
        """The first draws, draw x province x sector."""
        both: Array = self.count.draws[:draws, :, None] * self.trades.draws[:draws, None, :]
        return both


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


@lru_cache(maxsize=32)
def _market(case: Case) -> Market:
    here = world()
    values = {key: one.first for key, one in here.assumptions.items()} | dict(case.assumed)
    people = seekers.from_tables(here.geodata, basis=case.basis, ages=case.ages)  # type: ignore[arg-type]
    jobs = here.readings["vacancies"]["count"]
    first = next(iter(jobs.values.values()))
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
            Estimate(
                central=np.array([jobs.values[code].value for code in CODES]), draws=_draws(jobs)
            ),
            group="jobs",
            values=values,
            source_ids=first.source_ids,
            as_of=first.as_of,
        ),
    }
    return Market(
        **sides,
        distance_km=_distances(here, road_factor=values["road_factor"]),
        neighbours=_neighbours(here),
        transfer=_transfer(here),
        adults=pd.Series(working_age(here.geodata), index=list(CODES)),
        values=values,
        source_ids=joined(people.source_ids, first.source_ids),
        as_of=max(people.as_of, first.as_of),
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
    return Side(
        count=count,
        trades=divide_by_trade(
            weights, side=SHARES[group], spread=here.geodata.assumption("trade_spread")[1]
        ),
        sectors=tuple(key.removeprefix(f"{group}_") for key in mine),
        source_ids=joined(source_ids, sources),
        as_of=as_of,
    )


def _draws(reading: Any) -> Array:
    if reading.draws is None:
        raise ValueError("vacancies: an estimate without draws")
    return reading.draws


def _distances(here: World, *, road_factor: float) -> pd.DataFrame:
    places = [here.geodata.provinces[code] for code in CODES]
    areas = here.geodata.table("areas").set_index("province_code")["value"]
    km = road_distance_km(
        lon_degrees=np.array([place.capital_lon for place in places]),
        lat_degrees=np.array([place.capital_lat for place in places]),
        area_km2=areas.reindex(list(CODES)).to_numpy(dtype=float),
        road_factor=road_factor,
    )
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
