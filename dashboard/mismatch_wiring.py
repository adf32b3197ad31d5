"""Callbacks of the page of the mismatch: what follows the view, what follows the case."""

import asyncio
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, no_update

from dashboard import ids
from dashboard.components.chart_beside_map import chart_beside_map
from dashboard.mismatch.market import case_of
from dashboard.mismatch.parts import parts_on_every_basis
from dashboard.mismatch_fills import mismatch_fills
from dashboard.mismatch_flows import FLOWS, movement_data
from dashboard.mismatch_parts import (
    PARTS,
    WAITING,
    certain,
    chart,
    files,
    panel,
    part_html,
    table,
    top,
)
from dashboard.mismatch_view import plain, read
from dashboard.slow_work import Latest, slowly
from dashboard.state import View

LATEST = Latest()
"""Which answer each reader still waits for."""


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
    chart_beside_map(app, chart=ids.MISMATCH_CHART, drawn=ids.LEFT)
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
    async def answer(search: str) -> tuple[str, str, str]:
        return await asyncio.to_thread(top, read(search))

    @app.callback(
        Output(ids.CERTAINTY, "html"),
        Output(ids.MISMATCH_PANEL, "html"),
        Output(ids.MISMATCH_TABLE, "html"),
        Output(ids.LEFT_FILES, "html"),
        Output(ids.RIGHT_FILES, "html"),
        Output(ids.MISMATCH_RANKING_FILES, "html"),
        Output(ids.MOVEMENT_FILES, "html"),
        Input(ids.MISMATCH_URL, "search"),
        prevent_initial_call=True,
    )
    async def follow(search: str) -> tuple[str, ...]:
        def draw(view: View) -> tuple[str, ...]:
            return certain(view), panel(view), table(view), *files(view)

        return await asyncio.to_thread(draw, read(search))

    @app.callback(
        Output(ids.MISMATCH_RANKING, "children"),
        Input(ids.LEFT, "painted"),
        Input(ids.MISMATCH_URL, "search"),
        prevent_initial_call=True,
    )
    async def rank(painted: bool, search: str) -> dcc.Graph | list[Any]:
        return await asyncio.to_thread(chart, read(search)) if painted else []


def _register_case(app: Dash) -> None:
    """What follows a change of the case only."""

    @app.callback(
        Output(ids.LEFT, "fills"),
        Output(ids.RIGHT, "fills"),
        Input(ids.MISMATCH_CASE, "data"),
        prevent_initial_call=True,
    )
    async def fills(query: str) -> tuple[Any, Any]:
        view = read(query)
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
        LATEST.asks(turn)
        case = case_of(read(query))

        def work() -> dict[str, Any]:
            parts_on_every_basis(case)
            return {"query": query, "turn": turn}

        return await slowly(work, awaited=lambda: LATEST.awaits(turn), otherwise=no_update)

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
            awaited=lambda: LATEST.awaits(turn),
            otherwise=(no_update, no_update),
        )

    for id in PARTS:
        _register_part(app, id)


def _register_part(app: Dash, id: str) -> None:
    @app.callback(
        Output(id, "html"),
        Input(ids.MISMATCH_SETTLED, "data"),
        State(id, "html"),
    )
    async def follow_case(settled: Any, shown: str) -> Any:
        if ctx.triggered_id is None and WAITING not in (shown or ""):
            return no_update
        view, turn = _settled(settled)
        return await slowly(
            lambda: part_html(id, plain(view)),
            awaited=lambda: LATEST.awaits(turn),
            otherwise=no_update,
        )


def _settled(data: Any) -> tuple[View, object]:
    """The view whose answer in words is there, and the turn in which it was asked for."""
    known = data if isinstance(data, dict) else {}
    return read(known.get("query")), known.get("turn")
