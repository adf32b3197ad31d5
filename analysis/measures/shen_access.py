"""Access with competition: vacancies within reach, shared with all who can reach them too.

For a planner: the vacancies there are for each seeker who lives here, once everybody around
competes for them and a far job counts less.

Formula: A_i = sum_j V_j f(d_ij) / D_j, D_j = sum_k R_k f(d_kj), f(d) = exp(-decay d), with R
seekers, V vacancies, d_ij road km from home i to job j. Unit: vacancies per seeker. Range: 0
to inf. Sum R_i A_i = sum V, as long as somebody can reach every vacancy.
Special values: inf where a vacancy can be reached for which nobody competes (the country has
no seekers); 0 where no vacancy can be reached, and everywhere without vacancies: there is
nothing to have access to. Distance inf: out of reach.
Decay: 0.0068 per km (0.0050 to 0.0121), fitted on flows of the Cambodian census.
Source: Shen, Q. (1998), Location characteristics of inner-city neighborhoods and employment
accessibility of low-wage workers, Environment and Planning B 25.
"""

import math

import numpy as np
import pandas as pd

from analysis.checks import Array, distance_array, draws_pair, number, pair, square
from analysis.measures._declaration import Measure
from geodata import Text

DECAY_PER_KM = 0.0068


def shen_access(
    seekers: "pd.Series[float]",
    vacancies: "pd.Series[float]",
    distance_km: pd.DataFrame,
    decay_per_km: float = DECAY_PER_KM,
) -> "pd.Series[float]":
    """Vacancies per competing seeker by province of home.

    >>> codes = ["01", "02", "03"]
    >>> seekers = pd.Series([70, 20, 10], index=codes)
    >>> vacancies = pd.Series([10, 30, 60], index=codes)
    >>> line = pd.DataFrame(
    ...     [[0, 100, 200], [100, 0, 100], [200, 100, 0]], index=codes, columns=codes)
    >>> shen_access(seekers, vacancies, line, decay_per_km=0.01).round(6).tolist()
    [0.652957, 1.47631, 2.47668]
    """
    people, jobs = pair(seekers, vacancies)
    km = square("distance_km", distance_km, people.index, infinite=True)
    access = _access(people.to_numpy(), jobs.to_numpy(), km, decay_per_km)
    return pd.Series(access, index=people.index)


def shen_access_draws(
    seekers: Array, vacancies: Array, distance_km: Array, decay_per_km: float = DECAY_PER_KM
) -> Array:
    """Access over draws x provinces; `distance_km`: provinces x provinces in the same order."""
    people, jobs = draws_pair(seekers, vacancies)
    return _access(people, jobs, distance_array(distance_km, people.shape[1]), decay_per_km)


def _access(people: Array, jobs: Array, km: Array, decay_per_km: float) -> Array:
    decay = number("decay_per_km", decay_per_km, least=0, most=1e3)
    # A pair out of reach is so at any decay, at none too.
    nearness = np.where(np.isinf(km), 0.0, np.exp(-decay * np.where(np.isinf(km), 0.0, km)))
    competing = people @ nearness
    free = (jobs > 0) & (competing == 0)
    shared = np.divide(jobs, competing, out=np.zeros_like(jobs), where=competing > 0)
    reaches_free = free.astype(float) @ (nearness > 0).T > 0
    access: Array = np.where(reaches_free, np.inf, shared @ nearness.T)
    return access


MEASURE = Measure(
    compute=shen_access,
    draws=shen_access_draws,
    scope="province",
    signed=False,
    range=(0, math.inf),
    title=Text(
        en="Access to vacancies, shared with all who compete for them",
        km="លទ្ធភាពទៅដល់ឱកាសការងារ ដោយចែករំលែកជាមួយអ្នកប្រកួតប្រជែងទាំងអស់",
    ),
    short=Text(en="Access with competition", km="លទ្ធភាពទៅដល់ការងារ"),
    unit=Text(en="vacancies per 100 seekers", km="ឱកាសការងារក្នុងអ្នកស្វែងរក 100 នាក់"),
    says=Text(
        en="The open jobs there are for those who live here, once everybody around competes for"
        " them and a far job counts less.",
        km="ឱកាសការងារសម្រាប់អ្នករស់នៅទីនេះ ពេលអ្នកជុំវិញទាំងអស់ប្រកួតប្រជែងដែរ ហើយការងារឆ្ងាយរាប់បានតិចជាង។",
    ),
    factor=100,
    breaks=(20, 50, 100, 200),
    hue="jobs",
)
