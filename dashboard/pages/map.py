"""The map: where the returnees are and where the work is, with the evidence behind it."""

import dataclasses
from typing import Any

import dash_bootstrap_components as dbc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html

from dashboard import ids
from dashboard.components.attributes import attributes
from dashboard.components.block import Block, block
from dashboard.components.chart_beside_map import chart_beside_map
from dashboard.components.figure_table import figure_table
from dashboard.components.links import method_link
from dashboard.components.national_strip import has_facts, national_strip
from dashboard.components.notice import notice
from dashboard.components.province_map import province_map
from dashboard.components.province_panel import province_panel
from dashboard.components.take_picture import take_picture
from dashboard.components.take_slides import take_slides
from dashboard.components.take_table import take_table
from dashboard.components.tall import tall
from dashboard.data_here import of_data
from dashboard.headline import headline
from dashboard.page import Page
from dashboard.ranking import ranking_figure
from dashboard.shown import Shown, shown_layer
from dashboard.state import View, read_view
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import world
from geodata.provinces import CODES


def layout(view: View) -> list[Any]:
    """The whole page."""
    say = Speaker(lang=view.lang, digits=view.digits)
    words, message, panel, table = drawn(view)
    map_files, ranking_files = files(view)
    live = attributes(aria_label=say("panel_label"), aria_live="polite")
    return [
        dcc.Location(id=ids.MAP_URL, pathname="/", search=view.search, refresh="callback-nav"),
        Block(message, id=ids.NOTICE, className="notice", attributes={"role": "status"}),
        Block(words, id=ids.HEADLINE, tag="section", className="headline"),
        *_facts(view, say=say),
        html.Section(
            [
                html.Div(_controls(view, say=say), className="controls"),
                html.Div(
                    [province_map(view, id=ids.MAP), Block(map_files, id=ids.MAP_FILES)],
                    className="map-column",
                ),
                html.Div(
                    [
                        Block(
                            panel, id=ids.PANEL, tag="section", className="panel", attributes=live
                        ),
                        html.Section(
                            [
                                html.H2(say("ranking_title")),
                                html.Div(id=ids.RANKING, className="ranking", **tall(len(CODES))),
                                Block(ranking_files, id=ids.RANKING_FILES),
                            ],
                            className="ranking-box",
                        ),
                    ],
                    className="side",
                ),
            ],
            className="workbench",
        ),
        Block(table, id=ids.TABLE, tag="section", className="twin"),
        dcc.Store(id=ids.CHOICES, data=_choices(say)),
    ]


def _facts(view: View, *, say: Speaker) -> list[Any]:
    """The national facts, where they are known."""
    here = world()
    if not has_facts(here):
        return []
    return [block(national_strip(here, view=view, say=say), className="strip-box")]


def drawn(view: View) -> tuple[str, str, str, str]:
    """The parts that follow the view, as HTML; what several views share is drawn once."""
    picture = dataclasses.replace(
        view, show=(), province=None, basis="", scenarios=(), search="", unreadable=()
    )
    place = dataclasses.replace(picture, layer="", measure="", province=view.province)
    say = Speaker(lang=view.lang, digits=view.digits)
    words, table = _picture_html(picture)
    marked = table.replace(
        f'<tr data-row="{view.province}"', f'<tr class="selected" data-row="{view.province}"'
    )
    taken = to_html(take_table("map", view=view, say=say))
    return words, to_html(notice(view, say=say)), _place_html(place), f"{marked}{taken}"


def files(view: View) -> tuple[str, str]:
    """Links to pictures and slides of the map, and to pictures of the ranking, as HTML."""
    say = Speaker(lang=view.lang, digits=view.digits)
    taken = [
        take_picture("map_picture", view=view, say=say),
        take_slides("slides_map", view=view, say=say),
    ]
    return (
        to_html(taken),
        to_html(take_picture("ranking", view=view, say=say)),
    )


@of_data(256)
def _picture_html(view: View) -> tuple[str, str]:
    """Headline and table of a filled layer, no province selected."""
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    return to_html(_words(view)), to_html(
        figure_table(here, shown=_shown(view), view=view, say=say)
    )


@of_data(128)
def _place_html(view: View) -> str:
    """The panel of a province."""
    say = Speaker(lang=view.lang, digits=view.digits)
    return to_html(province_panel(world(), view=view, say=say))


def _shown(view: View) -> Shown:
    return shown_layer(world(), layer=view.layer, measure=view.measure)


def _words(view: View) -> list[Any]:
    """The headline."""
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    told = headline(here, view=view, say=say)
    method = here.fills[view.layer].method
    words = [
        html.H1(told.text),
        html.P(told.more, className="more") if told.more else None,
        html.P([told.evidence, " ", method_link(method, view=view, say=say)], className="evidence"),
    ]
    return [word for word in words if word is not None]


def _controls(view: View, *, say: Speaker) -> list[Any]:
    here = world()
    choices = _choices(say)
    nothing_on_top: Any = {} if here.overlays else {"hidden": True}
    return [
        html.Fieldset(
            [
                html.Legend(say("layer_legend")),
                dbc.RadioItems(
                    id=ids.LAYER,
                    value=view.layer,
                    options=[
                        {"value": key, "label": layer["title"]}
                        for key, layer in choices["layers"].items()
                    ],
                ),
            ]
        ),
        html.Div(
            [
                dbc.Label(say("measure_legend"), html_for=ids.MEASURE),
                dbc.Select(
                    id=ids.MEASURE,
                    value=view.measure,
                    options=choices["layers"][view.layer]["measures"],
                ),
            ],
            className="measure",
        ),
        html.Fieldset(
            [
                html.Legend(say("overlay_legend")),
                dbc.Checklist(
                    id=ids.SHOW,
                    value=list(view.show),
                    options=[
                        {"value": key, "label": say.fill(layer.title.in_(say.lang))}
                        for key, layer in here.overlays.items()
                    ],
                ),
            ],
            **nothing_on_top,
        ),
    ]


def _choices(say: Speaker) -> dict[str, Any]:
    """What the controls offer, for the browser to follow the URL without asking."""
    here = world()
    return {
        "layers": {
            key: {
                "title": say.fill(layer.title.in_(say.lang)),
                "measures": [
                    {"value": measure.key, "label": say.fill(measure.short.in_(say.lang))}
                    for measure in layer.measures
                ],
            }
            for key, layer in here.fills.items()
        },
        "overlays": list(here.overlays),
        "provinces": list(here.geodata.provinces),
        "shown_first": list(here.choices.shown_first),
    }


def register(app: Dash) -> None:
    """Controls and URL both ways in the browser; words and chart from the server."""
    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="view"),
        Output(ids.MAP_URL, "search"),
        Output(ids.LAYER, "value"),
        Output(ids.MEASURE, "options"),
        Output(ids.MEASURE, "value"),
        Output(ids.SHOW, "value"),
        Output(ids.MAP, "view"),
        Input(ids.MAP_URL, "search"),
        Input(ids.LAYER, "value"),
        Input(ids.MEASURE, "value"),
        Input(ids.SHOW, "value"),
        Input(ids.MAP, "event"),
        State(ids.CHOICES, "data"),
        prevent_initial_call=True,
    )
    chart_beside_map(app, chart=ids.CHART, drawn=ids.MAP)

    @app.callback(
        Output(ids.HEADLINE, "html"),
        Output(ids.NOTICE, "html"),
        Output(ids.PANEL, "html"),
        Output(ids.TABLE, "html"),
        Output(ids.MAP_FILES, "html"),
        Output(ids.RANKING_FILES, "html"),
        Input(ids.MAP_URL, "search"),
        prevent_initial_call=True,
    )
    async def follow(search: str) -> tuple[str, ...]:
        view = read_view(search, choices=world().choices)
        return (*drawn(view), *files(view))

    @app.callback(
        Output(ids.RANKING, "children"),
        Input(ids.MAP, "painted"),
        Input(ids.MAP_URL, "search"),
        prevent_initial_call=True,
    )
    async def rank(painted: bool, search: str) -> dcc.Graph | list[Any]:
        if not painted:
            return []
        view = read_view(search, choices=world().choices)
        say = Speaker(lang=view.lang, digits=view.digits)
        return dcc.Graph(
            id=ids.CHART,
            figure=ranking_figure(world(), shown=_shown(view), view=view, say=say),
            config={"displayModeBar": False, "responsive": True},
            clear_on_unhover=True,
        )


PAGE = Page(
    path="/", title="title_map", menu="menu_map", order=10, layout=layout, register=register
)
