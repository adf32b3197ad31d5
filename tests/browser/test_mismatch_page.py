"""The page of the mismatch as people use it: bars, controls, links, languages, Back."""

import re

import pytest
from playwright.sync_api import Browser, expect

from dashboard.mismatch.market import Case
from dashboard.mismatch.movement import movement
from dashboard.mismatch.parts import parts
from dashboard.mismatch.readings import readings
from dashboard.numbers import value_text
from tests.browser.address import query
from tests.browser.conftest import OpenPage
from tests.browser.looks import not_khmer, wider_than_the_screen
from tests.browser.mismatch_page import MAPS, drawn, seekers, selected, until_address

BASES = ("durable", "unplaced", "working_age")


def test_the_answer_stands_above_two_maps(open_page: OpenPage) -> None:
    opened = open_page("/mismatch", width=1440, height=900)
    page = opened.page
    assert page.locator("h1").count() == 1
    said = page.inner_text("h1")
    found = parts(Case(basis="durable", ages="all"))
    for part in ("seekers", "shortage", "spatial", "skills"):
        assert value_text(found[part]) in said, part
    for one in MAPS:
        assert page.locator(f"{one} path.province").count() == 25
    assert page.locator("#map-left").get_attribute("data-measure") == "gap"
    assert page.locator("#map-right").get_attribute("data-measure") == "pair"
    flows = movement(Case(basis="durable", ages="all")).flows
    assert page.locator("#map-movement path.flow").count() == len(flows)
    assert page.locator("#mismatch-table tbody tr").count() == 25
    assert page.locator("#trades tbody tr").count() == 28
    assert page.locator(".waiting").count() == 0
    assert not opened.problems


def test_a_bar_leads_to_its_basis_and_back_returns(open_page: OpenPage) -> None:
    opened = open_page("/mismatch")
    page = opened.page
    before = page.inner_text("h1")
    page.locator(".parts-row:not(.chosen) a").first.click()
    until_address(opened, basis="unplaced")
    drawn(opened, "unplaced")
    assert page.is_checked('#basis input[value="unplaced"]')
    assert seekers("unplaced") in page.inner_text(".parts-row.chosen")
    page.go_back()
    until_address(opened, basis=None)
    drawn(opened, "durable")
    assert page.inner_text("h1") == before
    assert page.is_checked('#basis input[value="durable"]')
    page.go_forward()
    until_address(opened, basis="unplaced")
    drawn(opened, "unplaced")
    assert not opened.problems


def test_who_is_counted_changes_words_maps_and_tables(open_page: OpenPage) -> None:
    opened = open_page("/mismatch")
    page = opened.page
    page.check('#basis input[value="working_age"]')
    until_address(opened, basis="working_age")
    drawn(opened, "working_age")
    value = float(page.get_attribute('#map-left path[data-code="01"]', "data-value") or "nan")
    case = Case(basis="working_age", ages="all")
    assert value == pytest.approx(readings(case)["gap"].values["01"].value, abs=0.01)
    page.check('#ages input[value="up_to_45"]')
    until_address(opened, basis="working_age", ages="up_to_45")
    drawn(opened, "working_age", "up_to_45")
    assert seekers("working_age", "up_to_45") != seekers("working_age")
    page.check('#basis input[value="durable"]')
    page.check('#ages input[value="all"]')
    until_address(opened, basis=None, ages=None)
    drawn(opened, "durable")
    assert not opened.problems


def test_a_pasted_link_brings_back_the_whole_view(open_page: OpenPage) -> None:
    opened = open_page(
        "/mismatch?basis=unplaced&ages=up_to_45&measure=shen_access&second=local_clusters"
        "&show=sezs,corridors&province=17&reach_km=100&skills_construction=30&lang=km"
    )
    page = opened.page
    for _ in range(2):
        assert page.get_attribute("html", "lang") == "km"
        assert page.is_checked('#basis input[value="unplaced"]')
        assert page.is_checked('#ages input[value="up_to_45"]')
        assert page.input_value("#first-picture") == "shen_access"
        assert page.input_value("#second-picture") == "local_clusters"
        assert page.is_checked('#mismatch-show input[value="sezs"]')
        assert page.is_checked('#mismatch-show input[value="corridors"]')
        assert not page.is_checked('#mismatch-show input[value="crossings"]')
        assert page.get_attribute("#map-left", "data-measure") == "shen_access"
        assert page.get_attribute("#map-right", "data-measure") == "local_clusters"
        assert all(selected(page, one) == ["17"] for one in MAPS)
        assert page.locator("details.drawer").get_attribute("open") is not None
        assert page.input_value("#assumptions-reach_km") == "100"
        assert page.input_value("#assumptions-skills_construction") == "30"
        assert page.input_value("#assumptions-jobs_construction") == "10"
        assert "សៀមរាប" in page.inner_text("#mismatch-panel h2")
        address = page.url
        page.reload()
        opened.wait_until_ready()
        assert page.url == address
    assert not opened.problems


def test_wrong_values_in_a_link_are_told_and_the_usual_ones_shown(open_page: OpenPage) -> None:
    opened = open_page("/mismatch?reach_km=9999&basis=zzz&skills_construction=abc&second=5")
    page = opened.page
    said = page.inner_text("#mismatch-notice")
    for word in ("reach_km", "9999", "zzz", "skills_construction", "abc"):
        assert word in said
    assert seekers("durable") in page.inner_text("h1")
    assert page.input_value("#assumptions-reach_km") == "75"
    assert page.input_value("#assumptions-skills_construction") == "40"
    assert page.input_value("#second-picture") == "pair"
    page.check('#basis input[value="unplaced"]')
    until_address(opened, basis="unplaced")
    expect(page.locator("#mismatch-notice")).not_to_contain_text("zzz")
    assert not opened.problems


def test_language_keeps_the_view_and_back_returns(open_page: OpenPage) -> None:
    opened = open_page("/mismatch?basis=unplaced&measure=share_gap&province=05&alpha=0.6")
    page = opened.page
    page.get_by_label("ខ្មែរ", exact=True).check()
    page.wait_for_selector("#page[lang=km]")
    opened.wait_until_ready()
    assert query(page) == {
        "basis": "unplaced",
        "measure": "share_gap",
        "province": "05",
        "alpha": "0.6",
        "lang": "km",
    }
    assert all(selected(page, one) == ["05"] for one in MAPS)
    assert page.get_attribute("#map-left", "data-measure") == "share_gap"
    assert page.input_value("#assumptions-alpha") == "0.6"
    assert re.search("[\u1780-\u17ff]", page.inner_text("h1"))
    assert seekers("unplaced") in page.inner_text("h1")
    page.go_back()
    page.wait_for_selector("#page[lang=en]")
    opened.wait_until_ready()
    assert not re.search("[\u1780-\u17ff]", page.inner_text("h1"))
    assert selected(page, "#map-left") == ["05"]
    assert not opened.problems


def test_all_of_the_page_is_khmer(open_page: OpenPage) -> None:
    opened = open_page("/mismatch?lang=km&province=01&show=sezs,corridors&basis=unplaced")
    texts = opened.page.eval_on_selector_all(
        "h1, h2, h3, dt, legend, .about, .more, .hint, thead th, tbody th, .controls label, "
        ".map-legend li span:not(.count), .map-marks li span:not(.count), .map-title, summary, "
        ".grid-rows, .grid-columns, .grid-note, .parts-told, .parts-name, .told-list li, .jump a, "
        ".province-name, .foot, option, .dials h3, .dials button",
        "all => all.map(one => one.textContent.trim()).filter(Boolean)",
    )
    assert len(texts) > 200
    assert not_khmer(texts) == []


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("width", [390, 820, 1920])
def test_nothing_is_wider_than_the_screen(open_page: OpenPage, width: int, lang: str) -> None:
    opened = open_page("/mismatch?reach_km=100&province=13", width=width, height=844, lang=lang)
    page = opened.page
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert wider_than_the_screen(page) == []


@pytest.mark.parametrize("lang", ["en", "km"])
def test_on_a_phone_tables_scroll_in_their_own_box(open_page: OpenPage, lang: str) -> None:
    page = open_page("/mismatch", width=390, height=844, lang=lang).page
    boxes = page.eval_on_selector_all(
        ".table-scroll",
        """(all) => all.map((one) => ({
          right: one.getBoundingClientRect().right,
          inside: one.scrollWidth > one.clientWidth,
          reached: one.tabIndex === 0 && Boolean(one.getAttribute("aria-label")),
        }))""",
    )
    assert len(boxes) >= 7
    assert all(box["right"] <= 390 and box["reached"] for box in boxes)
    assert sum(box["inside"] for box in boxes) >= 3
    heat = page.locator("#trades .table-scroll")
    heat.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('#trades .table-scroll').scrollLeft > 0")
    assert page.evaluate("window.scrollX") == 0


def test_links_lead_to_the_method_and_back(open_page: OpenPage) -> None:
    opened = open_page("/mismatch?basis=unplaced")
    page = opened.page
    page.click("#mismatch-headline .method")
    page.wait_for_selector("#decomposition.pointed")
    assert page.url.endswith("/methods#decomposition")
    page.go_back()
    page.wait_for_selector("#map-left")
    drawn(opened, "unplaced")
    assert not opened.problems


def test_a_jump_goes_to_its_part_and_keeps_the_view(open_page: OpenPage) -> None:
    opened = open_page("/mismatch?basis=unplaced")
    page = opened.page
    page.locator(".jump a[href='#trades']").click()
    page.wait_for_function(
        "() => Math.abs(document.getElementById('trades').getBoundingClientRect().top) < 200"
    )
    assert page.url.endswith("?basis=unplaced#trades")
    opened.wait_until_ready()
    assert page.is_checked('#basis input[value="unplaced"]')
    page.check('#basis input[value="durable"]')
    until_address(opened, basis=None)
    drawn(opened, "durable")
    assert not opened.problems


@pytest.mark.parametrize("lang", ["en", "km"])
def test_without_scripts_the_answer_the_maps_and_the_tables_are_there(
    browser: Browser, server: str, lang: str
) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(f"/mismatch?basis=unplaced&lang={lang}")
        assert seekers("unplaced") in page.inner_text("h1")
        assert page.locator("svg.static").count() == 3
        assert page.locator("svg.static path.province").count() == 75
        assert page.locator("[data-row]").count() >= 75
        assert page.get_attribute("html", "lang") == lang
    finally:
        context.close()
