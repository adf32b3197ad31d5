"""A table is taken as a file: the links follow the view, and the file is the one on screen."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

WIDE = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"


def taken(page: Page, where: str, name: str) -> tuple[str, bytes]:
    """Name and content of the file behind a link below a table."""
    with page.expect_download() as loading:
        page.locator(f"{where} p.take").first.get_by_role("link", name=name, exact=True).click()
    return loading.value.suggested_filename, Path(loading.value.path()).read_bytes()


def test_the_file_is_the_table_on_screen(open_page: OpenPage) -> None:
    opened = open_page("/")
    page = opened.page
    page.get_by_label("Job vacancies").check()
    opened.wait_until_ready()
    expect(page.locator("#table-twin h2")).to_contain_text("Job vacancies")
    name, content = taken(page, "#table-twin", "CSV")
    assert name == "corridor-atlas-map-vacancies-count.csv"
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    shown = {
        row.locator("th").inner_text(): row.locator("td").nth(1).inner_text().replace(",", "")
        for row in page.locator("#table-twin tbody tr").all()
    }
    assert {row["province_en"]: row["rounded"] for row in rows} == shown
    assert rows[0]["file_link"].endswith("/?layer=vacancies")
    assert not opened.problems


def test_the_mismatch_gives_its_three_tables(open_page: OpenPage) -> None:
    opened = open_page("/mismatch?basis=unplaced&lang=km")
    page = opened.page
    page.wait_for_selector("#movement-tables .take")
    for where, format, name in (
        ("#mismatch-table", "Excel", "corridor-atlas-mismatch-gap-unplaced.xlsx"),
        ("#parts-by-province", "GeoPackage", "corridor-atlas-mismatch-parts-unplaced.gpkg"),
        ("#movement-tables", "Parquet", "corridor-atlas-mismatch-flows-unplaced.parquet"),
    ):
        found, content = taken(page, where, format)
        assert found == name and content
    assert not opened.problems


def test_scenarios_follow_the_plan_that_is_built(open_page: OpenPage) -> None:
    opened = open_page("/scenarios?plan=agro_processing:01:50:2026:3&year=2030")
    page = opened.page
    page.wait_for_selector("#comparison p.take")
    name, content = taken(page, "#comparison", "CSV")
    assert name == "corridor-atlas-scenarios-2030-durable.csv"
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    assert rows[0]["scenario_key"] == "plan" and "year=2030" in rows[0]["file_link"]
    assert not opened.problems


@pytest.mark.parametrize("path", ["/", "/mismatch", "/scenarios"])
def test_the_links_fit_a_phone_and_are_reached_by_key(open_page: OpenPage, path: str) -> None:
    opened = open_page(path, width=390, height=844, lang="km")
    page = opened.page
    page.wait_for_selector("p.take")
    assert page.evaluate(WIDE) <= 0
    link = page.locator("#page p.take a:visible").first
    link.focus()
    assert page.evaluate("document.activeElement.textContent") == "CSV"
    box = link.bounding_box()
    assert box is not None and box["height"] >= 24
    assert not opened.problems
