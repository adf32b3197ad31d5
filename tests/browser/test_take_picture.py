"""A figure is taken as a picture: the links follow the view, and it is the one on screen."""

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.dashboard.exports.opened import colours, image

WIDE = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"


def taken(page: Page, where: str, name: str) -> tuple[str, Image.Image]:
    """Name and picture behind a link below a figure."""
    with page.expect_download() as loading:
        page.locator(f"{where} .take-picture").get_by_role("link", name=name, exact=True).click()
    return loading.value.suggested_filename, image(Path(loading.value.path()).read_bytes())


def test_the_picture_is_the_map_on_screen(open_page: OpenPage) -> None:
    opened = open_page("/")
    page = opened.page
    page.get_by_label("Job vacancies").check()
    opened.wait_until_ready()
    expect(page.locator("#table-twin h2")).to_contain_text("Job vacancies")
    page.locator('#map [data-code="07"]').click()
    first = page.locator(".map-column .take-picture a").first
    expect(first).to_have_attribute("href", "/export/map_picture.png?layer=vacancies&province=07")
    name, found = taken(page, ".map-column", "PNG")
    assert name == "corridor-atlas-map-picture-vacancies-count.png"
    assert found.info["Source"].endswith("/?layer=vacancies&province=07")
    fills = "all => all.map(one => one.getAttribute('fill'))"
    shown = page.locator("#map .province").evaluate_all(fills)
    assert set(shown) <= set(colours(found))
    assert not opened.problems


def test_a_slide_is_behind_a_click(open_page: OpenPage) -> None:
    opened = open_page("/mismatch?lang=km")
    page = opened.page
    where = page.locator("#mismatch-maps .take-picture").first
    where.locator("summary").click()
    with page.expect_download() as loading:
        where.locator("details p").first.get_by_role("link", name="PNG", exact=True).click()
    assert image(Path(loading.value.path()).read_bytes()).size == (1280, 720)
    page.locator("#second-picture").select_option("none")
    expect(page.locator("#mismatch-maps .take-picture")).to_have_count(1)
    assert not opened.problems


@pytest.mark.parametrize("path", ["/", "/mismatch", "/scenarios"])
def test_the_links_fit_a_phone(open_page: OpenPage, path: str) -> None:
    opened = open_page(f"{path}?lang=km", width=390, height=844)
    page = opened.page
    for one in page.locator(".take-picture details").all():
        one.evaluate("one => { one.open = true; }")
    assert page.evaluate(WIDE) <= 0
    assert page.locator(".take-picture a").count() > 4
    assert not opened.problems
