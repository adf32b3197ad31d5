"""Queries as they come over the wire: any bytes, while most of what reads them expects text."""

from urllib.parse import quote

from starlette.types import Scope

_AS_IT_IS = bytes(range(33, 127))


def in_ascii(scope: Scope) -> Scope:
    """The same request, its query written as addresses are: a raw byte fits no decoding."""
    query: bytes = scope["query_string"]
    if query.isascii():
        return scope
    return {**scope, "query_string": quote(query, safe=_AS_IT_IS).encode("ascii")}
