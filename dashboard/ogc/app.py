"""The app that answers under `/ogc`."""

import json
import re
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from dashboard.api import docs_page
from dashboard.api.answer import base_address, sent
from dashboard.api.refusals import failed, refusal
from dashboard.ogc import collections as there
from dashboard.ogc import described, documents
from dashboard.ogc.boxes import Box, read_box, touches
from dashboard.ogc.documents import GEOJSON, JSON, OPENAPI

_PAGE = frozenset({"limit", "offset", "bbox", "datetime"})
_DIGITS = re.compile(r"[0-9]{1,9}")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2}))?")
_OPEN = ("", "..")


def ogc_app() -> FastAPI:
    """The app, for one server."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    failed(app)

    @app.exception_handler(HTTPException)
    async def refused(_: Request, found: HTTPException) -> Response:
        usual = {404: "There is nothing under this address. Begin at /ogc.", 405: "Use GET."}
        told = usual.get(found.status_code, "") if found.detail in _PLAIN else str(found.detail)
        return refusal(found.status_code, told or str(found.detail))

    def add(path: str, make: Callable[[str], Any], media: str = JSON) -> None:
        async def endpoint(request: Request) -> Response:
            _asked(request)
            return _sent(request, make(base_address(request)), media)

        app.add_api_route(path, endpoint)

    add("/ogc", documents.landing)
    add("/ogc/", documents.landing)
    add("/ogc/conformance", lambda _: documents.conformance())
    add("/ogc/collections", documents.listed)
    add("/ogc/api", described.openapi, OPENAPI)

    async def page(request: Request) -> Response:
        return HTMLResponse(docs_page.document(described.openapi(base_address(request))))

    async def collection(request: Request, key: str) -> Response:
        _asked(request)
        return _sent(request, documents.described(base_address(request), _collection(key)), JSON)

    async def items(request: Request, key: str) -> Response:
        one, asked = _collection(key), _asked(request, _PAGE)
        box, limit, offset = _box(asked), _limit(asked), _offset(asked)
        _check_time(asked)
        found = [
            each for each in one.features.values() if box is None or touches(each["geometry"], box)
        ]
        query = {name: value for name, value in asked.items() if name not in ("limit", "offset")}
        document = documents.items(
            base_address(request), one, found, limit=limit, offset=offset, query=query
        )
        return _sent(request, document, GEOJSON)

    async def item(request: Request, key: str, feature: str) -> Response:
        one = _collection(key)
        _asked(request)
        if feature not in one.features:
            raise HTTPException(404, f"There is no such feature. See /ogc/collections/{key}/items.")
        document = documents.item(base_address(request), one, one.features[feature])
        return _sent(request, document, GEOJSON)

    app.add_api_route("/ogc/api.html", page)
    app.add_api_route("/ogc/collections/{key}", collection)
    app.add_api_route("/ogc/collections/{key}/items", items)
    app.add_api_route("/ogc/collections/{key}/items/{feature}", item)
    return app


_PLAIN = ("Not Found", "Method Not Allowed")


def _sent(request: Request, document: Any, media: str) -> Response:
    body = json.dumps(document, ensure_ascii=False, allow_nan=False).encode()
    return sent(request, body, media=media)


def _collection(key: str) -> there.Collection:
    known = there.collections()
    if key not in known:
        raise HTTPException(404, f"There is no such collection. Use: {', '.join(known)}.")
    return known[key]


def _asked(request: Request, known: Collection[str] = ()) -> Mapping[str, str]:
    """The parameters; those that there are not, or that come twice, are refused with 400."""
    allowed = {*known, "f"}
    given = request.query_params.multi_items()
    for name, _ in given:
        if name not in allowed:
            raise _wrong(f"There is no parameter '{name[:40]}'. Use: {', '.join(sorted(allowed))}.")
    asked = dict(given)
    if len(asked) != len(given):
        raise _wrong("Each parameter can be given once.")
    if asked.get("f", "json") != "json":
        raise _wrong("f is json.")
    return asked


def _limit(asked: Mapping[str, str]) -> int:
    least, most = described.LIMITS
    return min(_whole(asked, "limit", described.FIRST_LIMIT, least=least), most)


def _offset(asked: Mapping[str, str]) -> int:
    return min(_whole(asked, "offset", 0, least=0), described.FARTHEST)


def _whole(asked: Mapping[str, str], name: str, default: int, *, least: int) -> int:
    text = asked.get(name, str(default))
    if not _DIGITS.fullmatch(text) or int(text) < least:
        raise _wrong(f"{name} is a whole number from {least}.")
    return int(text)


def _box(asked: Mapping[str, str]) -> Box | None:
    if "bbox" not in asked:
        return None
    box = read_box(asked["bbox"])
    if box is None:
        raise _wrong("bbox is west,south,east,north in degrees, or six numbers with heights.")
    return box


def _check_time(asked: Mapping[str, str]) -> None:
    """Refuse what is no time; no feature has one, so that nothing is left out."""
    parts = asked.get("datetime", "2025-01-01").split("/")
    times = [part for part in parts if not (len(parts) == 2 and part in _OPEN)]
    if len(parts) > 2 or not all(_is_time(one) for one in times):
        raise _wrong("datetime is a date and time of RFC 3339, or an interval a/b, ../b, a/..")


def _is_time(text: str) -> bool:
    if not _TIME.fullmatch(text) or not text.isascii():
        return False
    try:
        datetime.fromisoformat(text[:10])
    except ValueError:
        return False
    return True


def _wrong(sentence: str) -> HTTPException:
    return HTTPException(400, sentence)
