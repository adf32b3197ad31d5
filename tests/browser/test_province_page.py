"""The profile of a province in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import OpenPage
from tests.browser.looks import wider_than_the_screen
from tests.dashboard.exports.printed import pages_of

WIDE = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"


@pytest.mark.parametrize("lang", ["en", "km"])
def test_without_scripts_the_whole_profile_is_there(
    browser: Browser, server: str, open_page: OpenPage, lang: str
) -> None:
    opened = open_page("/province/01", lang=lang)
    assert not opened.problems
    context = browser.new_context(base_url=server, java_script_enabled=False)
    bare = context.new_page()
    bare.goto(f"/province/01?lang={lang}")
    assert "88,000" in bare.inner_text(".profile-head .more")
    assert bare.locator("svg.near-map:visible").count() == 1
    assert bare.locator(".key-figures dt").count() >= 9
    assert bare.locator(".profile-invested tbody tr").count() == 4
    assert bare.inner_text("h1") == opened.page.inner_text("h1")
    context.close()


def test_who_is_counted_is_in_the_link_and_back_returns(open_page: OpenPage) -> None:
    opened = open_page("/province/17?year=2030")
    page = opened.page
    first = page.inner_text(".profile-head .more")
    page.get_by_role("link", name="Not yet placed").click()
    expect(page.locator(".profile-head .more")).not_to_have_text(first)
    expect(page).to_have_url(re.compile(r"/province/17\?basis=unplaced&year=2030$"))
    opened.wait_until_ready()
    expect(page.locator(".counted strong")).to_have_text("Not yet placed")
    expect(page.locator(".profile-invested h2")).to_contain_text("2030")
    page.wait_for_selector(".profile-need .part-name")
    page.go_back()
    expect(page.locator(".profile-head .more")).to_have_text(first)
    expect(page.locator(".counted strong")).to_contain_text("USD 210")
    assert not opened.problems


def test_a_reader_goes_from_province_to_province_and_from_the_map(open_page: OpenPage) -> None:
    opened = open_page("/?province=06&lang=km")
    page = opened.page
    page.locator(".profile-link a").click()
    expect(page.locator("h1")).to_contain_text("Kampong Thom")
    opened.wait_until_ready()
    expect(page).to_have_url(re.compile(r"/province/06\?lang=km$"))
    assert "កំពង់ធំ" in page.title()
    page.locator(".profile-others a", has_text="កែប").click()
    expect(page.locator("h1")).to_contain_text("Kep")
    expect(page).to_have_url(re.compile(r"/province/23\?lang=km$"))
    opened.wait_until_ready()
    page.get_by_label("English").check()
    expect(page.locator("h1")).to_contain_text("Kep")
    expect(page).to_have_url(re.compile(r"/province/23$"))
    assert not opened.problems


def test_the_pdf_is_the_profile_on_screen(open_page: OpenPage) -> None:
    opened = open_page("/province/20?basis=unplaced")
    page = opened.page
    with page.expect_download() as loading:
        page.locator(".take-pdf").click()
    pages = pages_of(Path(loading.value.path()).read_bytes())
    assert len(pages) == 2
    assert page.inner_text(".profile-head .more") in pages[0]
    assert "/province/20?basis=unplaced" in pages[1]
    for cell in page.locator(".profile-invested tbody td strong").all_inner_texts():
        assert cell in pages[1]
    assert not opened.problems


def test_an_unknown_province_leads_to_those_there_are(open_page: OpenPage) -> None:
    opened = open_page("/province/99")
    page = opened.page
    expect(page.locator(".profile-unknown")).to_contain_text("99")
    assert page.locator(".province-list a").count() == 25
    page.locator(".province-list a", has_text="Takeo").click()
    expect(page.locator("h1")).to_contain_text("Takeo")
    opened.wait_until_ready()
    # The browser itself tells of the status 404.
    assert all("404" in one for one in opened.problems)


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("width", [390, 768, 1440])
def test_nothing_is_wider_than_the_screen(open_page: OpenPage, width: int, lang: str) -> None:
    opened = open_page("/province/20", width=width, height=844, lang=lang)
    assert opened.page.evaluate(WIDE) <= 0
    assert not wider_than_the_screen(opened.page)
    assert not opened.problems


def test_on_paper_only_the_profile_is_left(open_page: OpenPage) -> None:
    opened = open_page("/province/01")
    page = opened.page
    printed = pages_of(page.pdf(format="A4"))
    text = " ".join(printed)
    assert len(printed) <= 4
    assert "Banteay Meanchey" in text and "What scenarios would do here by 2035" in text
    for gone in ("Skip to the page", "Take the numbers", "Other provinces", "English"):
        assert gone not in text
    assert not opened.problems
