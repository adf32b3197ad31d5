"""Callbacks of the page of reintegration: everything on it follows its address."""

import asyncio
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard import ids
from dashboard.monitor.asked import read
from dashboard.monitor_parts import curve_chart, parts

FOLLOWING = (
    ids.MONITOR_NOTICE,
    ids.MONITOR_HEAD,
    ids.MONITOR_FUNNEL,
    ids.MONITOR_TIME_HEAD,
    ids.MONITOR_TIME_TABLE,
    ids.MONITOR_TABLES,
    ids.MONITOR_INDEX,
    ids.MONITOR_RELEASES,
)
"""Parts of finished HTML, in the order of the answer."""

CONTROLS = (
    ids.MONITOR_PROVINCE,
    ids.MONITOR_SECTOR,
    ids.MONITOR_COHORT,
    ids.MONITOR_SEX,
    ids.MONITOR_WEIGHTS,
)


def register(app: Dash) -> None:
    """Controls and URL both ways in the browser; numbers and words from the server."""
    app.clientside_callback(
        ClientsideFunction(namespace="atlas", function_name="monitor"),
        Output(ids.MONITOR_URL, "search"),
        *(Output(id, "value") for id in CONTROLS),
        Input(ids.MONITOR_URL, "search"),
        *(Input(id, "value") for id in CONTROLS),
        State(ids.MONITOR_OFFERED, "data"),
        prevent_initial_call=True,
    )

    @app.callback(
        *(Output(id, "html") for id in FOLLOWING),
        Input(ids.MONITOR_URL, "search"),
        prevent_initial_call=True,
    )
    async def follow(search: str) -> tuple[str, ...]:
        found = await asyncio.to_thread(parts, read(search))
        return tuple(found[id] for id in FOLLOWING)

    @app.callback(Output(ids.MONITOR_CURVE, "children"), Input(ids.MONITOR_URL, "search"))
    async def draw(search: str) -> Any:
        return await asyncio.to_thread(curve_chart, read(search))
