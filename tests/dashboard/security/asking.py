"""The real app, asked in this process as a browser asks it, and as none would."""

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx
from dash import Dash

HOST = "atlas.test"
CALLBACK = "/_dash-update-component"
JSON = "application/json"
TRACES = ("Traceback", 'File "')
FOLLOW = (
    "..headline.html...notice.html...province-panel.html...table-twin.html"
    "...map-files.html...ranking-files.html.."
)
BROWSER_ONLY = ("route.data", "map.event", "map.highlight")


@dataclass(frozen=True)
class Site:
    """The real app, asked in this process."""

    dash: Dash
    ask: Callable[..., httpx.Response]

    def post(self, body: Any, **headers: str) -> httpx.Response:
        """A callback request; `body` as it is where it is bytes, else as JSON."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.ask("POST", CALLBACK, content=content, headers={"content-type": JSON} | headers)


def raw(site: Site, path: str, *, query: bytes = b"") -> tuple[int, bytes]:
    """Status and body of a GET whose path no client has tidied up."""
    told: list[dict[str, Any]] = []
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": quote(path).encode(),
        "query_string": query,
        "root_path": "",
        "headers": [(b"host", HOST.encode())],
        "client": ("127.0.0.1", 1),
        "server": (HOST, 80),
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        told.append(dict(message))

    asyncio.run(site.dash.server(scope, receive, send))
    return told[0]["status"], b"".join(message.get("body", b"") for message in told)


def search_body(search: Any = "") -> dict[str, Any]:
    """What the browser sends when the URL of the map changes."""
    names = [part.split(".") for part in FOLLOW.strip(".").split("...")]
    return {
        "output": FOLLOW,
        "outputs": [{"id": one, "property": prop} for one, prop in names],
        "inputs": [{"id": "map-url", "property": "search", "value": search}],
        "changedPropIds": ["map-url.search"],
        "parsedChangedPropsIds": ["map-url.search"],
    }


def page_body(route: Any = None, search: Any = "") -> dict[str, Any]:
    """What the browser sends when another page is asked for."""
    return {
        "output": "root.children",
        "outputs": {"id": "root", "property": "children"},
        "inputs": [{"id": "route", "property": "data", "value": route}],
        "state": [{"id": "url", "property": "search", "value": search}],
        "changedPropIds": ["route.data"],
    }


def rank_body(painted: Any = False, search: Any = "") -> dict[str, Any]:
    """What the browser sends when the map is drawn."""
    return {
        "output": "ranking.children",
        "outputs": {"id": "ranking", "property": "children"},
        "inputs": [
            {"id": "map", "property": "painted", "value": painted},
            {"id": "map-url", "property": "search", "value": search},
        ],
        "changedPropIds": ["map.painted"],
    }


def is_refused(response: httpx.Response, status: int = 400) -> None:
    """A 4xx with one sentence, as JSON."""
    assert response.status_code == status, response.text[:300]
    assert response.headers["content-type"] == JSON
    said = response.json()
    assert list(said) == ["error"]
    assert re.fullmatch(r"[A-Za-z][^.\n]{5,100}\.", said["error"])
