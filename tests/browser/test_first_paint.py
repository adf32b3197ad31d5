"""What is there before, and without, any script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from dashboard import khmer_first

# A table that scrolls can be reached by keyboard once scripts run.
_HTML = "all => all.map(one => one.innerHTML.replaceAll(' tabindex=\"0\"', ''))"


@pytest.fixture
def bare(browser: Browser, server: str) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = browser.new_context(base_url=server, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", ["en", "km"])
def test_without_scripts_the_answer_the_map_and_the_table_are_there(bare: Page, lang: str) -> None:
    bare.goto(f"/?layer=vacancies&lang={lang}")
    assert "190,000" in bare.inner_text("h1")
    assert bare.locator("svg.static path.province").count() == 25
    assert bare.locator("tbody tr").count() == 25
    assert bare.locator(".strip li").count() == 5
    assert bare.get_attribute("html", "lang") == lang
    assert bare.locator("svg.static").bounding_box()["height"] > 400  # type: ignore[index]


@pytest.mark.parametrize("lang", ["en", "km"])
def test_the_methods_are_there_as_they_will_stay(bare: Page, page: Page, lang: str) -> None:
    for one in (bare, page):
        one.set_viewport_size({"width": 1280, "height": 800})
        one.goto(f"/methods?lang={lang}")
    page.wait_for_selector('#page[data-ready="true"]')
    first, live = (one.locator(".prose") for one in (bare, page))
    assert first.count() == live.count() > 20
    assert first.locator("h2").count() == first.count() and first.locator("table").count() > 10
    assert first.evaluate_all(_HTML) == live.evaluate_all(_HTML)
    tops = [found.nth(1).bounding_box() for found in (first, live)]
    assert tops[0] == tops[1] is not None


def test_an_address_within_the_methods_leads_there(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/methods#seekers_per_vacancy")
    page.wait_for_selector('#page[data-ready="true"]')
    page.wait_for_timeout(300)
    last = page.locator(".prose").last
    for part in (page.locator("#seekers_per_vacancy"), last):
        if part is last:
            page.locator(f'#page a[href="#{last.get_attribute("id")}"]').first.click()
            page.wait_for_timeout(300)
        box = part.locator("h2").bounding_box()
        assert box is not None and 0 <= box["y"] < 300


def test_first_paint_and_live_page_stand_in_the_same_places(
    browser: Browser, server: str, bare: Page
) -> None:
    size = {"width": 1440, "height": 900}
    bare.set_viewport_size(size)  # type: ignore[arg-type]
    bare.goto("/")
    live = browser.new_context(base_url=server, viewport=size).new_page()  # type: ignore[arg-type]
    live.goto("/")
    live.wait_for_selector('#page[data-ready="true"]')
    for part in ("h1", ".strip", ".controls", ".map-stage", ".ranking-box", ".map-legend"):
        first, second = (page.locator(part).bounding_box() for page in (bare, live))
        assert first is not None and second is not None
        for side in ("x", "y", "width"):
            assert first[side] == pytest.approx(second[side], abs=3), (part, side)
    live.context.close()


def test_a_font_that_comes_late_moves_nothing(bare: Page) -> None:
    """The font is held back until the page has been painted without it, on a phone."""
    asked: list[Route] = []
    bare.route("**/source-sans-3.woff2*", lambda route: asked.append(route))
    bare.set_viewport_size({"width": 390, "height": 844})
    bare.goto("/", wait_until="commit")
    bare.wait_for_selector("svg.static")
    bare.wait_for_timeout(1_000)
    before = [bare.locator(part).bounding_box() for part in ("h1", ".controls", "svg.static")]
    assert asked
    for one in asked:
        one.continue_()
    bare.wait_for_load_state("load")
    bare.wait_for_timeout(500)
    after = [bare.locator(part).bounding_box() for part in ("h1", ".controls", "svg.static")]
    assert after == before


MOVED = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
PATIENT = """
const soon = window.setTimeout;
window.setTimeout = (act, ms, ...more) => ms === %d ? 0 : soon(act, ms, ...more);
"""
"""The page shows itself without its letters only after so long: here it waits for them for ever."""
KHMER_FONT = "**/noto-sans-khmer.woff2*"
SEEN = "getComputedStyle(document.querySelector('#first-paint h1, #page h1')).visibility"


@pytest.mark.parametrize("path", ["/?lang=km", "/mismatch?lang=km", "/scenarios?lang=km"])
def test_a_page_in_khmer_waits_for_its_letters_and_moves_nothing(page: Page, path: str) -> None:
    held: list[Route] = []
    page.add_init_script(MOVED)
    page.add_init_script(PATIENT % khmer_first.MOST_MS)
    page.route(KHMER_FONT, lambda route: held.append(route))
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(path, wait_until="commit")
    page.wait_for_selector("h1", state="attached")
    page.wait_for_timeout(600)
    assert page.evaluate(SEEN) == "hidden" and held
    for one in held:
        one.continue_()
    page.wait_for_selector("h1", state="visible")
    page.wait_for_selector('#page[data-ready="true"]')
    assert page.evaluate("document.fonts.check('16px \"Atlas Khmer\"', 'ក')")
    assert page.evaluate("window.moved") <= 0.02


@pytest.mark.parametrize("lost", [True, False], ids=["lost", "never answered"])
def test_a_page_in_khmer_is_shown_where_its_letters_do_not_come(page: Page, lost: bool) -> None:
    page.route(KHMER_FONT, lambda route: route.abort() if lost else None)
    page.goto("/?lang=km", wait_until="commit")
    page.wait_for_selector("h1", state="visible")


def test_a_page_in_english_waits_for_no_letters(page: Page) -> None:
    page.route("**/*.woff2*", lambda route: None)
    page.goto("/", wait_until="commit")
    page.wait_for_selector("h1", state="attached")
    assert page.evaluate(SEEN) == "visible"


def test_a_page_in_english_asks_for_no_khmer_family(page: Page) -> None:
    asked: list[str] = []
    held: list[Route] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/atlas.css*", lambda route: held.append(route))
    page.goto("/", wait_until="commit")
    page.wait_for_timeout(2_000)
    page.evaluate("document.body.offsetHeight")  # as a script does that measures before the styles
    for one in held:
        one.continue_()
    page.wait_for_selector('#page[data-ready="true"]')
    assert held and not [url for url in asked if "noto-sans-khmer.woff2" in url]
