"""Short polling: the message of the stream as an answer, 304 where nothing is new."""

import hashlib

from fastapi import Request
from fastapi.responses import Response


def since_of(request: Request) -> int:
    """The newest event that the asker has seen; nothing readable counts as none."""
    given = request.headers.get("last-event-id") or request.query_params.get("after") or "0"
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0


def polled(request: Request, message: bytes) -> Response:
    """The message, with a tag to ask again by."""
    tag = f'"{hashlib.blake2b(message, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    asked = request.headers.get("if-none-match", "").removeprefix("W/")
    if asked == tag:
        return Response(status_code=304, headers=headers)
    return Response(message, media_type="application/json", headers=headers)
