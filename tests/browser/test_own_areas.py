"""The atlas on areas of one's own: two hundred districts, and fewer with all a page needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import own_areas
from tests.browser.conftest import serving, watched

WIDE = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
MANY, FEW = 200, 25


@pytest.fixture(scope="module")
def districts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Some two hundred districts whose residents and returnees are known, and no job."""
    folder = made(tmp_path_factory, each=8)
    with serving(tmp_path_factory.mktemp("server"), ATLAS_AREAS=str(folder)) as address:
        yield address


@pytest.fixture(scope="module")
def with_jobs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Fewer districts, and their open jobs."""
    folder = made(tmp_path_factory, each=1)
    own_areas.fill(folder, "counted_vacancies", lambda code: own_areas.sizes(code[::-1]) / 15)
    with serving(tmp_path_factory.mktemp("server"), ATLAS_AREAS=str(folder)) as address:
        yield address


def made(tmp_path_factory: pytest.TempPathFactory, *, each: int) -> Path:
    """A folder of districts with residents and returnees."""
    place = tmp_path_factory.mktemp("areas")
    file = own_areas.as_geojson(place / "d.geojson", own_areas.districts(each=each))
    folder = own_areas.made(file, place / "own")
    own_areas.fill(folder, "population", own_areas.sizes)
    own_areas.fill(folder, "counted_returnees", lambda code: own_areas.sizes(code[1:]) / 12)
    return folder


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize(
    "path", ["/", "/mismatch", "/data", "/scenarios", "/monitor", "/province", "/province/0102"]
)
def test_every_page_opens_on_two_hundred_districts(
    page: Page, districts: str, path: str, lang: str
) -> None:
    opened = watched(page, districts)(path, lang=lang)
    expect(opened.page.locator("h1").first).to_be_visible()
    assert opened.page.evaluate(WIDE) == 0
    assert not opened.problems


def test_the_map_has_every_district_under_its_name_and_code(page: Page, districts: str) -> None:
    opened = watched(page, districts)("/?province=0102")
    shown = opened.page.locator(".province-map path[data-code]")
    assert shown.count() > MANY
    expect(opened.page.locator(".panel h2").first).to_contain_text("District 0102")
    expect(opened.page.get_by_text("Districts", exact=True).first).to_be_visible()
    assert not opened.problems


def test_a_link_to_a_province_that_ships_is_told_and_not_shown(page: Page, districts: str) -> None:
    opened = watched(page, districts)("/?province=02")
    expect(opened.page.locator(".notice")).to_contain_text("02")
    assert opened.page.get_by_text("Battambang").count() == 0
    assert not opened.problems


def test_a_page_that_lacks_a_table_names_it_and_where_it_is_loaded(
    page: Page, districts: str
) -> None:
    opened = watched(page, districts)("/mismatch", width=390, height=844)
    expect(opened.page.locator("#page")).to_contain_text("tables/counted_vacancies.csv")
    opened.page.get_by_role("link", name="the page of data").click()
    opened.wait_until_ready()
    assert opened.page.url.endswith("/data")
    assert not opened.problems


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("path", ["/mismatch", "/scenarios", "/province/0101"])
def test_pages_follow_once_jobs_are_filled_in(
    page: Page, with_jobs: str, path: str, lang: str
) -> None:
    opened = watched(page, with_jobs)(path, lang=lang)
    expect(opened.page.locator("h1").first).to_be_visible()
    if path != "/province/0101":
        assert opened.page.locator(".province-map path[data-code]").count() >= FEW
    assert "tables/" not in opened.page.locator(".headline").first.inner_text()
    assert not opened.problems
