"""Corridor Atlas: `python app.py` serves it on HOST and PORT."""

import os
import sys
import threading
from contextvars import copy_context

os.environ.setdefault("DASH_DISABLE_VERSION_CHECK", "true")

import uvicorn
from dash import Dash
from fastapi import FastAPI

from dashboard.data_here import holding
from dashboard.page import warm
from dashboard.server import create_dash
from dashboard.settings import SettingError, Settings, read_settings
from dashboard.world_checks import LayerError
from geodata import DataError


def create_app(settings: Settings | None = None) -> Dash:
    """The Dash app, its data loaded and checked."""
    return create_dash(settings or read_settings())


def create_server() -> FastAPI:
    """The ASGI application, for `uvicorn --factory app:create_server`."""
    return create_app().server


def main() -> int:
    """Serve until stopped; a wrong setting or table is told in one line, with what to do."""
    try:
        settings = read_settings()
        server = create_app(settings).server
    except (SettingError, DataError, LayerError) as problem:
        print(f"Corridor Atlas cannot start. {problem}", file=sys.stderr)
        return 1
    with holding(server.state.in_force.known):
        context = copy_context()
    threading.Thread(target=context.run, args=(warm,), daemon=True).start()
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
