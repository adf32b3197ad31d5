"""The baseline of a case: its market, and what limits instruments in each province."""

from dataclasses import replace

import pandas as pd

from analysis.baseline import Baseline
from analysis.parameters import Parameter, fixed
from dashboard.data_here import of_data
from dashboard.mismatch.market import Case, market
from dashboard.mismatch.remembered import remembered
from dashboard.world import World, world
from geodata import Geodata
from geodata.provinces import CODES, fewer
from layers._people import by_code, population

DRAWS = fewer(1_000)
"""Draws that a scenario can be played in."""


@remembered(8)
def baseline_of(case: Case) -> Baseline:
    """Seekers and vacancies of `case`, with everything that a scenario is played on.

    A parameter that the reader has set is taken as known: it has no range.
    """
    usual = _usual(replace(case, settings=()))
    own = {key: fixed(value) for key, value in case.settings}
    return replace(usual, parameters={**usual.parameters, **own}) if own else usual


@remembered(4)
def _usual(case: Case) -> Baseline:
    here, found = world(), market(case)
    return Baseline(
        seekers=found.seekers.table,
        vacancies=found.vacancies.table,
        distance_km=found.distance_km,
        transfer=found.transfer,
        reach_km=found.values["reach_km"],
        min_transfer=found.values["min_transfer"],
        places=_places(here),
        parameters=parameters(),
        corridors={route.id: route.provinces for route in here.routes["corridors"]},
        borders={code: one.borders for code, one in here.geodata.provinces.items()},
        income_before=here.geodata.national("income_before")[-1].value,
        income_now=here.geodata.national("income_after")[-1].value,
        seekers_draws=found.seekers.table_draws(DRAWS),
        vacancies_draws=found.vacancies.table_draws(DRAWS),
    )


@of_data(4)
def parameters() -> dict[str, Parameter]:
    """Every parameter of instruments and futures, by its key in both tables."""
    geodata = world().geodata
    found = {}
    for table, owner in (("instruments", "instrument"), ("futures", "future")):
        for row in geodata.rows(table):
            key = f"{getattr(row, owner)}.{row.parameter}"
            found[key] = Parameter(low=row.low, central=row.central, high=row.high)
    return found


def _places(here: World) -> pd.DataFrame:
    """Crops, land of zones, people, and households of returnees by province."""
    geodata = here.geodata
    crops = geodata.table("crops").groupby("province_code")["value"].sum().reindex(list(CODES))
    returnees = here.readings["returnees"]["count"].values
    of_one = geodata.assumption("returnees_per_household")[1]
    households = pd.Series({code: returnees[code].value / of_one for code in CODES})
    indebted = geodata.national("indebted_households")[-1].value / 100
    struggling = geodata.national("repayment_difficulty")[-1].value / 100
    return pd.DataFrame(
        {
            "crop_ha": crops.fillna(0.0),
            "zone_ha": _zone_hectares(geodata),
            "population": pd.Series(population(geodata), index=list(CODES)),
            "households": households,
            "indebted_households": households * indebted * struggling,
        }
    )


def _zone_hectares(geodata: Geodata) -> pd.Series:
    """Hectares of the zones of each province, each zone by its latest figure."""
    figures = geodata.table("sez_figures")
    land = figures[figures["indicator"] == "hectares"].sort_values("as_of")
    latest = land.groupby("zone_id", as_index=False).last()
    zones = geodata.table("sezs")[["zone_id", "province_code"]]
    joined = latest.merge(zones, on="zone_id")
    summed = joined.groupby("province_code")[["value"]].sum().reset_index()
    return pd.Series(by_code(summed), index=list(CODES))
