"""The page of scenarios as people use it: a plan, what it does, others beside it, languages."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from analysis.futures import discover as futures
from dashboard.numbers import in_digits
from dashboard.pages.scenarios import PAGE
from dashboard.scenarios.asked import PLAN, read_asked
from dashboard.scenarios.best import Wish, best_use, best_uses
from dashboard.scenarios.chosen import BEST_USE
from dashboard.scenarios.plan_text import write_plan
from dashboard.scenarios.played import library, library_plan
from tests.browser.address import query
from tests.browser.conftest import OpenPage
from tests.browser.looks import not_khmer, wider_than_the_screen
from tests.browser.scenarios_page import (
    ONE,
    TWO,
    WAIT_MS,
    act,
    answer,
    as_rows,
    editor_shows,
    follows,
    rows,
    until_address,
)

READY = [key for key in library() if key not in ("do-nothing", "households-first")]


def test_the_answer_and_its_evidence_stand_above_the_workbench(open_page: OpenPage) -> None:
    opened = open_page("/scenarios", width=1440, height=900)
    page = opened.page
    assert page.locator("h1").count() == 1
    follows(opened)
    evidence = page.inner_text("#scenario-evidence")
    assert re.search(r"\d[\d,]* \(\d[\d,]*–\d[\d,]*\)", evidence)
    assert "from 1,000 draws" in evidence and "estimated" in evidence
    assert page.get_attribute("#scenario-evidence a", "href") == "/methods#scenarios"
    assert page.locator("#results dd").count() == 7
    for part in ("#comparison", "#best", "#challenge"):
        assert page.locator(f"{part} table").count() >= 1, part
    for chart in ("#paths", "#frontier", "#tornado"):
        assert page.locator(f"{chart} .trace").count() >= 1, chart
    assert page.locator(".waiting").count() == 0
    assert rows(page) == [] and query(page) == {}
    assert page.inner_text(".plan-left") == "200 million USD left"
    assert not opened.problems


@pytest.mark.parametrize("key", READY)
def test_a_ready_scenario_is_where_a_plan_starts(open_page: OpenPage, key: str) -> None:
    opened = open_page(f"/scenarios?plan={ONE}")
    page = opened.page
    page.locator(".plan-start select").select_option(key)
    wanted = library_plan(key, read_asked(PAGE.view("")).case)
    page.wait_for_function(
        "n => document.querySelectorAll('.plan-row').length === n", arg=len(wanted)
    )
    page.wait_for_function("old => location.search !== old", arg=f"?plan={ONE}")
    opened.wait_until_ready()
    found = read_asked(PAGE.view(f"?{urlsplit(page.url).query}")).plan
    assert [(one.instrument, one.place, one.first_year, one.years) for one in found] == [
        (one.instrument, one.place, one.first_year, one.years) for one in wanted
    ]
    assert [one.usd for one in found] == pytest.approx([one.usd for one in wanted], abs=5_000)
    follows(opened)
    expect(page.locator(".plan-left")).to_have_text("0 million USD left")
    act(page, "Undo").click()
    until_address(opened, plan=ONE)
    assert not opened.problems


def test_the_best_use_to_start_from_is_that_of_who_is_counted_now(open_page: OpenPage) -> None:
    opened = open_page("/scenarios")
    page = opened.page
    page.select_option("#scenario-basis", "unplaced")
    until_address(opened, basis="unplaced")
    page.locator(".plan-start select").select_option(BEST_USE)
    page.wait_for_function("() => location.search.includes('plan=')")
    opened.wait_until_ready()
    asked = read_asked(PAGE.view(f"?{urlsplit(page.url).query}"))
    wanted = library_plan(BEST_USE, asked.case)
    assert [(one.instrument, one.place) for one in asked.plan] == [
        (one.instrument, one.place) for one in wanted
    ]


def test_future_year_and_basis_change_the_answer(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?plan={TWO}")
    page = opened.page
    said = {page.inner_text("h1")}
    page.select_option("#year", "2029")
    until_address(opened, year="2029")
    follows(opened)
    said.add(page.inner_text("h1"))
    opened.wait_until_ready()
    assert "by 2029" in page.inner_text("#results h2") and "by 2029" in page.inner_text("h1")
    assert page.locator("#comparison tr.selected th").all_inner_texts() == ["2029"]
    page.select_option("#future", "border_reopening")
    until_address(opened, year="2029", future="border_reopening")
    follows(opened)
    first = page.locator("#challenge tbody th").first
    expect(first).to_have_text(futures()["border_reopening"].title.en, timeout=WAIT_MS)
    page.select_option("#scenario-basis", "unplaced")
    until_address(opened, year="2029", future="border_reopening", basis="unplaced")
    follows(opened)
    said.add(page.inner_text("h1"))
    assert len(said) == 3
    page.go_back()
    until_address(opened, future="border_reopening", basis=None)
    expect(page.locator("#scenario-basis")).to_have_value("durable")
    page.go_back()
    until_address(opened, future=None, basis=None)
    expect(page.locator("#future")).to_have_value("none")
    follows(opened)
    assert not opened.problems


def test_two_to_four_stand_side_by_side_and_a_fifth_is_not_taken(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?plan={ONE}")
    page = opened.page
    heads = page.locator("#comparison .beside").first.locator("thead th")
    picked = [PLAN, "skills-firms", "border-agro", "zones-at-gates"]
    for count in range(1, 5):
        page.check(f'#compared input[value="{picked[count - 1]}"]')
        until_address(opened, scenarios=",".join(picked[:count]))
        expect(heads).to_have_count(count + 1, timeout=WAIT_MS)
        told = page.locator("#comparison .beside").first.locator("tbody tr").first.locator("td")
        assert told.count() == count
    names = heads.all_inner_texts()
    assert "Your plan" in names[1] and library()["zones-at-gates"].title.en in names[4]
    page.click('#compared input[value="households-first"]')
    expect(page.locator('#compared input[value="households-first"]')).not_to_be_checked()
    opened.wait_until_ready()
    assert query(page)["scenarios"] == ",".join(picked)
    assert page.locator("#compared input:checked").count() == 4
    page.uncheck('#compared input[value="skills-firms"]')
    until_address(opened, scenarios="plan,border-agro,zones-at-gates")
    expect(heads).to_have_count(4, timeout=WAIT_MS)
    page.go_back()
    until_address(opened, scenarios=",".join(picked))
    expect(page.locator('#compared input[value="skills-firms"]')).to_be_checked()
    assert not opened.problems


@pytest.mark.parametrize("goal", ["near_home", "unmet_need"])
def test_the_best_use_can_be_taken_as_the_plan(open_page: OpenPage, goal: str) -> None:
    opened = open_page("/scenarios?year=2032&budget=100")
    page = opened.page
    if goal != "near_home":
        page.select_option("#goal", goal)
        until_address(opened, goal=goal)
    page.click(".limits summary")
    page.select_option("#border-share", "50")
    until_address(opened, border="50")
    case = read_asked(PAGE.view("")).case
    best = best_use(Wish(case=case, usd=1e8, goal=goal, border_percent=50)).scenario.allocations
    link = page.get_by_role("link", name="Take it as your plan")
    expect(link).to_have_attribute("href", re.compile(re.escape(write_plan(best))), timeout=WAIT_MS)
    link.click()
    until_address(opened, plan=write_plan(best), year="2032", budget="100", border="50")
    page.wait_for_function(
        "n => document.querySelectorAll('.plan-row').length === n", arg=len(best)
    )
    assert [row[:2] for row in rows(page)] == [[one.instrument, one.place] for one in best]
    follows(opened)
    page.go_back()
    until_address(opened, plan=None)
    editor_shows(page, "")
    assert not opened.problems


def point(page: Page, at: int) -> tuple[float, float]:
    """Where a point of the frontier stands on the screen."""
    page.locator("#frontier").scroll_into_view_if_needed()
    box = page.locator("#frontier .trace").first.locator(".point").nth(at).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize(("at", "search"), [(1, ""), (19, "?goal=unmet_need")])
def test_a_point_of_the_frontier_becomes_the_plan(
    open_page: OpenPage, at: int, search: str
) -> None:
    opened = open_page(f"/scenarios{search}", width=1440, height=900)
    page = opened.page
    goal = query(page).get("goal", "near_home")
    case = read_asked(PAGE.view("")).case
    best = best_uses(Wish(case=case, usd=0.0, goal=goal)).scenarios[at].allocations
    x, y = point(page, at)
    page.mouse.move(x - 3, y)
    page.mouse.move(x, y)
    expect(page.locator("#frontier .hoverlayer")).to_contain_text("Click to take it")
    page.mouse.click(x, y)
    until_address(opened, plan=write_plan(best))
    page.wait_for_function(
        "n => document.querySelectorAll('.plan-row').length === n", arg=len(best)
    )
    follows(opened)
    assert page.locator("#scenario-notice p").count() == 0
    assert "Your plan" in page.inner_text("h1")
    act(page, "Undo").click()
    until_address(opened, plan=None)
    follows(opened)
    assert not opened.problems


def test_language_keeps_the_plan_and_back_returns(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?plan={TWO}&year=2030")
    page = opened.page
    page.get_by_label("ខ្មែរ", exact=True).check()
    page.wait_for_selector("#page[lang=km]")
    opened.wait_until_ready()
    assert query(page) == {"plan": TWO, "year": "2030", "lang": "km"}
    assert rows(page) == as_rows(TWO)
    follows(opened)
    assert re.search("[\u1780-\u17ff]", page.inner_text("h1"))
    page.go_back()
    page.wait_for_selector("#page[lang=en]")
    opened.wait_until_ready()
    follows(opened)
    assert rows(page) == as_rows(TWO)
    assert not opened.problems


@pytest.mark.parametrize("search", ["", f"&plan={TWO}&future=second_wave&scenarios=plan,best-use"])
def test_all_of_the_page_is_khmer(open_page: OpenPage, search: str) -> None:
    opened = open_page(f"/scenarios?lang=km{search}")
    texts = opened.page.eval_on_selector_all(
        "h1, h2, h3, dt, legend, .about, .more, .hint, thead th, tbody th, .plan label, "
        ".conditions label, .compared label, .plan option, .plan optgroup, .plan button, "
        ".plan output, .plan-left, option, .told-list li, .map-title, .foot, "
        "#best td:not(.number), .ranking text",
        "all => all.map(one => one.label || one.textContent.trim()).filter(Boolean)",
    )
    assert len(texts) > 150
    assert not_khmer(texts) == []


def test_all_numbers_are_in_khmer_digits(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?lang=km&digits=khmer&plan={TWO}&province=01")
    page = opened.page
    follows(opened)
    assert in_digits("130", "khmer") in page.inner_text("h1")
    for part in (
        ".headline", ".plan", "#results", ".conditions", "#comparison", "#best", "#challenge",
        "#paths", "#frontier", "#tornado",
    ):  # fmt: skip
        found = page.locator(part).all_text_contents()
        assert found, part
        assert re.findall(r".{0,12}[0-9].{0,12}", " ".join(found)) == [], part
    slider = page.locator(".plan-row input[type=range]").first
    assert slider.get_attribute("aria-valuetext") == f"{in_digits('70', 'khmer')} លានដុល្លារ"
    slider.focus()
    page.keyboard.press("ArrowRight")
    until_address(opened, plan=TWO.replace(":70:", ":71:"))
    follows(opened)
    assert not opened.problems


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("width", [390, 820, 1920])
def test_nothing_is_wider_than_the_screen(open_page: OpenPage, width: int, lang: str) -> None:
    path = f"/scenarios?plan={TWO}&scenarios=plan,best-use,households-first,skills-firms"
    page = open_page(path, width=width, height=844, lang=lang).page
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert wider_than_the_screen(page) == []


@pytest.mark.parametrize("lang", ["en", "km"])
def test_without_scripts_the_answer_and_the_map_are_there(
    browser: Browser, server: str, lang: str
) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(f"/scenarios?plan={TWO}&lang={lang}")
        assert page.inner_text("h1") == answer(f"?plan={TWO}&lang={lang}")
        assert page.locator("svg.static path.province").count() >= 25
        assert page.locator(".key-figures dd").count() == 7
        assert page.get_attribute("html", "lang") == lang
    finally:
        context.close()


def test_a_corridor_is_picked_on_the_map_and_money_goes_there(open_page: OpenPage) -> None:
    opened = open_page("/scenarios")
    page = opened.page
    edge = page.locator('#map-plan .route-edge[data-route="SEC-C"], #map-plan [data-route="SEC-C"]')
    edge.first.dispatch_event("click")
    until_address(opened, corridor="SEC-C")
    act(page, "Add money").click()
    page.wait_for_function("() => location.search.includes(':SEC-C:')")
    opened.wait_until_ready()
    assert page.locator("#map-plan .route-picked").count() == 1
    page.locator('#map-plan [data-code="02"]').dispatch_event("click")
    until_address(opened, province="02")
    assert "corridor" not in query(page)
    page.go_back()
    until_address(opened, corridor="SEC-C")
    assert not opened.problems
