"""What guards the door: headers on every answer, and a look at every request before Dash sees it.

A callback body that is too large, from another site, or not the body of a callback that exists
is turned away with a 4xx and one sentence; an error inside never shows its traceback.
"""

import json
import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from dash.exceptions import DependencyException, PreventUpdate
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.framing import Framing
from dashboard.raw_query import in_ascii

CALLBACK_PATH = "/_dash-update-component"
WRITES = frozenset({"POST", "PUT", "PATCH", "DELETE"})
YEAR = "public, max-age=31536000, immutable"
_DEEPEST = 64
_FOUND = (200, 206, 304)
_FAILED = "Something went wrong here; it has been written to the log."
_log = logging.getLogger("atlas")


class Guard:
    """ASGI middleware around the whole server."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        framing: Framing,
        body_limit: int,
        outputs: Mapping[str, Any],
        path_limits: Mapping[str, int] | None = None,
        streamed: Mapping[str, int] | None = None,
    ) -> None:
        """`outputs`: Dash's callback map; `body_limit`: bytes of a request body.

        `framing`: who may show an answer in a frame; `path_limits`: bytes at the paths that take
        files; `streamed`: the same where a body is passed on as it comes.
        """
        self.app = app
        self.framing = framing
        self.body_limit = body_limit
        self.path_limits = path_limits or {}
        self.streamed = streamed or {}
        self.outputs = outputs

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check one request, pass it on, and put the headers on what comes back."""
        if scope["type"] == "websocket":  # no page asks for one
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False
        scope = in_ascii(scope)

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                self._add_headers(scope, message)
            await send(message)

        try:
            refusal, receive = await self._look(scope, receive)
            if refusal is None:
                await self.app(scope, receive, send_with_headers)
            else:
                await refusal(scope, receive, send_with_headers)
        except Exception:
            _log.exception("%s %s failed", scope["method"], scope["path"])
            if started:
                raise
            await _refuse(500, _FAILED)(scope, receive, send_with_headers)

    async def _look(self, scope: Scope, receive: Receive) -> tuple[JSONResponse | None, Receive]:
        """A refusal or None, and the body to be read again by who comes next."""
        if scope["method"] not in WRITES:
            return None, receive
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        if origin is not None and not _is_from(origin, headers.get("host")):
            return _refuse(403, "Requests from other sites are not taken."), receive
        if scope["path"] in self.streamed and scope["method"] == "POST":
            most = self.streamed[scope["path"]]
            if _announced(headers) > most:
                return _refuse(413, f"The request is larger than {most // 1024} kB."), receive
            return None, _counted(receive, most=most)
        limit = self.path_limits.get(scope["path"], self.body_limit)
        too_large = _announced(headers) > limit
        try:
            body = None if too_large else await _read(receive, limit=limit)
        except _CutOff:
            return _refuse(400, "The request ended before all of it was sent."), receive
        if body is None:
            kilobytes = limit // 1024
            return _refuse(413, f"The request is larger than {kilobytes} kB."), receive
        if scope["path"] == CALLBACK_PATH and scope["method"] == "POST":
            if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
                return _refuse(415, "A callback takes application/json."), receive
            problem = callback_problem(body, outputs=self.outputs)
            if problem:
                return _refuse(400, problem), receive
        return None, _replay(body)

    def _add_headers(self, scope: Scope, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        headers.update(self.framing.headers(scope, status=message["status"]))
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "same-origin"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        if "content-type" not in headers and scope["path"] == CALLBACK_PATH:
            headers["Content-Type"] = "application/json"
        if scope["path"].startswith("/assets/") and message["status"] in _FOUND:
            fingerprinted = scope["query_string"].startswith(b"m=")
            headers["Cache-Control"] = YEAR if fingerprinted else "public, max-age=3600"
        elif scope["path"].startswith("/_dash-component-suites/") and message["status"] in _FOUND:
            headers.setdefault("Cache-Control", "public, max-age=86400")
        elif "cache-control" not in headers:
            headers["Cache-Control"] = "no-cache"


class Failures:
    """ASGI middleware inside Dash's own, which answers a failure without a word in the log."""

    def __init__(self, app: ASGIApp) -> None:
        """`app`: what may fail."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on; log what fails and answer it in one sentence."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            await self.app(scope, receive, send)
        except PreventUpdate:
            raise
        except DependencyException:
            await _refuse(404, "There is no such file.")(scope, receive, send)
        except Exception:
            _log.exception("%s %s failed", scope["method"], scope["path"])
            await _refuse(500, _FAILED)(scope, receive, send)


def _is_from(origin: str, host: str | None) -> bool:
    try:
        return urlsplit(origin).netloc == host
    except ValueError:
        return False


def _announced(headers: Headers) -> int:
    """The bytes that a request says it brings; 0 where it does not say."""
    told = headers.get("content-length", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 16 else 0


def _is_deep(value: Any) -> bool:
    """Whether JSON is nested deeper than any view needs; found without recursion."""
    level = [value]
    for _ in range(_DEEPEST):
        inner: list[Any] = []
        for one in level:
            if isinstance(one, dict):
                inner.extend(one.values())
            elif isinstance(one, list):
                inner.extend(one)
        if not inner:
            return False
        level = inner
    return True


def _refuse(status: int, message: str) -> JSONResponse:
    return JSONResponse({"error": message}, status_code=status)


class _CutOff(Exception):
    """Its sender left in the middle of a request: nothing is done with what had come."""


async def _read(receive: Receive, *, limit: int) -> bytes | None:
    """The whole body; None where it is larger than `limit`. Raises `_CutOff`."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _CutOff
        body += message.get("body", b"")
        if len(body) > limit:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _counted(receive: Receive, *, most: int) -> Receive:
    """The body as it comes; one that is larger than it said ends as if its sender had left."""
    read = 0

    async def passed_on() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        return message if read <= most else {"type": "http.disconnect"}

    return passed_on


def _replay(body: bytes) -> Receive:
    sent = False

    async def receive() -> Message:
        nonlocal sent
        if sent:
            return {"type": "http.disconnect"}
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def callback_problem(body: bytes, *, outputs: Mapping[str, Any]) -> str | None:
    """What is wrong with the body of a callback request, in one sentence; None where nothing is."""
    try:
        request = json.loads(body)
    except (ValueError, RecursionError):
        return "The body is not JSON."
    if _is_deep(request):
        return "The body is nested too deep."
    if not isinstance(request, dict):
        return "The body is not a JSON object."
    name = request.get("output")
    if not isinstance(name, str) or "callback" not in outputs.get(name, {}):
        return "There is no callback with this output."
    known = outputs[name]
    for part in ("inputs", "state"):
        problem = _arguments_problem(request.get(part, []), expected=known.get(part, []), part=part)
        if problem:
            return problem
    changed = request.get("changedPropIds", [])
    if not isinstance(changed, list) or not all(isinstance(one, str) for one in changed):
        return "changedPropIds is not a list of strings."
    return _outputs_problem(request.get("outputs"), name=name)


def _arguments_problem(given: Any, *, expected: Any, part: str) -> str | None:
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        return f"{part} is not a list of objects."
    wanted = [(one["id"], one["property"]) for one in expected]
    if [(one.get("id"), one.get("property")) for one in given] != wanted:
        return f"{part} is not what this callback takes."
    return None


def _outputs_problem(given: Any, *, name: str) -> str | None:
    several = name.startswith("..")
    listed = given if isinstance(given, list) else [given]
    if several != isinstance(given, list) or not all(isinstance(one, dict) for one in listed):
        return "outputs is not what this callback gives."
    told = [f"{one.get('id')}.{one.get('property')}" for one in listed]
    expected = name.strip(".").split("...") if several else [name]
    if [one.partition("@")[0] for one in told] != [one.partition("@")[0] for one in expected]:
        return "outputs is not what this callback gives."
    return None
