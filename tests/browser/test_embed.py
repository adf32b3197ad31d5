"""A page within another web site's: who may show it, that it works there, and the HTML for it."""

import threading
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, Response, expect

from tests.browser.conftest import READY_MS, OpenPage, serving

CALLBACK = "_dash-update-component"
WIDE = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"


class Quiet(SimpleHTTPRequestHandler):
    """Files of a folder, nothing said."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the other web site."""
    return tmp_path_factory.mktemp("other-site")


@pytest.fixture(scope="module")
def other_port(folder: Path) -> Iterator[int]:
    """Where the other web site is: on every name of this machine."""
    site = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=site.serve_forever, daemon=True).start()
    try:
        yield site.server_port
    finally:
        site.shutdown()
        site.server_close()


@pytest.fixture(scope="module")
def atlas(other_port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The atlas, which lets `localhost` show its pages, and not `127.0.0.1`."""
    allowed = f"http://localhost:{other_port}"
    with serving(tmp_path_factory.mktemp("atlas"), ATLAS_EMBED_HOSTS=allowed) as address:
        yield address


def framed(page: Page, folder: Path, site: str, source: str, *, width: int = 1200) -> Frame:
    """The frame that `source` is shown in, on a page of the other web site."""
    head = '<!doctype html><title>Other</title><link rel="icon" href="data:,">'
    html = f'{head}<iframe src="{source}" width="100%" height="800"></iframe>'
    (folder / "index.html").write_text(html, encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/index.html")
    page.wait_for_load_state("networkidle")
    return page.frames[1]


def test_within_a_site_that_may_the_page_works_and_stays_embedded(
    page: Page, folder: Path, other_port: int, atlas: str
) -> None:
    errors: list[str] = []
    page.on("console", lambda one: errors.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    site = f"http://localhost:{other_port}"
    frame = framed(page, folder, site, f"{atlas}/?embed=1")
    frame.wait_for_selector('#page[data-ready="true"]', timeout=READY_MS)
    assert frame.locator(".bar-top, nav, .embed-offer").count() == 0
    expect(frame.locator(".map-credit").first).to_contain_text("OpenStreetMap")
    frame.get_by_label("Job vacancies").check()
    expect(frame.locator("#headline h1")).to_contain_text("open jobs")
    assert frame.url.endswith("/?embed=1&layer=vacancies")
    expect(frame.get_by_role("link", name="Open in Corridor Atlas")).to_have_attribute(
        "href", "/?layer=vacancies"
    )
    frame.get_by_label("ខ្មែរ").check()
    expect(frame.locator("#page")).to_have_attribute("lang", "km")
    assert "embed=1" in frame.url and "lang=km" in frame.url and "layer=vacancies" in frame.url
    frame.locator("#headline .method").click()
    expect(frame.locator(".contents")).to_be_visible()
    assert "/methods?" in frame.url and "embed=1" in frame.url
    assert frame.locator(".bar-top").count() == 0
    assert not errors


def test_the_answers_of_the_server_reach_a_page_in_a_frame(
    page: Page, folder: Path, other_port: int, atlas: str
) -> None:
    answers: list[Response] = []
    page.on("response", lambda one: answers.append(one) if CALLBACK in one.url else None)
    frame = framed(page, folder, f"http://localhost:{other_port}", f"{atlas}/mismatch?embed=1")
    frame.wait_for_selector('#page[data-ready="true"]', timeout=READY_MS)
    frame.locator("#basis input").nth(1).check()
    expect(frame.locator("#mismatch-notice")).to_be_empty()
    frame.wait_for_selector('#page[data-ready="true"]', timeout=READY_MS)
    assert answers and {one.status for one in answers} <= {200, 204}
    assert {one.request.all_headers().get("origin") for one in answers} == {atlas}


@pytest.mark.parametrize(
    ("site", "path"),
    [("localhost", "/"), ("localhost", "/?embed=2"), ("127.0.0.1", "/?embed=1")],
    ids=["the whole page", "a wrong value", "another site"],
)
def test_nobody_else_and_nothing_else_is_shown(
    page: Page, folder: Path, other_port: int, atlas: str, site: str, path: str
) -> None:
    refused: list[str] = []
    page.on("console", lambda one: refused.append(one.text) if one.type == "error" else None)
    frame = framed(page, folder, f"http://{site}:{other_port}", f"{atlas}{path}")
    assert frame.url.startswith("chrome-error:")
    assert any("frame" in words for words in refused)


class Frames(HTMLParser):
    """The attributes of every element."""

    def __init__(self) -> None:
        """Nothing read yet."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep it."""
        self.found.append((tag, dict(attrs)))


def read_snippet(page: Page) -> dict[str, str | None]:
    """The attributes of the frame, which has to be all there is."""
    parser = Frames()
    parser.feed(page.locator("#embed-snippet").input_value())
    assert [tag for tag, _ in parser.found] == ["iframe"]
    return parser.found[0][1]


@pytest.mark.parametrize(("width", "lang"), [(1440, "en"), (390, "km")])
def test_the_html_follows_the_view(open_page: OpenPage, server: str, width: int, lang: str) -> None:
    opened = open_page("/?show=sezs,corridors", width=width, lang=lang)
    page = opened.page
    page.locator(".embed-offer summary").click()
    first = read_snippet(page)
    assert first["src"] == f"{server}/?show=sezs,corridors&lang={lang}&embed=1"
    assert first["title"] == page.title() and first["loading"] == "lazy"
    page.locator("input[name], #layer input").nth(2).check()
    opened.wait_until_ready()
    assert "&layer=vacancies" in (read_snippet(page)["src"] or "")
    page.locator("nav a").nth(1).click()
    page.wait_for_selector("#mismatch-headline")
    opened.wait_until_ready()
    page.locator(".embed-offer summary").click()
    there = read_snippet(page)
    assert (there["src"] or "").startswith(f"{server}/mismatch?")
    assert there["title"] == page.title() != first["title"]
    assert page.evaluate(WIDE) <= 0
    assert not opened.problems


def test_the_html_is_safe_to_paste_whatever_the_address_holds(
    open_page: OpenPage, server: str
) -> None:
    opened = open_page('/?layer="><img src=x onerror=alert(1)>&x=\'"--></iframe><script>&saved=a:1')
    page = opened.page
    page.locator(".embed-offer summary").click()
    source = read_snippet(page)["src"] or ""
    assert source.startswith(f"{server}/?layer=%22%3E%3Cimg") and source.endswith("&embed=1")
    assert "saved" not in source and not set(source) & set("<>\"' ")
    assert not opened.problems


def test_the_foot_says_that_nobody_else_may(open_page: OpenPage) -> None:
    opened = open_page("/data")
    opened.page.locator(".embed-offer summary").click()
    expect(opened.page.locator(".embed-offer")).to_contain_text("no other web site")
    assert not opened.problems
