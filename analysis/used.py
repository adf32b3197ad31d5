"""Which parameters a scenario uses in a future."""

from collections.abc import Sequence

from analysis.baseline import Baseline
from analysis.instruments import discover as instruments
from analysis.play import known_future
from analysis.scenario import Scenario


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
