"""The language is chosen while answers to the page before are still on their way."""

import pytest
from playwright.sync_api import Page, Route

from tests.browser.address import ANSWERS, outputs, query
from tests.browser.conftest import Opened, OpenPage
from tests.browser.scenarios_page import TWO, WAIT_MS

PATHS = {
    "map": "/?layer=vacancies&province=01",
    "mismatch": "/mismatch?basis=returnees",
    "scenarios": f"/scenarios?plan={TWO}&year=2030",
    "province": "/province/01",
    "monitor": "/monitor",
}
LONG = ("mismatch", "scenarios")
STEP_MS = 50
AT_ONCE = 12
"""So many questions Dash asks at once; the others wait."""
BUSY = """() => void setTimeout(() => {
  const end = performance.now() + 1000;
  while (performance.now() < end);
}, 0)"""
"""A slow machine has no time for an answer until the next one is there too."""


def is_page(route: Route) -> bool:
    """Whether a whole page is asked for."""
    return "root.children" in outputs(route.request)


def in_khmer(page: Page) -> None:
    page.get_by_label("ខ្មែរ", exact=True).check()


def hold_until_page(page: Page) -> list[Route]:
    """All that is asked of the server once Khmer is chosen, the page itself among it."""
    held: list[Route] = []
    page.route(ANSWERS, lambda route: held.append(route))
    in_khmer(page)
    for _ in range(WAIT_MS // STEP_MS):
        page.wait_for_timeout(STEP_MS)
        if any(map(is_page, held)):
            break
    page.wait_for_timeout(4 * STEP_MS)
    page.unroute(ANSWERS)
    return held


def shown(opened: Opened) -> tuple[str, list[str]]:
    """All that a reader sees: words, and the value of every province on every map."""
    page = opened.page
    page.wait_for_selector("#page[lang=km]")
    opened.wait_until_ready()
    assert query(page)["lang"] == "km"
    values: list[str] = page.eval_on_selector_all(
        "#page path.province", "all => all.map((one) => `${one.dataset.code} ${one.dataset.value}`)"
    )
    return page.inner_text("#page"), values


@pytest.mark.parametrize("page_last", [True, False], ids=["page last", "page first"])
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_answers_that_come_with_the_page_are_of_its_view(
    open_page: OpenPage, path: str, page_last: bool
) -> None:
    opened = open_page(path)
    page = opened.page
    held = hold_until_page(page)
    assert any(map(is_page, held)) and len(held) > 1
    answers = [(one, one.fetch()) for one in sorted(held, key=is_page, reverse=not page_last)]
    page.evaluate(BUSY)
    for one, answer in answers:
        one.fulfill(response=answer)
    found = shown(opened)
    page.reload()
    assert found == shown(opened)
    assert not opened.problems


@pytest.mark.parametrize("path", [PATHS[key] for key in LONG], ids=LONG)
def test_answers_to_the_page_before_leave_the_new_one_alone(
    open_page: OpenPage, server: str, path: str
) -> None:
    opened = open_page("/methods")
    page = opened.page
    held: list[Route] = []

    def hold(route: Route) -> None:
        if is_page(route) or len(held) == AT_ONCE - 3:
            route.fallback()
        else:
            held.append(route)

    page.route(ANSWERS, hold)
    page.goto(f"{server}{path}")
    page.wait_for_selector("body.live #page[lang=en]")
    page.wait_for_timeout(10 * STEP_MS)
    late = list(held)
    assert late
    page.route(ANSWERS, lambda route: route.continue_())
    in_khmer(page)
    page.wait_for_selector("#page[lang=km]")
    page.wait_for_timeout(10 * STEP_MS)
    for one in late:
        one.continue_()
    found = shown(opened)
    page.reload()
    assert found == shown(opened)
    assert not opened.problems
