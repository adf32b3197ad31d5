"""The address of a file: headers, versions, refusals, and the links on the pages."""

import asyncio
import csv
import io
import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from app import create_app
from dashboard.exports.asked import made, wanted
from dashboard.exports.declaration import formats_of, pictures, sheets
from dashboard.pages.map import drawn
from dashboard.settings import Settings
from dashboard.state import read_view
from dashboard.world import world

Ask = Callable[..., httpx.Response]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    database = tmp_path_factory.mktemp("store") / "atlas.db"
    dash = create_app(Settings(database_url=f"sqlite:///{database}"))
    transport = httpx.ASGITransport(app=dash.server, raise_app_exceptions=False)
    with asyncio.Runner() as runner:
        client = httpx.AsyncClient(transport=transport, base_url="http://atlas.test")

        def one(path: str, *, method: str = "GET", **headers: str) -> httpx.Response:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            return runner.run(client.request(method, path, headers=named))

        yield one
        runner.run(client.aclose())


@pytest.mark.parametrize(
    ("key", "format"),
    [(key, format) for key, kind in sheets().items() for format in formats_of(kind)],
)
def test_every_sheet_comes_in_every_format(ask: Ask, key: str, format: str) -> None:
    found = ask(f"/export/{key}.{format}")
    assert found.status_code == 200, found.text[:200]
    kept = re.fullmatch(
        r'attachment; filename="(corridor-atlas-[a-z0-9-]+\.[a-z]+)"',
        found.headers["content-disposition"],
    )
    assert kept and found.headers["x-content-type-options"] == "nosniff"
    same = made(wanted(key, format, "", site="http://atlas.test/"))
    assert found.content == same.content and kept.group(1) == same.name
    assert found.headers["content-type"] == same.media_type


@pytest.mark.parametrize("format", formats_of(pictures()["map_picture"]))
def test_a_picture_comes_with_its_hash_and_in_its_size(ask: Ask, format: str) -> None:
    query = "layer=vacancies&lang=km&size=slide"
    found = ask(f"/export/map_picture.{format}?{query}")
    assert found.status_code == 200, found.text[:200]
    same = made(wanted("map_picture", format, query, site="http://atlas.test/"))
    assert found.content == same.content and found.headers["content-type"] == same.media_type
    table = ask("/export/map.csv?layer=vacancies")
    assert found.headers["x-content-hash"] == table.headers["x-content-hash"]
    again = ask(f"/export/map_picture.{format}?{query}", if_none_match=found.headers["etag"])
    assert again.status_code == 304
    other = ask(f"/export/map_picture.{format}?layer=vacancies&lang=km&size=square")
    assert other.headers["etag"] != found.headers["etag"]


def test_a_picture_that_cannot_be_is_refused(ask: Ask) -> None:
    for query, allowed in (
        ("map_picture.png?size=poster", ["page", "slide", "square", "stage"]),
        ("map_picture.png?dpi=72", ["96", "300"]),
        ("map_picture.xlsx", ["png", "svg", "pdf"]),
    ):
        found = ask(f"/export/{query}")
        assert (found.status_code, found.json()["allowed"]) == (422, allowed)
    assert ask("/export/mismatch_second.png?second=none").status_code == 422


def test_a_reader_who_has_a_version_is_not_sent_it_again(ask: Ask) -> None:
    first = ask("/export/map.csv?layer=vacancies")
    tag = first.headers["etag"]
    assert re.fullmatch(r'W/"[0-9a-f]{16}-[0-9a-f]{8}"', tag)
    assert first.headers["x-content-hash"] in tag
    again = ask("/export/map.csv?layer=vacancies", if_none_match=tag)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    for other in ("/export/map.csv", "/export/map.csv?layer=vacancies&lang=km"):
        assert ask(other, if_none_match=tag).status_code == 200
    km = ask("/export/map.csv?layer=vacancies&lang=km").headers
    assert km["x-content-hash"] == first.headers["x-content-hash"], "words are not numbers"


def test_head_says_what_get_would(ask: Ask) -> None:
    head, whole = (ask("/export/map.xlsx", method=method).headers for method in ("HEAD", "GET"))
    for name in ("etag", "content-disposition", "content-type", "content-length"):
        assert head[name] == whole[name]


@pytest.mark.parametrize(
    "path",
    [
        "/export/",
        "/export/map",
        "/export/nothing.csv",
        "/export/map.doc",
        "/export/map.csv/more",
        "/export/..%2F..%2Fetc%2Fpasswd.csv",
        "/export/map.csv?layer=%3Cscript%3E",
        "/export/map.csv?layer=%00%ff",
        "/export/map.csv?unknown=1",
        "/export/mismatch.csv?reach_km=nan",
        "/export/mismatch_flows.gpkg",
        "/export/scenarios.csv?plan=" + "x" * 7000,
        "/export/map.xlsx?hxl=1",
    ],
)
def test_what_does_not_exist_is_refused_with_what_does(ask: Ask, path: str) -> None:
    found = ask(path)
    assert found.status_code == 422, found.text[:200]
    said = found.json()
    assert set(said) == {"error", "allowed"} and said["error"].endswith(".")
    assert "<" not in found.text or found.headers["content-type"] == "application/json"
    assert "Traceback" not in found.text and 'File "' not in found.text


@pytest.mark.parametrize("host", ["=cmd.test", '"><script>', "a b", "x" * 300])
def test_a_hostile_host_is_only_text_in_the_file(ask: Ask, host: str) -> None:
    found = ask("/export/map.csv", host=host)
    if found.status_code != 200:
        assert found.status_code in (400, 422)
        return
    rows = list(csv.DictReader(io.StringIO(found.text, newline="")))
    assert len(rows) == 25 and rows[0]["file_link"].startswith(("http://", "'"))
    assert host not in found.headers["content-disposition"]


def test_nothing_can_be_written_there(ask: Ask) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert ask("/export/map.csv", method=method).status_code in (405, 422)


@pytest.mark.parametrize(
    ("page", "listed"),
    [
        ("/", ["map"]),
        ("/mismatch", ["mismatch", "mismatch_parts", "mismatch_flows"]),
    ],
)
def test_the_links_of_a_page_lead_to_files(ask: Ask, page: str, listed: list[str]) -> None:
    from dashboard.mismatch_parts import PARTS, part_html
    from dashboard.mismatch_view import read

    for id in PARTS:
        part_html(id, read(""))
    document = ask(page).text
    links = [unescape(one) for one in re.findall(r'href="(/export/[^"]+)"', document)]
    for key in listed:
        for format in formats_of(sheets()[key]):
            assert any(urlsplit(link).path == f"/export/{key}.{format}" for link in links)
    assert all(ask(link, method="HEAD").status_code == 200 for link in links)


def test_the_links_follow_the_view(ask: Ask) -> None:
    view = read_view("?layer=vacancies&measure=per_1000&lang=km", choices=world().choices)
    table = drawn(view)[3]
    links = [unescape(one) for one in re.findall(r'href="(/export/[^"]+)"', table)]
    assert len(links) == 6
    link = next(one for one in links if ".csv" in one)
    rows = list(csv.DictReader(io.StringIO(ask(link).text, newline="")))
    reading = world().readings["vacancies"]["per_1000"].values
    assert {row["province_code"]: float(row["value"]) for row in rows} == {
        code: figure.value for code, figure in reading.items()
    }
    assert "យកតារាងនេះ" in table


def test_a_view_that_was_partly_unreadable_still_gives_files(ask: Ask) -> None:
    view = read_view("?layer=nothing&basis=x&province=99", choices=world().choices)
    for link in re.findall(r'href="(/export/[^"]+)"', drawn(view)[3]):
        assert ask(unescape(link), method="HEAD").status_code == 200


def test_the_pages_of_scenarios_offer_their_tables() -> None:
    from dashboard.scenario_parts import comparison, places
    from dashboard.scenario_view import read

    plan = "plan=agro_processing:01:50:2026:3"
    view = read(f"?{plan}&scenarios=plan,do-nothing&year=2030&nonsense=1&budget=x")
    found: list[Any] = []
    for part in (comparison(view), places(view)):
        found += [unescape(one) for one in re.findall(r'href="(/export/[^"]+)"', part)]
    keys = {urlsplit(link).path.split("/")[-1].split(".")[0] for link in found}
    shown = {key for key, kind in sheets().items() if kind.path == "/scenarios"}
    assert keys == shown | {"scenario_maps", "scenario_difference"}
    for link in found:
        sheet, _, format = urlsplit(link).path.removeprefix("/export/").rpartition(".")
        assert wanted(sheet, format, urlsplit(link).query).view
        assert "year=2030" in link and plan in link
