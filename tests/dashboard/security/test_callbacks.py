"""Every wrong callback is turned away in one sentence."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import pytest

from dashboard.settings import Settings
from tests.dashboard.security.asking import (
    BROWSER_ONLY,
    CALLBACK,
    FOLLOW,
    HOST,
    JSON,
    TRACES,
    Site,
    is_refused,
    page_body,
    rank_body,
    search_body,
)


def test_callbacks_answer_what_the_browser_sends(site: Site) -> None:
    for body in (
        search_body("?layer=vacancies&province=01&lang=km&digits=khmer"),
        page_body({"path": "/data", "lang": "km"}, "?lang=km"),
        page_body({"path": "/nope"}, ""),
        rank_body(True, "?province=01"),
        rank_body(None, None),
    ):
        response = site.post(body)
        assert response.status_code == 200
        assert response.json()["response"]


def without(body: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name != key}


def deep(depth: int, kind: str = "[]") -> bytes:
    """A search that is nested `depth` times."""
    opened, closed = (b'{"a":', b"}") if kind == "{}" else (b"[", b"]")
    value = opened * depth + b"1" + closed * depth
    return json.dumps(rank_body(False, "HERE")).encode().replace(b'"HERE"', value)


MALFORMED: Mapping[str, Any] = {
    "nothing": b"",
    "no JSON": b"{'output': 1}",
    "half": json.dumps(search_body()).encode()[:-1],
    "not text": b"\xff\xfe\xfd",
    "null": None,
    "list": [],
    "list of one": [search_body()],
    "number": 5,
    "text": "output",
    "not a number": b"NaN",
    "empty object": {},
    "no output": without(search_body(), "output"),
    "output null": search_body() | {"output": None},
    "output list": search_body() | {"output": [FOLLOW]},
    "output object": search_body() | {"output": {"id": "root"}},
    "output unknown": search_body() | {"output": "nope.children"},
    "output of a pattern": search_body() | {"output": '{"type":"x"}.children'},
    "no outputs": without(search_body(), "outputs"),
    "outputs null": search_body() | {"outputs": None},
    "outputs text": search_body() | {"outputs": "headline.html"},
    "outputs of another": search_body() | {"outputs": page_body()["outputs"]},
    "outputs too few": search_body() | {"outputs": search_body()["outputs"][:3]},
    "outputs too many": search_body() | {"outputs": search_body()["outputs"] * 2},
    "outputs of lists": search_body() | {"outputs": [[]] * 6},
    "one output in a list": page_body() | {"outputs": [page_body()["outputs"]]},
    "no inputs": without(search_body(), "inputs"),
    "inputs null": search_body() | {"inputs": None},
    "inputs object": search_body() | {"inputs": search_body()["inputs"][0]},
    "inputs none": search_body() | {"inputs": []},
    "inputs twice": search_body() | {"inputs": search_body()["inputs"] * 2},
    "inputs of another": search_body() | {"inputs": page_body()["inputs"]},
    "inputs of lists": search_body() | {"inputs": [search_body()["inputs"]]},
    "input id wrong": search_body() | {"inputs": [{"id": "url", "property": "search"}]},
    "input id object": search_body() | {"inputs": [{"id": {"a": 1}, "property": "search"}]},
    "input property wrong": search_body() | {"inputs": [{"id": "map-url", "property": "href"}]},
    "no state": without(page_body(), "state"),
    "state null": page_body() | {"state": None},
    "state too much": search_body() | {"state": page_body()["state"]},
    "changed object": search_body() | {"changedPropIds": {}},
    "changed null": search_body() | {"changedPropIds": None},
    "changed of objects": search_body() | {"changedPropIds": [{}]},
    "changed of lists": search_body() | {"changedPropIds": [["map-url.search"]]},
    "deep list": b"[" * 100_000,
    "deep object": b'{"output":' * 50_000,
    "deep value": deep(50_000),
    "5000 digits": deep(0).replace(b"1}", b"1" * 5000 + b"}"),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_callback_is_refused_in_a_sentence(site: Site, name: str) -> None:
    is_refused(site.post(MALFORMED[name]))


@pytest.mark.parametrize(
    "value",
    [
        *(None, 5, -1.5, True, {}, {"layer": "zzz"}, [], ["?lang=km"], "", "\0", "\ud800"),
        *({"path": None}, {"path": {}}, {"path": []}, {"path": 5}, {"path": "\0"}),
        *("?layer=\ud800", "?layer=%ed%a0%80", "x" * 99_999),
    ],
    ids=lambda value: ascii(value)[:24],
)
def test_values_of_any_type_give_a_page(site: Site, value: Any) -> None:
    for body in (
        search_body(value),
        page_body(value, value),
        page_body({"path": "/"}, value),
        rank_body(value, value),
    ):
        response = site.post(body)
        assert response.status_code == 200, (body["output"], response.text[:200])
        assert "response" in response.json()


def test_an_output_that_the_browser_makes_is_not_the_servers(site: Site) -> None:
    """The callback is there, but there is nothing to call on the server."""
    made_there = [name for name, one in site.dash.callback_map.items() if "callback" not in one]
    assert set(BROWSER_ONLY) < set(made_there)
    for name in made_there:
        known = site.dash.callback_map[name]
        several = name.startswith("..")
        parts = [one.split(".") for one in name.strip(".").split("...")]
        outputs = [{"id": one, "property": prop} for one, prop in parts]
        body = {
            "output": name,
            "outputs": outputs if several else outputs[0],
            "inputs": [dict(one) for one in known["inputs"]],
            "state": [dict(one) for one in known["state"]],
            "changedPropIds": [],
        }
        is_refused(site.post(body))


def test_no_depth_of_nesting_breaks_it(site: Site) -> None:
    """Where the check still reads a body, and Dash, called from deeper down, no longer can."""
    for kind in ("[]", "{}"):
        told = {depth: site.post(deep(depth, kind)).status_code for depth in range(850, 1000)}
        assert set(told.values()) <= {200, 400}, {d: s for d, s in told.items() if s >= 500}


@pytest.mark.parametrize(
    "kind",
    ["", "text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"],
)
def test_only_json_is_taken(site: Site, kind: str) -> None:
    response = site.post(search_body(), **{"content-type": kind})
    assert response.status_code in (400, 415)
    is_refused(response, response.status_code)


@pytest.mark.parametrize(
    ("kind", "statuses"),
    [("application/json; charset=utf-8", {200}), ("Application/JSON", {200, 415})],
)
def test_json_is_taken_however_it_is_spelled(site: Site, kind: str, statuses: set[int]) -> None:
    assert site.post(search_body(), **{"content-type": kind}).status_code in statuses


def test_a_body_in_pieces_is_read_up_to_the_limit(site: Site) -> None:
    async def pieces(content: bytes) -> Any:
        for start in range(0, len(content), 1000):
            yield content[start : start + 1000]

    whole = json.dumps(search_body("x" * 5000)).encode()
    headers = {"content-type": JSON}
    assert site.ask("POST", CALLBACK, content=pieces(whole), headers=headers).status_code == 200
    is_refused(site.ask("POST", CALLBACK, content=pieces(b" " * 2_000_000), headers=headers), 413)


def test_the_limit_is_1024_kilobytes(site: Site) -> None:
    body = json.dumps(search_body()).encode()
    limit = Settings().body_limit_kb * 1024
    assert site.post(body.ljust(limit)).status_code == 200
    is_refused(site.post(body.ljust(limit + 1)), 413)
    is_refused(site.ask("PUT", "/methods", content=b"x" * (limit + 1)), 413)


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.test",
        f"https://{HOST}.evil.test",
        f"https://evil.test/{HOST}",
        f"http://{HOST}@evil.test",
        f"http://evil.test#{HOST}",
        f"http://{HOST}:8080",
        "null",
        "",
        "file://",
        "http://[::1",
        "http://[",
        "\xff",
    ],
)
def test_other_sites_are_refused(site: Site, origin: str) -> None:
    headers = {"origin": origin.encode("latin-1"), "content-type": JSON.encode()}
    body = json.dumps(search_body()).encode()
    is_refused(site.ask("POST", CALLBACK, content=body, headers=headers), 403)


def test_the_own_site_and_no_browser_are_taken(site: Site) -> None:
    assert site.post(search_body()).status_code == 200
    assert site.post(search_body(), origin=f"http://{HOST}").status_code == 200
    assert site.post(search_body(), origin=f"https://{HOST}").status_code == 200


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FETCH"])
@pytest.mark.parametrize("path", [CALLBACK, "/", "/nope", "/assets/atlas.css", "/health"])
def test_other_methods_are_refused(site: Site, path: str, method: str) -> None:
    content = json.dumps(search_body()).encode()
    response = site.ask(method, path, content=content, headers={"content-type": JSON})
    assert response.status_code == 405
    assert not any(trace in response.text for trace in TRACES)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_callback_is_not_fetched(site: Site, method: str) -> None:
    assert site.ask(method, CALLBACK).status_code in (404, 405)


def test_no_socket_is_opened(site: Site) -> None:
    """No page uses one, and its messages would pass by every check here."""
    told: list[str] = []

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect" if not told else "websocket.disconnect", "code": 1000}

    async def send(message: Any) -> None:
        told.append(message["type"])

    scope = {
        "type": "websocket",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "ws",
        "path": "/_dash-ws-callback",
        "raw_path": b"/_dash-ws-callback",
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", HOST.encode()), (b"origin", f"http://{HOST}".encode())],
        "client": ("127.0.0.1", 1),
        "server": (HOST, 80),
        "subprotocols": [],
    }
    asyncio.run(site.dash.server(scope, receive, send))
    assert told == ["websocket.close"]
