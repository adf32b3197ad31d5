"""The documentation of the interface in a browser: under the same policy as every page."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import OpenPage


@pytest.mark.parametrize("path", ["/api/docs", "/ogc/api.html"])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_documentation_is_readable_with_nothing_from_elsewhere(
    open_page: OpenPage, path: str, width: int
) -> None:
    opened = open_page(path, width=width)
    page = opened.page
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert not opened.problems


def test_an_address_leads_to_its_description(open_page: OpenPage) -> None:
    opened = open_page("/api/docs")
    opened.page.get_by_role("link", name="POST /api/v1/play").click()
    assert opened.page.url.endswith("#play")
    heading = opened.page.get_by_role("heading", name="POST /api/v1/play", exact=True)
    assert heading.bounding_box() is not None
    assert not opened.problems
