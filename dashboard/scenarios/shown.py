"""The scenario that headline, map and tables of the page tell of."""

from dataclasses import replace

from dashboard.scenarios.asked import PLAN, Asked
from dashboard.scenarios.best import Wish, best_use
from dashboard.scenarios.chosen import BEST_USE, Chosen, one_chosen
from dashboard.words import Speaker


def shown_scenario(asked: Asked, *, say: Speaker) -> Chosen:
    """The plan, or what the same money could do where there is none."""
    if asked.plan:
        return one_chosen(PLAN, asked, say=say)
    best = best_use(Wish(case=asked.case, usd=asked.budget_usd)).scenario
    ready = one_chosen(BEST_USE, asked, say=say)
    return replace(ready, plan=best.allocations)
