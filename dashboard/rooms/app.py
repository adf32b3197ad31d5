"""The app that answers under `/rooms` and `/join`."""

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from dashboard.rooms import join_routes, phone_routes, presenter_routes
from dashboard.rooms.hub import Hub
from dashboard.rooms.problem_words import said
from dashboard.rooms.refused import Refused
from dashboard.rooms.writer import Writer
from dashboard.settings import Settings
from dashboard.store import Store


def rooms_app(store: Store, *, settings: Settings) -> FastAPI:
    """The app, for one server; `state.hub` is to be closed with it."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.state.hub = Hub(store)
    app.state.writer = Writer(app.state.hub)
    app.state.settings = settings

    @app.exception_handler(Refused)
    async def refused(_: Request, found: Refused) -> JSONResponse:
        return refusal(found)

    @app.exception_handler(HTTPException)
    async def other(_: Request, found: HTTPException) -> JSONResponse:
        told = refusal(Refused("act"))
        told.status_code = found.status_code
        return told

    phone_routes.register(app)
    presenter_routes.register(app)
    join_routes.register(app)
    return app


def refusal(found: Refused) -> JSONResponse:
    """A refusal as JSON, in both languages; `seconds`: when to try again."""
    headers = {"Cache-Control": "no-store"}
    if "seconds" in found.fields:
        headers["Retry-After"] = str(found.fields["seconds"])
    told = {"problem": found.key, "said": said(found), **dict(found.fields)}
    return JSONResponse(told, status_code=found.status, headers=headers)
