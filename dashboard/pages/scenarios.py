"""What an investment would change: build a plan, compare it, find the best use, challenge it."""

from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.components.block import Block
from dashboard.components.plan_editor import plan_editor
from dashboard.components.province_map import ProvinceMap
from dashboard.components.saved_scenarios import saved_section
from dashboard.components.scenario_robust import robust_section
from dashboard.components.scenario_settings import settings_drawer
from dashboard.map_data import map_data
from dashboard.optimise_parts import best, frontier, projects
from dashboard.own_pages import scenarios_lack
from dashboard.page import Page
from dashboard.scenario_controls import compared, conditions, offered
from dashboard.scenario_parts import (
    WAITING,
    challenge,
    comparison,
    files,
    fills,
    map_view,
    ranges,
    top,
    turning,
)
from dashboard.scenario_view import PATH, read
from dashboard.scenario_wiring import LATEST, register
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.saved_link import what_counts
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.wish_controls import wishes
from dashboard.words import Speaker
from dashboard.world import world


def layout(view: View) -> list[Any]:
    """The whole page; what takes long is left to its own callback."""
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    asked = read_asked(view)
    message, words = top(view)
    evidence, figures = ranges(view)
    shown, reader = what_counts(view.search), LATEST.reader()
    wait = to_html(html.P(say("being_worked_out"), className=f"hint {WAITING}"))
    return [
        dcc.Location(
            id=ids.SCENARIO_URL, pathname=PATH, search=view.search, refresh="callback-nav"
        ),
        dcc.Store(id=ids.SCENARIO_OFFERED, data=offered()),
        dcc.Store(id=ids.SCENARIO_TURN, data=reader),
        dcc.Store(id=ids.SCENARIO_ASKED, data=shown),
        dcc.Store(id=ids.SCENARIO_ANSWERED),
        dcc.Store(id=ids.SCENARIO_SKETCH),
        dcc.Store(id=ids.SCENARIO_SETTLED, data={"search": shown, "turn": reader}),
        Block(message, id=ids.SCENARIO_NOTICE, className="notice", attributes={"role": "status"}),
        html.Section(
            [
                Block(words, id=ids.SCENARIO_HEADLINE),
                Block(evidence, id=ids.SCENARIO_EVIDENCE, tag="p", className="evidence"),
            ],
            className="headline",
        ),
        html.Section(
            [
                html.Div(
                    [plan_editor(here, id=ids.PLAN, asked=asked, view=view, say=say)],
                    className="plan-column",
                ),
                html.Div(
                    [
                        html.Div(conditions(asked, view, say=say), className="conditions"),
                        html.Div(
                            [
                                ProvinceMap(
                                    id=ids.PLAN_MAP,
                                    view=map_view(view),
                                    legend_below=True,
                                    **{**map_data(view.lang, view.digits), "fills": fills(view)},
                                ),
                                Block(files(view), id=ids.PLAN_FILES),
                            ],
                            className="map-column",
                        ),
                    ],
                    className="plan-map",
                ),
                Block(figures, id=ids.RESULTS, tag="section", className="panel"),
            ],
            className="workbench builder",
        ),
        settings_drawer(here, id=ids.SETTINGS, settings=asked.case.settings, view=view, say=say),
        Block(wait, id=ids.SCENARIO_PLACES, tag="section", className="part"),
        html.Section(
            [
                html.H2(say("compare_title")),
                compared(view, say=say),
                html.Div(id=ids.PATHS, className="ranking short"),
                Block(wait, id=ids.COMPARISON, tag="div"),
            ],
            className="part",
        ),
        html.Section(
            [
                html.Div(
                    [
                        html.Div(wishes(view, say=say), className="wishes"),
                        Block(wait, id=ids.BEST, tag="div"),
                    ]
                ),
                html.Div(
                    [
                        html.H2(say("frontier_title")),
                        html.P(say("frontier_about"), className="about"),
                        html.Div(id=ids.FRONTIER, className="ranking short"),
                    ]
                ),
            ],
            className="part halves",
        ),
        robust_section(view, say=say),
        html.Section(
            [
                Block(wait, id=ids.PROJECTS, tag="div"),
                html.Div(
                    [
                        html.H2(say("projects_chart_title")),
                        html.Div(id=ids.PROJECTS_BOX, className="ranking short"),
                    ]
                ),
            ],
            className="part halves",
        ),
        html.Section(
            [
                Block(wait, id=ids.CHALLENGE, tag="div"),
                html.Div(
                    [
                        html.H2(say("tornado_title")),
                        html.Div(id=ids.TORNADO, className="ranking short"),
                        Block(wait, id=ids.TURNING, tag="div"),
                    ]
                ),
            ],
            className="part halves",
        ),
        saved_section(here, asked=asked, view=view, say=say),
    ]


def _warm() -> None:
    """The first view, ahead of its first reader."""
    view = read("")
    layout(view)
    for draw in (comparison, best, frontier, projects, challenge, turning):
        draw(view)


PAGE = Page(
    path=PATH,
    title="title_scenarios",
    menu="menu_scenarios",
    order=30,
    layout=layout,
    register=register,
    lacks=scenarios_lack,
    warm=_warm,
)
