"""What scenarios would do in a province, and where its numbers can be taken."""

from dataclasses import replace
from typing import Any

from dash import dcc, html

from analysis.futures import discover as futures
from dashboard.components.links import keep
from dashboard.components.section import ranged_cell, section_head
from dashboard.components.table import scroll_table
from dashboard.components.take_table import take_table
from dashboard.exports.links import SCENARIOS, page_link
from dashboard.mismatch_view import plain
from dashboard.profile.profile import Profile
from dashboard.profile_rows import scenario_heads, scenario_rows
from dashboard.province_view import province_link
from dashboard.scenarios.evidence import resting_on
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World

_NUMBERS = (1, 2, 3, 4, 5, 6)


def scenarios_here(here: World, *, found: Profile, view: View, say: Speaker) -> list[Any]:
    """A row a scenario: what it does here, and in the whole country."""
    asked = found.asked
    title = say("profile_invested_title", year=asked.year)
    rows = [
        html.Tr(
            [
                html.Th(row.name, scope="row"),
                html.Td(html.Strong(row.near_home), className="number"),
                html.Td(row.after_moving, className="number"),
                html.Td(row.jobs, className="number"),
                html.Td(row.usd, className="number"),
                html.Td(ranged_cell(row.country.value, row.country.reach), className="number"),
                html.Td(row.country_usd, className="number"),
            ]
        )
        for row in scenario_rows(found, say=say)
    ]
    heads = scenario_heads(say)
    future = say.fill(futures()[asked.future].title.in_(say.lang))
    figures = resting_on(asked.case, (one.country for one in found.invested)).values()
    page = page_link(SCENARIOS, replace(view, province=found.province.code))
    return [
        section_head(
            here,
            title=title,
            about=say("profile_invested_about", future=future),
            figures=figures,
            method="scenarios",
            view=view,
            say=say,
        ),
        html.Div(scroll_table(heads, rows, label=title, numbers=_NUMBERS), className="beside"),
        html.P(dcc.Link(say("profile_to_scenarios"), href=page), className="take"),
    ]


def files(*, view: View, say: Speaker) -> list[Any]:
    """The tables that the numbers stand in, and where to read on."""
    mismatch = plain(view)
    gap = replace(mismatch, province=view.province)
    layers = replace(view, scenarios=(), assumed=())
    return [
        html.H2(say("profile_files_title")),
        take_table("profiles", view=view, say=say, named=True),
        take_table("map", view=layers, say=say, named=True),
        take_table("mismatch", view=gap, say=say, named=True),
        take_table("mismatch_parts", view=gap, say=say, named=True),
        take_table("scenarios", view=view, say=say, named=True),
        take_table("sources", view=view, say=say, named=True),
        html.P(
            [
                dcc.Link(say("profile_all_sources"), href=f"/data{keep(view)}"),
                " · ",
                dcc.Link(say("methods_title"), href=f"/methods{keep(view)}"),
            ],
            className="take",
        ),
    ]


def all_provinces(here: World, *, view: View, say: Speaker) -> html.Ul:
    """Every province as a link to its profile; the shown one is not."""
    return html.Ul(
        [
            html.Li(
                html.Strong(one.name(say.lang))
                if one.code == view.province
                else dcc.Link(one.name(say.lang), href=province_link(view, one.code))
            )
            for one in here.geodata.provinces.values()
        ],
        className="province-list",
    )
