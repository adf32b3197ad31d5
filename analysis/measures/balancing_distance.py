"""How far a province must look before there are as many vacancies as it has seekers.

For a planner: a job search of this radius would do for everybody here, if nobody from elsewhere
took those jobs; the longer, the more a road, a bus or a new zone would change.

Formula: the least d for which sum_{j: d_ij <= d} V_j >= R_i, with R seekers, V vacancies, d_ij
road km from home i to job j. Unit: km. Range: 0 to inf. It is the own distance d_ii where the
province has jobs enough itself; inf where all reachable vacancies together are too few; nan
where the province has no seekers (there is nothing to balance, which is not the same as near).
Source: Barboza, M., Carneiro, M., Falavigna, C., Luz, G. and Orrico, R. (2021), Balancing
time: using a new accessibility measure in Rio de Janeiro, Journal of Transport Geography 90.
"""

import math

import numpy as np
import pandas as pd

from analysis.checks import pair, square
from analysis.measures._declaration import Measure

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
    nearest = np.argsort(km, axis=1, kind="stable")
    found = np.cumsum(jobs.to_numpy()[nearest], axis=1)
    enough = found >= people.to_numpy()[:, None] * (1 - _ROUNDING)
    first = enough.argmax(axis=1)
    rows = np.arange(len(km))
    least = np.where(enough.any(axis=1), km[rows, nearest[rows, first]], np.inf)
    return pd.Series(np.where(people > 0, least, np.nan), index=people.index)


MEASURE = Measure(
    compute=balancing_distance,
    scope="province",
    unit="km",
    signed=False,
    range=(0, math.inf),
)
