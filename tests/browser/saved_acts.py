"""What tests do with saved scenarios on the page."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Opened

SLOW_MS = 20_000


def press(page: Page, act: str) -> None:
    """Press the first button of the section that does this."""
    page.locator(f'#saved [data-act^="saved:{act}"]').first.click()


def said(page: Page, text: str) -> None:
    """Wait until the section says so."""
    expect(page.locator("#saved-said")).to_contain_text(text, timeout=SLOW_MS)


def save(opened: Opened, name: str, note: str = "") -> None:
    """Save the plan of the page as a new scenario."""
    opened.page.fill("#saved-name", name)
    opened.page.fill("#saved-note", note)
    press(opened.page, "create")
    said(opened.page, f"“{name}” is saved, as version 1.")
    expect(opened.page.locator("#saved-current")).to_contain_text(name)
    opened.wait_until_ready()


def entry(page: Page, name: str) -> Locator:
    """The row of a saved scenario in the list."""
    return page.locator("#saved-list li", has=page.get_by_text(name, exact=True))
