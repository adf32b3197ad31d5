"""Labour-market mismatch: the share of hires lost because seekers stand in the wrong lines.

For a planner: of all who could be hired if seekers were spread over provinces, trades or both
as vacancies are, this share is not hired.

Formula: 1 - sum_i (V_i / V)^alpha (R_i / R)^(1 - alpha), with R seekers and V vacancies of each
market i, without index their sums, alpha the weight of vacancies in hiring (0.5). A market is a
province, a sector, or a province and sector, as the index says: give Series by either, or
DataFrames province x sector. Unit: share of hires. Range: 0 (the same spread) to 1 (no seeker
where a vacancy is). nan where there are no seekers at all, or no vacancies. Splitting markets
more finely never lowers it.
Source: Şahin, A., Song, J., Topa, G. and Violante, G. (2014), Mismatch unemployment, American
Economic Review 104 (11), equation for homogeneous efficiency.
"""

import numpy as np
import pandas as pd

from analysis.checks import Array, draws_pair, pair, table_pair
from analysis.measures._declaration import Measure
from geodata import Text

_ROUNDING = 1e-14


def sahin_mismatch(
    seekers: "pd.Series[float] | pd.DataFrame",
    vacancies: "pd.Series[float] | pd.DataFrame",
    alpha: float = 0.5,
) -> float:
    """Share of hires lost, 0 to 1; `alpha` lies between 0 and 1, both excluded.

    >>> seekers = pd.Series({"01": 70, "02": 20, "03": 10})
    >>> vacancies = pd.Series({"01": 10, "02": 30, "03": 60})
    >>> round(sahin_mismatch(seekers, vacancies), 6)
    0.245527
    >>> sahin_mismatch(pd.DataFrame({"farm": seekers}), pd.DataFrame({"farm": 3 * seekers}))
    0.0
    """
    if isinstance(seekers, pd.DataFrame):
        if not isinstance(vacancies, pd.DataFrame):
            raise TypeError("vacancies: a DataFrame province x sector, as seekers are")
        people, jobs = (table.to_numpy().ravel() for table in table_pair(seekers, vacancies))
    else:
        people, jobs = (
            series.to_numpy()
            for series in pair(seekers, vacancies)  # type: ignore[arg-type]
        )
    return float(_lost(people, jobs, alpha))


def sahin_mismatch_draws(seekers: Array, vacancies: Array, alpha: float = 0.5) -> Array:
    """The share lost in each draw, from draws x markets; nan as above, draw by draw."""
    return _lost(*draws_pair(seekers, vacancies), alpha)


def _lost(people: Array, jobs: Array, alpha: float) -> Array:
    if not 0 < alpha < 1:
        raise ValueError(f"alpha: {alpha} does not lie between 0 and 1, both excluded")
    with np.errstate(divide="ignore", invalid="ignore"):
        jobs_share = jobs / jobs.sum(axis=-1, keepdims=True)
        people_share = people / people.sum(axis=-1, keepdims=True)
    hired = (jobs_share**alpha * people_share ** (1 - alpha)).sum(axis=-1)
    # Equal shares leave a rounding error of either sign; nan stays nan.
    lost: Array = np.maximum(1 - hired, 0.0)
    return np.where(lost < _ROUNDING, 0.0, lost)


MEASURE = Measure(
    compute=sahin_mismatch,
    draws=sahin_mismatch_draws,
    scope="national",
    by_market=True,
    signed=False,
    range=(0, 1),
    title=Text(en="Labour-market mismatch", km="ភាពមិនស៊ីគ្នានៃទីផ្សារការងារ"),
    short=Text(en="Labour-market mismatch", km="ភាពមិនស៊ីគ្នានៃទីផ្សារការងារ"),
    unit=Text(en="% of hires", km="% នៃការជ្រើសរើសបុគ្គលិក"),
    says=Text(
        en="The share of possible hires that is lost because people and jobs stand apart.",
        km="ចំណែកនៃការជ្រើសរើសបុគ្គលិកដែលអាចកើតមាន តែបាត់បង់ ព្រោះមនុស្ស និងការងារនៅដាច់ពីគ្នា។",
    ),
    factor=100,
)
