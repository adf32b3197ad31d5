"""The scenarios that stand side by side: the plan that is built, ready ones, and saved ones."""

from dataclasses import dataclass

from analysis.scenario import Allocation
from dashboard.beside_words import kept_names
from dashboard.own_pages import MOST_ON_FRONTIER
from dashboard.scenarios.asked import PLAN, Asked
from dashboard.scenarios.beside import Kept, kept, named
from dashboard.scenarios.played import Played, library, library_plan
from dashboard.state import View
from dashboard.words import Speaker
from geodata.provinces import CODES

BEST_USE = "best-use"
NOTHING = "do-nothing"
FIRST = ("border-agro", "zones-at-gates", "skills-firms", BEST_USE)
MOST = 4


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """One of them: its key in the link, its name for the reader, and its allocations.

    `saved_with`: what a saved one was saved with, which may not be what the page shows.
    """

    key: str
    name: str
    plan: tuple[Allocation, ...]
    saved_with: Asked | None = None

    def played(self, asked: Asked) -> Played:
        """It, to be played in the case and future that are asked for."""
        return Played(case=asked.case, future=asked.future, plan=self.plan, draws=asked.draws)


def chosen(view: View, asked: Asked, *, say: Speaker) -> tuple[Chosen, ...]:
    """Up to four, in the order of the link; the plan first where none is named."""
    saved = _saved(kept(named(view)), say=say)
    keys = [key for key in view.scenarios if key == PLAN or key in library() or key in saved]
    if not keys:
        first = [key for key in FIRST if key in library()]
        if len(CODES) > MOST_ON_FRONTIER:
            first = [NOTHING] if NOTHING in library() else []
        keys = [PLAN, *(key for key in first if key != FIRST[0])] if asked.plan else first
    return tuple(saved.get(key) or one_chosen(key, asked, say=say) for key in keys[:MOST])


def one_chosen(key: str, asked: Asked, *, say: Speaker) -> Chosen:
    """The plan or ready scenario behind a key of the link."""
    plan = asked.plan if key == PLAN else library_plan(key, asked.case)
    return Chosen(key=key, name=name_of(key, say=say), plan=plan)


def name_of(key: str, *, say: Speaker) -> str:
    """What the plan or a ready scenario is called."""
    return say("your_plan") if key == PLAN else say.fill(library()[key].title.in_(say.lang))


def _saved(some: tuple[Kept, ...], *, say: Speaker) -> dict[str, Chosen]:
    names = kept_names(some, say=say)
    return {
        one.key: Chosen(key=one.key, name=names[one.key], plan=one.asked.plan, saved_with=one.asked)
        for one in some
    }
