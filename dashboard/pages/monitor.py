"""Reintegration: from return to durable work, women against men, the index, and the registry."""

from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.components.block import Block
from dashboard.components.refused import refused_notice
from dashboard.components.registry_form import registry_form
from dashboard.exports.links import MONITOR
from dashboard.monitor.asked import read_asked
from dashboard.monitor.released import registry
from dashboard.monitor_controls import controls, offered, weights
from dashboard.monitor_parts import parts
from dashboard.monitor_wiring import register
from dashboard.own_pages import monitor_lacks
from dashboard.page import Page
from dashboard.registry.counting import counting_here
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def layout(view: View) -> list[Any]:
    """The whole page; the chart comes with its own callback."""
    say = Speaker(lang=view.lang, digits=view.digits)
    here, asked = world(), read_asked(view)
    found = registry(asked)
    drawn = parts(view)

    def block(id: str, css: str, tag: str = "section") -> Block:
        return Block(drawn[id], id=id, tag=tag, className=css)

    return [
        dcc.Location(
            id=ids.MONITOR_URL, pathname=MONITOR, search=view.search, refresh="callback-nav"
        ),
        dcc.Store(id=ids.MONITOR_OFFERED, data=offered(here, found, asked)),
        Block(
            drawn[ids.MONITOR_NOTICE],
            id=ids.MONITOR_NOTICE,
            className="notice",
            attributes={"role": "status"},
        ),
        block(ids.MONITOR_HEAD, "headline monitor-head"),
        controls(here, found, asked=asked, say=say),
        block(ids.MONITOR_FUNNEL, "part monitor-part"),
        html.Section(
            [
                block(ids.MONITOR_TIME_HEAD, "table-head", "div"),
                html.Div(id=ids.MONITOR_CURVE, className="ranking short"),
                block(ids.MONITOR_TIME_TABLE, "", "div"),
            ],
            className="part monitor-part",
            id="time",
        ),
        block(ids.MONITOR_TABLES, "monitor-part", "div"),
        html.Section(
            [
                block(ids.MONITOR_INDEX, "", "div"),
                html.Div(weights(here, asked=asked, view=view, say=say), hidden=found.synthetic),
            ],
            className="part monitor-part",
            id="index",
        ),
        block(ids.MONITOR_RELEASES, "part monitor-part"),
        html.Section(
            [
                html.H2(say("registry_title")),
                html.P(
                    say("registry_about")
                    if counting_here().kept_in is None
                    else say("registry_about_keeping"),
                    className="about",
                ),
                *refused_notice("registry_load", back=f"{MONITOR}{view.search}", say=say),
                Block(registry_form(view, found, say=say), className="registry"),
            ],
            className="part monitor-part",
            id="load",
        ),
    ]


PAGE = Page(
    path=MONITOR,
    title="title_monitor",
    menu="menu_monitor",
    order=35,
    layout=layout,
    register=register,
    lacks=monitor_lacks,
)
