"""How much larger a province's share of all seekers is than its share of all vacancies.

For a planner: where the mismatch sits, whatever the number of jobs in the whole country.

Formula: R_i / R - V_i / V, with R seekers and V vacancies, without index their sums. Unit:
share of the country. Range: -1 to 1; over all provinces the sum is zero. nan everywhere where
the country has no seekers, or no vacancies: shares of nothing are not defined.
Source: the terms of the dissimilarity index; Martin, R. W. (2001), Journal of Urban Economics
50; Raphael, S. and Stoll, M. (2002), Modest Progress, Brookings Institution.
"""

import numpy as np
import pandas as pd

from analysis.checks import Array, draws_pair, pair
from analysis.measures._declaration import Measure
from geodata import Text


def share_gap(seekers: "pd.Series[float]", vacancies: "pd.Series[float]") -> "pd.Series[float]":
    """Share of seekers minus share of vacancies by province.

    >>> seekers = pd.Series({"01": 70, "02": 20, "03": 10})
    >>> vacancies = pd.Series({"01": 10, "02": 30, "03": 60})
    >>> share_gap(seekers, vacancies).round(6).tolist()
    [0.6, -0.1, -0.5]
    """
    people, jobs = pair(seekers, vacancies)
    return pd.Series(share_difference(people.to_numpy(), jobs.to_numpy()), index=people.index)


def share_gap_draws(seekers: Array, vacancies: Array) -> Array:
    """The share gap over draws x provinces; a draw without seekers or vacancies is nan."""
    return share_difference(*draws_pair(seekers, vacancies))


def share_difference(people: Array, jobs: Array) -> Array:
    """Shares of `people` minus shares of `jobs` along the last axis, of checked counts."""
    with np.errstate(divide="ignore", invalid="ignore"):
        difference: Array = people / people.sum(axis=-1, keepdims=True) - jobs / jobs.sum(
            axis=-1, keepdims=True
        )
    return difference


MEASURE = Measure(
    compute=share_gap,
    draws=share_gap_draws,
    scope="province",
    signed=True,
    range=(-1, 1),
    title=Text(
        en="Share of all seekers minus share of all vacancies",
        km="ចំណែកក្នុងអ្នកស្វែងរកការងារទាំងអស់ ដកចំណែកក្នុងឱកាសការងារទាំងអស់",
    ),
    short=Text(en="Share gap", km="គម្លាតចំណែក"),
    unit=Text(en="percentage points", km="ពិន្ទុភាគរយ"),
    says=Text(
        en="Where the mismatch sits, however many jobs the whole country has.",
        km="ទីកន្លែងដែលភាពមិនស៊ីគ្នាកើតមាន ទោះបីប្រទេសទាំងមូលមានការងារប៉ុន្មានក៏ដោយ។",
    ),
    factor=100,
    decimals=1,
    breaks=(-10, -5, 0, 2, 5),
    hue="gap",
)
