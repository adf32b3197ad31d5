"""Where many seekers live beside few vacancies, more often than chance would put them there.

For a planner: groups of neighbouring provinces that stand out together. A description, not a
proof: 25 provinces are few, and both counts are estimates.

Formula: I_i = z_i sum_j w_ij y_j, with z seekers and y vacancies as deviations from their mean
in standard deviations, w the weights of neighbours with rows summing to one (bivariate local
Moran; scaled by (n - 1) / n as PySAL does). p: how rarely as extreme a value comes about
when the other provinces change places at random (conditional permutation, two-sided: twice
the smaller tail), so never below 2 / (permutations + 1). p_adjusted: for the number of provinces
looked at (false-discovery rate). Unit: none. Range: any number.
nan where a province has no neighbour, and everywhere where all seekers or all vacancies are
the same: nothing stands out then. Counts follow the size of provinces: give rates per 1,000
people of working age, unless size is the question.
Source: Anselin, L. (1995), Geographical Analysis 27; Benjamini, Y. and Hochberg, Y. (1995),
Journal of the Royal Statistical Society B 57. A test holds it against PySAL's esda.
"""

import math

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.checks import Array, canonical, pair, square
from analysis.measures._declaration import Measure
from geodata import Text

_SLACK = 1e-12


def local_clusters(
    seekers: "pd.Series[float]",
    vacancies: "pd.Series[float]",
    neighbours: pd.DataFrame,
    permutations: int = 999,
    seed: int = 2025,
    level: float = 0.05,
) -> pd.DataFrame:
    """Per province: `statistic`, `p`, `p_adjusted`, `seekers`, `around`, `stands_out`, `category`.

    `neighbours`: province x province, 1 or a weight where they are neighbours, else 0; what
    stands on the diagonal is left aside. `seekers`: whether the province's own are `high` or
    `low` against the mean; `around`: the same for its neighbours' vacancies; `none` where the
    statistic is nan. `stands_out`: p_adjusted <= `level`. `category`: seekers and around, such as
    high-low, where it stands out, else `none`.

    >>> codes = ["01", "02", "03", "04"]
    >>> ring = pd.DataFrame(
    ...     [[0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0]], index=codes, columns=codes)
    >>> seekers = pd.Series([9, 1, 2, 4], index=codes)
    >>> vacancies = pd.Series([7, 2, 6, 1], index=codes)
    >>> found = local_clusters(seekers, vacancies, ring)
    >>> found[["seekers", "around"]].loc["01"].tolist()
    ['high', 'low']
    """
    people, jobs = pair(seekers, vacancies)
    order = canonical(people.index)  # which permutations are drawn must not hang on that of rows
    people, jobs = people.iloc[order], jobs.iloc[order]
    weights = square("neighbours", neighbours, people.index, infinite=False)
    np.fill_diagonal(weights, 0)
    has_neighbours = weights.sum(axis=1) > 0
    statistic, p = np.full((2, len(people)), np.nan)
    if people.nunique() > 1 and jobs.nunique() > 1 and has_neighbours.any():
        drawn = _moran(people.to_numpy(), jobs.to_numpy(), weights, permutations, seed)
        statistic, p = np.where(has_neighbours, drawn, np.nan)
    known = ~np.isnan(statistic)
    adjusted = _adjusted(p, known)
    around = weights @ jobs.to_numpy() / np.where(has_neighbours, weights.sum(axis=1), 1)
    found = pd.DataFrame(
        {
            "statistic": statistic,
            "p": p,
            "p_adjusted": adjusted,
            "seekers": _side(people.to_numpy() > people.mean(), known),
            "around": _side(around > jobs.mean(), known),
            "stands_out": adjusted <= level,
        },
        index=people.index,
    )
    pairs = found["seekers"] + "-" + found["around"]
    found["category"] = pairs.where(found["stands_out"], "none")
    return found.reindex(seekers.index)


def _moran(
    people: Array, jobs: Array, weights: Array, permutations: int, seed: int
) -> tuple[Array, Array]:
    """The statistic and its two-sided pseudo p, by conditional permutation."""
    count = len(people)
    own, theirs = (np.asarray((side - side.mean()) / side.std()) for side in (people, jobs))
    places = [np.flatnonzero(row) for row in weights]
    most = max(map(len, places))
    rng = np.random.default_rng(seed)
    order = np.tile(np.arange(count - 1), (permutations, 1))
    drawn = rng.permuted(order, axis=1)[:, :most]
    statistic, p = np.full((2, count), np.nan)
    for i, beside in enumerate(places):
        if not len(beside):
            continue
        shares = weights[i, beside] / weights[i, beside].sum()
        scale = own[i] * (count - 1) / count
        statistic[i] = scale * (theirs[beside] @ shares)
        others = np.delete(theirs, i)
        chance = scale * (others[drawn[:, : len(beside)]] @ shares)
        above = (chance >= statistic[i] - _SLACK).sum()
        below = (chance <= statistic[i] + _SLACK).sum()
        p[i] = min(1.0, 2 * (min(above, below) + 1) / (permutations + 1))
    return statistic, p


def _adjusted(p: Array, known: NDArray[np.bool_]) -> Array:
    from scipy.stats import false_discovery_control

    adjusted = np.full(p.shape, np.nan)
    if known.any():
        adjusted[known] = false_discovery_control(p[known], method="bh")
    return adjusted


def _side(high: NDArray[np.bool_], known: NDArray[np.bool_]) -> NDArray[np.str_]:
    return np.where(known, np.where(high, "high", "low"), "none")


MEASURE = Measure(
    compute=local_clusters,
    rates=True,
    scope="province",
    signed=True,
    range=(-math.inf, math.inf),
    part="statistic",
    title=Text(
        en="Seekers here against vacancies in the provinces around",
        km="អ្នកស្វែងរកការងារនៅទីនេះ ធៀបនឹងឱកាសការងារក្នុងខេត្តជុំវិញ",
    ),
    short=Text(en="Local clusters", km="ចង្កោមក្នុងតំបន់"),
    unit=Text(en="local Moran statistic", km="ស្ថិតិ Moran ក្នុងតំបន់"),
    says=Text(
        en="Groups of neighbouring provinces where many seekers and few jobs, or the reverse,"
        " stand together more often than by chance.",
        km="ក្រុមខេត្តជិតខាង ដែលអ្នកស្វែងរកការងារច្រើន និងឱកាសការងារតិច ឬផ្ទុយមកវិញ"
        " ស្ថិតនៅជាមួយគ្នាញឹកញាប់ជាងការចៃដន្យ។",
    ),
    decimals=2,
    categories={
        "high-low": Text(en="many seekers, few jobs around", km="អ្នកស្វែងរកច្រើន ការងារជុំវិញតិច"),
        "high-high": Text(en="many seekers, many jobs around", km="អ្នកស្វែងរកច្រើន ការងារជុំវិញច្រើន"),
        "low-low": Text(en="few seekers, few jobs around", km="អ្នកស្វែងរកតិច ការងារជុំវិញតិច"),
        "low-high": Text(en="few seekers, many jobs around", km="អ្នកស្វែងរកតិច ការងារជុំវិញច្រើន"),
        "none": Text(en="does not stand out", km="មិនលេចធ្លោ"),
    },
)
