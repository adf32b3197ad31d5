"""Corridor Atlas: `python app.py` serves it on HOST and PORT."""

import gc
import os
import sys
import threading
from contextvars import copy_context

os.environ.setdefault("DASH_DISABLE_VERSION_CHECK", "true")

import uvicorn
from dash import Dash
from fastapi import FastAPI

from dashboard.data_here import holding
from dashboard.memory import few_pools
from dashboard.page import warm
from dashboard.server import create_dash
from dashboard.settings import SettingError, Settings, read_settings
from dashboard.world_checks import LayerError
from geodata import DataError


def create_app(settings: Settings | None = None) -> Dash:
    """The Dash app, its data loaded and checked."""
    return create_dash(settings or read_settings())


def create_server(settings: Settings | None = None) -> FastAPI:
    """The ASGI application of this process, for `uvicorn --factory app:create_server`.

    What the first readers of each page will ask for is worked out meanwhile, in every process.
    """
    few_pools()
    gc.disable()  # what is made here stays: to look through it for waste takes a fifth of the time
    try:
        server = create_app(settings).server
    finally:
        gc.freeze()
        gc.enable()
    with holding(server.state.in_force.known):
        context = copy_context()
    threading.Thread(target=context.run, args=(warm,), name="ahead", daemon=True).start()
    return server


def main() -> int:
    """Serve until stopped; a wrong setting or table is told in one line, with what to do."""
    try:
        settings = read_settings()
        server = create_server(settings)
    except (SettingError, DataError, LayerError) as problem:
        print(f"Corridor Atlas cannot start. {problem}", file=sys.stderr)
        return 1
    print(f"Corridor Atlas: http://{settings.host}:{settings.port}  (Ctrl+C stops it)")
    uvicorn.run(
        server,
        host=settings.host,
        port=settings.port,
        log_level=settings.log_level,
        server_header=False,
        proxy_headers=False,  # they are read where ATLAS_PROXY says so
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
