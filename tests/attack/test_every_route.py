"""Every address that there is: headers on each answer, no failure, no write from elsewhere."""

import re
from collections.abc import Mapping

import pytest

from dashboard.store import audit
from tests.attack.mutations import TEXTS
from tests.attack.routes import READS, WRITES, filled, routes
from tests.attack.scripts import MARK, SCRIPTS, live
from tests.attack.site import Site, is_orderly

VALUES = ("a", "01", "map", "returnees", "..", "%2e%2e%2f", "\0", "\ud7ff", "x" * 3_000, *SCRIPTS)
ORIGINS = (
    "https://evil.test",
    "http://127.0.0.1.evil.test",
    "http://127.0.0.1:1",
    "http://evil.test/127.0.0.1",
    "null",
    "",
)
NEVER = ("'unsafe-eval'", "script-src *", "http:", "https:")


def guarded(headers: Mapping[str, str]) -> None:
    """The headers that every answer carries, whatever it is."""
    policy = headers["content-security-policy"]
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert "'unsafe-inline'" not in parts["script-src"]
    assert not any(word in policy for word in NEVER), policy
    assert parts["default-src"] == "'self'" and parts["object-src"] == "'none'"
    assert parts["base-uri"] == "'none'" and parts["form-action"] == "'self'"
    assert parts["frame-ancestors"] == "'self'" and headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] in ("same-origin", "no-referrer")
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers.get("server") is None and headers.get("x-powered-by") is None


def test_the_routes_are_found(here: Site) -> None:
    found = routes(here)
    assert len(found) > 60
    assert {("POST", "/data/desk/accept"), ("GET", "/api/v1/sources"), ("POST", "/sign-in")} <= {
        *found
    }
    assert any(path.startswith("/ogc/") for _, path in found)


@pytest.mark.parametrize("value", VALUES, ids=ascii)
def test_every_answer_is_guarded_and_none_is_a_failure(
    here: Site, stranger: Site, value: str
) -> None:
    for site in (here, stranger):
        for method, path in routes(site):
            if method == "HEAD":
                continue
            answer = site.raw(method, filled(path, value), query=b"lang=km&x=%00&format=%ff")
            is_orderly(answer.status, answer.text)
            guarded(answer.headers)
            kind = answer.headers.get("content-type", "")
            if kind.startswith("text/html"):
                assert not live(answer.text), (path, live(answer.text))
            elif MARK in answer.text:
                assert kind.startswith(("application/", "text/plain", "text/csv")), (path, kind)
                assert "svg" not in kind and "xml" not in kind


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "OPTIONS", "PROPFIND", "get", "\0"])
def test_other_methods_are_answered_in_order(here: Site, method: str) -> None:
    for _, path in routes(here):
        answer = here.raw(method, filled(path, "a"))
        is_orderly(answer.status, answer.text)
        assert answer.status in (200, 204, 307, 400, 403, 404, 405, 415, 422), (path, answer.status)
        guarded(answer.headers)


@pytest.mark.parametrize("origin", ORIGINS)
def test_no_write_comes_from_another_site(here: Site, stranger: Site, origin: str) -> None:
    for site in (here, stranger):
        before = audit.checked(site.store).count
        writes = [path for method, path in routes(site) if method in WRITES]
        assert len(writes) > 12
        for path in writes:
            for kind in ("application/json", "application/x-www-form-urlencoded", "text/plain"):
                answer = site.ask(
                    "POST",
                    filled(path, "a"),
                    content=b"{}",
                    headers={"origin": origin, "content-type": kind},
                )
                assert answer.status_code == 403, (path, answer.status_code)
        assert audit.checked(site.store).count == before


def test_a_stranger_writes_nothing(stranger: Site) -> None:
    """Without an account, from the site itself: the log tells of wrong passwords alone."""
    form = {"name": "A", "password": "x" * 12, "role": "steward", "expected": "0", "number": "0"}
    for method, path in routes(stranger):
        if method in WRITES:
            for act in ("add", "role", "password", "remove", "a"):
                answer = stranger.ask(
                    method, filled(path, act), data=form, headers={"origin": stranger.origin}
                )
                is_orderly(answer.status_code, answer.text)
                assert "set-cookie" not in answer.headers or "Max-Age=0" in str(answer.headers)
    lines = audit.entries(stranger.store)
    assert {(one.act, one.result) for one in lines} <= {("sign_in", "wrong")}


@pytest.mark.parametrize("text", [text for text in TEXTS if len(text) < 9_000], ids=ascii)
def test_nothing_in_a_query_comes_back_alive(here: Site, text: str) -> None:
    sent = text.lstrip("?").encode("utf-8", "surrogatepass")
    names = (
        "lang",
        "layer",
        "province",
        "plan",
        "scenarios",
        "saved",
        "next",
        "q",
        "limit",
        "bbox",
    )
    for method, path in routes(here):
        if method not in READS or method == "HEAD":
            continue
        for query in (sent, b"&".join(name.encode() + b"=" + sent for name in names)):
            answer = here.raw("GET", filled(path, "a"), query=query)
            is_orderly(answer.status, answer.text)
            assert not re.search(r"[\r\n]", "".join(answer.headers.values()))
            if answer.headers.get("content-type", "").startswith("text/html"):
                assert not live(answer.text), (path, live(answer.text))
