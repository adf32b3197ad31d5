"""How far a province must look before there are as many vacancies as it has seekers.

For a planner: a job search of this radius would do for everybody here, if nobody from elsewhere
took those jobs; the longer, the more a road, a bus or a new zone would change.

Formula: the least d for which sum_{j: d_ij <= d} V_j >= R_i, with R seekers, V vacancies, d_ij
road km from home i to job j. Unit: km. Range: 0 to inf. It is at most the own distance d_ii where
the province has jobs enough itself; inf where all reachable vacancies together are too few; nan
where the province has no seekers (there is nothing to balance, which is not the same as near).
Source: Barboza, M., Carneiro, M., Falavigna, C., Luz, G. and Orrico, R. (2021), Balancing
time: using a new accessibility measure in Rio de Janeiro, Journal of Transport Geography 90.
"""

import math

import numpy as np
import pandas as pd

from analysis.checks import Array, distance_array, draws_pair, pair, square
from analysis.measures._declaration import Measure
from geodata import Text

_ROUNDING = 1e-12


def balancing_distance(
    seekers: "pd.Series[float]", vacancies: "pd.Series[float]", distance_km: pd.DataFrame
) -> "pd.Series[float]":
    """Least km with as many vacancies as the province has seekers; inf where never.

    >>> codes = ["01", "02", "03"]
    >>> seekers = pd.Series([70, 20, 101], index=codes)
    >>> vacancies = pd.Series([10, 30, 60], index=codes)
    >>> line = pd.DataFrame(
    ...     [[0, 100, 200], [100, 0, 100], [200, 100, 0]], index=codes, columns=codes)
    >>> balancing_distance(seekers, vacancies, line).tolist()
    [200.0, 0.0, inf]
    """
    people, jobs = pair(seekers, vacancies)
    km = square("distance_km", distance_km, people.index, infinite=True)
    least = _least(people.to_numpy(), jobs.to_numpy(), km)
    return pd.Series(least, index=people.index)


_AT_ONCE = 4_000_000  # numbers of draws x provinces x provinces: 32 MB


def balancing_distance_draws(seekers: Array, vacancies: Array, distance_km: Array) -> Array:
    """The distance over draws x provinces; `distance_km`: provinces x provinces in that order."""
    people, jobs = draws_pair(seekers, vacancies)
    km = distance_array(distance_km, people.shape[1])
    step = max(1, _AT_ONCE // km.size)
    return np.concatenate(
        [
            _least(people[at : at + step], jobs[at : at + step], km)
            for at in range(0, len(people), step)
        ]
    )


def _least(people: Array, jobs: Array, km: Array) -> Array:
    nearest = np.argsort(km, axis=1, kind="stable")
    found = np.cumsum(jobs[..., nearest], axis=-1)
    enough = found >= people[..., None] * (1 - _ROUNDING)
    first = enough.argmax(axis=-1)
    rows = np.arange(len(km))
    least = np.where(enough.any(axis=-1), km[rows, nearest[rows, first]], np.inf)
    known: Array = np.where(people > 0, least, np.nan)
    return known


MEASURE = Measure(
    compute=balancing_distance,
    scope="province",
    draws=balancing_distance_draws,
    signed=False,
    range=(0, math.inf),
    title=Text(
        en="How far a province must look for as many vacancies as it has seekers",
        km="ចម្ងាយដែលខេត្តត្រូវរក ដើម្បីបានឱកាសការងារស្មើចំនួនអ្នកស្វែងរកការងារ",
    ),
    short=Text(en="Balancing distance", km="ចម្ងាយតុល្យភាព"),
    unit=Text(en="km by road", km="គ.ម តាមផ្លូវ"),
    says=Text(
        en="Within this distance there are jobs enough for everybody here, if nobody else came.",
        km="ក្នុងចម្ងាយនេះ មានការងារគ្រប់គ្រាន់សម្រាប់អ្នកនៅទីនេះទាំងអស់ ប្រសិនបើគ្មានអ្នកពីទីផ្សេងមកយក។",
    ),
    breaks=(50, 100, 200, 300),
    hue="people",
)
