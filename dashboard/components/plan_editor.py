"""The editor of a plan: money for instruments in places, over years, within a budget."""

from typing import Any

from dash.development.base_component import Component

from analysis.instruments import discover
from analysis.scenario import YEARS
from dashboard.scenarios.asked import BUDGETS, Asked
from dashboard.scenarios.plan_text import MILLION, write_plan
from dashboard.scenarios.played import library, library_plan
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World


class Plan(Component):
    """Rows of money, drawn by assets/plan.js.

    `value`: the plan as text (see `dashboard.scenarios.plan_text`); `budget`: million dollars;
    `draft`: both as they are while something is dragged, `{"plan": ..., "budget": ...}`;
    `here`: the selected province or corridor, where a new row begins; `turn`: how often the view
    has changed; `ready`: the plans to start from, and the turn whose case they are made for;
    `instruments`, `places`, `years`, `words`, `digits`: what can be chosen and how it is called.
    """

    _namespace = "corridor_atlas"
    _type = "Plan"

    def __init__(self, *, id: str, **given: Any) -> None:
        """All by keyword."""
        self._prop_names = [
            "id",
            "value",
            "budget",
            "draft",
            "most_budget",
            "here",
            "turn",
            "instruments",
            "places",
            "ready",
            "years",
            "words",
            "digits",
        ]
        self._valid_wildcard_attributes: list[str] = []
        self.available_properties = self._prop_names
        self.available_wildcard_properties: list[str] = []
        super().__init__(id=id, **given)


def plan_editor(here: World, *, id: str, asked: Asked, view: View, say: Speaker) -> Plan:
    """The editor of the plan that is asked for."""
    return Plan(
        id=id,
        value=write_plan(asked.plan),
        budget=asked.budget_usd / MILLION,
        most_budget=BUDGETS[1],
        here=asked.corridor or view.province,
        instruments=[
            {
                "key": key,
                "label": say.fill(one.title.in_(say.lang)),
                "says": say.fill(one.says.in_(say.lang)),
                "on": one.on,
            }
            for key, one in discover().items()
        ],
        places=_places(here, say=say),
        turn=0,
        ready={"turn": 0, "plans": ready_plans(asked, say=say)},
        years=list(YEARS),
        digits=say.digits,
        words={
            "start": say("plan_start"),
            "choose": say("plan_choose"),
            "budget": say("plan_budget"),
            "million": say("plan_million"),
            "left": say("plan_left", usd="{usd}"),
            "over_budget": say("plan_over", usd="{usd}"),
            "row": say("plan_row"),
            "instrument": say("plan_instrument"),
            "place": say("plan_place"),
            "usd": say("plan_usd"),
            "first": say("plan_first"),
            "years": say("plan_years"),
            "over": say("plan_over_years", years="{years}"),
            "remove": say("plan_remove"),
            "add": say("plan_add"),
            "add_here": say("plan_add_here", place="{place}"),
            "empty": say("plan_empty"),
            "undo": say("plan_undo"),
            "redo": say("plan_redo"),
            "clear": say("plan_clear"),
        },
    )


def ready_plans(asked: Asked, *, say: Speaker) -> list[dict[str, str]]:
    """The ready scenarios to start from; the best use is that of the case."""
    return [
        {
            "key": key,
            "label": say.fill(one.title.in_(say.lang)),
            "plan": write_plan(library_plan(key, asked.case)),
        }
        for key, one in library().items()
    ]


def place_name(here: World, place: str, *, say: Speaker) -> str:
    """The name of a province or corridor."""
    if place in here.geodata.provinces:
        return here.geodata.provinces[place].name(say.lang)
    route = next(one for one in here.routes["corridors"] if one.id == place)
    return say.fill(route.name.in_(say.lang))


def _places(here: World, *, say: Speaker) -> list[dict[str, Any]]:
    """Corridors, then provinces; instruments on corridors can be given to the first group only."""
    groups = {
        True: (say("plan_corridors"), [route.id for route in here.routes["corridors"]]),
        False: (say("plan_provinces"), list(here.geodata.provinces)),
    }
    return [
        {
            "label": label,
            "corridors": corridors,
            "places": [{"key": key, "label": place_name(here, key, say=say)} for key in keys],
        }
        for corridors, (label, keys) in groups.items()
    ]
