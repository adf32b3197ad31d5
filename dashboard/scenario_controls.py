"""The controls of the page of scenarios, and what they offer."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from analysis.futures import discover as futures
from analysis.instruments import discover as instruments
from analysis.scenario import MOST_USD, YEARS
from dashboard import ids
from dashboard.mismatch_words import basis_text
from dashboard.scenarios.asked import (
    BORDER_SHARES,
    BUDGETS,
    FIRST_BUDGET,
    GOALS,
    PLAN,
    Asked,
    read_asked,
)
from dashboard.scenarios.best import Wish
from dashboard.scenarios.chosen import one_chosen
from dashboard.scenarios.plan_text import MILLION, MOST
from dashboard.scenarios.played import library
from dashboard.scenarios.settings import MOST as MOST_SETTINGS
from dashboard.scenarios.settings import parameters_to_set
from dashboard.state import BASES, View
from dashboard.words import Speaker
from dashboard.world import world


def conditions(asked: Asked, view: View, *, say: Speaker) -> list[Any]:
    """Who is counted, which future, which year."""
    names = {key: say.fill(one.title.in_(say.lang)) for key, one in futures().items()}
    return [
        _select(
            ids.SCENARIO_BASIS,
            say("basis_legend"),
            {basis: basis_text(basis, say=say) for basis in BASES},
            view.basis,
        ),
        _select(ids.FUTURE, say("future_legend"), _first("none", names), asked.future),
        _select(
            ids.YEAR,
            say("year_legend"),
            {str(year): say.fill(str(year)) for year in reversed(YEARS)},
            str(asked.year),
        ),
    ]


def _first(key: str, names: dict[str, str]) -> dict[str, str]:
    return {key: names[key], **names}


def wishes(view: View, *, say: Speaker) -> list[Any]:
    """What the best use is to reach, and what must hold."""
    wish = wish_of(read_asked(view))
    goals = {"near_home": say("goal_near_home"), "unmet_need": say("goal_unmet_need")}
    return [
        _select(ids.GOAL, say("goal_legend"), goals, wish.goal),
        _select(
            ids.BORDER_SHARE,
            say("border_legend"),
            {str(share): say("border_share", share=share) for share in BORDER_SHARES},
            str(wish.border_percent),
        ),
    ]


def wish_of(asked: Asked) -> Wish:
    """What the best use is to reach with the budget."""
    return Wish(
        case=asked.case,
        usd=asked.budget_usd,
        goal=asked.goal,
        border_percent=asked.border_percent,
    )


def compared(view: View, *, say: Speaker) -> html.Fieldset:
    """Which scenarios stand side by side."""
    asked = read_asked(view)
    names = {key: one_chosen(key, asked, say=say).name for key in (PLAN, *library())}
    return html.Fieldset(
        [
            html.Legend(say("compared_legend")),
            dbc.Checklist(
                id=ids.COMPARED,
                inline=True,
                value=[key for key in view.scenarios if key in names],
                options=[{"value": key, "label": name} for key, name in names.items()],
            ),
        ],
        className="compared",
    )


def _select(id: str, legend: str, options: dict[str, str], value: str) -> html.Div:
    rows = [{"value": key, "label": label} for key, label in options.items()]
    return html.Div(
        [dbc.Label(legend, html_for=id), dbc.Select(id=id, value=value, options=rows)],
        className="measure",
    )


def offered() -> dict[str, Any]:
    """What the controls offer, for the browser to follow the URL without asking."""
    return {
        "most_budget": BUDGETS[1],
        "first_budget": FIRST_BUDGET,
        "futures": list(_first("none", dict.fromkeys(futures(), ""))),
        "years": [str(year) for year in reversed(YEARS)],
        "bases": list(BASES),
        "goals": list(GOALS),
        "borders": [str(share) for share in BORDER_SHARES],
        "scenarios": [PLAN, *library()],
        "provinces": list(world().geodata.provinces),
        "corridors": [route.id for route in world().routes["corridors"]],
        "instruments": {key: one.on for key, one in instruments().items()},
        "most_usd": MOST_USD / MILLION,
        "most_rows": MOST,
        "settings": {
            key: {"least": one.least, "most": one.most, "first": one.central, "whole": one.whole}
            for key, one in parameters_to_set().items()
        },
        "most_settings": MOST_SETTINGS,
    }
