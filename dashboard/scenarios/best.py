"""The best use of a budget, and what more money would still bring."""

from dataclasses import dataclass

from analysis.frontier import Frontier, frontier
from analysis.limits import Limits
from analysis.optimise import Optimum
from dashboard.mismatch.market import Case
from dashboard.mismatch.remembered import remembered
from dashboard.scenarios.asked import GOALS
from dashboard.scenarios.played import programme

BUDGETS = tuple(50e6 * step for step in range(1, 21))
"""Budgets of the frontier, in dollars."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is to be reached with how much, and what must hold."""

    case: Case
    usd: float
    goal: str = GOALS[0]
    border_percent: int = 0

    @property
    def limits(self) -> Limits:
        """The limits of the programme."""
        return Limits(border_share=self.border_percent / 100)


@remembered(48)
def best_use(wish: Wish) -> Optimum:
    """The best use of the money."""
    return programme(wish.case).best(wish.usd, goal=wish.goal, limits=wish.limits)  # type: ignore[arg-type]


@remembered(16)
def best_uses(wish: Wish) -> Frontier:
    """The best use of each of `BUDGETS`; the wish's own budget does not matter."""
    return frontier(programme(wish.case), BUDGETS, goal=wish.goal, limits=wish.limits)  # type: ignore[arg-type]
