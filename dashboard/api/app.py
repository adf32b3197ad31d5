"""The app that answers under `/api`: every operation, its description, and the docs page."""

import inspect
import json
from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated, Any

from fastapi import FastAPI, Path, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from dashboard.api import docs_page
from dashboard.api.answer import JSON, Page, page, sent, sent_table, wants_csv
from dashboard.api.asked import InFormat
from dashboard.api.catalogue import operations
from dashboard.api.described import description
from dashboard.api.operation import Operation
from dashboard.api.refusals import Refusal, refusal, refuse
from dashboard.api.turns import Busy, Turns
from dashboard.api.values import Strict

_RESPONSES: dict[int | str, dict[str, Any]] = {
    304: {"description": "The asker has this answer already"},
    404: {"model": Refusal, "description": "There is nothing of this name"},
    422: {"model": Refusal, "description": "A parameter or value that there is not"},
    503: {"model": Refusal, "description": "Too many requests wait; ask again in some seconds"},
}
_POSTED: dict[int | str, dict[str, Any]] = {
    400: {"model": Refusal, "description": "A body that cannot be read"},
    403: {"description": "A request by a script of another web site"},
    413: {"description": "A body that is larger than the server takes"},
    422: _RESPONSES[422],
    503: _RESPONSES[503],
}


def api_app() -> FastAPI:
    """The app, for one server."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    refuse(app)
    turns = Turns()

    @app.exception_handler(Busy)
    async def busy(_: Request, __: Busy) -> JSONResponse:
        answer = refusal(503, "Too many requests wait. Ask again in some seconds.")
        answer.headers["Retry-After"] = "5"
        return answer

    for one in operations():
        app.add_api_route(
            one.address,
            _endpoint(one, turns),
            methods=[one.method],
            response_model=Page[one.gives] if one.lists else one.gives,  # type: ignore[name-defined]
            responses=_POSTED if one.method == "POST" else _responses(one),
            summary=one.summary,
            description=one.about,
            operation_id=one.name,
            tags=[one.group],
        )
    described = description(app)

    async def landing(request: Request) -> Response:
        found = {
            "title": "Corridor Atlas",
            "documentation": "/api/docs",
            "openapi": "/api/v1/openapi.json",
            "features": "/ogc",
            "addresses": {one.name: f"{one.method} {one.address}" for one in operations()},
        }
        return sent(request, json.dumps(found).encode(), media=JSON)

    async def openapi(request: Request) -> Response:
        return sent(request, await turns.do(described.as_json), media=JSON)

    async def docs(request: Request) -> Response:
        text = await turns.do(lambda: docs_page.document(described.as_dict()))
        return HTMLResponse(text)

    for path in ("/api", "/api/v1", "/api/v1/"):
        app.add_api_route(path, landing, include_in_schema=False)
    app.add_api_route("/api/v1/openapi.json", openapi, include_in_schema=False)
    app.add_api_route("/api/docs", docs, include_in_schema=False)
    return app


def _responses(one: Operation) -> dict[int | str, dict[str, Any]]:
    found = {code: told for code, told in _RESPONSES.items() if code != 404 or one.keys}
    if one.lists or one.rows:
        found[200] = {"content": {"text/csv": {"schema": {"type": "string"}}}}
    return found


def _endpoint(one: Operation, turns: Turns) -> Callable[..., Any]:
    """The function that FastAPI calls, with the signature that it reads."""

    async def endpoint(request: Request, asked: Strict, key: str | None = None) -> Response:
        work = partial(one.run, asked, key)
        found = await turns.do(work) if one.slow else work()
        return _answer(one, request, asked, found)

    kind = inspect.Parameter.KEYWORD_ONLY
    place = Query() if one.method == "GET" else None
    asks: Any = Annotated[one.asks, place] if place else one.asks
    parameters = [
        inspect.Parameter("request", kind, annotation=Request),
        inspect.Parameter("asked", kind, annotation=asks),
    ]
    if one.keys is not None:
        told = Path(
            alias=one.key_name,
            description=f"The {one.key_name}, by its key",
            json_schema_extra={"enum": list(one.keys())},
        )
        parameters.append(inspect.Parameter("key", kind, annotation=Annotated[str, told]))
    endpoint.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    endpoint.__name__ = one.name
    return endpoint


def _answer(one: Operation, request: Request, asked: Any, found: Any) -> Response:
    if one.method == "POST":
        body = found.model_dump_json().encode()
        return Response(body, media_type=JSON, headers={"Cache-Control": "no-store"})
    as_table = isinstance(asked, InFormat) and wants_csv(asked, request.headers.get("accept", ""))
    if one.lists:
        return _listed(request, asked, found, as_table=as_table)
    if as_table and one.rows:
        return sent_table(request, one.rows(found), None)
    return sent(request, found.model_dump_json().encode(), media=JSON)


def _listed(request: Request, asked: Any, rows: Sequence[Any], *, as_table: bool) -> Response:
    others = {k: v for k, v in request.query_params.items() if k not in ("limit", "offset")}
    part = page(rows, asked, request.url.path, others)
    if as_table:
        return sent_table(request, part.items, part.next)
    return sent(request, part.model_dump_json().encode(), media=JSON)
