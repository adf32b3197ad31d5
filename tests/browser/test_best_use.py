"""The best use as people use it: goals, limits, many futures, named projects."""

import json
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from analysis.futures import discover as futures
from dashboard.pages.scenarios import PAGE
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.best import best_use, out_of_reach, wish_of
from dashboard.scenarios.plan_text import write_plan
from dashboard.scenarios.projects import project_sets
from tests.browser.address import hold_first, query
from tests.browser.conftest import OpenPage
from tests.browser.looks import wider_than_the_screen
from tests.browser.scenarios_page import until_address

WAIT_MS = 40_000
WISHES = {
    "#goal": ("goal", "mean_km"),
    "#border-share": ("border", "50"),
    "#women-share": ("women", "60"),
    "#most-province": ("most_province", "25"),
    "#most-instrument": ("most_instrument", "50"),
    "#start-year": ("start", "2029"),
    "#aim": ("aim", "worst_tenth"),
}


def best_plan(search: str) -> str:
    asked = read_asked(PAGE.view(search))
    return write_plan(best_use(wish_of(asked)).scenario.allocations)


def find(page: Page) -> None:
    """Look for the best in many futures; what another reader found is there at once."""
    if page.locator("#robust-act").is_enabled():
        page.click("#robust-act")
    page.wait_for_selector("#robust table", timeout=WAIT_MS)


def test_every_limit_goes_into_the_link_and_comes_back_with_it(open_page: OpenPage) -> None:
    opened = open_page("/scenarios")
    page = opened.page
    assert page.get_attribute(".limits", "open") is None
    page.click(".limits summary")
    for id, (key, value) in WISHES.items():
        page.select_option(id, value)
        until_address(opened, **{key: value})
    wanted = dict(WISHES.values())
    assert query(page) == wanted
    link = page.locator("#best").get_by_role("link", name="Take it as your plan")
    plan = best_plan(f"?{urlsplit(page.url).query}")
    expect(link).to_have_attribute("href", re.compile(re.escape(plan)), timeout=WAIT_MS)
    page.reload()
    opened.wait_until_ready()
    assert page.get_attribute(".limits", "open") is not None, "a limit that is set is seen"
    for id, (_, value) in WISHES.items():
        assert page.input_value(id) == value
    for _ in WISHES:
        page.go_back()
    until_address(opened, **dict.fromkeys(wanted))
    opened.wait_until_ready()
    assert page.input_value("#goal") == "near_home"
    assert not opened.problems


def test_a_number_of_people_is_asked_for_with_its_goal_only(open_page: OpenPage) -> None:
    opened = open_page("/scenarios")
    page = opened.page
    number = page.get_by_label("More people near home", exact=True)
    expect(number).to_be_hidden()
    page.select_option("#goal", "cost_per_placement")
    until_address(opened, goal="cost_per_placement")
    expect(number).to_be_visible()
    assert number.input_value() == "10000"
    number.fill("2500")
    number.press("Enter")
    until_address(opened, placements="2500")
    told = page.locator("#best .about")
    expect(told).to_contain_text("are enough for 2,5", timeout=WAIT_MS)
    expect(page.locator("#best .told-list")).to_contain_text("100 more people would cost")
    for wrong in ("50", "1000000", ""):
        number.fill(wrong)
        number.press("Enter")
        number.press("Tab")
        expect(number).to_have_value("2500", timeout=WAIT_MS)
        assert query(page)["placements"] == "2500"
    page.select_option("#goal", "near_home")
    until_address(opened, goal=None, placements="2500")
    expect(number).to_be_hidden()
    assert not opened.problems


@pytest.mark.parametrize("lang", ["en", "km"])
def test_what_is_out_of_reach_is_told_with_what_would_help(open_page: OpenPage, lang: str) -> None:
    search = "?goal=cost_per_placement&placements=20000&most_instrument=10"
    opened = open_page(f"/scenarios{search}", lang=lang)
    page = opened.page
    beyond = out_of_reach(wish_of(read_asked(PAGE.view(search))))
    assert beyond is not None and beyond.lift
    assert page.locator("#best .told-list li").count() == len(beyond.lift)
    assert page.locator("#best table").count() == 0
    assert page.locator("#frontier .trace").count() >= 1
    page.select_option("#most-instrument", "100")
    until_address(opened, most_instrument=None)
    expect(page.locator("#best table")).to_have_count(1, timeout=WAIT_MS)
    assert not opened.problems


def test_wrong_wishes_of_a_link_are_told(open_page: OpenPage) -> None:
    wrong = {
        "goal": "joy", "placements": "-1", "women": "99", "most_province": "0",
        "most_instrument": "x", "start": "1999", "aim": "luck",
    }  # fmt: skip
    search = "&".join(f"{key}={value}" for key, value in wrong.items())
    opened = open_page(f"/scenarios?{search}")
    page = opened.page
    said = page.inner_text("#scenario-notice")
    untold = [key for key, value in wrong.items() if f"“{value}” for “{key}”" not in said]
    assert untold == []
    assert page.input_value("#goal") == "near_home" and page.input_value("#start-year") == "2026"
    assert not opened.problems


def test_the_best_in_many_futures_is_looked_for_on_demand_and_told(open_page: OpenPage) -> None:
    opened = open_page("/scenarios?plan=sez_upgrade:01:70:2026:3&budget=150", width=1440)
    page = opened.page
    button = page.locator("#robust-act")
    assert page.inner_text("#robust") == "" and button.inner_text().startswith("Look for")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#robust-said")).to_have_text("Found.", timeout=WAIT_MS)
    opened.wait_until_ready()
    rows = page.locator("#robust .beside tbody tr")
    assert rows.count() == len(futures()) + 2
    assert page.locator("#robust .beside thead th").count() == 5, "the plan is held against it"
    assert page.locator("#robust .evidence").count() == 1
    expect(button).to_be_disabled()
    page.locator("#robust").get_by_role("link", name="Take it as your plan").click()
    until_address(opened, budget="150")
    page.wait_for_function("() => document.querySelectorAll('.plan-row').length > 5")
    opened.wait_until_ready()
    expect(page.locator("#robust-said")).to_have_text("Found.", timeout=WAIT_MS)
    # The answer for the new plan follows; until then the table of the old one stands.
    page.wait_for_function(
        """() => {
          const mean = [...document.querySelectorAll("#robust tr.over td")];
          return mean.length > 3 && mean[1].innerText === mean[3].innerText;
        }""",
        timeout=WAIT_MS,
    )
    page.reload()
    opened.wait_until_ready()
    expect(page.locator("#robust .beside")).to_be_visible()
    assert not opened.problems


def test_a_search_can_be_stopped_and_asks_nothing_any_more(open_page: OpenPage) -> None:
    opened = open_page("/scenarios?budget=1900&aim=worst_tenth")
    page = opened.page
    button = page.locator("#robust-act")
    button.click()
    expect(button).to_have_text("Stop", timeout=WAIT_MS)
    expect(page.locator("#robust-progress")).to_contain_text("Round", timeout=WAIT_MS)
    button.click()
    expect(button).to_have_text(re.compile("Look for"), timeout=WAIT_MS)
    opened.wait_until_ready()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if "_dash-update" in one.url else None)
    page.wait_for_timeout(2_000)
    assert asked == []
    assert page.inner_text("#robust") == "" and page.inner_text("#robust-progress") == ""
    assert not opened.problems


def test_another_budget_ends_the_search_and_its_answer_never_comes(open_page: OpenPage) -> None:
    opened = open_page("/scenarios?budget=1800")
    page = opened.page
    page.click("#robust-act")
    expect(page.locator("#robust-act")).to_have_text("Stop", timeout=WAIT_MS)
    page.locator(".plan-budget input").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => !location.search.includes('1800')")
    expect(page.locator("#robust-act")).to_have_text(re.compile("Look for"), timeout=WAIT_MS)
    opened.wait_until_ready()
    assert page.inner_text("#robust") == "" and page.inner_text("#robust-said") == ""
    assert not opened.problems


def _ticked(request: Request) -> bool:
    sent = json.loads(request.post_data or "{}")
    return bool(sent.get("changedPropIds") == ["robust-tick.n_intervals"])


def test_progress_that_comes_late_does_not_begin_the_clock_again(open_page: OpenPage) -> None:
    opened = open_page("/scenarios?budget=1700")
    page = opened.page
    held = hold_first(page, _ticked)
    page.click("#robust-act")
    page.wait_for_function("() => document.querySelector('#robust-act').innerText === 'Stop'")
    while not held:
        page.wait_for_timeout(50)
    page.click("#robust-act")
    expect(page.locator("#robust-act")).to_have_text(re.compile("Look for"), timeout=WAIT_MS)
    held[0].continue_()
    opened.wait_until_ready()
    page.wait_for_timeout(1_000)
    assert page.inner_text("#robust-act").startswith("Look for")
    assert not opened.problems


def test_sets_of_projects_are_drawn_as_steps_and_told_on_hover(open_page: OpenPage) -> None:
    opened = open_page("/scenarios?basis=unplaced", width=1440, height=900)
    page = opened.page
    sets = project_sets(read_asked(PAGE.view("?basis=unplaced")).case)
    front = [one for one in sets if one.front]
    points = page.locator("#projects-chart .trace").last.locator(".point")
    assert points.count() == len(front) >= 2
    assert page.locator("#projects > .table-scroll tbody tr").count() == len(front) - 1
    points.last.scroll_into_view_if_needed()
    box = points.last.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x - 3, y)
    page.mouse.move(x, y)
    expect(page.locator("#projects-chart .hoverlayer")).to_contain_text("National Road 5")
    assert not opened.problems


def test_where_no_set_places_anybody_a_sentence_stands_in_place_of_the_chart(
    open_page: OpenPage,
) -> None:
    opened = open_page("/scenarios")
    page = opened.page
    assert page.locator("#projects-chart-box .no-chart").count() == 1
    assert "places anybody more" in page.inner_text("#projects .about")
    assert page.get_attribute("#projects details", "open") is not None
    assert not opened.problems


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("width", [390, 1920])
def test_limits_projects_and_what_was_found_are_no_wider_than_the_screen(
    open_page: OpenPage, width: int, lang: str
) -> None:
    search = "?basis=unplaced&women=60&goal=cost_per_placement&placements=3000"
    opened = open_page(f"/scenarios{search}", width=width, height=844, lang=lang)
    page = opened.page
    find(page)
    opened.wait_until_ready()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert wider_than_the_screen(page) == []
    assert not opened.problems


def test_all_of_it_is_khmer_in_khmer_digits(open_page: OpenPage) -> None:
    search = "?lang=km&digits=khmer&basis=unplaced&most_province=25&women=60&start=2028"
    opened = open_page(f"/scenarios{search}")
    page = opened.page
    find(page)
    opened.wait_until_ready()
    for part in (".wishes", ".robust", "#projects", "#projects-chart-box"):
        text = " ".join(page.locator(part).all_text_contents())
        assert re.findall(r".{0,12}[0-9].{0,12}", text) == [], part
    texts = page.eval_on_selector_all(
        ".robust :is(h2, h3, th, .about, .hint, button, option), .wishes :is(label, option, "
        "summary), #projects :is(h2, h3, th, .about, summary), #best .told-list li",
        "all => all.map(one => one.textContent.trim()).filter(Boolean)",
    )
    assert [text for text in texts if not re.search("[\u1780-\u17ff]", text)] == []
    assert not opened.problems
