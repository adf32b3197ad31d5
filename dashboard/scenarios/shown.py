"""The scenario that headline, map and tables of the page tell of."""

from dataclasses import replace

from dashboard.own_pages import MOST_ON_FRONTIER
from dashboard.scenarios.asked import PLAN, Asked
from dashboard.scenarios.best import Wish, best_use
from dashboard.scenarios.chosen import BEST_USE, NOTHING, Chosen, one_chosen
from dashboard.scenarios.played import library
from dashboard.words import Speaker
from geodata.provinces import CODES


def shown_scenario(asked: Asked, *, say: Speaker) -> Chosen:
    """The plan, or what the same money could do where there is none.

    With many areas of one's own the best use takes long: nothing is done until a plan is made.
    """
    if asked.plan:
        return one_chosen(PLAN, asked, say=say)
    if len(CODES) > MOST_ON_FRONTIER and NOTHING in library():
        return one_chosen(NOTHING, asked, say=say)
    best = best_use(Wish(case=asked.case, usd=asked.budget_usd)).scenario
    ready = one_chosen(BEST_USE, asked, say=say)
    return replace(ready, plan=best.allocations)
