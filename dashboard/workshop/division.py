"""How a room divided the budget, as a scenario, beside the best use of the same money."""

import math
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from analysis.scenario import Allocation
from dashboard.components.scenario_compare import lead_text
from dashboard.page import find
from dashboard.rooms.question import Question
from dashboard.rooms.texts import Both
from dashboard.scenarios.asked import PLAN, places, read_asked
from dashboard.scenarios.chosen import BEST_USE, chosen
from dashboard.scenarios.plan_text import read_plan, write_plan
from dashboard.scenarios.side_by_side import best_against_others
from dashboard.words import LANGUAGES, Speaker

_FINEST = 1e4
"""Parts of a million dollars that a plan can tell apart."""


@dataclass(frozen=True, kw_only=True)
class Division:
    """`view`: the page with both side by side; `said`: which places more people, and how surely."""

    view: str
    said: Both


def division(question: Question, tally: dict[str, Any]) -> Division | None:
    """The mean division of a room; None where nothing in it can be played.

    Options are read as `instrument:place`, as in a plan; others are left out.
    """
    total = question.settings["total"]
    parts = [
        f"{row['key']}:{million:.4f}:{Allocation.first_year}:{Allocation.years}"
        for row in tally["rows"]
        if (million := math.floor(_FINEST * total * row["share"]) / _FINEST) > 0
    ]
    plan, _ = read_plan(",".join(parts), places=places())
    if not tally.get("answers") or not plan:
        return None
    pairs = {
        "scenarios": f"{PLAN},{BEST_USE}",
        "plan": write_plan(plan),
        "budget": str(total),
    }
    view = f"/scenarios?{urlencode(pairs, safe=',:')}"
    said = {lang: _said(view, lang=lang) for lang in LANGUAGES}
    return Division(view=view, said=Both(en=said["en"], km=said["km"]))


def _said(view: str, *, lang: str) -> str:
    say = Speaker(lang=lang)
    path, _, query = view.partition("?")
    page_view = find(path, f"{query}&lang={lang}").view
    asked = read_asked(page_view)
    some = chosen(page_view, asked, say=say)
    leads = best_against_others(asked, some)
    return " ".join(
        [
            say("story_divided", name=say("your_plan")),
            *(lead_text(asked, one, say=say) for one in leads),
        ]
    )
