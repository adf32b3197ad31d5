"""One outcome in one year, with parameters otherwise than central: many cases in one go."""

from collections.abc import Sequence

import numpy as np

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.outcomes import OUTCOMES, run
from analysis.parameters import Case
from analysis.play import known_future
from analysis.scenario import YEARS, Scenario
from analysis.used import used_parameters


def what_if(
    baseline: Baseline,
    scenario: Scenario,
    outcome: str,
    cases: Sequence[Case],
    *,
    year: int = YEARS[-1],
    future: str = "none",
) -> Array:
    """The outcome of `year` in each case; seekers, vacancies and what it does not name are central.

    At least one case. A case replaces what the scenario itself sets; the empty one is the central
    result. Cases that come to the same for this scenario are played once.
    """
    if outcome not in OUTCOMES:
        raise ValueError(f"outcome: there is no {outcome!r}. Use one of: {', '.join(OUTCOMES)}")
    for key in (key for case in cases for key in case if key not in baseline.parameters):
        raise ValueError(f"parameter: there is no {key!r}. Use a key of the table")
    if year not in YEARS:
        raise ValueError(f"year: {year} was not played. Use one from {YEARS[0]} to {YEARS[-1]}")
    used = frozenset(used_parameters(baseline, [scenario], future))
    own = [tuple((key, value) for key, value in case.items() if key in used) for case in cases]
    each = dict.fromkeys(own)
    played = run(
        baseline,
        scenario,
        known_future(future),
        YEARS,
        cases=[dict(case) for case in each],
        judged=[year],
    )
    values = dict(zip(each, played.outcomes[outcome][:, 0], strict=True))
    return np.array([values[case] for case in own])
