"""Answers as they are sent: JSON or CSV, in pages, with a fingerprint to ask again by."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from dashboard.api.asked import InFormat, Paged
from dashboard.api.table import table
from dashboard.api.values import Told

Row = TypeVar("Row")
JSON, CSV = "application/json", "text/csv; charset=utf-8"
FRESH = "public, max-age=300"
"""Numbers change only when the atlas is started anew with other tables."""

_HOST = re.compile(r"[A-Za-z0-9._-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")


class Page(Told, Generic[Row]):
    """A part of a list."""

    items: tuple[Row, ...] = Field(description="The rows asked for")
    total: int = Field(description="Rows of the whole list")
    limit: int
    offset: int
    next: str | None = Field(description="Address of the rows after these; null at the end")


def page(rows: Sequence[Any], asked: Paged, address: str, others: Mapping[str, str]) -> Page[Any]:
    """The part of `rows` that is asked for; `others`: parameters that `next` keeps."""
    after = asked.offset + asked.limit
    following = {**others, "limit": asked.limit, "offset": after}
    return Page[Any](
        items=tuple(rows[asked.offset : after]),
        total=len(rows),
        limit=asked.limit,
        offset=asked.offset,
        next=f"{address}?{urlencode(following)}" if after < len(rows) else None,
    )


def wants_csv(asked: InFormat, accept: str) -> bool:
    """Whether a table is asked for: by `format`, else by what Accept names first."""
    if asked.format is not None:
        return asked.format == "csv"
    named = [one.partition(";")[0].strip().lower() for one in accept.split(",")]
    known = [one for one in named if one in ("text/csv", JSON, "*/*")]
    return known[:1] == ["text/csv"]


def sent(
    request: Request, body: bytes, *, media: str, headers: Mapping[str, str] | None = None
) -> Response:
    """The answer to a GET; 304 where the one who asks has it already."""
    tag = f'W/"{hashlib.sha256(media.encode() + body).hexdigest()[:24]}"'
    named = {"ETag": tag, "Cache-Control": FRESH, "Vary": "Accept", **(headers or {})}
    if _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=named)
    return Response(body, media_type=media, headers=named)


def sent_table(request: Request, rows: Sequence[BaseModel], following: str | None) -> Response:
    """Rows as CSV; the address of those after them stands in the header Link."""
    links = {"Link": f'<{following}>; rel="next"'} if following else {}
    return sent(request, table(rows), media=CSV, headers=links)


def base_address(request: Request) -> str:
    """Scheme and host as the asker named them; empty where the name is none."""
    host = request.headers.get("host", "")
    return f"{request.scope['scheme']}://{host}" if _HOST.fullmatch(host) else ""


def _has(header: str, tag: str) -> bool:
    """Whether If-None-Match names this tag; whether it is weak does not count."""
    named = [one.strip().removeprefix("W/") for one in header.split(",")]
    return "*" in named or tag.removeprefix("W/") in named
