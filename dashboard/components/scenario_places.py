"""Who finds work, by province and by trade: the table twin of the scenario's map."""

from typing import Any

import pandas as pd
from dash import html

from dashboard.compare_words import two_digits
from dashboard.components.attributes import attributes
from dashboard.components.section import section_head
from dashboard.components.table import scroll_table
from dashboard.components.take_table import take_table
from dashboard.numbers import number
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.evidence import resting_on
from dashboard.scenarios.places import COLUMNS, places_of
from dashboard.scenarios.plan_text import MILLION
from dashboard.scenarios.side_by_side import near_home
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World

_PEOPLE = COLUMNS[:-1]


def places_tables(
    here: World, *, asked: Asked, shown: Chosen, view: View, say: Speaker
) -> list[Any]:
    """By province, folded away, and by trade; national totals below each."""
    found = places_of((shown.played(asked), asked.year))
    figure = near_home(asked, shown)
    title = say("places_title", name=shown.name, year=asked.year)
    heads = [
        say("places_near_home"),
        say("places_after_moving"),
        say("places_in_need"),
        say("places_jobs"),
    ]
    trades = {
        row.sector: say.fill(row.name_km if say.lang == "km" else row.name_en)
        for row in here.geodata.rows("sectors")
    }
    names = {code: one.name(say.lang) for code, one in here.geodata.provinces.items()}
    by_trade = _table(found.sectors, trades, [say("places_trade"), *heads], label=title, say=say)
    by_province = _table(
        found.provinces,
        names,
        [say("table_province"), *heads, say("places_usd")],
        label=say("places_by_province"),
        say=say,
        selected=view.province,
    )
    return [
        section_head(
            here,
            title=title,
            about=say("places_about"),
            figures=resting_on(asked.case, [figure]).values(),
            method="scenarios",
            view=view,
            say=say,
        ),
        by_trade,
        take_table("scenario_trades", view=view, say=say),
        html.Details(
            [
                html.Summary(say("places_by_province")),
                by_province,
                take_table("scenario_provinces", view=view, say=say),
            ]
        ),
    ]


def _table(
    table: pd.DataFrame,
    names: dict[str, str],
    heads: list[str],
    *,
    label: str,
    say: Speaker,
    selected: str | None = None,
) -> html.Div:
    """Rows in the order of `names`, those that gain most first, and their sum."""
    order = table["more_near_home"].sort_values(ascending=False, kind="stable").index
    rows = [
        html.Tr(
            [
                html.Th(names[str(key)], scope="row"),
                *_cells(table.loc[key].to_dict(), say=say),
            ],
            className="selected" if key == selected else None,
            **attributes(data_code=str(key)),
        )
        for key in order
    ]
    total = html.Tr(
        [
            html.Th(say("places_all"), scope="row"),
            *_cells(table.sum().to_dict(), say=say),
        ],
        className="sum",
    )
    return scroll_table(heads, [*rows, total], label=label, numbers=tuple(range(1, len(heads))))


def _cells(row: dict[Any, float], *, say: Speaker) -> list[html.Td]:
    people = [say.fill(number(row[key], step=max(1.0, two_digits(row[key])))) for key in _PEOPLE]
    if "usd" in row:
        people.append(say.fill(number(row["usd"] / MILLION, step=0.1)))
    return [html.Td(text, className="number") for text in people]
