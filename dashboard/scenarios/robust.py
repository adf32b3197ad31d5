"""The best use of a budget in many worlds: what is looked for, and how plans do in the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from analysis.checks import Array
from analysis.columns import Plan
from analysis.drawn import play_draws
from analysis.futures import discover as futures
from analysis.planes import worth
from analysis.robust import RobustOptimum, robust
from analysis.scenario import LAST_YEAR, Allocation
from analysis.worlds import Worlds
from dashboard.data_here import Data, data_here, holding
from dashboard.mismatch.market import Case
from dashboard.mismatch.remembered import remembered
from dashboard.scenarios.asked import STATUS_QUO, Asked
from dashboard.scenarios.baseline import baseline_of
from dashboard.scenarios.best import Wish, best_use, limits_of, wish_of
from dashboard.scenarios.played import scenario_of
from dashboard.scenarios.wanted import AIMS, Wanted

DRAWS = 10
"""Draws of every parameter in each future."""

Progress = tuple[int, float, float]
"""Rounds so far, people placed by the best so far, and people that nothing exceeds."""


@dataclass(frozen=True, kw_only=True)
class Search:
    """Money and limits without what cannot take part (goal, women), and the aim.

    `data`: what it is looked for in; the search outlives the request that began it.
    """

    wish: Wish
    aim: str
    data: Data = field(default_factory=data_here)


@dataclass(frozen=True, kw_only=True, eq=False)
class InWorlds:
    """People placed near home with one plan: by future, one number for each draw."""

    placed: Mapping[str, Array]

    @property
    def all(self) -> Array:
        """All worlds, future by future."""
        return np.concatenate(list(self.placed.values()))

    @property
    def mean(self) -> float:
        """The mean over all worlds."""
        return worth(self.all, "mean")

    @property
    def worst(self) -> float:
        """The mean over the tenth of worlds where fewest are placed."""
        return worth(self.all, "worst_tenth")

    def reached(self, aim: str) -> float:
        """What an aim makes of it."""
        return self.mean if aim == AIMS[0] else self.worst


def search_of(asked: Asked) -> Search:
    """What is looked for in many worlds when the page shows what is asked."""
    usual = Wanted()
    wish = replace(
        wish_of(asked),
        goal=usual.goal,
        placements=usual.placements,
        women_percent=usual.women_percent,
    )
    return Search(wish=wish, aim=asked.wanted.aim)


def look(
    search: Search, tell: Callable[[Progress], None], ended: Callable[[], bool]
) -> RobustOptimum:
    """Look for the best in all futures, and play it and its rivals there; takes seconds."""
    with holding(search.data):
        return _look(search, tell, ended)


def _look(
    search: Search, tell: Callable[[Progress], None], ended: Callable[[], bool]
) -> RobustOptimum:
    wish = search.wish
    baseline = baseline_of(wish.case)
    found = robust(
        baseline,
        wish.usd,
        aim=search.aim,  # type: ignore[arg-type]
        draws=DRAWS,
        plan=Plan(first_year=wish.start),
        limits=limits_of(
            wish,
            wish.usd,
            provinces=baseline.provinces,
            keys=taking_part((wish.case, wish.start)),
        ),
        progress=lambda *state: tell(state),
        cancelled=ended,
    )
    for plan in ((), found.scenario.allocations, plain_best(search)):
        in_worlds((wish.case, plan))
    return found


@remembered(8)
def taking_part(asked: tuple[Case, int]) -> tuple[str, ...]:
    """Instruments that place people near home when spent from a year on."""
    case, start = asked
    plan = Plan(first_year=start)
    return tuple(Worlds(baseline_of(case), [futures()[STATUS_QUO]], 1, plan).keys)


@remembered(24)
def in_worlds(asked: tuple[Case, tuple[Allocation, ...]]) -> InWorlds:
    """A plan in the worlds that are looked at, by the last year."""
    case, plan = asked
    played = {
        key: play_draws(baseline_of(case), scenario_of(plan), key, draws=DRAWS) for key in futures()
    }
    return InWorlds(
        placed={key: draws.of("placed_near_home", LAST_YEAR) for key, draws in played.items()}
    )


def plain_best(search: Search) -> tuple[Allocation, ...]:
    """The best use of the same money within the same limits in the central world alone."""
    return best_use(search.wish).scenario.allocations
