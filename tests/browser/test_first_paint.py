"""What is there before, and without, any script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route


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
