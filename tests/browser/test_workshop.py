"""A workshop as it is held: a presenter, a screen, two phones, and a server that goes away."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dashboard.stories.ready import ready_story
from dashboard.words import Speaker
from tests.browser.phones import fits, phone, tap_answer
from tests.dashboard.rooms.serving import served

READY = '#page[data-ready="true"]'
SMALLEST_PX = 24
LETTERS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const sizes = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    sizes.push(parseFloat(getComputedStyle(element).fontSize));
  }
  return Math.min(...sizes);
}"""


class Hall:
    """The presenter's window and the screen, in one browser, and what went wrong in them."""

    def __init__(self, browser: Browser, server: str, *, lang: str = "en") -> None:
        self.context = browser.new_context(
            viewport={"width": 1440, "height": 900}, service_workers="block"
        )
        self.problems: list[str] = []
        self.server = server
        self.presenter = self.open(f"/workshop?lang={lang}")
        self.screen = self.open(f"/workshop/screen?lang={lang}", width=1920, height=1080)
        expect(self.screen.locator("#sentence")).to_contain_text("910,000")

    def open(self, path: str, *, width: int = 1440, height: int = 900) -> Page:
        page = self.context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on(
            "console",
            lambda said: self.problems.append(said.text) if said.type == "error" else None,
        )
        page.goto(f"{self.server}{path}")
        page.wait_for_selector(READY)
        return page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.presenter.locator("body").press(key)

    def start_room(self) -> str:
        say = Speaker(lang="en")
        self.presenter.get_by_role("button", name=say("stage_start")).click()
        return self.presenter.locator(".room-code strong").inner_text()


@pytest.fixture
def contexts(browser: Browser) -> Iterator[list[BrowserContext]]:
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        context.close()


def test_the_screen_follows_the_keys(browser: Browser, server: str) -> None:
    hall = Hall(browser, server)
    hall.press("ArrowRight")
    expect(hall.screen.locator("#sentence")).to_contain_text("Banteay Meanchey")
    expect(hall.screen.locator("#picture")).to_have_js_property("complete", True)
    assert hall.screen.evaluate("document.getElementById('picture').naturalWidth") > 0
    hall.press("b")
    expect(hall.screen.locator("#blank")).to_be_visible()
    hall.press("b")
    expect(hall.screen.locator("#blank")).to_be_hidden()
    hall.press("p")
    hall.presenter.locator("#pad").hover()
    expect(hall.screen.locator("#pointer")).to_be_visible()
    hall.press("Escape")
    expect(hall.screen.locator("#pointer")).to_be_hidden()
    hall.screen.locator("body").press("ArrowRight")
    expect(hall.screen.locator("#sentence")).to_contain_text("190,000")
    expect(hall.presenter.locator('[aria-current="step"] .number')).to_have_text("3")
    hall.press("?")
    expect(hall.presenter.locator("#help")).to_be_visible()
    hall.presenter.locator("#help button").click()
    assert not hall.problems
    hall.context.close()


def test_the_presenter_walks_in_a_page_and_keeps_a_view(browser: Browser, server: str) -> None:
    hall = Hall(browser, server)
    hall.press("ArrowRight", "d")
    preview = hall.presenter.frame_locator("#preview").frame_locator("#frame")
    seen = hall.screen.frame_locator("#frame")
    preview.locator(READY).wait_for()
    seen.locator(READY).wait_for()
    preview.locator('[data-code="02"]').first.click()
    expect(seen.locator("#province-panel")).to_contain_text("Battambang")
    hall.presenter.locator("h2").first.click()
    hall.press("s")
    current = hall.presenter.locator('[aria-current="step"]')
    expect(current.locator(".number")).to_have_text("3")
    expect(hall.screen.locator("#visual")).to_be_visible()
    hall.press("d")
    seen.locator(READY).wait_for()
    hall.press("Escape")
    expect(hall.screen.locator("#picture")).to_be_visible()
    assert not hall.problems
    hall.context.close()


def test_a_story_is_changed_saved_and_taken_as_a_file(
    browser: Browser, server: str, tmp_path: Path
) -> None:
    say, hall = Speaker(lang="en"), Hall(browser, server)
    page = hall.presenter
    scenes = page.locator(".scenes li")
    expect(scenes).to_have_count(len(ready_story().scenes))
    scenes.nth(0).get_by_text(say("stage_double"), exact=True).click()
    scenes.nth(2).get_by_text(say("stage_remove"), exact=True).click()
    scenes.nth(0).get_by_text("↓").click()
    page.locator("details summary").click()
    page.locator(".editor textarea").nth(0).fill("A sentence of <b>ours</b>")
    page.locator(".editor button").click()
    expect(hall.screen.locator("#sentence")).to_have_text("A sentence of <b>ours</b>")
    page.get_by_role("button", name=say("stage_save_changed")).click()
    expect(page.locator("#said")).to_have_text(say("stage_saved"))
    with page.expect_download() as download:
        page.get_by_role("button", name=say("stage_file_out")).click()
    file = tmp_path / "story.json"
    download.value.save_as(file)
    assert len(json.loads(file.read_text())["scenes"]) == len(ready_story().scenes)
    page.locator(".file").set_input_files(file)
    expect(page.locator(".scenes .words").nth(1)).to_have_text("A sentence of <b>ours</b>")
    assert not hall.problems
    hall.context.close()


def test_the_room_divides_the_money_and_survives_the_server(
    browser: Browser, contexts: list[BrowserContext], tmp_path: Path
) -> None:
    with served(f"sqlite:///{tmp_path}/atlas.db", tmp_path) as running:
        server = str(running.client.base_url).rstrip("/")
        hall = Hall(browser, server)
        contexts.append(hall.context)
        code = hall.start_room()
        phones = [
            phone(browser, contexts, server, f"/join/{code}", lang=lang) for lang in ("en", "km")
        ]
        expect(hall.screen.locator("#strip")).to_contain_text(code)
        hall.press("q")
        expect(hall.screen.locator("#door-code")).to_have_text(code)
        hall.press("q", "End", "ArrowLeft", "o")
        for one in phones:
            expect(one.page.locator("#question-text")).to_be_visible()
            tap_answer(one.page, "budget")
            one.send()
        expect(hall.screen.locator("#asked .count")).to_contain_text("2")
        assert hall.screen.evaluate(LETTERS) >= SMALLEST_PX
        hall.press("r")
        expect(hall.screen.locator("#asked .bars li").first).to_be_visible()
        assert hall.screen.evaluate(LETTERS) >= SMALLEST_PX
        running.kill()
        hall.press("Home", "ArrowRight")
        expect(hall.screen.locator("#sentence")).to_contain_text("Banteay Meanchey")
        assert hall.screen.evaluate("document.getElementById('picture').naturalWidth") > 0
        running.start()
        expect(hall.presenter.locator("#room [role=status]")).to_have_text(
            Speaker(lang="en")("stage_on"), timeout=30_000
        )
        for one in phones:
            expect(one.page.locator("#scene-text")).not_to_be_empty()
            expect(one.page.locator("#picture")).to_be_visible(timeout=30_000)
        hall.presenter.reload()
        hall.presenter.wait_for_selector(READY)
        expect(hall.presenter.locator(".room-code strong")).to_have_text(code)
        hall.press("End", "ArrowLeft", "m")
        expect(hall.screen.locator("#sentence")).to_contain_text(
            "this room divided the money", timeout=30_000
        )


@pytest.mark.parametrize("lang", ["en", "km"])
def test_axe_finds_nothing_and_nothing_is_too_small(
    browser: Browser, server: str, lang: str
) -> None:
    hall = Hall(browser, server, lang=lang)
    for _ in ready_story().scenes:
        assert hall.screen.evaluate(LETTERS) >= SMALLEST_PX
        assert fits(hall.screen)
        hall.press("ArrowRight")
    for page in (hall.presenter, hall.screen):
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    hall.presenter.set_viewport_size({"width": 390, "height": 844})
    assert fits(hall.presenter)
    assert not hall.problems
    hall.context.close()
