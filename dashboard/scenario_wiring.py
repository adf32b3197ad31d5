"""Callbacks of the page of scenarios: the answer first, then its ranges, then what takes longer."""

import asyncio
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update

from dashboard import ids
from dashboard.optimise_parts import best, frontier, project_steps, projects
from dashboard.robust_wiring import register_robust
from dashboard.saved_wiring import register_saved
from dashboard.scenario_parts import (
    WAITING,
    challenge,
    comparison,
    files,
    fills,
    offered_beside,
    paths,
    places,
    ranges,
    ready,
    refined,
    sketch,
    top,
    tornado,
    turning,
)
from dashboard.scenario_view import read
from dashboard.slow_work import Latest, count_of, slowly
from dashboard.state import View

LATEST = Latest()
"""Which answer each reader still waits for."""

WISHES = (
    ids.GOAL,
    ids.PLACEMENTS,
    ids.BORDER_SHARE,
    ids.WOMEN_SHARE,
    ids.MOST_PROVINCE,
    ids.MOST_INSTRUMENT,
    ids.START,
    ids.AIM,
)
"""Controls of what the best use is to reach, in the order of assets/scenarios.js."""


def register(app: Dash) -> None:
    """Controls and URL both ways in the browser; numbers and words from the server."""
    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="scenarios"),
        Output(ids.SCENARIO_URL, "search"),
        Output(ids.PLAN, "value"),
        Output(ids.PLAN, "budget"),
        Output(ids.PLAN, "here"),
        Output(ids.PLAN, "turn"),
        Output(ids.SETTINGS, "value"),
        Output(ids.FUTURE, "value"),
        Output(ids.YEAR, "value"),
        Output(ids.SCENARIO_BASIS, "value"),
        *(Output(id, "value") for id in WISHES),
        Output(ids.PLACEMENTS_BOX, "hidden"),
        Output(ids.COMPARED, "value"),
        Output(ids.PLAN_MAP, "view"),
        Output(ids.SCENARIO_ASKED, "data"),
        Output(ids.SCENARIO_TURN, "data"),
        Input(ids.SCENARIO_URL, "search"),
        Input(ids.PLAN, "value"),
        Input(ids.PLAN, "budget"),
        Input(ids.SETTINGS, "value"),
        Input(ids.FUTURE, "value"),
        Input(ids.YEAR, "value"),
        Input(ids.SCENARIO_BASIS, "value"),
        *(Input(id, "value") for id in WISHES),
        Input(ids.COMPARED, "value"),
        Input(ids.PLAN_MAP, "event"),
        State(ids.SCENARIO_OFFERED, "data"),
        State(ids.SCENARIO_ASKED, "data"),
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
        Output(ids.SCENARIO_ANSWERED, "data"),
        Input(ids.SCENARIO_ASKED, "data"),
        State(ids.SCENARIO_TURN, "data"),
        prevent_initial_call=True,
    )
    async def answer(search: str, turn: Any) -> tuple[Any, ...]:
        LATEST.asks(turn)
        words = await asyncio.to_thread(top, read(search))
        return (*words, {"search": search, "turn": turn})

    # Map and ranges follow the answer in words, and what takes longer follows the ranges.
    @app.callback(
        Output(ids.PLAN_MAP, "fills"),
        Output(ids.COMPARED, "options"),
        Input(ids.SCENARIO_ANSWERED, "data"),
        prevent_initial_call=True,
    )
    async def paint(answered: Any) -> Any:
        def draw(view: View) -> tuple[Any, Any]:
            return fills(view), offered_beside(view)

        return await _drawn(draw, answered, otherwise=(no_update, no_update))

    @app.callback(
        Output(ids.PLAN_FILES, "html"),
        Input(ids.SCENARIO_ANSWERED, "data"),
        prevent_initial_call=True,
    )
    async def take(answered: Any) -> Any:
        return await _drawn(files, answered, otherwise=no_update)

    @app.callback(
        Output(ids.SCENARIO_EVIDENCE, "html"),
        Output(ids.RESULTS, "html"),
        Output(ids.PLAN, "ready"),
        Output(ids.RESULTS, "className"),
        Output(ids.SCENARIO_SETTLED, "data"),
        Input(ids.SCENARIO_ANSWERED, "data"),
        prevent_initial_call=True,
    )
    async def reach(answered: Any) -> tuple[Any, ...]:
        def draw(view: View) -> tuple[Any, ...]:
            turn = answered.get("turn") if isinstance(answered, dict) else None
            plans = {"turn": count_of(turn), "plans": ready(view)}
            return (*ranges(view), plans, "panel", answered)

        return await _drawn(draw, answered, otherwise=(no_update,) * 5)

    @app.callback(
        Output(ids.SCENARIO_SKETCH, "data"),
        Input(ids.PLAN, "draft"),
        State(ids.SCENARIO_URL, "search"),
        prevent_initial_call=True,
    )
    async def sketched(draft: Any, search: str) -> Any:
        return await asyncio.to_thread(sketch, draft, search)

    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="sketched"),
        Output(ids.SCENARIO_HEADLINE, "html", allow_duplicate=True),
        Output(ids.SCENARIO_EVIDENCE, "html", allow_duplicate=True),
        Output(ids.RESULTS, "className", allow_duplicate=True),
        Input(ids.SCENARIO_SKETCH, "data"),
        State(ids.PLAN, "draft"),
        State(ids.PLAN, "value"),
        State(ids.PLAN, "budget"),
        State(ids.SCENARIO_URL, "search"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(ids.SCENARIO_EVIDENCE, "html", allow_duplicate=True),
        Output(ids.RESULTS, "html", allow_duplicate=True),
        Input(ids.SCENARIO_SETTLED, "data"),
        prevent_initial_call="initial_duplicate",
    )
    async def refine(settled: Any) -> tuple[Any, Any]:
        return await _drawn(refined, settled, otherwise=(no_update, no_update))

    parts = {
        ids.SCENARIO_PLACES: places,
        ids.COMPARISON: comparison,
        ids.BEST: best,
        ids.PROJECTS: projects,
        ids.CHALLENGE: challenge,
        ids.TURNING: turning,
    }
    for id, part in parts.items():
        _register_part(app, id, part)
    register_saved(app, page_view=read)
    register_robust(app, latest=LATEST)
    graphs = {
        ids.PATHS: paths,
        ids.FRONTIER: frontier,
        ids.TORNADO: tornado,
        ids.PROJECTS_BOX: project_steps,
    }
    for id, graph in graphs.items():
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


async def _drawn(draw: Any, settled: Any, *, otherwise: Any = no_update) -> Any:
    """What `draw` makes of the view whose ranges are there, unless its reader has gone on.

    A page that has just taken the place of another one has not been answered yet: nothing is drawn
    then, where an answer to the page before still calls for it.
    """
    if not isinstance(settled, dict):
        return otherwise
    return await slowly(
        lambda: draw(read(settled.get("search"))),
        awaited=lambda: LATEST.awaits(settled.get("turn")),
        otherwise=otherwise,
    )
