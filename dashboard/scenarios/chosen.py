"""The scenarios that stand side by side: the plan that is built, and ready ones."""

from dataclasses import dataclass

from analysis.scenario import Allocation
from dashboard.scenarios.asked import PLAN, Asked
from dashboard.scenarios.played import Played, library, library_plan
from dashboard.state import View
from dashboard.words import Speaker

BEST_USE = "best-use"
FIRST = ("border-agro", "zones-at-gates", "skills-firms", BEST_USE)
MOST = 4


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """One of them: its key in the link, its name for the reader, and its allocations."""

    key: str
    name: str
    plan: tuple[Allocation, ...]

    def played(self, asked: Asked) -> Played:
        """It, to be played in the case and future that are asked for."""
        return Played(case=asked.case, future=asked.future, plan=self.plan)


def chosen(view: View, asked: Asked, *, say: Speaker) -> tuple[Chosen, ...]:
    """Up to four, in the order of the link; the plan first where none is named."""
    keys = [key for key in view.scenarios if key == PLAN or key in library()]
    if not keys:
        keys = [PLAN, *FIRST[1:]] if asked.plan else list(FIRST)
    return tuple(one_chosen(key, asked, say=say) for key in keys[:MOST])


def one_chosen(key: str, asked: Asked, *, say: Speaker) -> Chosen:
    """The scenario behind a key of the link."""
    if key == PLAN:
        return Chosen(key=key, name=say("your_plan"), plan=asked.plan)
    name = say.fill(library()[key].title.in_(say.lang))
    return Chosen(key=key, name=name, plan=library_plan(key, asked.case))
