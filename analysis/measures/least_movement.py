"""Who would have to go where, if as many as possible found a job with the fewest km in all.

For a planner: the least moving that the jobs' places force on people, and what one more job in
a province would change in it.

Formula (optimal transport; Kantorovich 1942): flows f_ij >= 0 with sum_j f_ij <= R_i and
sum_i f_ij <= V_j that first maximise sum f, then minimise sum f_ij d_ij, with R seekers, V
vacancies, d_ij road km from home i to job j. Where all provinces reach each other sum f is the
smaller of sum R and sum V. Unit: km. Range: mean km 0 to inf; nan where nobody is matched.
d_ij = inf: nobody goes from i to j. Trades are left aside: see `analysis.matching`.

Value of a job: the km that all people together save if province j has one job more, the
programme solved anew. Where a seeker is left who can be reached, that job also matches one
more person (`matched_by_job` is 1): the value is then minus the km that this costs, at most
zero where moving is never shorter than staying, and the province nearest to zero is where a
job is worth most. Where nobody is left over (`matched_by_job` is 0) the value is zero or above:
somebody moves less far. It is the derivative to the right: exact for one whole job if counts
are whole; else as long as flows on the way are at least one person.
Source: Kantorovich, L. (1942), On the translocation of masses, Doklady 37; value as a shadow
price: Koopmans, T. (1949), Econometrica 17.
"""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.checks import canonical, pair, square
from analysis.measures._declaration import Measure
from analysis.transport import cheapest_flows, one_more_job
from geodata import Text


@dataclass(frozen=True, kw_only=True, eq=False)
class LeastMovement:
    """The result; Series and flows in the order of the seekers' index.

    `flows`: people, origin x destination; the diagonal stays at home. `mean_km`: over those
    matched. `unmatched`: seekers left over. `value_of_job`: km saved by one more job, see
    above. `matched_by_job`: people that it matches in addition, 1 or 0.
    """

    flows: pd.DataFrame
    mean_km: float
    unmatched: "pd.Series[float]"
    value_of_job: "pd.Series[float]"
    matched_by_job: "pd.Series[float]"


def least_movement(
    seekers: "pd.Series[float]", vacancies: "pd.Series[float]", distance_km: pd.DataFrame
) -> LeastMovement:
    """Flows with most people matched and then fewest km.

    Of several such flows it takes one that does not depend on the order of rows.

    >>> codes = ["01", "02", "03"]
    >>> seekers = pd.Series([70, 20, 10], index=codes)
    >>> vacancies = pd.Series([10, 30, 60], index=codes)
    >>> line = pd.DataFrame(
    ...     [[0, 100, 200], [100, 0, 100], [200, 100, 0]], index=codes, columns=codes)
    >>> movement = least_movement(seekers, vacancies, line)
    >>> round(movement.mean_km, 6)
    110.0
    >>> movement.value_of_job.round(6).tolist()
    [200.0, 100.0, 0.0]
    """
    people, jobs = pair(seekers, vacancies)
    index = people.index
    order = canonical(index)
    km = square("distance_km", distance_km, index, infinite=True)[np.ix_(order, order)]
    supply, demand = people.to_numpy()[order], jobs.to_numpy()[order]
    flows = cheapest_flows(supply, demand, km)
    matched, more_km = one_more_job(supply, demand, km, flows)
    moved = float(flows.sum())
    walked = float(np.where(flows > 0, flows * np.where(flows > 0, km, 0), 0).sum())
    labels = index[order]
    table = pd.DataFrame(flows, index=labels, columns=labels)
    return LeastMovement(
        flows=table.reindex(index=index, columns=index),
        mean_km=walked / moved if moved else math.nan,
        unmatched=(people - table.sum(axis=1).reindex(index)).clip(lower=0),
        value_of_job=pd.Series(0.0 - more_km, index=labels).reindex(index),
        matched_by_job=pd.Series(matched, index=labels).reindex(index),
    )


MEASURE = Measure(
    compute=least_movement,
    scope="national",
    signed=False,
    range=(0, math.inf),
    title=Text(
        en="Least movement that gives work to as many as possible",
        km="ការផ្លាស់ទីតិចបំផុត ដែលផ្តល់ការងារដល់មនុស្សច្រើនបំផុត",
    ),
    short=Text(en="Least movement", km="ការផ្លាស់ទីតិចបំផុត"),
    unit=Text(en="km on average", km="គ.ម ជាមធ្យម"),
    says=Text(
        en="Who would have to go where, if as many as possible found work with the fewest"
        " kilometres in all.",
        km="អ្នកណាត្រូវទៅណា ប្រសិនបើមនុស្សច្រើនបំផុតរកបានការងារ ដោយគីឡូម៉ែត្រសរុបតិចបំផុត។",
    ),
    part="mean_km",
)
