"""Baselines for the tests and benchmarks of scenarios: real parameters, synthetic places."""

import numpy as np
import pandas as pd

from analysis.baseline import Baseline
from analysis.parameters import Parameter
from geodata import load
from tests.analysis.worlds import synthetic

SECTORS = [
    "agriculture_fishing",
    "agro_processing",
    "manufacturing",
    "construction",
    "transport_logistics",
    "services",
]
COUNTRIES = ("TH", "VN", "LA")


def at(frame, year):
    """The row of a year."""
    return frame.loc[year]


def rows_of(frame):
    """The rows of a table, with columns as attributes."""
    return list(frame.itertuples(index=False))


def shipped_parameters() -> dict[str, Parameter]:
    """The parameters of instruments and futures that ship."""
    return {
        f"{getattr(row, owner)}.{row.parameter}": Parameter(
            low=row.low, central=row.central, high=row.high
        )
        for table, owner in (("instruments", "instrument"), ("futures", "future"))
        for row in load().rows(table)
    }


def baseline(
    units=25, *, draws=None, sectors=6, seed=1, overrides=None, parameters=None, **changed
) -> Baseline:
    """Synthetic places with a shortage of jobs; some have no zone, corridors join neighbours."""
    world = synthetic(units, seed=seed)
    rng = np.random.default_rng(seed)
    people, jobs = (
        _with_sectors(table, sectors)
        for table in (world.seekers_by_sector * 3, world.vacancies_by_sector)
    )
    codes = list(people.index)
    total = people.sum(axis=1).to_numpy()
    places = pd.DataFrame(
        {
            "crop_ha": rng.uniform(0, 200_000, units),
            "zone_ha": np.where(rng.random(units) < 0.5, rng.uniform(50, 900, units), 0.0),
            "population": total * 15,
            "households": total * 0.8,
            "indebted_households": total * 0.5,
        },
        index=codes,
    )
    line = [codes[i] for i in np.argsort(world.distance_km.iloc[0].to_numpy())]
    noise = rng.lognormal(0, 0.4, (2, draws or 1, *people.shape))
    ease = _with_sectors(world.transfer, sectors, both=True)
    settings = {
        "seekers": people,
        "vacancies": jobs,
        "distance_km": world.distance_km,
        "transfer": ease,
        "reach_km": 75,
        "min_transfer": 0.5,
        "places": places,
        "corridors": {
            "SEC-A": tuple(line[: max(2, units // 5)]),
            "SEC-B": tuple(line[units // 3 : units // 3 + max(2, units // 5)]),
        },
        "borders": {code: (COUNTRIES[i % 3],) for i, code in enumerate(codes) if i % 2},
        "parameters": {**(parameters or shipped_parameters()), **(overrides or {})},
        "income_before": 431,
        "income_now": 269,
        "seekers_draws": people.to_numpy() * noise[0] if draws else None,
        "vacancies_draws": jobs.to_numpy() * noise[1] if draws else None,
    }
    return Baseline(**{**settings, **changed})


def _with_sectors(table: pd.DataFrame, count: int, *, both=False) -> pd.DataFrame:
    """The first six sectors under their real names; further ones are copies."""
    names = [*SECTORS, *(f"further_{i}" for i in range(count - len(SECTORS)))][:count]
    of = [i % table.shape[1] for i in range(count)]
    rows = table.iloc[of] if both else table
    wide = rows.iloc[:, of].set_axis(names, axis=1)
    return wide.set_axis(names, axis=0) if both else wide
