"""Why people and jobs do not meet: the mismatch, measured and taken apart."""

from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.components.attributes import attributes
from dashboard.components.block import Block
from dashboard.components.province_map import ProvinceMap
from dashboard.components.tall import tall
from dashboard.map_data import map_data
from dashboard.mismatch.market import case_of
from dashboard.mismatch.pictures import NONE, PAIR
from dashboard.mismatch_controls import controls, offered
from dashboard.mismatch_fills import LAYER, mismatch_fills
from dashboard.mismatch_parts import (
    PARTS,
    certain,
    files,
    movement_map,
    panel,
    part,
    part_html,
    table,
    top,
)
from dashboard.mismatch_view import choices, plain, read
from dashboard.mismatch_wiring import LATEST, register
from dashboard.own_pages import mismatch_lacks
from dashboard.page import Page
from dashboard.state import View, write_view
from dashboard.words import Speaker
from geodata.provinces import CODES


def layout(view: View) -> list[Any]:
    """The whole page. What takes long is left to its own callback where it is not known yet."""
    say = Speaker(lang=view.lang, digits=view.digits)
    message, words, bars = top(view)
    left_files, right_files, ranking_files, movement_files = files(view)
    kept, reader = write_view(plain(view), choices=choices()), LATEST.reader()
    return [
        dcc.Location(
            id=ids.MISMATCH_URL, pathname=PAGE.path, search=view.search, refresh="callback-nav"
        ),
        dcc.Store(id=ids.MISMATCH_CHOICES, data=offered()),
        dcc.Store(id=ids.MISMATCH_CASE, data=kept),
        dcc.Store(id=ids.MISMATCH_TURN, data=reader),
        dcc.Store(id=ids.MISMATCH_SETTLED, data={"query": kept, "turn": reader}),
        Block(message, id=ids.MISMATCH_NOTICE, className="notice", attributes={"role": "status"}),
        Block(words, id=ids.MISMATCH_HEADLINE, tag="section", className="headline"),
        Block(bars, id=ids.PARTS, tag="section", className="parts"),
        html.Section(
            [
                html.Div(controls(view, say=say), className="controls"),
                html.Div(
                    _maps(view, (left_files, right_files)),
                    id=ids.MAPS,
                    className="maps single" if view.second == NONE else "maps",
                ),
            ],
            className="workbench",
        ),
        html.Section(
            [
                html.Div(
                    [
                        html.H2(say("ranking_title")),
                        Block(certain(view), id=ids.CERTAINTY),
                        html.Div(id=ids.MISMATCH_RANKING, className="ranking", **tall(len(CODES))),
                        Block(ranking_files, id=ids.MISMATCH_RANKING_FILES),
                    ],
                    className="ranking-box",
                ),
                html.Div(
                    [
                        Block(
                            panel(view),
                            id=ids.MISMATCH_PANEL,
                            tag="section",
                            className="panel",
                            attributes=attributes(
                                aria_label=say("panel_label"), aria_live="polite"
                            ),
                        ),
                        part(ids.NATIONAL, view, css="panel"),
                    ],
                    className="stack",
                ),
            ],
            className="part halves",
            id="ranking",
        ),
        part(ids.SPLIT, view),
        part(ids.PARTS_TABLE, view),
        part(ids.HEAT, view),
        part(ids.MOVEMENT_HEAD, view),
        html.Section(
            [
                html.Div(
                    [movement_map(view), Block(movement_files, id=ids.MOVEMENT_FILES)],
                    className="map-column",
                ),
                part(ids.MOVEMENT_TABLES, view, css="tables"),
            ],
            className="part movement",
        ),
        part(ids.CLUSTERS, view),
        Block(table(view), id=ids.MISMATCH_TABLE, tag="section", className="twin"),
    ]


def _maps(view: View, files: tuple[str, str]) -> list[html.Div]:
    """Both maps, each with the links to its picture."""
    fills = mismatch_fills(case_of(view), view.lang, view.digits)
    data = {**map_data(view.lang, view.digits), "fills": fills}
    second = PAIR if view.second == NONE else view.second
    return [
        html.Div(
            [
                ProvinceMap(
                    id=id,
                    view={
                        "layer": LAYER,
                        "measure": measure,
                        "show": list(view.show),
                        "province": view.province,
                    },
                    controls={"measure": control},
                    linked=LAYER,
                    legend_below=True,
                    **data,
                ),
                Block(taken, id=below),
            ],
            className="map-column",
        )
        for id, measure, control, below, taken in (
            (ids.LEFT, view.measure, ids.FIRST, ids.LEFT_FILES, files[0]),
            (ids.RIGHT, second, ids.SECOND, ids.RIGHT_FILES, files[1]),
        )
    ]


def _warm() -> None:
    """The first case, ahead of its first reader."""
    layout(read(""))
    for id in PARTS:
        part_html(id, read(""))


PAGE = Page(
    path="/mismatch",
    title="title_mismatch",
    menu="menu_mismatch",
    order=20,
    layout=layout,
    register=register,
    lacks=mismatch_lacks,
    choices=choices,
    warm=_warm,
)
