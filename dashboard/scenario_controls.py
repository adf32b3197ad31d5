"""The controls of the page of scenarios, and what they offer."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from analysis.futures import discover as futures
from analysis.instruments import discover as instruments
from analysis.scenario import MOST_USD, YEARS
from dashboard import ids
from dashboard.beside_words import kept_names, lost_name
from dashboard.mismatch_words import basis_text
from dashboard.scenarios.asked import BUDGETS, FIRST_BUDGET, PLAN, Asked
from dashboard.scenarios.beside import Lost, kept, named
from dashboard.scenarios.chosen import name_of
from dashboard.scenarios.plan_text import MILLION, MOST
from dashboard.scenarios.played import library
from dashboard.scenarios.settings import MOST as MOST_SETTINGS
from dashboard.scenarios.settings import parameters_to_set
from dashboard.state import BASES, View
from dashboard.wish_controls import offered_wishes, select
from dashboard.words import Speaker
from dashboard.world import world


def conditions(asked: Asked, view: View, *, say: Speaker) -> list[Any]:
    """Who is counted, which future, which year."""
    names = {key: say.fill(one.title.in_(say.lang)) for key, one in futures().items()}
    return [
        select(
            ids.SCENARIO_BASIS,
            say("basis_legend"),
            {basis: basis_text(basis, say=say) for basis in BASES},
            view.basis,
        ),
        select(ids.FUTURE, say("future_legend"), _first("none", names), asked.future),
        select(
            ids.YEAR,
            say("year_legend"),
            {str(year): say.fill(str(year)) for year in reversed(YEARS)},
            str(asked.year),
        ),
    ]


def _first(key: str, names: dict[str, str]) -> dict[str, str]:
    return {key: names[key], **names}


def compared(view: View, *, say: Speaker) -> html.Fieldset:
    """Which scenarios stand side by side."""
    options = compared_options(view, say=say)
    known = {one["value"] for one in options}
    return html.Fieldset(
        [
            html.Legend(say("compared_legend")),
            dbc.Checklist(
                id=ids.COMPARED,
                inline=True,
                value=[key for key in view.scenarios if key in known],
                options=options,
            ),
        ],
        className="compared",
    )


def compared_options(view: View, *, say: Speaker) -> list[dict[str, str]]:
    """The plan, the ready ones, and saved ones that the link names, to be taken out again."""
    saved = named(view)
    names = {
        **{key: name_of(key, say=say) for key in (PLAN, *library())},
        **kept_names(kept(saved), say=say),
        **{
            one.key: say("compared_lost", name=lost_name(one, say=say))
            for one in saved
            if isinstance(one, Lost)
        },
    }
    return [{"value": key, "label": name} for key, name in names.items()]


def offered() -> dict[str, Any]:
    """What the controls offer, for the browser to follow the URL without asking."""
    return {
        "most_budget": BUDGETS[1],
        "first_budget": FIRST_BUDGET,
        "futures": list(_first("none", dict.fromkeys(futures(), ""))),
        "years": [str(year) for year in reversed(YEARS)],
        "bases": list(BASES),
        **offered_wishes(),
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
