"""Two or more scenarios side by side: who is ahead, how often, in which futures, and at what price.

Draws are paired: draw i is the same world for every scenario.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.baseline import Baseline
from analysis.drawn import HIGH, LOW, Draws
from analysis.futures import discover as futures
from analysis.scenario import YEARS, Scenario
from analysis.what_if import what_if

FEWER_IS_BETTER = frozenset(
    {"still_in_need", "shortage", "spatial", "skills", "usd_per_placement", "usd_unspent"}
)
"""Outcomes of which less is better; of the others, more."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """By how much A is above B in one outcome and year, and how often A is better.

    `share`: share of draws in which A is better; a draw in which they are equal counts half.
    """

    low: float
    median: float
    high: float
    share: float


def better(a: Draws, b: Draws, outcome: str, year: int = YEARS[-1]) -> Difference:
    """A against B over paired draws; draws in which either is not defined do not count.

    Of `usd_per_placement` less is better, as of all in `FEWER_IS_BETTER`. nan where no draw counts.
    """
    first, second = a.of(outcome, year), b.of(outcome, year)
    if len(first) != len(second):
        raise ValueError(f"draws: A has {len(first)}, B {len(second)}. Play both as often")
    gap = first - second
    gap = gap[~np.isnan(gap)]
    if not len(gap):
        return Difference(low=np.nan, median=np.nan, high=np.nan, share=np.nan)
    ahead = -gap if outcome in FEWER_IS_BETTER else gap
    # A billionth of the outcome is how the same thing looks when it is solved twice.
    slack = 1e-9 * float(np.nanmax(np.abs(first)))
    share = float((ahead > slack).mean() + (np.abs(ahead) <= slack).mean() / 2)
    low, median, high = np.percentile(gap, [LOW, 50, HIGH]).tolist()
    return Difference(low=low, median=median, high=high, share=share)


def regret(
    baseline: Baseline,
    scenarios: Sequence[Scenario],
    outcome: str,
    *,
    year: int = YEARS[-1],
    futures_in: Sequence[str] = (),
) -> pd.DataFrame:
    """How far each scenario stays behind the best one in each future: scenario x future.

    In the unit of the outcome, zero where it is the best. Further columns: `largest` regret, and
    `best_in`, the number of futures in which nobody is better. Rows by name, which must differ.
    """
    names = [scenario.name for scenario in scenarios]
    if len(set(names)) < len(names):
        raise ValueError("scenarios: two have the same name. Rename one of them")
    keys = list(futures_in or futures())
    values = pd.DataFrame(
        {
            key: [
                float(what_if(baseline, scenario, outcome, [{}], year=year, future=key)[0])
                for scenario in scenarios
            ]
            for key in keys
        },
        index=names,
    )
    best = values.min() if outcome in FEWER_IS_BETTER else values.max()
    behind = (values - best).abs()
    slack = 1e-9 * values.abs().max().max()
    return behind.assign(largest=behind.max(axis=1), best_in=(behind <= slack).sum(axis=1))


def what_differs(scenarios: Sequence[Scenario], baseline: Baseline) -> Mapping[str, pd.DataFrame]:
    """Allocations and assumptions in which scenarios are not alike.

    `allocations`: dollars by instrument and place, a column each; rows that are alike are left out.
    `assumptions`: central values by parameter, for those that any of them overrides.
    """
    names = [scenario.name for scenario in scenarios]
    money = pd.DataFrame(
        [
            (one.instrument, one.place, at, one.usd)
            for at, scenario in enumerate(scenarios)
            for one in scenario.allocations
        ],
        columns=["instrument", "place", "scenario", "usd"],
    )
    table = money.pivot_table(
        index=["instrument", "place"], columns="scenario", values="usd", aggfunc="sum"
    )
    table = table.reindex(columns=range(len(names))).fillna(0.0).set_axis(names, axis=1)
    keys = sorted({key for scenario in scenarios for key in scenario.overrides})
    known = baseline.parameters
    assumed = pd.DataFrame(
        [[one.overrides.get(key, known[key]).central for one in scenarios] for key in keys],
        index=keys,
        columns=names,
    )
    return {
        "allocations": table[table.nunique(axis=1) > 1],
        "assumptions": assumed[assumed.nunique(axis=1) > 1],
    }
