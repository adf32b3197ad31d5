"""Callbacks of the page of scenarios: the answer first, then its ranges, then what takes longer."""

import asyncio
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update

from dashboard import ids
from dashboard.saved_wiring import register_saved
from dashboard.scenario_parts import (
    WAITING,
    best,
    challenge,
    comparison,
    fills,
    frontier,
    paths,
    ranges,
    ready,
    top,
    tornado,
    turning,
)
from dashboard.scenario_view import read
from dashboard.slow_work import Latest, slowly
from dashboard.state import View

LATEST = Latest()
"""Which answer each reader still waits for."""


def register(app: Dash) -> None:
    """Controls and URL both ways in the browser; numbers and words from the server."""
    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="scenarios"),
        Output(ids.SCENARIO_URL, "search"),
        Output(ids.PLAN, "value"),
        Output(ids.PLAN, "budget"),
        Output(ids.PLAN, "here"),
        Output(ids.SETTINGS, "value"),
        Output(ids.FUTURE, "value"),
        Output(ids.YEAR, "value"),
        Output(ids.SCENARIO_BASIS, "value"),
        Output(ids.GOAL, "value"),
        Output(ids.BORDER_SHARE, "value"),
        Output(ids.COMPARED, "value"),
        Output(ids.PLAN_MAP, "view"),
        Output(ids.SCENARIO_TURN, "data"),
        Input(ids.SCENARIO_URL, "search"),
        Input(ids.PLAN, "value"),
        Input(ids.PLAN, "budget"),
        Input(ids.SETTINGS, "value"),
        Input(ids.FUTURE, "value"),
        Input(ids.YEAR, "value"),
        Input(ids.SCENARIO_BASIS, "value"),
        Input(ids.GOAL, "value"),
        Input(ids.BORDER_SHARE, "value"),
        Input(ids.COMPARED, "value"),
        Input(ids.PLAN_MAP, "event"),
        State(ids.SCENARIO_OFFERED, "data"),
        State(ids.SCENARIO_TURN, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="frontierPicked"),
        Output(ids.PLAN, "value", allow_duplicate=True),
        Output(ids.PLAN, "budget", allow_duplicate=True),
        Input(ids.FRONTIER_CHART, "clickData"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(ids.SCENARIO_NOTICE, "html"),
        Output(ids.SCENARIO_HEADLINE, "html"),
        Output(ids.PLAN_MAP, "fills"),
        Input(ids.SCENARIO_URL, "search"),
        State(ids.SCENARIO_TURN, "data"),
        prevent_initial_call=True,
    )
    async def answer(search: str, turn: Any) -> tuple[Any, ...]:
        LATEST.asks(turn)

        def draw(view: View) -> tuple[Any, ...]:
            return (*top(view), fills(view))

        return await asyncio.to_thread(draw, read(search))

    # Ranges follow the answer in words, and what takes longer follows the ranges.
    @app.callback(
        Output(ids.SCENARIO_EVIDENCE, "html"),
        Output(ids.RESULTS, "html"),
        Output(ids.PLAN, "ready"),
        Output(ids.SCENARIO_SETTLED, "data"),
        Input(ids.SCENARIO_HEADLINE, "html"),
        State(ids.SCENARIO_URL, "search"),
        State(ids.SCENARIO_TURN, "data"),
        prevent_initial_call=True,
    )
    async def settle(words: str, search: str, turn: Any) -> tuple[Any, ...]:
        return await slowly(
            lambda: (
                *ranges(read(search)),
                ready(read(search)),
                {"search": search, "turn": turn},
            ),
            awaited=lambda: LATEST.awaits(turn),
            otherwise=(no_update, no_update, no_update, no_update),
        )

    parts = {
        ids.COMPARISON: comparison,
        ids.BEST: best,
        ids.CHALLENGE: challenge,
        ids.TURNING: turning,
    }
    for id, part in parts.items():
        _register_part(app, id, part)
    register_saved(app, page_view=read)
    for id, graph in ((ids.PATHS, paths), (ids.FRONTIER, frontier), (ids.TORNADO, tornado)):
        _register_graph(app, id, graph)


def _register_part(app: Dash, id: str, draw: Any) -> None:
    """A part that waits until the answer in words is there."""

    @app.callback(
        Output(id, "html"),
        Input(ids.SCENARIO_SETTLED, "data"),
        State(id, "html"),
    )
    async def part(settled: Any, shown: str) -> Any:
        if ctx.triggered_id is None and WAITING not in (shown or ""):
            return no_update
        return await _drawn(draw, settled)


def _register_graph(app: Dash, id: str, draw: Any) -> None:
    """A chart, once the map has been painted."""

    @app.callback(
        Output(id, "children"),
        Input(ids.PLAN_MAP, "painted"),
        Input(ids.SCENARIO_SETTLED, "data"),
        prevent_initial_call=True,
    )
    async def graph(painted: bool, settled: Any) -> Any:
        return await _drawn(draw, settled) if painted else []


async def _drawn(draw: Any, settled: Any) -> Any:
    """What `draw` makes of the view whose ranges are there, unless its reader has gone on."""
    known = settled if isinstance(settled, dict) else {}
    return await slowly(
        lambda: draw(read(known.get("search"))),
        awaited=lambda: LATEST.awaits(known.get("turn")),
        otherwise=no_update,
    )
