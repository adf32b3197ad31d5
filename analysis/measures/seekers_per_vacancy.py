"""How many people stand in line for each open job of their own province.

For a planner: above one, not everybody can find work at home whatever their trade.

Formula: R_i / V_i, with R seekers and V vacancies. Unit: seekers per vacancy. Range: 0 to inf;
inf where there are seekers and no vacancy, nan where there are neither.
Source: the inverse of labour-market tightness, as in Pissarides, C. (2000), Equilibrium
Unemployment Theory, MIT Press, chapter 1.
"""

import math

import numpy as np
import pandas as pd

from analysis.checks import Array, draws_pair, pair
from analysis.measures._declaration import Measure
from geodata import Text


def seekers_per_vacancy(
    seekers: "pd.Series[float]", vacancies: "pd.Series[float]"
) -> "pd.Series[float]":
    """Seekers per vacancy by province; inf without a vacancy, nan without either.

    >>> seekers = pd.Series({"01": 70, "02": 20, "03": 10, "04": 0})
    >>> vacancies = pd.Series({"01": 10, "02": 40, "03": 0, "04": 0})
    >>> seekers_per_vacancy(seekers, vacancies).tolist()
    [7.0, 0.5, inf, nan]
    """
    people, jobs = pair(seekers, vacancies)
    return pd.Series(_ratio(people.to_numpy(), jobs.to_numpy()), index=people.index)


def seekers_per_vacancy_draws(seekers: Array, vacancies: Array) -> Array:
    """Seekers per vacancy over draws x provinces; inf and nan as above, draw by draw."""
    return _ratio(*draws_pair(seekers, vacancies))


def _ratio(people: Array, jobs: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio: Array = people / jobs
    return ratio


MEASURE = Measure(
    compute=seekers_per_vacancy,
    draws=seekers_per_vacancy_draws,
    scope="province",
    signed=False,
    range=(0, math.inf),
    title=Text(en="Seekers per vacancy", km="អ្នកស្វែងរកការងារក្នុងឱកាសការងារមួយ"),
    short=Text(en="Seekers per vacancy", km="អ្នកស្វែងរកក្នុងការងារមួយ"),
    unit=Text(en="people per open job", km="នាក់ក្នុងឱកាសការងារមួយ"),
    says=Text(
        en="How many people stand in line for each open job of their own province.",
        km="ចំនួនមនុស្សដែលរង់ចាំឱកាសការងារនីមួយៗ ក្នុងខេត្តរបស់ខ្លួន។",
    ),
    decimals=1,
    breaks=(1, 2, 5, 10),
    hue="people",
)
