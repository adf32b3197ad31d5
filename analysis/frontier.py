"""The best use of one budget after another: what more money would still bring.

Most placements as a function of the money are the least of all cuts of the matching network, each
of them linear in the money. So a small programme over the money alone, with the cuts found so far,
bounds the optimum from above; solving the matching at its answer bounds it from below and finds the
next cut (Benders 1962; Kelley 1960). Cuts hold for every budget: after the first few hardly any new
one is needed. The two bounds meet, so each point is as exact as the whole programme's.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.checks import Array
from analysis.limits import MILLION, Limits
from analysis.optimise import Goal, Programme
from analysis.scenario import Scenario

_GAP = 1e-7
_ROUNDS = 500


@dataclass(frozen=True, kw_only=True, eq=False)
class Frontier:
    """`points`: a row for each budget with `usd`, `spent`, `placed`, `more` and `still_in_need`.

    `scenarios`: the best use of each budget, in the same order.
    """

    points: pd.DataFrame
    scenarios: tuple[Scenario, ...]


def frontier(
    programme: Programme,
    budgets: Sequence[float],
    *,
    goal: Goal = "near_home",
    limits: Limits | Callable[[float], Limits] | None = None,
) -> Frontier:
    """The best use of each budget for the goal `near_home` or `unmet_need`.

    `limits`: the same for all budgets, or made for each from its dollars. Limits that move with
    the budget need many cuts; each budget is then solved as a whole.
    """
    if goal not in ("near_home", "unmet_need"):
        raise ValueError(f"goal: no frontier for {goal!r}. Use near_home or unmet_need")
    for usd in budgets:
        if not (np.isfinite(usd) and usd >= 0):
            raise ValueError(f"budgets: {usd} is no budget. Write dollars of zero or more")
    budgets = sorted(budgets)
    if callable(limits):
        best = [programme.best(usd, goal=goal, limits=limits(usd)) for usd in budgets]
        found = [(one.scenario, one.usd, one.placed) for one in best]
    else:
        found = _by_cuts(programme, budgets, goal, limits or Limits())
    total = float(programme.today.seekers.sum())
    matching = programme.moving if goal == "unmet_need" else programme.near
    nothing = programme.without_money(matching)
    rows = [
        {
            "usd": usd,
            "spent": spent,
            "placed": placed,
            "more": placed - nothing,
            "still_in_need": total - placed,
        }
        for usd, (_, spent, placed) in zip(budgets, found, strict=True)
    ]
    return Frontier(points=pd.DataFrame(rows), scenarios=tuple(scenario for scenario, *_ in found))


def _by_cuts(
    programme: Programme, budgets: Sequence[float], goal: Goal, limits: Limits
) -> list[tuple[Scenario, float, float]]:
    """The best use of each budget, the dollars it spends and whom it places."""
    cuts = _Cuts(programme, goal)
    found = []
    for usd in budgets:
        money, placed = cuts.best(usd, limits)
        dollars = money * MILLION
        scenario = programme.scenario(dollars, f"Best use of {usd:,.0f} dollars")
        found.append((scenario, float(dollars.sum()), placed))
    return found


class _Cuts:
    """Upper bounds on placements, linear in the money of each column, and where they meet."""

    def __init__(self, programme: Programme, goal: Goal) -> None:
        self.programme = programme
        self.matching = programme.moving if goal == "unmet_need" else programme.near
        self._ends: list[float] = []
        self._slopes: list[Array] = []
        self.placed(np.zeros(len(programme.columns)))

    def placed(self, money: Array) -> float:
        """Placements with this money (millions), whose smallest cut becomes another bound."""
        matching = self.matching
        now = matching.numbers + matching.widened @ money
        flow, chosen = matching.network.cuts(now[None])
        self._ends.append(float(chosen[0] @ matching.numbers))
        self._slopes.append(chosen[0] @ matching.widened)
        return float(flow[0])

    def best(self, usd: float, limits: Limits) -> tuple[Array, float]:
        """The best money (millions by column) and its placements."""
        best: Array = np.zeros(len(self.programme.columns))
        most = -np.inf
        for _ in range(_ROUNDS):
            money, bound = self._bound(usd, limits)
            placed = self.placed(money)
            if placed > most:
                best, most = money, placed
            if bound - most <= _GAP * max(bound, 1.0):
                return best, most
        raise ArithmeticError(f"No optimum within {_ROUNDS} rounds; {bound - most:.3g} apart")

    def _bound(self, usd: float, limits: Limits) -> tuple[Array, float]:
        from scipy.optimize import linprog

        size = len(self.programme.columns)
        upper, ends = self.programme.rows(usd, limits, width=size + 1).upper()
        cuts = np.column_stack([-np.array(self._slopes), np.ones(len(self._slopes))])
        solved = linprog(
            np.append(np.full(size, 1e-8), -1.0),
            A_ub=np.concatenate([upper.toarray(), cuts]),
            b_ub=np.concatenate([ends, self._ends]),
            bounds=np.column_stack([np.zeros(size + 1), np.append(self.matching.usd, np.inf)]),
            method="highs",
        )
        if solved.status == 2:
            raise ValueError("limits: no allocation keeps to all of them. Loosen one of them")
        if solved.status != 0:
            raise ArithmeticError(f"The programme was not solved: {solved.message}")
        return np.clip(solved.x[:-1], 0.0, self.matching.usd), float(solved.x[-1])
