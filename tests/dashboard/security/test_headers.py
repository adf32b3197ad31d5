"""Headers on every answer; documents, files and how long they are kept."""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

import httpx
import pytest

from dashboard.words import Speaker
from tests.dashboard.security.asking import JSON, TRACES, Site, raw, search_body

ATTACK = "<script>alert(1)</script>"


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
