"""The spatial mismatch index: one number for how unlike the maps of seekers and jobs are.

For a planner: the share of seekers who would have to move, so that seekers are spread over the
provinces as vacancies are.

Formula: 1/2 sum_i |R_i / R - V_i / V|, with R seekers and V vacancies, without index their
sums. Unit: share of all seekers. Range: 0 (the same spread) to 1 (no seeker where a vacancy
is). nan where the country has no seekers, or no vacancies. It looks at shares only: that jobs
are too few in the whole country does not show in it, nor how far apart provinces are.
Source: Duncan, O. and Duncan, B. (1955), American Sociological Review 20; for jobs: Martin,
R. W. (2001), Journal of Urban Economics 50; Raphael, S. and Stoll, M. (2002), Modest Progress,
Brookings Institution.
"""

import numpy as np
import pandas as pd

from analysis.checks import Array, draws_pair, pair
from analysis.measures._declaration import Measure
from analysis.measures.share_gap import share_difference
from geodata import Text


def mismatch_index(seekers: "pd.Series[float]", vacancies: "pd.Series[float]") -> float:
    """Share of seekers who would have to move, 0 to 1.

    >>> seekers = pd.Series({"01": 70, "02": 20, "03": 10})
    >>> vacancies = pd.Series({"01": 10, "02": 30, "03": 60})
    >>> round(mismatch_index(seekers, vacancies), 6)
    0.6
    """
    people, jobs = pair(seekers, vacancies)
    return float(_index(people.to_numpy(), jobs.to_numpy()))


def mismatch_index_draws(seekers: Array, vacancies: Array) -> Array:
    """The index of each draw, from draws x provinces; nan as above, draw by draw."""
    return _index(*draws_pair(seekers, vacancies))


def _index(people: Array, jobs: Array) -> Array:
    # Rounding may leave the sum of the shares a hair above one; nan stays nan.
    half: Array = np.minimum(np.abs(share_difference(people, jobs)).sum(axis=-1) / 2, 1.0)
    return half


MEASURE = Measure(
    compute=mismatch_index,
    draws=mismatch_index_draws,
    scope="national",
    signed=False,
    range=(0, 1),
    title=Text(en="Spatial mismatch index", km="សន្ទស្សន៍ភាពមិនស៊ីគ្នាផ្នែកទីកន្លែង"),
    short=Text(en="Mismatch index", km="សន្ទស្សន៍ភាពមិនស៊ីគ្នា"),
    unit=Text(en="% of seekers", km="% នៃអ្នកស្វែងរកការងារ"),
    says=Text(
        en="The share of seekers who would have to move, so that they are spread as the jobs are.",
        km="ចំណែកអ្នកស្វែងរកការងារដែលត្រូវផ្លាស់ទី ដើម្បីឱ្យចំណែករបស់ពួកគេតាមខេត្ត ដូចចំណែកឱកាសការងារ។",
    ),
    factor=100,
)
