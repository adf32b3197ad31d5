"""Files that never change while the server runs: read and compressed once, not once a reader.

Compressing the chart library takes a fifth of a second of the only event loop; a hundred phones
that open a page at the same time would wait for each other.
"""

import asyncio
import gzip
import hashlib
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PREFIXES = ("/assets/", "/_dash-component-suites/")
LARGEST = 8_000_000
MOST_BYTES = 64_000_000
_SMALLEST_GZIP = 512
_COMPRESSED = (".woff2", ".png", ".jpg")


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One file as it is sent: its headers, plain and, where that helps, compressed."""

    headers: Headers
    plain: bytes
    packed: bytes | None
    etag: str


class StaticOnce:
    """ASGI middleware that answers for files it has seen, and passes all else on."""

    def __init__(self, app: ASGIApp) -> None:
        """`app`: what reads the files."""
        self.app = app
        self.kept: dict[str, Kept] = {}
        self.bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for a file from memory; keep what comes for the first time."""
        wanted = scope["type"] == "http" and scope["method"] == "GET"
        if not wanted or not scope["path"].startswith(PREFIXES):
            await self.app(scope, receive, send)
            return
        kept = self.kept.get(scope["path"]) or await self._keep(scope, receive, send)
        if kept is not None:
            await _answer(kept, Headers(scope=scope))(scope, receive, send)

    async def _keep(self, scope: Scope, receive: Receive, send: Send) -> Kept | None:
        """The file, now in memory; None where it was not one and has been answered as it came."""
        answer: list[Message] = []

        async def collect(message: Message) -> None:
            answer.append(message)

        whole = dict(scope, headers=[], query_string=b"")
        await self.app(whole, receive, collect)
        body = b"".join(message.get("body", b"") for message in answer[1:])
        full = self.bytes + len(body) > MOST_BYTES or len(body) > LARGEST
        if answer[0]["status"] != 200 or full:
            for message in answer:
                await send(message)
            return None
        headers = MutableHeaders(scope=answer[0])
        for name in ("etag", "content-length", "last-modified", "accept-ranges", "vary"):
            del headers[name]
        packed = None
        if len(body) >= _SMALLEST_GZIP and not scope["path"].endswith(_COMPRESSED):
            packed = await asyncio.to_thread(gzip.compress, body, 9, mtime=0)
        kept = Kept(
            headers=Headers(raw=headers.raw),
            plain=body,
            packed=packed,
            etag=f'"{hashlib.sha256(body).hexdigest()[:20]}"',
        )
        if scope["path"] not in self.kept:
            self.bytes += len(body) + len(packed or b"")
            self.kept[scope["path"]] = kept
        return kept


def _answer(kept: Kept, asked: Headers) -> Response:
    headers = {name: value for name, value in kept.headers.items() if name != "content-type"}
    headers |= {"ETag": kept.etag, "Vary": "Accept-Encoding"}
    if asked.get("if-none-match") == kept.etag:
        return Response(status_code=304, headers=headers)
    body = kept.plain
    if kept.packed is not None and "gzip" in asked.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        body = kept.packed
    return Response(body, headers=headers, media_type=kept.headers.get("content-type"))
