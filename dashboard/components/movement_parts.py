"""Least movement in words and tables: who would have to go where, and what one more job does."""

from typing import Any

from dash import html

from dashboard.components.section import ranged_cell, section_head
from dashboard.components.table import scroll_table
from dashboard.components.take_table import take_table
from dashboard.evidence import amount, span, told
from dashboard.mismatch.market import Case
from dashboard.mismatch.movement import LEAST, Movement, movement
from dashboard.numbers import number
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata import Figure

_FLOWS_SHOWN = 12
_JOBS_SHOWN = 8
_HALF = 0.5


def movement_head(here: World, *, case: Case, view: View, say: Speaker) -> list[Any]:
    """What the movement comes to, in sentences."""
    found = movement(case)
    left = found.unmatched.value >= _HALF
    sentence = say(
        "movement_sentence",
        moving=told(found.moving, say=say),
        staying=told(found.staying, say=say),
        km=told(found.mean_km, say=say),
    )
    rest = (
        say("movement_left", count=told(found.unmatched, say=say))
        if left
        else say("movement_none_left")
    )
    return [
        section_head(
            here,
            title=say("movement_title"),
            about=f"{sentence} {rest} {say('movement_about')}",
            figures=[found.moving, found.mean_km],
            method="least_movement",
            view=view,
            say=say,
        )
    ]


def movement_tables(here: World, *, case: Case, view: View, say: Speaker) -> list[Any]:
    """Largest flows, flows by corridor, and the value of one more job."""
    found = movement(case)
    return [
        html.Div(
            [
                *_flows(here, found, say=say),
                take_table("mismatch_flows", view=view, say=say),
                *_corridors(here, found, say=say),
            ]
        ),
        html.Div(_jobs(here, found, say=say)),
    ]


def _flows(here: World, found: Movement, *, say: Speaker) -> list[Any]:
    names = here.geodata.provinces
    rows = [
        html.Tr(
            [
                html.Th(
                    say(
                        "flow_name",
                        home=names[flow.home].name(say.lang),
                        job=names[flow.job].name(say.lang),
                    ),
                    scope="row",
                ),
                _figure(flow.people, say=say),
                html.Td(say.fill(number(flow.km)), className="number"),
            ]
        )
        for flow in found.flows[:_FLOWS_SHOWN]
    ]
    ways = {"out": say("way_out"), "within": say("way_within"), "others": say("way_others")}
    sums = [
        html.Tr(
            [
                html.Th(name, scope="row"),
                _figure(found.ways[way], say=say),
                html.Td(""),
            ],
            className="sum",
        )
        for way, name in ways.items()
    ]
    title = say("flows_table_title")
    heads = [say("flow_head"), say("flow_people_head"), say("flow_km_head")]
    more = len(found.flows) - len(rows)
    return [
        html.H3(title),
        scroll_table(heads, [*rows, *sums], label=title, numbers=(1, 2)),
        html.P(say("flows_more", count=more), className="hint") if more > 0 else html.Span(),
    ]


def _corridors(here: World, found: Movement, *, say: Speaker) -> list[Any]:
    routes = sorted(here.routes["corridors"], key=lambda route: -found.along[route.id].value)
    rows = [
        html.Tr(
            [
                html.Th(say.fill(route.name.in_(say.lang)), scope="row"),
                _figure(found.along[route.id], say=say),
            ]
        )
        for route in routes
        if (found.along[route.id].high or 0.0) >= LEAST
    ]
    title = say("corridor_flows_title")
    return [
        html.H3(title),
        html.P(say("corridor_flows_about"), className="hint"),
        scroll_table(
            [say("corridor_head"), say("flow_people_head")], rows, label=title, numbers=(1,)
        ),
    ]


def _jobs(here: World, found: Movement, *, say: Speaker) -> list[Any]:
    """The provinces in which one more job saves most, told in plain words.

    Where it matches one more person instead, all provinces are alike but for their size, and
    a ranking would rank that.
    """
    title = html.H3(say("jobs_title"))
    saving = [code for code, matched in found.matched_by_job.items() if matched <= _HALF]
    if not saving:
        return [title, html.P(say("jobs_about_left"))]
    order = sorted(saving, key=lambda code: -found.value[code].value)[:_JOBS_SHOWN]
    return [
        title,
        html.P(say("jobs_about"), className="hint"),
        html.Ol(
            [
                html.Li(
                    say(
                        "job_saves",
                        name=here.geodata.provinces[code].name(say.lang),
                        km=told(found.value[code], say=say),
                    )
                )
                for code in order
            ],
            className="told-list",
        ),
    ]


def _figure(figure: Figure, *, say: Speaker) -> html.Td:
    return html.Td(ranged_cell(amount(figure, say=say), span(figure, say=say)), className="number")
