"""The door: headers on every answer, and every wrong request turned away in one sentence."""

import asyncio
import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

import httpx
import pytest
from dash import Dash
from hypothesis import given, settings
from hypothesis import strategies as st

from app import create_app
from dashboard.settings import Settings
from dashboard.words import Speaker

HOST = "atlas.test"
CALLBACK = "/_dash-update-component"
JSON = "application/json"
TRACES = ("Traceback", 'File "')
FOLLOW = (
    "..headline.html...notice.html...province-panel.html...table-twin.html"
    "...map-files.html...ranking-files.html.."
)
BROWSER_ONLY = ("route.data", "map.event", "map.highlight")
ATTACK = "<script>alert(1)</script>"


@dataclass(frozen=True)
class Site:
    """The real app, asked in this process."""

    dash: Dash
    ask: Callable[..., httpx.Response]

    def post(self, body: Any, **headers: str) -> httpx.Response:
        """A callback request; `body` as it is where it is bytes, else as JSON."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.ask("POST", CALLBACK, content=content, headers={"content-type": JSON} | headers)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    database = tmp_path_factory.mktemp("store") / "atlas.db"
    dash = create_app(Settings(database_url=f"sqlite:///{database}"))
    transport = httpx.ASGITransport(app=dash.server, raise_app_exceptions=False)
    with asyncio.Runner() as runner:
        client = httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}")

        def ask(method: str, path: str, **more: Any) -> httpx.Response:
            return runner.run(client.request(method, path, **more))

        yield Site(dash=dash, ask=ask)
        runner.run(client.aclose())


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


def scripts(document: str) -> list[tuple[str, str]]:
    """Attributes and text of every script element."""
    return re.findall(r"<script\b([^>]*)>(.*?)</script>", document, flags=re.DOTALL)


def asset_of(document: str, ending: str) -> str:
    """The address of an asset, as the document asks for it."""
    return next(
        found
        for found in re.findall(r'(?:src|href)="(/assets/[^"]+)"', document)
        if urlsplit(found).path.endswith(ending)
    )


# Headers


def a_suite(site: Site) -> httpx.Response:
    found = re.search(r'src="(/_dash-component-suites/[^"]+)"', site.ask("GET", "/").text)
    assert found
    return site.ask("GET", found[1])


ANSWERS: Mapping[str, tuple[int, Callable[[Site], httpx.Response]]] = {
    "map": (200, lambda site: site.ask("GET", "/")),
    "methods": (200, lambda site: site.ask("GET", "/methods")),
    "data": (200, lambda site: site.ask("GET", "/data")),
    "no page": (404, lambda site: site.ask("GET", "/nope")),
    "health": (200, lambda site: site.ask("GET", "/health")),
    "asset": (200, lambda site: site.ask("GET", "/assets/atlas.css")),
    "no asset": (404, lambda site: site.ask("GET", "/assets/nope.css")),
    "suite": (200, a_suite),
    "layout": (200, lambda site: site.ask("GET", "/_dash-layout")),
    "dependencies": (200, lambda site: site.ask("GET", "/_dash-dependencies")),
    "callback": (200, lambda site: site.post(search_body())),
    "malformed": (400, lambda site: site.post(b"{")),
    "other site": (403, lambda site: site.post(search_body(), origin="https://evil.test")),
    "too large": (413, lambda site: site.post(b"1" * 2_000_000)),
    "no such method": (405, lambda site: site.ask("DELETE", "/")),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_carries_the_headers(site: Site, name: str) -> None:
    status, ask = ANSWERS[name]
    response = ask(site)
    assert response.status_code == status
    headers = response.headers
    policy = dict(
        part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";")
    )
    assert "unsafe-inline" not in policy["script-src"]
    assert "unsafe-eval" not in policy["script-src"]
    assert re.fullmatch(r"'self'( 'sha256-[A-Za-z0-9+/]{43}=')+", policy["script-src"])
    assert policy["default-src"] == policy["connect-src"] == policy["font-src"] == "'self'"
    assert (policy["object-src"], policy["base-uri"]) == ("'none'", "'none'")
    assert policy["frame-ancestors"] == "'self'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "server" not in headers and "x-powered-by" not in headers
    assert headers["cache-control"]
    assert headers["content-type"], "nosniff is of no use to an answer without a type"


# Documents


@pytest.mark.parametrize("path", ["/", "/methods", "/data", "/nope", "/?lang=km&digits=khmer"])
def test_inline_scripts_are_those_that_the_policy_names(site: Site, path: str) -> None:
    response = site.ask("GET", path)
    inline = [
        text
        for attributes, text in scripts(response.text)
        if "src=" not in attributes and "application/json" not in attributes
    ]
    assert inline
    for text in inline:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in response.headers["content-security-policy"]
    assert not re.search(r"<[^>]+\son\w+\s*=", response.text), "an event handler would be blocked"
    assert "javascript:" not in response.text


@pytest.mark.parametrize("path", ["/", "/methods", "/data", "/nope"])
def test_a_document_asks_no_other_host(site: Site, path: str) -> None:
    document = site.ask("GET", path).text
    asked = re.findall(
        r"<(?:script|link|img|iframe|source|object|embed)\b[^>]*?\b(?:src|href|data)=[\"']([^\"']+)",
        document,
    )
    assert len(asked) > 10
    for address in asked:
        assert urlsplit(address)[:2] == ("", ""), address
        assert site.ask("GET", address).status_code == 200, address
    for address in (one for one in asked if urlsplit(one).path.endswith(".css")):
        named = re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')\s]+)", site.ask("GET", address).text)
        assert all(urlsplit(one).scheme in ("", "data") for one in named), named


@pytest.mark.parametrize("lang", ["en", "km"])
def test_an_unknown_page_is_404_in_the_language_asked_for(site: Site, lang: str) -> None:
    response = site.ask("GET", f"/nope?lang={lang}")
    assert response.status_code == 404
    assert response.headers["content-type"].startswith("text/html")
    assert f'<html lang="{lang}">' in response.text
    assert f"<h1>{Speaker(lang=lang)('unknown_title')}</h1>" in response.text


@pytest.mark.parametrize("path", ["/", "/methods", "/data", "/nope"])
@pytest.mark.parametrize("key", ["layer", "lang", "province", "measure", "show", "zzz"])
def test_the_document_escapes_what_the_url_says(site: Site, path: str, key: str) -> None:
    for attack in (ATTACK, f'">{ATTACK}', f"'>{ATTACK}", "@@FIRST@@", "{%scripts%}", "{0}{key}"):
        response = site.ask("GET", path, params={key: attack})
        assert response.status_code == (404 if path == "/nope" else 200)
        assert ATTACK not in response.text
        if path == "/" and key == "layer" and attack == ATTACK:
            assert "&lt;script&gt;alert(1)&lt;/script&gt;" in response.text
    quiet = site.ask("GET", path, params={key: "zzz"}).text
    assert len(scripts(quiet)) == len(scripts(site.ask("GET", path, params={key: ATTACK}).text))


def test_a_callback_answers_json_whatever_the_url_says(site: Site) -> None:
    response = site.post(search_body(f"?layer={ATTACK}"))
    assert response.status_code == 200
    told = json.dumps(response.json()["response"]["notice"])
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told
    assert "<script" not in told
    assert response.headers["content-type"].startswith(JSON)


@pytest.mark.parametrize(
    "query", [b"%", b"%%%", b"&&==&", b"layer=%ff%00", b"a" * 60_000, b";" * 99, b"&" * 5000]
)
@pytest.mark.parametrize("path", ["/", "/methods", "/nope"])
def test_any_query_gives_a_page(site: Site, path: str, query: bytes) -> None:
    status, content = raw(site, path, query=query)
    assert status == (404 if path == "/nope" else 200)
    assert content.startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize(
    "path", ["/", "/methods", "/data", "/nope", "/health", "/assets/atlas.css"]
)
def test_head_tells_what_get_does(site: Site, path: str) -> None:
    head, get = site.ask("HEAD", path), site.ask("GET", path)
    assert head.status_code == get.status_code
    assert head.content == b""
    for name in ("content-type", "cache-control", "content-security-policy"):
        assert head.headers[name] == get.headers[name]


# Files


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../app.py",
        "/assets/../../app.py",
        "/assets/fonts/../../app.py",
        "/assets/..\\app.py",
        "/assets//etc/passwd",
        "/assets/./../geodata/sources.csv",
        "/assets/\0",
        "/assets/atlas.css\0.js",
        "/assets/" + "a" * 5000,
        "/assets/",
        "/assets",
        "/app.py",
        "/.git/config",
        "/geodata/sources.csv",
        "/_dash-component-suites/../app.py",
        "/_dash-component-suites/dash/../../../../app.py",
        "/_dash-component-suites/dash/nope.js",
        "/_dash-component-suites/dash/dash.py",
        "/_dash-component-suites/dashboard/server.py",
        "/_dash-component-suites/nope/nope.js",
        "/_dash-component-suites/os/path.py",
        "/_dash-component-suites/dash/",
        "/_dash-component-suites/dash/\0.js",
    ],
    ids=lambda path: ascii(path)[:50],
)
def test_no_file_is_served_but_those_meant(site: Site, path: str) -> None:
    status, content = raw(site, path)
    assert status == 404, content[:200]
    assert b"import " not in content and b"root:" not in content
    assert not any(trace.encode() in content for trace in TRACES)


@pytest.mark.parametrize("ending", ["atlas.css", "atlas.js"])
def test_assets_with_a_fingerprint_stay_for_a_year(site: Site, ending: str) -> None:
    address = asset_of(site.ask("GET", "/").text, ending)
    assert "?m=" in address
    kept = site.ask("GET", address)
    assert kept.headers["cache-control"] == "public, max-age=31536000, immutable"
    plain = site.ask("GET", urlsplit(address).path)
    assert "immutable" not in plain.headers["cache-control"]
    again = site.ask(
        "GET", urlsplit(address).path, headers={"if-none-match": plain.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_only_a_fingerprint_makes_an_asset_stay(site: Site) -> None:
    other = site.ask("GET", "/assets/atlas.css?form=1")
    assert "immutable" not in other.headers["cache-control"]


@pytest.mark.parametrize("path", ["/assets/nope.css?m=1", "/assets/nope.css"])
def test_nobody_keeps_that_an_asset_is_missing(site: Site, path: str) -> None:
    response = site.ask("GET", path)
    assert response.status_code == 404
    assert response.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/", "/methods", "/data", "/nope", "/health", "/_dash-layout"])
def test_documents_are_asked_for_again(site: Site, path: str) -> None:
    assert site.ask("GET", path).headers["cache-control"] == "no-cache"


def test_text_is_compressed_for_those_who_can_read_it(site: Site) -> None:
    font = re.search(r'href="(/assets/fonts/[^"]+)"', site.ask("GET", "/").text)
    assert font
    for path in ("/", "/methods", "/assets/atlas.css", "/assets/atlas.js", "/_dash-dependencies"):
        zipped = site.ask("GET", path, headers={"accept-encoding": "gzip"})
        plain = site.ask("GET", path, headers={"accept-encoding": "identity"})
        assert zipped.headers["content-encoding"] == "gzip"
        assert "content-encoding" not in plain.headers
        assert zipped.headers["vary"].lower() == "accept-encoding"
        assert int(zipped.headers["content-length"]) < len(plain.content) / 2
        assert zipped.text == plain.text
    assert site.post(search_body()).headers["content-encoding"] == "gzip"


# Callbacks


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


# Generated callbacks

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
