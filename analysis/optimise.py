"""The best use of a budget: one linear programme with the matching inside it.

Variables are the dollars in each column (instrument x place x step x first year; see
`analysis.columns`) and the people on each edge of the matching network (`analysis.moving`). Money
widens edges; people flow from seekers to jobs. HiGHS (Huangfu and Hall 2018) solves it exactly, so
that no other allocation with this baseline, these parameters and these limits does better, and
`play` gives the optimum the same value.

Goals: `near_home` places the most near home; `unmet_need` leaves the fewest without a job, moving
included; `mean_km` does as `near_home` and then shortens the ways; `cost_per_placement` spends the
least for a number of placements near home that is asked for.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

import numpy as np
import pandas as pd

from analysis.baseline import Baseline
from analysis.checks import Array
from analysis.columns import Column, Plan, columns, judged_year
from analysis.futures import Future
from analysis.instruments import discover
from analysis.limits import MILLION, Limits, Rows, money_rows
from analysis.outcomes import people_and_jobs, values_of
from analysis.play import known_future
from analysis.scenario import Allocation, Scenario, Split
from analysis.widening import Matching
from analysis.yearly import influence_of

Goal = Literal["near_home", "unmet_need", "mean_km", "cost_per_placement"]
_CENT = 0.01
_THRIFT = 1e-8
"""People that a million dollars must at least place to be spent at all."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Optimum:
    """The best scenario, what it reaches, and what each limit costs.

    `value`: people placed by the goal in the judged year (mean km for `mean_km`, dollars for
    `cost_per_placement`). `placed`: people placed; `more`: how many more than without money. `usd`:
    dollars used. `prices`: for each limit that binds (`limit`), how many more `people` one more
    million dollars of it would place; below zero for a floor, which costs people. For the shares
    only the sign says something. Empty for `cost_per_placement`.
    """

    goal: Goal
    scenario: Scenario
    value: float
    placed: float
    more: float
    usd: float
    prices: pd.DataFrame


class Programme:
    """A baseline in a future made ready for optimising: made once, solved for many budgets."""

    def __init__(
        self,
        baseline: Baseline,
        *,
        future: str | Future = "none",
        plan: Plan | None = None,
        assumptions: Scenario | None = None,
    ) -> None:
        """`assumptions`: a scenario whose overrides hold; its allocations are not looked at."""
        self.baseline, self.future = baseline, known_future(future)
        self.plan = plan or Plan()
        self.assumptions = assumptions or Scenario(name="Best use")
        self.values = values_of(baseline, self.assumptions, draws=None)
        years = self.plan.years
        self.influence = influence_of(
            self.future, baseline=baseline, values=self.values, years=years
        )
        seekers, vacancies = people_and_jobs(baseline, None)
        self.today = judged_year(
            self.plan,
            baseline=baseline,
            values=self.values,
            influence=self.influence,
            seekers=seekers,
            vacancies=vacancies,
        )
        self.columns: list[Column] = columns(
            self.plan,
            baseline=baseline,
            values=self.values,
            influence=self.influence,
            today=self.today,
        )

    def best(
        self,
        usd: float,
        *,
        goal: Goal = "near_home",
        limits: Limits | None = None,
        placements: float | None = None,
        name: str = "Best use of the money",
    ) -> Optimum:
        """The best use of at most `usd` dollars.

        `placements`: for `cost_per_placement`, how many more people are to be placed. Raises
        ValueError where no allocation keeps to the limits, and says which to loosen.
        """
        if goal not in get_args(Goal):
            raise ValueError(f"goal: there is no {goal!r}. Use one of: {', '.join(get_args(Goal))}")
        if not (np.isfinite(usd) and usd >= 0):
            raise ValueError(f"usd: {usd} is no budget. Write dollars of zero or more")
        if (goal == "cost_per_placement") != (placements is not None):
            raise ValueError(
                "placements: asked for with the goal cost_per_placement, and only then"
            )
        matching = self.moving if goal == "unmet_need" else self.near
        rows = self.rows(usd, limits or Limits(), width=len(self.columns) + len(matching.starts))
        nothing = np.zeros(len(self.columns))
        money = np.append(nothing + 1, 0.0 * matching.starts)
        count = np.append(nothing, matching.starts)
        if goal == "cost_per_placement":
            rows.add("placements", count, least=self.without_money(matching) + (placements or 0.0))
            found, prices = matching.solve(money, rows)
            prices = 0 * prices
        else:
            # Of many best allocations the cheapest: a placement is worth more than any dollar.
            found, prices = matching.solve(_THRIFT * money - count, rows)
        table = rows.prices(prices)
        if goal == "mean_km":
            rows.add("placements", count, least=float(count @ found) * (1 - 1e-9))
            found, _ = matching.solve(np.append(nothing + _THRIFT, matching.km), rows)
        placed = float(count @ found)
        spent = found[: len(self.columns)] * MILLION
        value = {
            "mean_km": float(np.append(nothing, matching.km) @ found / max(placed, 1e-9)),
            "cost_per_placement": float(spent.sum()),
        }
        return Optimum(
            goal=goal,
            scenario=self.scenario(spent, name),
            value=value.get(goal, placed),
            placed=placed,
            more=placed - self.without_money(matching),
            usd=float(spent.sum()),
            prices=table,
        )

    def rows(self, usd: float, limits: Limits, *, width: int) -> Rows:
        """The limits on money as rows of a programme of `width` variables, the columns first."""
        women, gains = (
            MILLION * np.array([getattr(column, side) for column in self.columns])
            for side in ("women", "gains")
        )
        uses = [(column.instrument, column.place) for column in self.columns]
        return money_rows(
            usd,
            limits,
            uses=uses,
            baseline=self.baseline,
            width=width,
            women=women,
            gains=gains,
        )

    @cached_property
    def near(self) -> Matching:
        """The matching near home."""
        return self._matching(moving=False)

    @cached_property
    def moving(self) -> Matching:
        """The matching with support to move and shortened corridors."""
        return self._matching(moving=True)

    def _matching(self, *, moving: bool) -> Matching:
        usable = [discover()[key] for key in self.plan.usable]
        roads = [one.key for one in usable if one.on == "corridor"]
        shortening = self.values.of(roads[0])("shortening").item() if roads else 0.0
        return Matching(
            self.baseline,
            today=self.today,
            columns=self.columns,
            opens_trades=sorted({name for one in usable for name in one.opens}),
            shortening=shortening,
            moving=moving,
        )

    def without_money(self, matching: Matching) -> float:
        """How many a matching places in the judged year when nothing is spent."""
        return float(matching.network.most(matching.numbers[None])[0])

    def scenario(self, spent: Array, name: str) -> Scenario:
        """The dollars of each column as a scenario that can be played."""
        money: dict[tuple[str, str, int], float] = {}
        for column, usd in zip(self.columns, spent.tolist(), strict=True):
            if usd > _CENT:
                key = (column.instrument, column.place, column.first_year)
                money[key] = money.get(key, 0.0) + usd
        allocations = tuple(
            Allocation(
                instrument=instrument,
                place=place,
                usd=usd,
                first_year=first,
                years=self.plan.spend_years,
            )
            for (instrument, place, first), usd in sorted(money.items())
        )
        split: Split = self.assumptions.split
        overrides = self.assumptions.overrides
        return Scenario(name=name, allocations=allocations, overrides=overrides, split=split)
