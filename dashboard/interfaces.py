"""What the server answers besides pages: files, the open interface, and maps for other programs."""

from fastapi import FastAPI

from dashboard.api.app import api_app
from dashboard.api.under import Under
from dashboard.exports import route as exports
from dashboard.ogc.app import ogc_app
from dashboard.workshop import routes as workshop


def register(server: FastAPI) -> None:
    """Answer below `/export`, `/api` and `/ogc`."""
    exports.register(server)
    server.router.routes.append(Under("/api", api_app()))
    server.router.routes.append(Under("/ogc", ogc_app()))


def add_workshop(rooms: FastAPI) -> None:
    """Answer below `/workshop`, with the rooms that are there."""
    workshop.register(rooms)
