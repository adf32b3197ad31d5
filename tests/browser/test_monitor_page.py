"""The page of reintegration in the browser: the link, a whole load, and what is drawn of it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from records.synthetic import frame
from tests.browser.conftest import OpenPage, serving, watched

SLOW_MS = 60_000
NAME = "Sok Dara"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An app of its own, because what is accepted holds on every page."""
    with serving(tmp_path_factory.mktemp("monitor")) as address:
        yield address


@pytest.fixture
def open_site(page: Page, site: str) -> OpenPage:
    return watched(page, site)


def records(rows: int = 20_000) -> bytes:
    found = frame(rows=rows).drop(columns=["age_group", "debt", "arrears"])
    kept = found[found.province.isin(["01", "02", "17", "22"])]
    return kept.assign(name=NAME).to_csv(index=False).encode()


def test_without_a_registry_the_survey_is_shown_and_marked(open_page: OpenPage) -> None:
    opened = open_page("/monitor")
    page = opened.page.locator("#page")
    expect(page.locator("h1")).to_contain_text("43 %")
    expect(page.get_by_text("National, survey").first).to_be_visible()
    expect(page.locator("#monitor-sector")).to_be_disabled()
    assert not opened.problems


def test_weights_follow_the_link_and_back(open_page: OpenPage) -> None:
    opened = open_page("/monitor?w_institutions=50")
    page = opened.page
    told = page.locator("#page").get_by_text("With your weights the index would be 0.587.")
    expect(told).to_be_visible()
    page.locator("#page").get_by_role("button", name="Usual values").click()
    expect(told).to_be_hidden()
    assert "w_institutions" not in page.url
    page.go_back()
    expect(told).to_be_visible()
    assert not opened.problems


def test_a_whole_load_of_synthetic_records(open_site: OpenPage) -> None:
    opened = open_site("/monitor")
    page = opened.page
    form = page.locator("#page .registry-form")
    form.locator("[name=file]").set_input_files(
        {"name": "synthetic-records.csv", "mimeType": "text/csv", "buffer": records()}
    )
    page.locator("[data-registry=look]").click()
    mapped = page.locator(".registry-map")
    expect(mapped.locator("h3")).to_be_visible(timeout=SLOW_MS)
    expect(mapped).to_contain_text("name (name)")
    assert NAME not in mapped.inner_text()
    expect(mapped.locator("[name=field-province]")).to_have_value("province")
    mapped.locator("[data-registry=check]").click()
    found = page.locator(".registry-found")
    expect(found.get_by_text("Release 1, as it would be shown")).to_be_visible(timeout=SLOW_MS)
    expect(found.locator(".banner")).to_contain_text("nobody in them is real")
    found.locator("[name=who]").fill("Sok")
    found.locator("[data-registry=accept]").click()
    expect(page.locator("#page h1")).to_contain_text("registry", timeout=SLOW_MS)
    opened.wait_until_ready()
    expect(page.locator("#page .monitor-head .banner")).to_be_visible()
    expect(page.locator("#page .js-plotly-plot .trace").first).to_be_visible()
    page.locator("#monitor-province").select_option("01")
    expect(page.locator("#page .monitor-head .kicker")).to_contain_text("Banteay Meanchey")
    page.locator("#monitor-sector").select_option("construction")
    expect(page.locator("#page .monitor-head .kicker")).to_contain_text("Construction")
    assert "province=" not in page.url
    page.go_back()
    expect(page.locator("#page .monitor-head .kicker")).to_contain_text("Banteay Meanchey")
    expect(page.locator("#monitor-province")).to_have_value("01")
    assert not opened.problems


@pytest.mark.parametrize("lang", ["en", "km"])
def test_nothing_scrolls_sideways_on_a_phone(open_page: OpenPage, lang: str) -> None:
    page = open_page("/monitor", width=390, height=844, lang=lang).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
