"""Play a scenario: from a baseline, allocations and a future to who is placed, by year.

    >>> from analysis.futures import discover as futures
    >>> from analysis.scenario import Allocation, Scenario
    >>> from analysis.parameters import fixed
    >>> codes, sectors = ["01", "02"], ["manufacturing", "services"]
    >>> seekers = pd.DataFrame([[50.0, 20.0], [10.0, 0.0]], index=codes, columns=sectors)
    >>> vacancies = pd.DataFrame([[10.0, 20.0], [5.0, 0.0]], index=codes, columns=sectors)
    >>> baseline = Baseline(
    ...     seekers=seekers, vacancies=vacancies,
    ...     distance_km=pd.DataFrame([[10.0, 200.0], [200.0, 10.0]], index=codes, columns=codes),
    ...     transfer=pd.DataFrame([[1.0, 0.0], [0.0, 1.0]], index=sectors, columns=sectors),
    ...     reach_km=75, min_transfer=0.5,
    ...     places=pd.DataFrame(100.0, index=codes, columns=["crop_ha", "zone_ha", "population",
    ...                                                      "households", "indebted_households"]),
    ...     parameters={f"all.{name}": fixed(value) for name, value in {
    ...         "lag": 1, "ramp": 2, "women_share": 0.5, "falling_return": 0.5, "second_step": 1,
    ...         "third_step": 1, "wage_placed": 230, "income_in_need": 130, "usd_per_job": 8500,
    ...         "capacity_share": 0.1}.items()},
    ...     income_before=431, income_now=269)
    >>> grants = Allocation(instrument="enterprise_fund", place="01", usd=59_500, years=1)
    >>> result = play(baseline, Scenario(name="Small firms", allocations=(grants,)))
    >>> result.by_year.loc[[2026, 2027, 2028], "placed_near_home"].round(6).tolist()
    [35.0, 37.5, 40.0]

Seven grants of 8,500 dollars make seven jobs, as many as 10 % of the 70 seekers make possible: half
of them after one year, all after two. Five go to the trade of 50 of the 70, and are filled; two go
to services, where all 20 have a job already.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.futures import Future
from analysis.futures import discover as futures
from analysis.outcomes import OUTCOMES, Played, run
from analysis.people import mean_km, who
from analysis.scenario import YEARS, Scenario
from analysis.spending import CAPACITY, HORIZON, Spent
from analysis.yearly import share_along


@dataclass(frozen=True, kw_only=True, eq=False)
class Result:
    """The central result of a scenario in a future. Tables are worked out when first asked for."""

    baseline: Baseline
    played: Played

    @cached_property
    def by_year(self) -> pd.DataFrame:
        """Every outcome of `analysis.outcomes.OUTCOMES`, year x outcome, for the country."""
        columns = {name: self.played.outcomes[name][0] for name in OUTCOMES}
        return pd.DataFrame(columns, index=pd.Index(self.played.years, name="year"))

    def people(self, year: int) -> dict[str, pd.DataFrame]:
        """Seekers, placed near home, placed after moving, still in need: province x sector.

        The sector is the worker's trade.
        """
        at = self._at(year)
        seekers = self.played.state.seekers[0, at]
        near, moved = who(self.played.state, self.baseline, at)
        parts = {
            "seekers": seekers,
            "placed_near_home": near,
            "placed_after_moving": moved,
            "still_in_need": (seekers - near - moved).clip(min=0.0),
        }
        return {name: self._table(values) for name, values in parts.items()}

    def by_province(self, year: int) -> pd.DataFrame:
        """People as in `people`, and the lasting jobs of the money, by province."""
        parts = {name: table.sum(axis=1) for name, table in self.people(year).items()}
        return pd.DataFrame({**parts, "lasting_jobs": self.lasting_jobs(year).sum(axis=1)})

    def by_sector(self, year: int) -> pd.DataFrame:
        """People by their trade, and the lasting jobs of the money by theirs."""
        parts = {name: table.sum(axis=0) for name, table in self.people(year).items()}
        return pd.DataFrame({**parts, "lasting_jobs": self.lasting_jobs(year).sum(axis=0)})

    def lasting_jobs(self, year: int) -> pd.DataFrame:
        """Lasting jobs that the money has made by `year`, province x sector (of the job)."""
        at, total = self._at(year), self._table(0.0 * self.played.state.jobs[0, 0])
        for one in self.played.spent:
            for sector, values in one.change.lasting_jobs.items():
                total[sector] += self._by_province(one, values[0, :, at])
        return total

    def mean_km(self, year: int) -> float:
        """Km from home to job, mean over all placed, where they go as short a way as they can."""
        return mean_km(self.played.state, self.baseline, self._at(year))

    @cached_property
    def money(self) -> pd.DataFrame:
        """Dollars spent by instrument, place (province or corridor) and year; no rows of zero."""
        rows = [
            (one.instrument.key, place, year, float(one.work.spent[0, i, t]))
            for one in self.played.spent
            for i, place in enumerate(one.places)
            for t, year in enumerate(self.played.years)
            if one.work.spent[0, i, t] > 0
        ]
        return pd.DataFrame(rows, columns=["instrument", "place", "year", "usd"])

    @cached_property
    def unspent(self) -> pd.DataFrame:
        """Dollars left by instrument and place, and why: `capacity` or `horizon`."""
        rows = [
            (one.instrument.key, place, CAPACITY, float(usd))
            for one in self.played.spent
            for place, usd in zip(one.places, one.left[0], strict=True)
            if usd > 1e-6
        ]
        rows += [(key, place, HORIZON, usd) for key, place, usd in self.played.late]
        return pd.DataFrame(rows, columns=["instrument", "place", "reason", "usd"])

    def _by_province(self, one: Spent, values: Array) -> Array:
        if one.instrument.on != "corridor":
            return values
        shared: Array = share_along(one.places, self.baseline).T @ values
        return shared

    def _at(self, year: int) -> int:
        if year not in self.played.years:
            first, last = self.played.years[0], self.played.years[-1]
            raise ValueError(f"year: {year} was not played. Use one from {first} to {last}")
        return self.played.years.index(year)

    def _table(self, values: Array) -> pd.DataFrame:
        return pd.DataFrame(
            values, index=self.baseline.seekers.index, columns=self.baseline.seekers.columns
        )


def play(
    baseline: Baseline,
    scenario: Scenario,
    future: str | Future = "none",
    years: Sequence[int] = YEARS,
) -> Result:
    """The central result of `scenario` in `future`, with every parameter at its central value."""
    checked = check_years(years)
    played = run(baseline, scenario, known_future(future), checked)
    return Result(baseline=baseline, played=played)


def known_future(future: str | Future) -> Future:
    """A future by its key, or itself."""
    if isinstance(future, Future):
        return future
    if future not in futures():
        raise ValueError(f"future: there is no {future!r}. Use one of: {', '.join(futures())}")
    return futures()[future]


def check_years(years: Sequence[int]) -> tuple[int, ...]:
    """Years one after another, at least one."""
    checked = tuple(years)
    if not checked or checked != tuple(range(checked[0], checked[0] + len(checked))):
        raise ValueError(f"years: {checked} are not one year after another. Write them in order")
    return checked
