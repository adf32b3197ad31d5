"""Thousands of callbacks that no browser would send."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dashboard.security.asking import (
    BROWSER_ONLY,
    FOLLOW,
    TRACES,
    Site,
    is_refused,
    page_body,
    rank_body,
    raw,
    search_body,
)

LEAVES: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=12)
    | st.sampled_from(["id", "map-url", "search", "/", "?lang=km", FOLLOW, *BROWSER_ONLY])
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "property", "value", "path", "type", "get", "keys"]) | st.text(),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every part of a body."""
    yield path
    if isinstance(node, dict):
        for key, value in node.items():
            yield from places(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from places(value, (*path, index))


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """A body that the browser could send, changed in one to three places."""
    whole = draw(st.sampled_from([search_body(), page_body(), rank_body()]))
    body: Any = {"body": deepcopy(whole)}
    for _ in range(draw(st.integers(1, 3))):
        ways = [way for way in places(body) if way]
        *up, last = draw(st.sampled_from(ways))
        parent = body
        for step in up:
            parent = parent[step]
        match draw(st.sampled_from(["put", "put", "drop", "twice", "add"])):
            case "put":
                parent[last] = draw(VALUES)
            case "drop" if len(up) > 0:
                del parent[last]
            case "twice" if isinstance(parent, list):
                parent.append(deepcopy(parent[last]))
            case "add" if isinstance(parent[last], dict):
                parent[last][draw(st.text(max_size=8))] = draw(VALUES)
            case _:
                parent[last] = [parent[last]]
    return body["body"]


def is_orderly(response: httpx.Response) -> None:
    """Never an error inside, never a trace of one; a refusal is one sentence."""
    assert response.status_code in (200, 204, 400, 413), response.text[:300]
    assert not any(trace in response.text for trace in TRACES)
    if response.status_code >= 400:
        is_refused(response, response.status_code)
    elif response.status_code == 200:
        assert "response" in response.json()


@pytest.mark.parametrize("path", ["/", "/sign-in", "/export/map.csv", "/api/v1/sources", "/nope"])
def test_raw_bytes_in_a_query_are_read_like_any_others(site: Site, path: str) -> None:
    for query in (b"layer=\xff", b"\xed\xa0\x80", "lang=km&q=ខ្មែរ".encode()):
        status, content = raw(site, path, query=query)
        assert status < 500, content[:300]
    assert raw(site, path, query=b"lang=km&x=\xff")[0] == raw(site, path, query=b"lang=km&x=1")[0]


@given(body=mutated())
@settings(max_examples=1000, deadline=None)
def test_mutated_callbacks_never_break_it(site: Site, body: Any) -> None:
    is_orderly(site.post(body))


@given(body=mutated(), data=st.data())
@settings(max_examples=300, deadline=None)
def test_damaged_bytes_never_break_it(site: Site, body: Any, data: st.DataObject) -> None:
    content = bytearray(json.dumps(body).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = min(len(content), start + data.draw(st.integers(0, 5)))
        content[start:end] = data.draw(st.binary(max_size=4))
    is_orderly(site.post(bytes(content)))


@given(content=st.binary(max_size=200) | VALUES.map(lambda value: json.dumps(value).encode()))
@settings(max_examples=400, deadline=None)
def test_anything_else_is_refused(site: Site, content: bytes) -> None:
    is_refused(site.post(content))
