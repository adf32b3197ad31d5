"""What drives a result: one parameter at a time, from its low to its high (a tornado)."""

import pandas as pd

from analysis.baseline import Baseline
from analysis.scenario import YEARS, Scenario
from analysis.used import used_parameters
from analysis.what_if import what_if


def tornado(
    baseline: Baseline,
    scenario: Scenario,
    outcome: str = "more_placed",
    *,
    year: int = YEARS[-1],
    future: str = "none",
    against: Scenario | None = None,
) -> pd.DataFrame:
    """The outcome at each parameter's low and high, all others central: widest swing first.

    A row by parameter that the scenario or the future uses: `low` and `high` of the parameter,
    `at_low` and `at_high` of the outcome, `central`, and `swing`, the distance of the two. With
    `against` it is the difference to that scenario. Parameters without a range, or without any
    effect, are left out. Parameters only: seekers and vacancies vary in the draws.
    """
    keys = used_parameters(baseline, [scenario, *([against] if against else [])], future)
    spans = {key: scenario.overrides.get(key, baseline.parameters[key]) for key in keys}
    moving = {key: span for key, span in spans.items() if span.low < span.high}
    cases = [{}, *({key: end} for key, one in moving.items() for end in (one.low, one.high))]
    found = what_if(baseline, scenario, outcome, cases, year=year, future=future)
    if against is not None:
        found = found - what_if(baseline, against, outcome, cases, year=year, future=future)
    central, *ends = found.tolist()
    table = pd.DataFrame(
        {
            "parameter": list(moving),
            "low": [span.low for span in moving.values()],
            "high": [span.high for span in moving.values()],
            "at_low": pd.Series(ends[0::2], dtype=float),
            "at_high": pd.Series(ends[1::2], dtype=float),
            "central": central,
        }
    )
    table["swing"] = (table["at_high"] - table["at_low"]).abs()
    # A billionth of the result is how the same thing looks when it is solved twice.
    slack = 1e-9 * max(1.0, abs(central))
    moved: pd.DataFrame = table[
        (table[["at_low", "at_high"]].sub(central, axis=0).abs() > slack).any(axis=1)
    ]
    return moved.sort_values("swing", ascending=False, kind="stable", ignore_index=True)
