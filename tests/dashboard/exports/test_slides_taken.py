"""Slides by address: the link on each page leads to the file of its view."""

import asyncio
import re
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import urlsplit

import httpx
import pytest

from app import create_app
from dashboard.exports.asked import made, wanted
from dashboard.exports.declaration import decks
from dashboard.exports.links import MAP, MISMATCH, QUERIES, SCENARIOS
from dashboard.mismatch_parts import files as mismatch_files
from dashboard.pages.map import files as map_files
from dashboard.scenario_parts import files as scenario_files
from dashboard.settings import Settings
from tests.dashboard.exports.decks import QUERIES as VIEWS
from tests.dashboard.exports.decks import query
from tests.dashboard.exports.drawn import LANGS

Ask = Callable[..., httpx.Response]
FILES = {
    MAP: lambda view: map_files(view)[0],
    MISMATCH: lambda view: mismatch_files(view)[0],
    SCENARIOS: scenario_files,
}


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    database = tmp_path_factory.mktemp("store") / "atlas.db"
    dash = create_app(Settings(database_url=f"sqlite:///{database}"))
    transport = httpx.ASGITransport(app=dash.server, raise_app_exceptions=False)
    with asyncio.Runner() as runner:
        client = httpx.AsyncClient(transport=transport, base_url="http://atlas.test")

        def one(path: str, **headers: str) -> httpx.Response:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            return runner.run(client.get(path, headers=named))

        yield one
        runner.run(client.aclose())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", VIEWS)
def test_each_page_leads_to_the_slides_of_its_view(ask: Ask, name: str, lang: str) -> None:
    path = decks()[name].path
    html = FILES[path](QUERIES[path].read(f"?{query(name, lang)}"))
    (href,) = re.findall(r'href="([^"]+\.pptx[^"]*)"', html)
    address = urlsplit(unescape(href))
    assert address.path == f"/export/{name}.pptx"
    found = ask(unescape(href))
    assert found.status_code == 200, found.text[:300]
    same = made(wanted(name, "pptx", query(name, lang), site="http://atlas.test/"))
    assert found.content == same.content
    assert found.headers["content-type"] == same.media_type
    assert same.name in found.headers["content-disposition"]


def test_who_has_the_slides_already_is_told_so(ask: Ask) -> None:
    first = ask("/export/slides_map.pptx?lang=km")
    again = ask("/export/slides_map.pptx?lang=km", if_none_match=first.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    assert first.headers["x-content-hash"] in first.headers["etag"]


@pytest.mark.parametrize(
    "wrong", ["slides_map.xlsx", "slides_map.pptx?layer=x", "slides_map.pptx?bom=1", "slides.pptx"]
)
def test_what_is_no_slides_is_refused_with_what_would_be(ask: Ask, wrong: str) -> None:
    found = ask(f"/export/{wrong}")
    assert found.status_code == 422 and found.json()["error"]
