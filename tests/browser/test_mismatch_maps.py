"""The maps of the page of the mismatch: pictures, zoom, what is picked and pointed at."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from analysis.measures import discover
from dashboard.mismatch.market import Case
from dashboard.mismatch.movement import movement
from dashboard.numbers import value_text
from tests.browser.conftest import OpenPage
from tests.browser.mismatch_page import MAPS, camera, same_camera, selected, until_address


def test_both_pictures_can_be_picked(open_page: OpenPage) -> None:
    opened = open_page("/mismatch")
    page = opened.page
    page.select_option("#first-picture", "shen_access")
    until_address(opened, measure="shen_access")
    assert page.get_attribute("#map-left", "data-measure") == "shen_access"
    assert page.get_attribute("#map-right", "data-measure") == "pair"
    expect(page.locator("#mismatch-table h2")).to_contain_text(discover()["shen_access"].title.en)
    page.select_option("#second-picture", "local_clusters")
    until_address(opened, measure="shen_access", second="local_clusters")
    assert page.get_attribute("#map-right", "data-measure") == "local_clusters"
    assert page.get_attribute("#map-left", "data-measure") == "shen_access"
    page.select_option("#first-picture", "gap")
    page.select_option("#second-picture", "pair")
    until_address(opened, measure=None, second=None)
    assert not opened.problems


def test_one_map_is_enough(open_page: OpenPage) -> None:
    opened = open_page("/mismatch", width=1440, height=900)
    page = opened.page
    before = page.locator("#map-left").bounding_box()
    page.select_option("#second-picture", "none")
    until_address(opened, second="none")
    expect(page.locator("#map-right")).to_be_hidden()
    after = page.locator("#map-left").bounding_box()
    assert before and after and after["width"] > 1.5 * before["width"]
    page.reload()
    opened.wait_until_ready()
    expect(page.locator("#map-right")).to_be_hidden()
    page.select_option("#second-picture", "vacancies")
    until_address(opened, second="vacancies")
    expect(page.locator("#map-right path.province").first).to_be_visible()
    assert not opened.problems


def test_what_is_drawn_on_top_stands_on_both_maps(open_page: OpenPage) -> None:
    opened = open_page("/mismatch")
    page = opened.page
    assert page.locator("#maps path.place, #map-left path.place").count() == 0
    page.check('#mismatch-show input[value="sezs"]')
    until_address(opened, show="sezs")
    for one in ("#map-left", "#map-right"):
        assert page.locator(f"{one} path.place").count() > 20
    page.check('#mismatch-show input[value="corridors"]')
    until_address(opened, show="sezs,corridors")
    assert page.locator("#map-right path.route").count() == 12
    page.uncheck('#mismatch-show input[value="sezs"]')
    page.uncheck('#mismatch-show input[value="corridors"]')
    until_address(opened, show=None)
    assert page.locator("#map-left path.place, #map-left path.route").count() == 0
    assert not opened.problems


def test_two_maps_are_zoomed_together_by_button_wheel_and_drag(open_page: OpenPage) -> None:
    opened = open_page("/mismatch", width=1440, height=900)
    page = opened.page
    home, moving = camera(page, "#map-left"), camera(page, "#map-movement")
    assert same_camera(page)

    page.locator("#map-left").get_by_role("button", name="Zoom in").click()
    assert camera(page, "#map-left")[2] == pytest.approx(1.6 * home[2])
    assert same_camera(page)

    frame = page.locator("#map-right .map-stage")
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(*middle)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -150)
    page.keyboard.up("Control")
    page.wait_for_function(
        "k => Number(/scale\\(([^)]+)\\)/.exec(document.querySelector("
        "'#map-right svg.drawing > g[transform]').getAttribute('transform'))[1]) > k",
        arg=1.7 * home[2],
    )
    assert same_camera(page)

    before = camera(page, "#map-left")
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + 70, middle[1] + 40, steps=7)
    page.mouse.up()
    after = camera(page, "#map-left")
    assert after[0] - before[0] == pytest.approx(70, abs=12)
    assert after[1] - before[1] == pytest.approx(40, abs=12)
    assert same_camera(page)
    assert camera(page, "#map-movement") == pytest.approx(moving), "a map of its own"

    page.locator("#map-right").get_by_role("button", name="Whole country").click()
    for one in ("#map-left", "#map-right"):
        assert camera(page, one) == pytest.approx(home, rel=1e-3, abs=1)
        assert page.locator(one).get_by_role("button", name="Zoom out").is_disabled()
    assert all(selected(page, one) == [] for one in MAPS), "a drag selects nothing"
    assert not opened.problems


def test_a_wheel_without_ctrl_scrolls_the_page(open_page: OpenPage) -> None:
    page = open_page("/mismatch", width=1440, height=900).page
    frame = page.locator("#map-left .map-stage")
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    assert box is not None
    before, top = camera(page, "#map-left"), page.evaluate("window.scrollY")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.wheel(0, 200)
    page.wait_for_function("top => window.scrollY > top", arg=top)
    assert camera(page, "#map-left") == before


def test_a_province_is_selected_on_every_map_and_closed_again(open_page: OpenPage) -> None:
    opened = open_page("/mismatch")
    page = opened.page
    page.click('#map-right path[data-code="06"]')
    until_address(opened, province="06")
    assert all(selected(page, one) == ["06"] for one in MAPS)
    panel = page.inner_text("#mismatch-panel")
    assert "Kampong Thom" in panel and "None" not in panel
    assert page.locator("#mismatch-table tr.selected").count() == 1
    page.focus('#map-movement path.province[tabindex="0"]')
    page.keyboard.press("ArrowUp")
    code = page.evaluate("document.activeElement.dataset.code")
    page.keyboard.press("Enter")
    until_address(opened, province=code)
    assert code != "06" and all(selected(page, one) == [code] for one in MAPS)
    page.go_back()
    until_address(opened, province="06")
    assert all(selected(page, one) == ["06"] for one in MAPS)
    page.click("#mismatch-panel .close")
    until_address(opened, province=None)
    assert all(selected(page, one) == [] for one in MAPS)
    assert page.locator("#mismatch-panel .close").count() == 0
    assert not opened.problems


def test_a_bar_of_the_ranking_selects_and_the_map_points_at_bars(open_page: OpenPage) -> None:
    opened = open_page("/mismatch")
    page = opened.page
    page.locator("#mismatch-chart .bars .point path").last.click(force=True)
    until_address(opened, province="01")
    assert selected(page, "#map-left") == ["01"]
    page.hover('#map-left path[data-code="06"]')
    expect(page.locator("#mismatch-chart .hoverlayer")).to_contain_text("Kampong Thom")
    expect(page.locator("#map-left .map-card")).to_contain_text("Kampong Thom")
    assert not opened.problems


def test_the_card_tells_value_range_and_evidence(open_page: OpenPage) -> None:
    page = open_page("/mismatch?second=local_clusters").page
    page.hover('#map-left path[data-code="02"]')
    card = page.inner_text("#map-left .map-card")
    for word in ("Battambang", "people", "likely", "estimated", "2026"):
        assert word in card
    page.hover('#map-right path[data-code="02"]')
    assert "p 0." in page.inner_text("#map-right .map-card") or "p 1." in page.inner_text(
        "#map-right .map-card"
    )


def test_an_arrow_tells_who_would_go_where(open_page: OpenPage) -> None:
    page = open_page("/mismatch?basis=unplaced").page
    page.locator("#map-movement").scroll_into_view_if_needed()
    at = page.evaluate(
        """() => {
          const arrow = document.querySelector("#map-movement path.flow");
          const box = arrow.getBoundingClientRect();
          for (let x = box.left; x < box.right; x += 1)
            for (let y = box.top; y < box.bottom; y += 1)
              if (document.elementFromPoint(x, y) === arrow) return [x, y];
        }"""
    )
    page.mouse.move(*at)
    page.mouse.move(at[0], at[1] + 0.5)
    first = movement(Case(basis="unplaced", ages="all")).flows[0]
    card = page.inner_text("#map-movement .map-card")
    assert re.match(r"[A-Z].+ → [A-Z].+", card)
    assert f"{value_text(first.people)} people, {round(first.km)} km" in card
    assert "likely" in card and "estimated" in card


def test_names_on_the_maps_do_not_collide(open_page: OpenPage) -> None:
    page = open_page("/mismatch?lang=km", width=1440, height=900).page
    for of in MAPS:
        boxes: list[Any] = page.eval_on_selector_all(
            f"{of} .province-name",
            "all => all.map(one => { const b = one.getBoundingClientRect();"
            " return [b.left, b.top + b.height * 0.2, b.right, b.bottom - b.height * 0.2]; })",
        )
        assert len(boxes) >= 10
        for i, a in enumerate(boxes):
            for b in boxes[i + 1 :]:
                assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])
