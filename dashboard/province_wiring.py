"""Callbacks of the page of a province: everything on it follows its address."""

import asyncio
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update

from dashboard import ids
from dashboard.page import find
from dashboard.province_parts import WAITING, body, top
from dashboard.slow_work import Latest, slowly
from dashboard.state import View

LATEST = Latest()
"""Which answer each reader still waits for."""


def register(app: Dash) -> None:
    """The address, read in the browser; words and numbers from the server."""
    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="province"),
        Output(ids.PROVINCE_ASKED, "data"),
        Input(ids.PROVINCE_URL, "search"),
        State(ids.PROVINCE_URL, "pathname"),
        State(ids.PROVINCE_ASKED, "data"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(ids.PROVINCE_NOTICE, "html"),
        Output(ids.PROVINCE_HEAD, "html"),
        Input(ids.PROVINCE_ASKED, "data"),
        prevent_initial_call=True,
    )
    async def answer(asked: Any) -> Any:
        view, turn = _read(asked)
        LATEST.asks(turn)
        if view.province is None:
            return no_update, no_update
        return await asyncio.to_thread(top, view)

    @app.callback(
        Output(ids.PROVINCE_BODY, "html"),
        Input(ids.PROVINCE_ASKED, "data"),
        State(ids.PROVINCE_BODY, "html"),
    )
    async def follow(asked: Any, shown: str) -> Any:
        view, turn = _read(asked)
        if view.province is None or (ctx.triggered_id is None and WAITING not in (shown or "")):
            return no_update
        return await slowly(
            lambda: body(view), awaited=lambda: LATEST.awaits(turn), otherwise=no_update
        )


def _read(asked: Any) -> tuple[View, object]:
    """The view that is asked for, and the turn in which it was; whatever a request held."""
    given = asked if isinstance(asked, dict) else {}
    return find(given.get("path"), given.get("search")).view, given.get("turn")
