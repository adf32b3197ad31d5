"""The page of the mismatch as people use it: bars, controls, sliders, two maps, links, Back."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from analysis.measures import discover
from dashboard.mismatch.market import Case
from dashboard.mismatch.movement import movement
from dashboard.mismatch.parts import parts
from dashboard.mismatch.readings import readings
from dashboard.numbers import value_text
from tests.browser.conftest import Opened, OpenPage
from tests.browser.looks import not_khmer, wider_than_the_screen

MAPS = ("#map-left", "#map-right", "#map-movement")
ANSWERS = "**/_dash-update-component*"
BASES = ("durable", "unplaced", "working_age")
KINDS = (
    "reach_km",
    "min_transfer",
    "decay_per_km",
    "alpha",
    "road_factor",
    "skills_services",
    "jobs_construction",
)


def query(page: Page) -> dict[str, str]:
    """What stands in the address, now."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


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


def test_every_kind_of_slider_by_keyboard_is_one_step_of_back(open_page: OpenPage) -> None:
    opened = open_page("/mismatch")
    page = opened.page
    page.locator("details.drawer summary").click()
    address: dict[str, str] = {}
    for key in KINDS:
        slider = page.locator(f"#assumptions-{key}")
        slider.focus()
        steps = page.evaluate("history.length")
        before = slider.input_value()
        for _ in range(3):
            page.keyboard.press("ArrowRight")
        at = slider.input_value()
        assert float(at) > float(before)
        address[key] = at
        until_address(opened, **address)
        assert page.evaluate("history.length") == steps + 1, key
        assert slider.input_value() == at
    assert query(page) == address
    told = page.inner_text("#assumptions [role=status]")
    assert str(len(KINDS)) in told
    headline = page.inner_text("h1")
    page.reload()
    opened.wait_until_ready()
    assert query(page) == address
    for key, value in address.items():
        assert page.input_value(f"#assumptions-{key}") == value, key
    assert page.inner_text("h1") == headline
    page.go_back()
    address.popitem()
    until_address(opened, **address, jobs_construction=None)
    assert float(page.input_value("#assumptions-jobs_construction")) == 10
    assert not opened.problems


def test_a_slider_put_back_by_hand_leaves_the_address(open_page: OpenPage) -> None:
    opened = open_page("/mismatch?decay_per_km=0.0069")
    page = opened.page
    page.focus("#assumptions-decay_per_km")
    page.keyboard.press("ArrowLeft")
    until_address(opened, decay_per_km=None)
    assert query(page) == {}
    assert page.get_by_role("button", name="Usual values").is_disabled()
    page.keyboard.press("End")
    until_address(opened, decay_per_km="0.0121")
    page.keyboard.press("Home")
    until_address(opened, decay_per_km="0.005")
    assert not opened.problems


def test_another_control_within_the_pause_of_a_slider_loses_neither(open_page: OpenPage) -> None:
    opened = open_page("/mismatch?reach_km=80")
    page = opened.page
    page.focus("#assumptions-reach_km")
    page.keyboard.press("ArrowRight")
    page.check('#basis input[value="unplaced"]')
    until_address(opened, reach_km="85", basis="unplaced")
    assert page.input_value("#assumptions-reach_km") == "85"
    assert page.is_checked('#basis input[value="unplaced"]')
    assert not opened.problems


def test_the_page_is_not_ready_while_a_slider_waits_for_the_last_move(open_page: OpenPage) -> None:
    """Else what is read or printed as soon as the page is ready belongs to another value."""
    opened = open_page("/mismatch?reach_km=80")
    page = opened.page
    page.evaluate(
        """() => {
          window.seen = [];
          new MutationObserver(() => {
            const ready = document.getElementById("page").dataset.ready === "true";
            if (ready) window.seen.push(location.search);
          }).observe(document.getElementById("page"), {attributeFilter: ["data-ready"]});
        }"""
    )
    page.focus("#assumptions-reach_km")
    page.keyboard.press("ArrowRight")
    until_address(opened, reach_km="85")
    assert set(page.evaluate("window.seen")) == {"?reach_km=85"}


def test_usual_values_brings_all_of_them_back(open_page: OpenPage) -> None:
    opened = open_page("/mismatch?reach_km=100&jobs_services=10&basis=unplaced&province=01")
    page = opened.page
    changed = page.inner_text("h1")
    page.get_by_role("button", name="Usual values").click()
    until_address(opened, reach_km=None, jobs_services=None, basis="unplaced", province="01")
    expect(page.locator("h1")).not_to_have_text(changed)
    assert page.input_value("#assumptions-reach_km") == "75"
    assert page.input_value("#assumptions-jobs_services") == "28"
    assert page.get_by_role("button", name="Usual values").is_disabled()
    assert page.locator("details.drawer").get_attribute("open") is not None
    assert page.locator(".dial.changed").count() == 0
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


def test_a_case_nobody_asked_for_before_is_worked_out_while_the_page_stands(
    open_page: OpenPage,
) -> None:
    opened = open_page("/mismatch?reach_km=95&basis=unplaced&road_factor=1.35")
    page = opened.page
    assert page.locator(".waiting").count() == 0
    assert page.locator("#map-movement path.flow").count() > 10
    assert page.locator("#border tbody tr").count() == 8
    assert page.locator("#parts-by-province tbody tr").count() == 25
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


def outputs(request: Request) -> str:
    """What a call of Dash is to answer."""
    sent = json.loads(request.post_data or "{}")
    return str(sent.get("output", ""))


@pytest.fixture
def case_requests(page: Page) -> Iterator[list[str]]:
    """What was asked of the server since the test began that hangs on the case alone."""
    asked: list[str] = []
    slow = ("mismatch-settled.data", "map-left.fills", "map-movement.fills", "border.html")

    def note(request: Request) -> None:
        if "_dash-update-component" in request.url and any(one in outputs(request) for one in slow):
            asked.append(outputs(request))

    page.on("request", note)
    yield asked


@pytest.mark.parametrize("search", ["", "?basis=unplaced", "?basis=durable&reach_km=75.0"])
def test_what_hangs_on_the_case_is_not_asked_for_again_by_a_click(
    open_page: OpenPage, case_requests: list[str], search: str
) -> None:
    opened = open_page(f"/mismatch{search}")
    case_requests.clear()
    opened.page.click('#map-left path[data-code="06"]')
    until_address(opened, province="06")
    opened.page.select_option("#second-picture", "share_gap")
    until_address(opened, second="share_gap")
    assert case_requests == []


def test_pictures_are_repainted_from_data_in_the_page(open_page: OpenPage) -> None:
    opened = open_page("/mismatch")
    page = opened.page
    page.route(ANSWERS, lambda route: None)
    for select, of, measure in (
        ("#first-picture", "#map-left", "vacancies"),
        ("#second-picture", "#map-right", "balancing_distance"),
        ("#second-picture", "#map-right", "local_clusters"),
    ):
        before = colours(page, of)
        page.select_option(select, measure)
        expect(page.locator(of)).to_have_attribute("data-measure", measure)
        assert colours(page, of) != before
    expect(page.locator('#map-left path[data-code="12"]')).to_have_attribute(
        "data-value", str(round(readings(Case(basis="durable", ages="all"))["vacancies"]
        .values["12"].value, 4)),
    )  # fmt: skip
    assert "vacancies" in page.locator("#map-left .map-title").inner_text().lower()
    assert page.locator("#map-left").get_attribute("data-painted") == "true"


def told_of(page: Page, of: str) -> str:
    """What stands on the page where the answer `of` comes in."""
    if of == "map-left.fills":
        return page.get_attribute('#map-left path[data-code="01"]', "data-value") or ""
    if of == "map-movement.fills":
        return page.inner_text("#map-movement .map-evidence") + str(
            page.eval_on_selector_all("#map-movement path.flow", "all => all.map(o => o.outerHTML)")
        )
    return page.inner_text("h1" if of == "mismatch-headline.html" else "#border")


@pytest.mark.parametrize(
    "late", ["mismatch-headline.html", "map-left.fills", "mismatch-settled.data", "border.html"]
)
def test_an_answer_that_comes_late_never_overwrites_a_newer_one(
    open_page: OpenPage, late: str
) -> None:
    opened = open_page("/mismatch?basis=working_age")
    page = opened.page
    right = told_of(page, late)
    page.goto(page.url.partition("?")[0])
    opened.wait_until_ready()
    held: list[Route] = []

    def hold_first(route: Route) -> None:
        if late in outputs(route.request) and not held:
            held.append(route)
        else:
            route.fallback()

    page.route(ANSWERS, hold_first)
    with page.expect_request(lambda one: "_dash-update" in one.url and late in outputs(one)):
        page.check('#basis input[value="unplaced"]')
    with page.expect_response(
        lambda one: "_dash-update" in one.url and late in outputs(one.request)
    ) as second:
        page.check('#basis input[value="working_age"]')
    assert "working_age" in (second.value.request.post_data or "")
    if late != "mismatch-settled.data":
        page.wait_for_function("text => document.body.innerText.includes(text)", arg=seekers(
            "working_age"))  # fmt: skip
    assert len(held) == 1 and "unplaced" in (held[0].request.post_data or "")
    with page.expect_response(lambda one: one.request == held[0].request):
        held[0].continue_()
    drawn(opened, "working_age")
    page.wait_for_timeout(300)
    assert told_of(page, late) == right
    assert seekers("working_age") in page.inner_text("h1")
    assert seekers("working_age") in page.inner_text("#border")
    assert query(page) == {"basis": "working_age"}
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
