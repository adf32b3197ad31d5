"""The data desk: which data holds, how to load one's own, its versions, and where all is from."""

from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.block import Block, block
from dashboard.components.data_conflicts import conflicts
from dashboard.components.data_sources import sources
from dashboard.components.data_tables import freshness, tables
from dashboard.components.desk_form import desk_form
from dashboard.components.desk_history import history
from dashboard.components.desk_now import NOW, data_now
from dashboard.components.links import keep
from dashboard.components.refused import refused_notice
from dashboard.components.take_table import take_table
from dashboard.data_here import data_here
from dashboard.desk.conflicts import turned_by
from dashboard.page import Page
from dashboard.state import View
from dashboard.store import DataVersion, StoreError, data
from dashboard.store_here import store_here
from dashboard.words import Speaker


def layout(view: View) -> list[Any]:
    """From what holds now to where all of it comes from."""
    say = Speaker(lang=view.lang, digits=view.digits)
    number = data_here().number
    return [
        html.Div(
            [
                html.H1(say("data_title")),
                html.P(say("data_about")),
                _contents(say),
                _part(NOW, say("now_title"), data_now(_version(number), say=say)),
                html.Article(
                    [
                        html.H2(say("desk_load_title")),
                        html.P(say("desk_load_about"), className="about"),
                        *refused_notice("data_load", back=f"/data{keep(view)}", say=say),
                        Block(desk_form(view, number=number, say=say), className="desk"),
                    ],
                    id="load",
                ),
                html.Article(
                    [html.H2(say("versions_title")), *history(view, holds=number, say=say)],
                    id="versions",
                ),
                _part("conflicts", say("conflicts_title"), conflicts(view, say=say)),
                _part("freshness", say("fresh_title"), [freshness(say)]),
                _part("tables", say("tables_title"), [html.P(say("tables_about")), *tables(say)]),
                # The links of sources lead to rows of this table by their ids.
                html.Article([html.H2(say("sources_title")), sources(say)], id="sources"),
                take_table("sources", view=view, say=say),
            ],
            className="reading wide",
        )
    ]


def _contents(say: Speaker) -> html.Nav:
    """Links to the parts of a long page."""
    parts = {
        NOW: say("now_title"),
        "load": say("desk_load_title"),
        "versions": say("versions_title"),
        "conflicts": say("conflicts_title"),
        "freshness": say("fresh_title"),
        "tables": say("tables_title"),
        "sources": say("sources_title"),
    }
    links = [html.Li(html.A(title, href=f"#{id}")) for id, title in parts.items()]
    return html.Nav(
        html.Ul(links), className="parts-of-page", **attributes(aria_label=say("contents"))
    )


def _part(id: str, title: str, parts: list[Any]) -> html.Article:
    return html.Article([html.H2(title), block(parts)], id=id)


def _version(number: int) -> DataVersion | None:
    """What the database knows of a version, if it can be asked."""
    try:
        return data.version(store_here(), number=number)
    except StoreError:
        return None


PAGE = Page(
    path="/data",
    title="title_data",
    menu="menu_data",
    order=80,
    layout=layout,
    warm=turned_by,
)
