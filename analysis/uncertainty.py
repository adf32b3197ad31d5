"""What drives a result: one parameter at a time, from its low to its high (a tornado)."""

from collections.abc import Sequence

import pandas as pd

from analysis.baseline import Baseline
from analysis.break_even import with_value
from analysis.instruments import discover as instruments
from analysis.play import known_future, play
from analysis.scenario import YEARS, Scenario


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

    def value(changed: Scenario, other: Scenario | None) -> float:
        found = float(play(baseline, changed, future).by_year[outcome].loc[year])
        if other is None:
            return found
        return found - float(play(baseline, other, future).by_year[outcome].loc[year])

    central = value(scenario, against)
    rows = []
    for key in keys:
        span = scenario.overrides.get(key, baseline.parameters[key])
        if span.low == span.high:
            continue
        ends = [
            value(with_value(scenario, key, end), against and with_value(against, key, end))
            for end in (span.low, span.high)
        ]
        rows.append((key, span.low, span.high, ends[0], ends[1], central, abs(ends[1] - ends[0])))
    columns = ["parameter", "low", "high", "at_low", "at_high", "central", "swing"]
    table = pd.DataFrame(rows, columns=columns)
    moved = table[(table[["at_low", "at_high"]].sub(central, axis=0).abs() > 1e-9).any(axis=1)]
    return moved.sort_values("swing", ascending=False, kind="stable", ignore_index=True)


def used_parameters(
    baseline: Baseline, scenarios: Sequence[Scenario], future: str = "none"
) -> tuple[str, ...]:
    """Keys of all parameters that these scenarios use in that future, sorted."""
    needs = {("all", "wage_placed"), ("all", "income_in_need")}
    for scenario in scenarios:
        for key in {one.instrument for one in scenario.allocations}:
            needs |= {(key, name) for name in instruments()[key].needs}
    chosen = known_future(future)
    needs |= {(chosen.key, name) for name in chosen.parameters}
    keys = {
        next(key for key in (f"{owner}.{name}", f"all.{name}") if key in baseline.parameters)
        for owner, name in needs
    }
    return tuple(sorted(keys))
