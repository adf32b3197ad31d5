"""From the URL to the page: which page is drawn, in which language."""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard import ids
from dashboard.page import find, pages
from dashboard.shell import screen


def register(app: Dash, *, hosts: Sequence[str]) -> None:
    """Routing and language; then what each page registers. `hosts`: as in `screen`."""
    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="route"),
        Output(ids.ROUTE, "data"),
        Input(ids.URL, "pathname"),
        Input(ids.URL, "search"),
        State(ids.ROUTE, "data"),
    )
    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="reader"),
        Output(ids.URL, "search", allow_duplicate=True),
        Input(ids.LANG, "value"),
        Input(ids.DIGITS, "value"),
        prevent_initial_call=True,
    )

    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="wholeLink"),
        Output(ids.WHOLE, "href"),
        Input(ids.URL, "href"),
    )
    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="storyLink"),
        Output(ids.TO_STORY, "href"),
        Input(ids.URL, "href"),
    )
    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="snippet"),
        Output(ids.SNIPPET, "value"),
        Input(ids.URL, "href"),
        State(ids.PAGE, "data-title"),
    )

    @app.callback(
        Output(ids.ROOT, "children"),
        Input(ids.ROUTE, "data"),
        State(ids.URL, "search"),
        prevent_initial_call=True,
    )
    async def show(route: Any, search: str) -> list[Any]:
        found = find(route.get("path") if isinstance(route, dict) else "/", search)
        return await asyncio.to_thread(partial(screen, found.page, found.view, hosts=hosts))

    for page in pages().values():
        page.register(app)
