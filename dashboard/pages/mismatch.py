"""Why people and jobs do not meet: the mismatch, measured and taken apart."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import dash_bootstrap_components as dbc
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update

from analysis.measures import discover
from dashboard import ids
from dashboard.components.attributes import attributes
from dashboard.components.block import Block
from dashboard.components.dials import dials
from dashboard.components.figure_table import figure_table
from dashboard.components.heat_table import heat_table
from dashboard.components.links import method_link
from dashboard.components.measure_tables import certainty, clusters_table, national_list
from dashboard.components.mismatch_panel import mismatch_panel
from dashboard.components.movement_parts import movement_head, movement_tables
from dashboard.components.notice import notice
from dashboard.components.parts_bars import parts_bars
from dashboard.components.province_map import ProvinceMap
from dashboard.components.split_table import parts_table, split_table
from dashboard.evidence import amount
from dashboard.fill import evidence_of
from dashboard.map_data import map_data
from dashboard.mismatch.market import Case, case_of, weights_fall_back
from dashboard.mismatch.movement import movement
from dashboard.mismatch.parts import by_province_is_known, parts_on_every_basis
from dashboard.mismatch.pictures import CLUSTERS, NONE, PAIR, picture_names, pictures
from dashboard.mismatch_fills import LAYER, mismatch_fills
from dashboard.mismatch_flows import FLOWS, movement_data, waiting_data
from dashboard.mismatch_words import basis_text, ranges_text, three_sentences
from dashboard.page import Page
from dashboard.ranking import ranking_figure
from dashboard.slow_work import Latest, slowly
from dashboard.state import AGES, BASES, Choices, View, write_view
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import world


def choices() -> Choices:
    """What a view of this page may name: the mismatch is its one filled layer."""
    names = tuple(picture_names())
    return replace(
        world().choices,
        measures={LAYER: names},
        shown_first=(),
        seconds=(PAIR, CLUSTERS, *names, NONE),
    )


def layout(view: View) -> list[Any]:
    """The whole page. What takes long is left to its own callback where it is not known yet."""
    say = Speaker(lang=view.lang, digits=view.digits)
    message, words, bars = _top(view)
    kept = write_view(_plain(view), choices=choices())
    return [
        dcc.Location(
            id=ids.MISMATCH_URL, pathname=PAGE.path, search=view.search, refresh="callback-nav"
        ),
        dcc.Store(id=ids.MISMATCH_CHOICES, data=_offered()),
        dcc.Store(id=ids.MISMATCH_CASE, data=kept),
        dcc.Store(id=ids.MISMATCH_TURN, data=_LATEST.reader()),
        dcc.Store(id=ids.MISMATCH_SETTLED, data={"query": kept}),
        Block(message, id=ids.MISMATCH_NOTICE, className="notice", attributes={"role": "status"}),
        Block(words, id=ids.MISMATCH_HEADLINE, tag="section", className="headline"),
        Block(bars, id=ids.PARTS, tag="section", className="parts"),
        html.Section(
            [
                html.Div(_controls(view, say=say), className="controls"),
                html.Div(
                    _maps(view, say=say),
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
                        Block(_certain(view), id=ids.CERTAINTY),
                        html.Div(id=ids.MISMATCH_RANKING, className="ranking"),
                    ],
                    className="ranking-box",
                ),
                html.Div(
                    [
                        Block(
                            _panel(view),
                            id=ids.MISMATCH_PANEL,
                            tag="section",
                            className="panel",
                            attributes=attributes(
                                aria_label=say("panel_label"), aria_live="polite"
                            ),
                        ),
                        _part(ids.NATIONAL, view, css="panel"),
                    ],
                    className="stack",
                ),
            ],
            className="part halves",
            id="ranking",
        ),
        _part(ids.SPLIT, view),
        _part(ids.PARTS_TABLE, view),
        _part(ids.HEAT, view),
        _part(ids.MOVEMENT_HEAD, view),
        html.Section(
            [
                html.Div(_movement_map(view), className="map-column"),
                _part(ids.MOVEMENT_TABLES, view, css="tables"),
            ],
            className="part movement",
        ),
        _part(ids.CLUSTERS, view),
        Block(_table(view), id=ids.MISMATCH_TABLE, tag="section", className="twin"),
    ]


@dataclass(frozen=True, kw_only=True)
class _Part:
    """A part that hangs on the case alone; `known`: whether it can be drawn at once."""

    draw: Callable[..., list[Any]]
    known: Callable[[Case], bool] = lambda case: True


_PARTS = {
    ids.SPLIT: _Part(draw=split_table, known=by_province_is_known),
    ids.PARTS_TABLE: _Part(draw=parts_table, known=by_province_is_known),
    ids.HEAT: _Part(draw=heat_table),
    ids.MOVEMENT_HEAD: _Part(draw=movement_head, known=movement.knows),
    ids.MOVEMENT_TABLES: _Part(draw=movement_tables, known=movement.knows),
    ids.NATIONAL: _Part(draw=national_list),
    ids.CLUSTERS: _Part(draw=clusters_table),
}
_WAITING = "waiting"
_LATEST = Latest()


def _part(id: str, view: View, *, css: str = "part") -> Block:
    if _PARTS[id].known(case_of(view)):
        content = _part_html(id, _plain(view))
    else:
        say = Speaker(lang=view.lang, digits=view.digits)
        content = to_html(html.P(say("being_worked_out"), className=f"hint {_WAITING}"))
    return Block(content, id=id, tag="section", className=css)


@lru_cache(maxsize=256)
def _part_html(id: str, view: View) -> str:
    say = Speaker(lang=view.lang, digits=view.digits)
    return to_html(_PARTS[id].draw(world(), case=case_of(view), view=view, say=say))


def _plain(view: View) -> View:
    """The view without what only the maps show."""
    first = PAGE.view("")
    return replace(
        first,
        lang=view.lang,
        digits=view.digits,
        basis=view.basis,
        ages=view.ages,
        assumed=view.assumed,
    )


def _top(view: View) -> tuple[str, str, str]:
    """What the link got wrong, the answer in words, and the bars."""
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    case = case_of(view)
    every = parts_on_every_basis(case)
    found = every[view.basis]
    values = {key: one.first for key, one in here.assumptions.items()} | dict(view.assumed)
    unusable = [
        html.P(say("notice_weights", group=title))
        for group, title in (("skills", say("dials_skills")), ("jobs", say("dials_jobs")))
        if weights_fall_back(values, group)  # type: ignore[arg-type]
    ]
    words = [
        html.H1(" ".join(three_sentences(view.basis, found, say=say))),
        html.P(
            say(
                "headline_matched",
                count=amount(found["matched"], say=say),
                reach=f"{values['reach_km']:g}",
            ),
            className="more",
        ),
        html.P(
            [
                ranges_text(found, say=say),
                " · ",
                evidence_of(found.figures, geodata=here.geodata, say=say),
                " ",
                method_link("decomposition", view=view, say=say),
            ],
            className="evidence",
        ),
    ]
    jumps = html.Nav(
        [html.A(text, href=f"#{target}") for target, text in _jumps(say).items()],
        className="jump",
        **attributes(aria_label=say("contents")),
    )
    bars = parts_bars(every, view=view, choices=choices(), say=say)
    return to_html([*notice(view, say=say), *unusable]), to_html(words), to_html([*bars, jumps])


def _jumps(say: Speaker) -> dict[str, str]:
    """The parts of the page, for those who look for one."""
    return {
        ids.MAPS: say("jump_maps"),
        "ranking": say("jump_ranking"),
        ids.SPLIT: say("jump_border"),
        ids.PARTS_TABLE: say("jump_provinces"),
        ids.HEAT: say("jump_trades"),
        ids.MOVEMENT_HEAD: say("jump_moving"),
        ids.CLUSTERS: say("jump_clusters"),
        ids.MISMATCH_TABLE: say("jump_table"),
    }


def _controls(view: View, *, say: Speaker) -> list[Any]:
    here = world()
    names = {key: say.fill(name.in_(say.lang)) for key, name in picture_names().items()}
    clusters = discover()[CLUSTERS].short.in_(say.lang)
    seconds = {PAIR: say("pair_short"), CLUSTERS: clusters, **names, NONE: say("no_second")}
    return [
        _radio(
            ids.BASIS,
            say("basis_legend"),
            {basis: basis_text(basis, say=say) for basis in BASES},
            view.basis,
        ),
        _radio(
            ids.AGES,
            say("ages_legend"),
            {"all": say("ages_all"), "up_to_45": say("ages_up_to_45")},
            view.ages,
        ),
        _select(ids.FIRST, say("first_legend"), names, view.measure),
        _select(ids.SECOND, say("second_legend"), seconds, view.second),
        html.Fieldset(
            [
                html.Legend(say("overlay_legend")),
                dbc.Checklist(
                    id=ids.MISMATCH_SHOW,
                    value=list(view.show),
                    options=[
                        {"value": key, "label": say.fill(layer.title.in_(say.lang))}
                        for key, layer in here.overlays.items()
                    ],
                ),
            ]
        ),
        html.Details(
            [
                html.Summary(say("dials_title")),
                dials(here, id=ids.DIALS, view=view, say=say),
            ],
            className="drawer",
            open=bool(view.assumed),
        ),
    ]


def _radio(id: str, legend: str, options: dict[str, str], value: str) -> html.Fieldset:
    rows = [{"value": key, "label": label} for key, label in options.items()]
    return html.Fieldset([html.Legend(legend), dbc.RadioItems(id=id, value=value, options=rows)])


def _select(id: str, legend: str, options: dict[str, str], value: str) -> html.Div:
    rows = [{"value": key, "label": label} for key, label in options.items()]
    return html.Div(
        [dbc.Label(legend, html_for=id), dbc.Select(id=id, value=value, options=rows)],
        className="measure",
    )


def _offered() -> dict[str, Any]:
    """What the controls offer, for the browser to follow the URL without asking."""
    allowed = choices()
    return {
        "bases": list(BASES),
        "ages": list(AGES),
        "measures": list(allowed.measures[LAYER]),
        "seconds": list(allowed.seconds),
        "overlays": list(allowed.overlays),
        "provinces": list(allowed.provinces),
        "assumptions": {
            key: {"low": one.low, "high": one.high, "first": one.first}
            for key, one in allowed.assumptions.items()
        },
    }


def _maps(view: View, *, say: Speaker) -> list[html.Div]:
    fills = mismatch_fills(case_of(view), view.lang, view.digits)
    data = {**map_data(view.lang, view.digits), "fills": fills}
    second = PAIR if view.second == NONE else view.second
    return [
        html.Div(
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
            className="map-column",
        )
        for id, measure, control in (
            (ids.LEFT, view.measure, ids.FIRST),
            (ids.RIGHT, second, ids.SECOND),
        )
    ]


def _movement_map(view: View) -> ProvinceMap:
    """The flows; as long as they are not known, a map without numbers."""
    case = case_of(view)
    fills, overlays = (
        movement_data(case, view.lang, view.digits)
        if movement.knows(case)
        else waiting_data(view.lang, view.digits)
    )
    return ProvinceMap(
        id=ids.MOVEMENT_MAP,
        view={
            "layer": FLOWS,
            "measure": FLOWS,
            "show": ["corridors", FLOWS],
            "province": view.province,
        },
        legend_below=True,
        **{**map_data(view.lang, view.digits), "fills": fills, "overlays": overlays},
    )


def _certain(view: View) -> str:
    say = Speaker(lang=view.lang, digits=view.digits)
    return to_html(certainty(world(), case=case_of(view), key=view.measure, say=say))


def _panel(view: View) -> str:
    say = Speaker(lang=view.lang, digits=view.digits)
    return to_html(mismatch_panel(world(), case=case_of(view), view=view, say=say))


def _table(view: View) -> str:
    say = Speaker(lang=view.lang, digits=view.digits)
    shown = pictures(case_of(view))[view.measure]
    table = to_html(figure_table(world(), shown=shown, view=view, say=say))
    return table.replace(
        f'<tr data-row="{view.province}"', f'<tr class="selected" data-row="{view.province}"'
    )


def _chart(view: View) -> dcc.Graph:
    say = Speaker(lang=view.lang, digits=view.digits)
    shown = pictures(case_of(view))[view.measure]
    return dcc.Graph(
        id=ids.MISMATCH_CHART,
        figure=ranking_figure(world(), shown=shown, view=view, say=say),
        config={"displayModeBar": False, "responsive": True},
        clear_on_unhover=True,
    )


def _warm() -> None:
    """The first case, ahead of its first reader."""
    layout(PAGE.view(""))
    for part in _PARTS:
        _part_html(part, PAGE.view(""))


def register(app: Dash) -> None:
    """Controls and URL both ways in the browser; numbers and words from the server."""
    maps = (ids.LEFT, ids.RIGHT, ids.MOVEMENT_MAP)
    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="mismatch"),
        Output(ids.MISMATCH_URL, "search"),
        Output(ids.BASIS, "value"),
        Output(ids.AGES, "value"),
        Output(ids.FIRST, "value"),
        Output(ids.SECOND, "value"),
        Output(ids.MISMATCH_SHOW, "value"),
        Output(ids.DIALS, "value"),
        *(Output(id, "view") for id in maps),
        Output(ids.MAPS, "className"),
        Output(ids.MISMATCH_CASE, "data"),
        Output(ids.MISMATCH_TURN, "data"),
        Input(ids.MISMATCH_URL, "search"),
        Input(ids.BASIS, "value"),
        Input(ids.AGES, "value"),
        Input(ids.FIRST, "value"),
        Input(ids.SECOND, "value"),
        Input(ids.MISMATCH_SHOW, "value"),
        Input(ids.DIALS, "value"),
        *(Input(id, "event") for id in maps),
        State(ids.MISMATCH_CHOICES, "data"),
        State(ids.MISMATCH_CASE, "data"),
        State(ids.MISMATCH_TURN, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="chartPicked"),
        Output(ids.LEFT, "event"),
        Input(ids.MISMATCH_CHART, "clickData"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="chartPointed"),
        Output(ids.LEFT, "highlight"),
        Input(ids.MISMATCH_CHART, "hoverData"),
        prevent_initial_call=True,
    )
    _register_view(app)
    _register_case(app)


def _register_view(app: Dash) -> None:
    """What follows every change of the view."""

    @app.callback(
        Output(ids.MISMATCH_NOTICE, "html"),
        Output(ids.MISMATCH_HEADLINE, "html"),
        Output(ids.PARTS, "html"),
        Input(ids.MISMATCH_URL, "search"),
        prevent_initial_call=True,
    )
    async def top(search: str) -> tuple[str, str, str]:
        return await asyncio.to_thread(_top, PAGE.view(search))

    @app.callback(
        Output(ids.CERTAINTY, "html"),
        Output(ids.MISMATCH_PANEL, "html"),
        Output(ids.MISMATCH_TABLE, "html"),
        Input(ids.MISMATCH_URL, "search"),
        prevent_initial_call=True,
    )
    async def follow(search: str) -> tuple[str, str, str]:
        def draw(view: View) -> tuple[str, str, str]:
            return _certain(view), _panel(view), _table(view)

        return await asyncio.to_thread(draw, PAGE.view(search))

    @app.callback(
        Output(ids.MISMATCH_RANKING, "children"),
        Input(ids.LEFT, "painted"),
        Input(ids.MISMATCH_URL, "search"),
        prevent_initial_call=True,
    )
    async def rank(painted: bool, search: str) -> dcc.Graph | list[Any]:
        return await asyncio.to_thread(_chart, PAGE.view(search)) if painted else []


def _register_case(app: Dash) -> None:
    """What follows a change of the case only."""

    @app.callback(
        Output(ids.LEFT, "fills"),
        Output(ids.RIGHT, "fills"),
        Input(ids.MISMATCH_CASE, "data"),
        prevent_initial_call=True,
    )
    async def fills(query: str) -> tuple[Any, Any]:
        view = PAGE.view(query)
        found = await asyncio.to_thread(mismatch_fills, case_of(view), view.lang, view.digits)
        return found, found

    # What takes long waits until the answer in words is there, so that it does not hold it up.
    @app.callback(
        Output(ids.MISMATCH_SETTLED, "data"),
        Input(ids.MISMATCH_CASE, "data"),
        State(ids.MISMATCH_TURN, "data"),
        prevent_initial_call=True,
    )
    async def settle(query: str, turn: Any) -> Any:
        _LATEST.asks(turn)
        case = case_of(PAGE.view(query))

        def work() -> dict[str, Any]:
            parts_on_every_basis(case)
            return {"query": query, "turn": turn}

        return await slowly(work, awaited=lambda: _LATEST.awaits(turn), otherwise=no_update)

    @app.callback(
        Output(ids.MOVEMENT_MAP, "fills"),
        Output(ids.MOVEMENT_MAP, "overlays"),
        Input(ids.MISMATCH_SETTLED, "data"),
        State(ids.MOVEMENT_MAP, "overlays"),
    )
    async def flows(settled: Any, shown: Any) -> Any:
        if ctx.triggered_id is None and FLOWS in (shown or {}):
            return no_update, no_update
        view, turn = _settled(settled)
        return await slowly(
            lambda: movement_data(case_of(view), view.lang, view.digits),
            awaited=lambda: _LATEST.awaits(turn),
            otherwise=(no_update, no_update),
        )

    for id in _PARTS:
        _register_part(app, id)


def _register_part(app: Dash, id: str) -> None:
    @app.callback(
        Output(id, "html"),
        Input(ids.MISMATCH_SETTLED, "data"),
        State(id, "html"),
    )
    async def draw(settled: Any, shown: str) -> Any:
        if ctx.triggered_id is None and _WAITING not in (shown or ""):
            return no_update
        view, turn = _settled(settled)
        return await slowly(
            lambda: _part_html(id, _plain(view)),
            awaited=lambda: _LATEST.awaits(turn),
            otherwise=no_update,
        )


def _settled(data: Any) -> tuple[View, object]:
    """The view whose answer in words is there, and the turn in which it was asked for."""
    known = data if isinstance(data, dict) else {}
    return PAGE.view(known.get("query")), known.get("turn")


PAGE = Page(
    path="/mismatch",
    title="title_mismatch",
    menu="menu_mismatch",
    order=20,
    layout=layout,
    register=register,
    choices=choices,
    warm=_warm,
)
