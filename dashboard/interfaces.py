"""What the server answers besides pages: files, the open interface, and maps for other programs."""

from collections.abc import Mapping

from fastapi import FastAPI

from dashboard.api.app import api_app
from dashboard.api.under import Under
from dashboard.desk import route as desk
from dashboard.desk.route_paths import ACCEPT, CHECK
from dashboard.exports import route as exports
from dashboard.ogc.app import ogc_app
from dashboard.people import route as people
from dashboard.registry import route as registry
from dashboard.registry.route_paths import EVERY
from dashboard.rooms.app import rooms_app
from dashboard.rooms.leaving import leave_with_signal
from dashboard.rooms.quiet import keep_quiet
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.workshop import routes as workshop

PATH_LIMITS: Mapping[str, int] = dict.fromkeys((CHECK, ACCEPT), desk.BODY_LIMIT)
"""Bytes of a request body at the paths that take files."""

STREAMED: Mapping[str, int] = dict.fromkeys(EVERY, registry.BODY_LIMIT)
"""The same at paths whose files are too large to be held in memory."""


def register(server: FastAPI) -> None:
    """Answer below `/export`, `/data`, `/monitor`, `/api` and `/ogc`, and where people sign in."""
    exports.register(server)
    desk.register(server)
    registry.register(server)
    people.register(server)
    server.router.routes.append(Under("/api", api_app()))
    server.router.routes.append(Under("/ogc", ogc_app()))


def rooms(store: Store, *, settings: Settings) -> FastAPI:
    """What answers below `/rooms`, `/join` and `/workshop`; `state.hub` is to be closed with it."""
    app = rooms_app(store, settings=settings)
    workshop.register(app)
    return app


def begin(rooms: FastAPI) -> None:
    """What rooms need of the process, once it serves."""
    keep_quiet()
    leave_with_signal(rooms.state.hub)
