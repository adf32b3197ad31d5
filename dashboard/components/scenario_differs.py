"""What differs between scenarios: money by instrument and by place, and what they assume."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from dash import html

from analysis.compare import what_differs
from analysis.instruments import discover
from dashboard.beside_words import saved_with
from dashboard.components.plan_editor import place_name
from dashboard.components.table import scroll_table
from dashboard.numbers import number
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.baseline import baseline_of
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.plan_text import MILLION
from dashboard.scenarios.played import scenario_of
from dashboard.scenarios.side_by_side import usd, usd_by_instrument
from dashboard.words import Speaker
from dashboard.world import World


def differs(
    here: World, *, asked: Asked, chosen: Sequence[Chosen], heads: Sequence[str], say: Speaker
) -> list[Any]:
    """Money by instrument; by instrument and place, folded away; and the assumptions.

    Saved scenarios are played as the page is set; a row tells what else they were saved with.
    """
    title, columns = say("differs_title"), tuple(range(1, len(chosen) + 1))
    split = [usd_by_instrument(one) for one in chosen]
    used = sorted(
        {key for one in split for key in one},
        key=lambda key: -max(one.get(key, 0.0) for one in split),
    )
    rows = [
        html.Tr(
            [
                html.Th(_title(key, say=say), scope="row"),
                *_money([one.get(key, 0.0) for one in split], say=say),
            ]
        )
        for key in used
    ]
    total = html.Tr(
        [html.Th(say("differs_all"), scope="row"), *_money([usd(one) for one in chosen], say=say)],
        className="sum",
    )
    places = _places(here, asked=asked, chosen=chosen, say=say)
    place_heads = [say("differs_place"), *heads]
    return [
        html.H3(title),
        html.Div(
            scroll_table(
                [say("differs_instrument"), *heads],
                [*rows, total, *_conditions(asked=asked, chosen=chosen, say=say)],
                label=title,
                numbers=columns,
            ),
            className="beside",
        ),
        html.Details(
            [
                html.Summary(say("differs_places", count=len(places))),
                scroll_table(place_heads, places, label=say("differs_place"), numbers=columns),
            ],
            className="drawer beside",
        )
        if places
        else html.P(say("differs_no_place"), className="hint"),
        html.P(
            say("differs_assumptions_own") if asked.case.settings else say("differs_assumptions"),
            className="hint",
        ),
    ][: None if len(chosen) > 1 else 2]


def _conditions(*, asked: Asked, chosen: Sequence[Chosen], say: Speaker) -> list[html.Tr]:
    """What saved scenarios were saved with, where the page shows something else."""
    told = [saved_with(one.saved_with, asked, say=say) if one.saved_with else [] for one in chosen]
    if not any(told):
        return []
    cells = [
        html.Td(
            [html.P(line) for line in lines] or say("differs_none"), className="number saved-with"
        )
        for lines in told
    ]
    return [html.Tr([html.Th(say("differs_saved_with"), scope="row"), *cells])]


def _places(here: World, *, asked: Asked, chosen: Sequence[Chosen], say: Speaker) -> list[html.Tr]:
    """Instrument and place where the scenarios do not spend alike, the largest first."""
    plans = [scenario_of(one.plan, one.key) for one in chosen]
    table: pd.DataFrame = what_differs(plans, baseline_of(asked.case))["allocations"]
    order = table.max(axis=1).sort_values(ascending=False, kind="stable").index
    return [
        html.Tr(
            [
                html.Th(
                    say(
                        "differs_pair",
                        instrument=_title(instrument, say=say),
                        place=place_name(here, place, say=say),
                    ),
                    scope="row",
                ),
                *_money([float(value) for value in table.loc[(instrument, place)]], say=say),
            ]
        )
        for instrument, place in order
    ]


def _money(amounts: Sequence[float], *, say: Speaker) -> list[html.Td]:
    """Million dollars, nothing where nothing is spent."""
    return [
        html.Td(
            say.fill(number(usd / MILLION, step=0.1)) if usd else say("differs_none"),
            className="number",
        )
        for usd in amounts
    ]


def _title(instrument: str, *, say: Speaker) -> str:
    return say.fill(discover()[instrument].title.in_(say.lang))
