"""The language is chosen, and answers to the page before come together with the new page."""

import pytest
from playwright.sync_api import Page, Route

from tests.browser.address import ANSWERS, outputs, query
from tests.browser.conftest import OpenPage
from tests.browser.scenarios_page import TWO, WAIT_MS

PATHS = {
    "map": "/?layer=vacancies&province=01",
    "mismatch": "/mismatch?basis=returnees",
    "scenarios": f"/scenarios?plan={TWO}&year=2030",
    "province": "/province/01",
    "monitor": "/monitor",
}
STEP_MS = 50
BUSY = """() => void setTimeout(() => {
  const end = performance.now() + 1000;
  while (performance.now() < end);
}, 0)"""
"""A slow machine has no time for an answer until the next one is there too."""


def is_page(route: Route) -> bool:
    """Whether a whole page is asked for."""
    return "root.children" in outputs(route.request)


def hold_until_page(page: Page, act: str) -> list[Route]:
    """All that is asked of the server after the language `act` is chosen, and the page itself."""
    held: list[Route] = []
    page.route(ANSWERS, lambda route: held.append(route))
    page.get_by_label(act, exact=True).check()
    for _ in range(WAIT_MS // STEP_MS):
        page.wait_for_timeout(STEP_MS)
        if any(map(is_page, held)):
            break
    page.wait_for_timeout(4 * STEP_MS)
    page.unroute(ANSWERS)
    return held


def shown(page: Page) -> tuple[str, list[str]]:
    """All that a reader sees: words, and the value of every province on every map."""
    values: list[str] = page.eval_on_selector_all(
        "#page path.province", "all => all.map((one) => `${one.dataset.code} ${one.dataset.value}`)"
    )
    return page.inner_text("#page"), values


@pytest.mark.parametrize("page_last", [True, False], ids=["page last", "page first"])
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_a_page_is_all_of_one_view(open_page: OpenPage, path: str, page_last: bool) -> None:
    opened = open_page(path)
    page = opened.page
    held = hold_until_page(page, "ខ្មែរ")
    assert any(map(is_page, held)) and len(held) > 1
    answers = [(one, one.fetch()) for one in sorted(held, key=is_page, reverse=not page_last)]
    page.evaluate(BUSY)
    for one, answer in answers:
        one.fulfill(response=answer)
    page.wait_for_selector("#page[lang=km]")
    opened.wait_until_ready()
    found = shown(page)
    assert query(page)["lang"] == "km"
    page.reload()
    opened.wait_until_ready()
    assert found == shown(page)
    assert not opened.problems
