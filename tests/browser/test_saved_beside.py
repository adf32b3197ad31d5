"""Saved scenarios side by side in the browser; and what saving leaves as it is."""

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Request, expect

from dashboard.scenarios.saved_key import read_key
from tests.browser.address import query
from tests.browser.conftest import Opened, OpenPage
from tests.browser.looks import wider_than_the_screen
from tests.browser.saved_acts import SLOW_MS, entry, press, said, save

PLAN = "/scenarios?plan=enterprise_fund:02:20:2026:3"
OTHER = "/scenarios?plan=sez_upgrade:01:35:2026:3&year=2031&basis=unplaced"
NOBODY = "k7m2p4q8r3s5t6u9.2"


def compare(opened: Opened, name: str) -> None:
    """Set the newest version of this name beside the others, and wait until it is drawn."""
    entry(opened.page, name).get_by_role("button", name="Compare").click()
    said(opened.page, f"“{name}, version 1” stands in the comparison above now")
    opened.wait_until_ready()


def heads(page: Page) -> Locator:
    return page.locator("#comparison .beside").first.locator("thead th")


def checked(page: Page) -> list[str]:
    found: list[str] = page.locator("#compared input:checked").evaluate_all(
        "all => all.map((one) => one.parentElement.textContent)"
    )
    return found


def two_saved(open_page: OpenPage, first: str, second: str) -> Opened:
    """A page on which two plans have been saved, under other conditions, and set side by side."""
    save(open_page(PLAN), first)
    save(open_page(OTHER), second)
    opened = open_page("/scenarios")
    compare(opened, first)
    compare(opened, second)
    return opened


def test_two_saved_scenarios_stand_side_by_side_and_the_link_brings_them_back(
    open_page: OpenPage,
) -> None:
    opened = two_saved(open_page, "Firms <b>first</b>", "Zones & firms")
    page = opened.page
    names = ["Firms <b>first</b>, version 1", "Zones & firms, version 1"]
    keys = query(page)["scenarios"].split(",")
    assert keys[0] == "best-use" and all(read_key(key) for key in keys[1:])
    for _ in range(2):
        assert [one[4:] for one in heads(page).all_inner_texts()[2:]] == names
        assert set(names) < set(checked(page)) and len(checked(page)) == 3
        for part in ("#comparison", "#challenge", "#paths", "#comparison .small-maps"):
            for name in names:
                expect(page.locator(part)).to_contain_text(name)
        row = page.locator("#comparison tr", has_text="Saved with (played here")
        expect(row.locator("td").nth(1)).to_have_text("–")
        expect(row.locator("td").nth(2)).to_contain_text("Who is counted: Not yet placed")
        expect(row.locator("td").nth(2)).to_contain_text("By the year 2031")
        assert page.locator("#page b", has_text="first").count() == 0
        page.reload()
        opened.wait_until_ready()
    assert not opened.problems


def test_one_is_taken_out_by_unticking_it_and_comes_back_by_back(open_page: OpenPage) -> None:
    opened = two_saved(open_page, "Taken out", "Stays")
    page = opened.page
    before = query(page)["scenarios"]
    box = page.get_by_role("checkbox", name="Taken out, version 1")
    box.focus()
    page.keyboard.press("Space")
    expect(heads(page)).to_have_count(3, timeout=SLOW_MS)
    assert before.split(",")[1] not in query(page)["scenarios"]
    expect(page.get_by_role("checkbox", name="Taken out, version 1")).to_have_count(0)
    page.go_back()
    expect(heads(page)).to_have_count(4, timeout=SLOW_MS)
    expect(page.get_by_role("checkbox", name="Taken out, version 1")).to_be_checked()
    assert query(page)["scenarios"] == before
    opened.wait_until_ready()
    assert not opened.problems


def test_the_first_and_second_of_saved_ones_are_weighed_against_each_other(
    open_page: OpenPage,
) -> None:
    opened = two_saved(open_page, "First of two", "Second of two")
    page = opened.page
    page.uncheck('#compared input[value="best-use"]')
    expect(heads(page)).to_have_count(3, timeout=SLOW_MS)
    opened.wait_until_ready()
    for part in ("#turning h2", "#comparison .told-list"):
        expect(page.locator(part)).to_contain_text("“First of two, version 1”")
        expect(page.locator(part)).to_contain_text("“Second of two, version 1”")
    assert page.locator("#frontier .trace").last.locator(".point").count() == 2
    assert page.locator("#comparison .small-maps figure").count() == 3
    assert not opened.problems


def test_a_version_of_the_history_is_compared_and_what_does_not_fit_is_told(
    open_page: OpenPage,
) -> None:
    opened = open_page(PLAN)
    page = opened.page
    save(opened, "Many versions")
    page.fill("#saved-note", "again")
    press(page, "save")
    said(page, "as version 2")
    entry(page, "Many versions").get_by_role("button", name="History").click()
    page.get_by_role("button", name="Compare version 1").click()
    said(page, "“Many versions, version 1” stands in the comparison above now (2 of at most 4)")
    assert query(page)["scenarios"].split(",")[0] == "best-use", "the plan is the saved one itself"
    page.get_by_role("button", name="Compare version 1").click()
    said(page, "in the comparison above already")
    page.get_by_role("button", name="Compare version 2").click()
    said(page, "“Many versions, version 2” stands in the comparison above now (3 of at most 4)")
    page.check('#compared input[value="skills-firms"]')
    page.wait_for_url("**skills-firms**")
    link = query(page)["scenarios"]
    save(opened, "One too many")
    entry(page, "One too many").get_by_role("button", name="Compare").click()
    said(page, "No more than 4 scenarios stand side by side. Untick one")
    assert query(page)["scenarios"] == link
    opened.wait_until_ready()
    assert not opened.problems


def test_one_that_is_not_here_is_told_and_can_be_taken_out_of_the_link(
    open_page: OpenPage,
) -> None:
    opened = open_page(f"/scenarios?scenarios=skills-firms,{NOBODY},zones-at-gates")
    page = opened.page
    notice = page.locator("#scenario-notice")
    expect(notice).to_contain_text(f"“{NOBODY}” in the link is no saved scenario of this atlas")
    expect(heads(page)).to_have_count(3)
    page.get_by_role("checkbox", name=f"Left out: {NOBODY}").uncheck()
    page.wait_for_url("**scenarios=skills-firms,zones-at-gates")
    expect(notice).to_be_empty(timeout=SLOW_MS)
    opened.wait_until_ready()
    assert not opened.problems


def test_one_that_was_deleted_is_told_and_back_when_it_is_brought_back(
    open_page: OpenPage,
) -> None:
    opened = two_saved(open_page, "To be deleted", "To be kept")
    page = opened.page
    entry(page, "To be deleted").get_by_role("button", name="Delete “To be deleted”").click()
    said(page, "is deleted")
    page.reload()
    opened.wait_until_ready()
    notice = page.locator("#scenario-notice")
    expect(notice).to_contain_text("“To be deleted, version 1” was deleted and is left out")
    expect(heads(page)).to_have_count(3)
    expect(page.get_by_role("checkbox", name="Left out: To be deleted")).to_be_checked()
    assert Axe().run(page).violations_count == 0
    page.get_by_text("Deleted scenarios", exact=True).click()
    page.get_by_role("button", name="Bring back “To be deleted”").click()
    said(page, "is back in the list")
    page.reload()
    opened.wait_until_ready()
    expect(notice).to_be_empty()
    expect(heads(page)).to_have_count(4)
    assert not opened.problems


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("width", [390, 1440])
def test_long_names_fit_and_axe_finds_nothing(open_page: OpenPage, width: int, lang: str) -> None:
    long = f"{'Anunbreakablename' * 5} {lang} {width}"
    opened = two_saved(open_page, long, f"ផែនការច្រករបៀងសេដ្ឋកិច្ច{lang}{width}" * 2)
    page = opened.page
    again = open_page(f"/scenarios?{urlsplit(page.url).query}", width=width, height=900, lang=lang)
    expect(heads(page)).to_have_count(4)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert wider_than_the_screen(page) == []
    keys = page.locator("#paths .annotation-text").all_text_contents()
    assert len([one for one in keys if "…" in one]) == 2, "no chart wraps a name"
    assert not again.problems


@pytest.fixture
def asked_of_server(page: Page) -> Iterator[list[str]]:
    """What the server was asked to draw."""
    outputs: list[str] = []

    def note(request: Request) -> None:
        if "_dash-update-component" in request.url:
            outputs.append(str(json.loads(request.post_data or "{}").get("output", "")))

    page.on("request", note)
    yield outputs


def test_saving_draws_its_own_section_anew_and_nothing_else(
    open_page: OpenPage, asked_of_server: list[str]
) -> None:
    opened = open_page(PLAN)
    page = opened.page
    asked_of_server.clear()
    save(opened, "Quiet")
    assert "saved=" in page.url
    assert all("saved-" in one for one in asked_of_server), asked_of_server
    asked_of_server.clear()
    page.go_back()
    expect(page.locator("#saved-current")).to_contain_text("This plan is not saved")
    opened.wait_until_ready()
    assert "saved=" not in page.url and asked_of_server
    assert all("saved-" in one for one in asked_of_server), asked_of_server
    page.go_forward()
    expect(page.locator("#saved-current")).to_contain_text("Open: “Quiet”, version 1")
    page.select_option("#year", "2030")
    expect(page.locator("h1")).to_contain_text("by 2030", timeout=SLOW_MS)
    opened.wait_until_ready()
    assert "saved=" in page.url and "by 2030" in page.inner_text("#results h2")
    assert any("scenario-headline" in one for one in asked_of_server)
    assert not opened.problems


def test_taking_the_best_use_keeps_which_saved_scenario_is_open(open_page: OpenPage) -> None:
    opened = open_page(PLAN)
    page = opened.page
    save(opened, "Made better")
    saved = query(page)["saved"]
    page.get_by_role("link", name="Take it as your plan").click()
    page.wait_for_url(re.compile("plan=(?!enterprise_fund:02:20:2026:3&)"))
    opened.wait_until_ready()
    assert query(page)["saved"] == saved
    expect(page.locator("#saved-current")).to_contain_text("changes are not saved")
    expect(page.locator("#saved-name")).to_have_value("Made better")
    assert not opened.problems
