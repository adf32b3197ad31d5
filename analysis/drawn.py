"""The same scenario in many draws: how sure its outcomes are.

Every draw takes seekers, vacancies and each parameter from their own ranges; draw i is the same
world for every scenario (common random numbers), so that a difference of two scenarios is no noise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.futures import Future
from analysis.outcomes import OUTCOMES, run
from analysis.play import check_years, known_future
from analysis.scenario import YEARS, Scenario

LOW, HIGH = 10, 90
"""Percentiles at the ends of a band."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Draws:
    """Outcomes of a scenario in a future, draw x year each; who they are made of is not kept."""

    years: tuple[int, ...]
    outcomes: Mapping[str, Array]

    def of(self, outcome: str, year: int | None = None) -> Array:
        """The draws of one outcome: draw x year, or of one year."""
        if outcome not in OUTCOMES:
            raise ValueError(f"outcome: there is no {outcome!r}. Use one of: {', '.join(OUTCOMES)}")
        values = self.outcomes[outcome]
        if year is None:
            return values
        if year not in self.years:
            raise ValueError(
                f"year: {year} was not played. Use one from {self.years[0]} to {self.years[-1]}"
            )
        return values[:, self.years.index(year)]

    def bands(self, outcome: str) -> pd.DataFrame:
        """P10, median and P90 by year; draws where the outcome is not defined do not count."""
        values = self.of(outcome)
        some = ~np.isnan(values).all(axis=0)
        ends = np.full((3, len(self.years)), np.nan)
        ends[:, some] = np.nanpercentile(values[:, some], [LOW, 50, HIGH], axis=0)
        index = pd.Index(self.years, name="year")
        return pd.DataFrame(ends.T, index=index, columns=["low", "median", "high"])


def play_draws(
    baseline: Baseline,
    scenario: Scenario,
    future: str | Future = "none",
    years: Sequence[int] = YEARS,
    *,
    draws: int = 200,
) -> Draws:
    """`scenario` in `future`, `draws` times. The first 200 of 1,000 draws are those of 200."""
    if draws < 1:
        raise ValueError(f"draws: {draws} is fewer than one")
    checked = check_years(years)
    played = run(baseline, scenario, known_future(future), checked, draws=draws)
    return Draws(years=played.years, outcomes=played.outcomes)
