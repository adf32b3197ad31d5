"""What the page of the mismatch shows."""

import re

import pytest
from playwright.sync_api import Page, expect

from dashboard.mismatch.market import Case
from dashboard.mismatch.parts import parts
from dashboard.numbers import value_text
from tests.browser.conftest import Opened

MAPS = ("#map-left", "#map-right", "#map-movement")


def seekers(basis: str, ages: str = "all") -> str:
    """The number of people the headline tells."""
    return value_text(parts(Case(basis=basis, ages=ages))["seekers"])


def selected(page: Page, of: str) -> list[str]:
    codes: list[str] = page.eval_on_selector_all(
        f'{of} path.province[aria-pressed="true"]', "all => all.map(one => one.dataset.code)"
    )
    return codes


def colours(page: Page, of: str) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        f"{of} path.province", "all => all.map(one => one.getAttribute('fill'))"
    )
    return found


def camera(page: Page, of: str) -> tuple[float, float, float]:
    """Where a map stands: x, y and zoom."""
    text = page.get_attribute(f"{of} svg.drawing > g[transform]", "transform") or ""
    x, y, k = (float(one) for one in re.findall(r"-?[\d.]+(?:e-?\d+)?", text))
    return x, y, k


def same_camera(page: Page) -> bool:
    return camera(page, "#map-left") == pytest.approx(camera(page, "#map-right"), rel=1e-3, abs=1)


def until_address(opened: Opened, **keys: str | None) -> None:
    """Wait until the address says so, and then until all of it is drawn."""
    page = opened.page
    page.wait_for_function(
        """(keys) => {
          const params = new URLSearchParams(location.search);
          return Object.entries(keys).every(([key, value]) => params.get(key) === value);
        }""",
        arg=keys,
    )
    opened.wait_until_ready()


def drawn(opened: Opened, basis: str, ages: str = "all") -> None:
    """Wait until headline, maps and tables all tell `basis`."""
    expect(opened.page.locator("h1")).to_contain_text(seekers(basis, ages))
    expect(opened.page.locator("#border tbody tr").first).to_contain_text(seekers(basis, ages))
    opened.wait_until_ready()
