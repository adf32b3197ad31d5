"""What the best use is to reach and what must hold, as controls of the page of scenarios."""

from collections.abc import Iterable
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard import ids
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.wanted import (
    AIMS,
    BORDER_SHARES,
    COST,
    GOALS,
    MOST_SHARES,
    PLACEMENTS,
    STARTS,
    WOMEN_SHARES,
    Wanted,
)
from dashboard.state import View
from dashboard.words import Speaker

_STEP = 100


def wishes(view: View, *, say: Speaker) -> list[Any]:
    """The goal with its number of placements, and the limits, folded away until one is set."""
    wanted = read_asked(view).wanted
    goals = {goal: goal_text(goal, say=say) for goal in GOALS}
    return [
        html.Div(
            [
                select(ids.GOAL, say("goal_legend"), goals, wanted.goal),
                html.Div(
                    [
                        dbc.Label(say("placements_legend"), html_for=ids.PLACEMENTS),
                        dbc.Input(
                            id=ids.PLACEMENTS,
                            type="number",
                            value=wanted.placements,
                            min=PLACEMENTS[0],
                            max=PLACEMENTS[1],
                            step=_STEP,
                            debounce=True,
                        ),
                    ],
                    id=ids.PLACEMENTS_BOX,
                    hidden=wanted.goal != COST,
                    className="measure",
                ),
            ],
            className="conditions",
        ),
        html.Details(
            [
                html.Summary(say("limits_legend")),
                html.Div(_limits(wanted, say=say), className="conditions"),
            ],
            className="drawer limits",
            open=wanted != Wanted(goal=wanted.goal, placements=wanted.placements, aim=wanted.aim),
        ),
    ]


def goal_text(goal: str, *, say: Speaker) -> str:
    """What the best use is to do."""
    return {
        "near_home": say("goal_near_home"),
        "unmet_need": say("goal_unmet_need"),
        "mean_km": say("goal_mean_km"),
        "cost_per_placement": say("goal_cost"),
    }[goal]


def aims(view: View, *, say: Speaker) -> html.Div:
    """What the best in many futures is the best at."""
    names = {"mean": say("aim_mean"), "worst_tenth": say("aim_worst_tenth")}
    return select(ids.AIM, say("aim_legend"), names, read_asked(view).wanted.aim)


def select(id: str, legend: str, options: dict[str, str], value: str) -> html.Div:
    """A choice with its label."""
    rows = [{"value": key, "label": label} for key, label in options.items()]
    return html.Div(
        [dbc.Label(legend, html_for=id), dbc.Select(id=id, value=value, options=rows)],
        className="measure",
    )


def offered_wishes() -> dict[str, Any]:
    """What these controls offer, for the browser: the first of each list is the usual."""
    return {
        "goals": list(GOALS),
        "cost_goal": COST,
        "placements": [Wanted().placements, *PLACEMENTS],
        "borders": _texts(BORDER_SHARES),
        "women": _texts(WOMEN_SHARES),
        "most": _texts(MOST_SHARES),
        "starts": _texts(STARTS),
        "aims": list(AIMS),
    }


def _limits(wanted: Wanted, *, say: Speaker) -> list[html.Div]:
    none = say("limit_none")
    least = {str(share): say("border_share", share=share) for share in BORDER_SHARES}
    women = {str(share): say("women_share", share=share) for share in WOMEN_SHARES}
    most = {str(share): say("most_share", share=share) for share in MOST_SHARES}
    return [
        select(
            ids.BORDER_SHARE,
            say("border_legend"),
            {**least, "0": none},
            str(wanted.border_percent),
        ),
        select(
            ids.WOMEN_SHARE,
            say("women_legend"),
            {**women, "0": none},
            str(wanted.women_percent),
        ),
        select(
            ids.MOST_PROVINCE,
            say("most_province_legend"),
            {**most, "100": none},
            str(wanted.province_percent),
        ),
        select(
            ids.MOST_INSTRUMENT,
            say("most_instrument_legend"),
            {**most, "100": none},
            str(wanted.instrument_percent),
        ),
        select(
            ids.START,
            say("start_legend"),
            {str(year): say("start_year", year=year) for year in STARTS},
            str(wanted.start),
        ),
    ]


def _texts(values: Iterable[int]) -> list[str]:
    return [str(value) for value in values]
