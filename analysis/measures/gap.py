"""How many more people seek work in a province than jobs stand open there.

For a planner: the number of jobs that would have to come, or of people who would have to go.

Formula: R_i - V_i, with R seekers and V vacancies. Unit: people. Range: any number; below zero
jobs wait for people. Defined wherever the counts are; zero says that both are equal, or that
there are neither seekers nor vacancies (`seekers_per_vacancy` tells the two apart).
Source: accounting identity; the term as in Martin, R. W. (2001), The adjustment of black
residents to metropolitan employment shifts, Journal of Urban Economics 50.
"""

import math

import pandas as pd

from analysis.checks import Array, draws_pair, pair
from analysis.measures._declaration import Measure


def gap(seekers: "pd.Series[float]", vacancies: "pd.Series[float]") -> "pd.Series[float]":
    """Seekers minus vacancies by province, in people.

    >>> seekers = pd.Series({"01": 70, "02": 20, "03": 10})
    >>> vacancies = pd.Series({"01": 10, "02": 30, "03": 60})
    >>> gap(seekers, vacancies).tolist()
    [60.0, -10.0, -50.0]
    """
    people, jobs = pair(seekers, vacancies)
    return people - jobs


def gap_draws(seekers: Array, vacancies: Array) -> Array:
    """The gap over draws x provinces."""
    people, jobs = draws_pair(seekers, vacancies)
    return people - jobs


MEASURE = Measure(
    compute=gap,
    draws=gap_draws,
    scope="province",
    unit="people",
    signed=True,
    range=(-math.inf, math.inf),
)
