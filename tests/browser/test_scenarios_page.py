"""The page of scenarios as people use it: a plan, what it does, others beside it, links, Back."""

import json
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, Route, expect

from analysis.futures import discover as futures
from analysis.instruments import discover as instruments
from dashboard.components.scenario_results import headline
from dashboard.numbers import in_digits
from dashboard.pages.scenarios import PAGE
from dashboard.scenario_maps import by_province
from dashboard.scenarios.asked import PLAN, read_asked
from dashboard.scenarios.best import Wish, best_use, best_uses
from dashboard.scenarios.chosen import BEST_USE, Chosen, one_chosen
from dashboard.scenarios.plan_text import write_plan
from dashboard.scenarios.played import library, library_plan
from dashboard.words import Speaker
from dashboard.world import world
from tests.browser.conftest import Opened, OpenPage
from tests.browser.looks import not_khmer, wider_than_the_screen

ANSWERS = "**/_dash-update-component*"
WAIT_MS = 20_000
ONE = "sez_upgrade:01:70:2026:3"
TWO = f"{ONE},enterprise_fund:SEC-C:60:2027:2"
READY = [key for key in library() if key not in ("do-nothing", "households-first")]
CORRIDORS = [route.id for route in world().routes["corridors"]]
FIRST = next(iter(instruments()))


def query(page: Page) -> dict[str, str]:
    """What stands in the address, now."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def shown(search: str) -> Chosen:
    """The scenario that the answer tells of."""
    view = PAGE.view(search)
    asked, say = read_asked(view), Speaker(lang=view.lang, digits=view.digits)
    return one_chosen(PLAN if asked.plan else BEST_USE, asked, say=say)


def answer(search: str) -> str:
    """The headline of a view."""
    view = PAGE.view(search)
    say = Speaker(lang=view.lang, digits=view.digits)
    return str(headline(asked=read_asked(view), shown=shown(search), say=say)[0].children)


def until_address(opened: Opened, **keys: str | None) -> None:
    """Wait until the address says so; what takes long is not waited for."""
    opened.page.wait_for_function(
        """(keys) => {
          const params = new URLSearchParams(location.search);
          return Object.entries(keys).every(([key, value]) => params.get(key) === value);
        }""",
        arg=keys,
        timeout=WAIT_MS,
    )


def follows(opened: Opened) -> None:
    """The answer, its range and the map tell of what stands in the address."""
    page = opened.page
    search = f"?{urlsplit(page.url).query}"
    expect(page.locator("h1")).to_have_text(answer(search), timeout=WAIT_MS)
    found = by_province(read_asked(PAGE.view(search)), shown(search))
    page.wait_for_function(
        """(wanted) => Object.entries(wanted).every(([code, value]) => {
          const one = document.querySelector(`#map-plan path.province[data-code="${code}"]`);
          return one && Math.abs(Number(one.dataset.value) - value) < 0.01;
        })""",
        arg={str(code): float(value) for code, value in found.items()},
        timeout=WAIT_MS,
    )


def rows(page: Page) -> list[list[str]]:
    """What the editor shows: instrument, place, amount, first year and years of each row."""
    found: list[list[str]] = page.eval_on_selector_all(
        ".plan-row",
        "all => all.map(r => [...r.querySelectorAll('select, input')].map(o => o.value))",
    )
    return found


def as_rows(plan: str) -> list[list[str]]:
    return [part.split(":") for part in plan.split(",") if part]


def editor_shows(page: Page, plan: str) -> None:
    """Wait until the editor shows `plan`."""
    page.wait_for_function(
        """(wanted) => JSON.stringify([...document.querySelectorAll(".plan-row")].map((r) =>
          [...r.querySelectorAll("select, input")].map((o) => o.value))) === wanted""",
        arg=json.dumps(as_rows(plan), separators=(",", ":")),
        timeout=WAIT_MS,
    )


def control(page: Page, row: int, name: str) -> Locator:
    return page.get_by_label(f"Row {row}: {name}", exact=True)


def act(page: Page, name: str) -> Locator:
    return page.locator(".plan-acts").get_by_role("button", name=name)


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


def test_a_plan_is_built_row_by_row_and_everything_follows(open_page: OpenPage) -> None:
    opened = open_page("/scenarios", width=1440, height=900)
    page = opened.page
    act(page, "Add money").click()
    first = f"{FIRST}:{CORRIDORS[0]}:20:2026:3"
    until_address(opened, plan=first)
    follows(opened)
    assert "Your plan" in page.inner_text("h1")
    control(page, 1, "Instrument").select_option("sez_upgrade")
    until_address(opened, plan=f"sez_upgrade:{CORRIDORS[0]}:20:2026:3")
    control(page, 1, "Place").select_option("01")
    until_address(opened, plan="sez_upgrade:01:20:2026:3")
    control(page, 1, "First year").select_option("2028")
    until_address(opened, plan="sez_upgrade:01:20:2028:3")
    control(page, 1, "Years").select_option("5")
    until_address(opened, plan="sez_upgrade:01:20:2028:5")
    follows(opened)
    assert rows(page) == [["sez_upgrade", "01", "20", "2028", "5"]]
    assert page.inner_text(".plan-row .hint") == instruments()["sez_upgrade"].says.en
    assert page.inner_text(".plan-left") == "180 million USD left"
    act(page, "Add money").click()
    until_address(opened, plan=f"sez_upgrade:01:20:2028:5,{first}")
    follows(opened)
    assert page.inner_text(".plan-left") == "160 million USD left"
    assert not opened.problems


def test_the_selected_province_is_the_place_of_a_new_row(open_page: OpenPage) -> None:
    opened = open_page("/scenarios", width=1440, height=900)
    page = opened.page
    page.click('#map-plan path[data-code="06"]')
    until_address(opened, province="06")
    act(page, "Add money").click()
    until_address(opened, province="06", plan=f"{FIRST}:06:20:2026:3")
    page.click('#map-plan path[data-code="02"]')
    until_address(opened, province="02")
    act(page, "Add money").click()
    until_address(opened, plan=f"{FIRST}:06:20:2026:3,{FIRST}:02:20:2026:3")
    assert [row[1] for row in rows(page)] == ["06", "02"]
    follows(opened)
    assert not opened.problems


def test_a_road_can_be_given_to_corridors_only(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?plan={ONE}")
    page = opened.page

    def offered() -> list[str]:
        return (
            control(page, 1, "Place").locator("option").evaluate_all("all => all.map(o => o.value)")
        )

    assert len(offered()) == len(CORRIDORS) + 25
    control(page, 1, "Instrument").select_option("corridor_logistics")
    until_address(opened, plan=f"corridor_logistics:{CORRIDORS[0]}:70:2026:3")
    assert offered() == CORRIDORS
    follows(opened)
    control(page, 1, "Place").select_option(CORRIDORS[1])
    until_address(opened, plan=f"corridor_logistics:{CORRIDORS[1]}:70:2026:3")
    control(page, 1, "Instrument").select_option("sez_upgrade")
    until_address(opened, plan=f"sez_upgrade:{CORRIDORS[1]}:70:2026:3")
    assert len(offered()) == len(CORRIDORS) + 25
    assert not opened.problems


def test_an_amount_is_moved_by_keys_and_answer_and_map_follow(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?plan={ONE}")
    page = opened.page
    before = page.inner_text("h1")
    money = control(page, 1, "Amount")
    money.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert page.inner_text(".plan-money output") == "73 million USD"
    until_address(opened, plan=ONE.replace(":70:", ":73:"))
    page.keyboard.press("Home")
    until_address(opened, plan=ONE.replace(":70:", ":0:"))
    follows(opened)
    assert page.inner_text("h1") != before
    page.keyboard.press("End")
    until_address(opened, plan=ONE.replace(":70:", ":200:"))
    follows(opened)
    assert money.get_attribute("aria-valuetext") == "200 million USD"
    assert money.evaluate("one => one === document.activeElement")
    assert not opened.problems


def test_many_moves_of_a_slider_are_one_step_of_the_address(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?plan={TWO}")
    page = opened.page
    before = page.evaluate("history.length")
    page.evaluate(
        """() => {
          const slider = document.querySelector(".plan-row input[type=range]");
          for (let at = 0; at < 12; at += 1) {
            slider.stepUp();
            slider.dispatchEvent(new Event("input", {bubbles: true}));
          }
        }"""
    )
    until_address(opened, plan=TWO.replace(":70:", ":82:"))
    follows(opened)
    assert page.evaluate("history.length") == before + 1
    act(page, "Undo").click()
    until_address(opened, plan=TWO)
    assert not opened.problems


def test_what_is_left_and_what_is_over_is_told(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?plan={TWO}&budget=140")
    page = opened.page
    left = page.locator(".plan-left")
    expect(left).to_have_text("10 million USD left")
    assert left.get_attribute("role") == "status"
    control(page, 2, "Amount").focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    expect(left).to_have_text("0 million USD left")
    assert "over" not in (left.get_attribute("class") or "").split()
    page.keyboard.press("ArrowRight")
    expect(left).to_have_text("1 million USD over the budget")
    expect(left).to_have_class(re.compile(r"\bover\b"))
    until_address(opened, plan=TWO.replace(":60:", ":71:"), budget="140")
    follows(opened)
    page.locator(".plan-budget input").focus()
    page.keyboard.press("ArrowRight")
    until_address(opened, budget="150")
    expect(left).to_have_text("9 million USD left")
    page.go_back()
    until_address(opened, budget="140")
    expect(left).to_have_text("1 million USD over the budget")
    assert not opened.problems


@pytest.mark.parametrize("budget", ["0", "1000", "1500", "2000"])
def test_the_slider_stands_where_the_budget_of_the_link_is(
    open_page: OpenPage, budget: str
) -> None:
    page = open_page(f"/scenarios?budget={budget}&plan={ONE}").page
    assert page.inner_text(".plan-budget output") == f"{int(budget):,} million USD"
    assert page.input_value(".plan-budget input") == budget


def test_remove_and_clear_take_rows_away(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?plan={TWO},public_works:05:10:2026:1")
    page = opened.page
    control(page, 2, "Remove").click()
    until_address(opened, plan=f"{ONE},public_works:05:10:2026:1")
    editor_shows(page, f"{ONE},public_works:05:10:2026:1")
    follows(opened)
    act(page, "Clear").click()
    until_address(opened, plan=None)
    editor_shows(page, "")
    follows(opened)
    assert act(page, "Clear").is_disabled()
    act(page, "Undo").click()
    until_address(opened, plan=f"{ONE},public_works:05:10:2026:1")
    act(page, "Undo").click()
    until_address(opened, plan=f"{TWO},public_works:05:10:2026:1")
    expect(act(page, "Undo")).to_be_disabled()
    assert not opened.problems


def test_undo_and_redo_step_through_what_was_set(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?plan={ONE}")
    page = opened.page
    assert act(page, "Undo").is_disabled() and act(page, "Redo").is_disabled()
    second, third = ONE.replace("2026", "2028"), ONE.replace("2026:3", "2028:6")
    control(page, 1, "First year").select_option("2028")
    until_address(opened, plan=second)
    control(page, 1, "Years").select_option("6")
    until_address(opened, plan=third)
    for button, plan in [("Undo", second), ("Undo", ONE), ("Redo", second), ("Redo", third)]:
        act(page, button).click()
        until_address(opened, plan=plan)
        editor_shows(page, plan)
    follows(opened)
    assert act(page, "Redo").is_disabled()
    control(page, 1, "Years").focus()
    for keys, plan in [
        ("Control+z", second),
        ("Control+z", ONE),
        ("Control+Shift+z", second),
        ("Control+Shift+z", third),
    ]:
        page.keyboard.press(keys)
        until_address(opened, plan=plan)
        editor_shows(page, plan)
    page.keyboard.press("Control+z")
    until_address(opened, plan=second)
    control(page, 1, "Place").select_option("02")
    until_address(opened, plan=second.replace(":01:", ":02:"))
    assert act(page, "Redo").is_disabled(), "a new step ends what could be done again"
    assert not opened.problems


@pytest.mark.parametrize("button", ["Remove", "Clear"])
def test_ctrl_z_brings_back_what_a_button_has_just_taken_away(
    open_page: OpenPage, button: str
) -> None:
    opened = open_page(f"/scenarios?plan={ONE}")
    page = opened.page
    (control(page, 1, "Remove") if button == "Remove" else act(page, "Clear")).click()
    until_address(opened, plan=None)
    page.keyboard.press("Control+z")
    page.wait_for_timeout(1_000)
    assert query(page) == {"plan": ONE}


def test_ctrl_z_within_the_pause_of_a_slider_takes_back_that_move_alone(
    open_page: OpenPage,
) -> None:
    opened = open_page(f"/scenarios?plan={ONE}")
    page = opened.page
    control(page, 1, "First year").select_option("2028")
    until_address(opened, plan=ONE.replace("2026", "2028"))
    page.evaluate(
        """() => {
          const slider = document.querySelector(".plan-row input[type=range]");
          slider.focus();
          slider.stepUp();
          slider.dispatchEvent(new Event("input", {bubbles: true}));
          const keys = {key: "z", ctrlKey: true, bubbles: true};
          slider.dispatchEvent(new KeyboardEvent("keydown", keys));
        }"""
    )
    page.wait_for_timeout(1_000)
    assert query(page) == {"plan": ONE.replace("2026", "2028")}
    editor_shows(page, ONE.replace("2026", "2028"))


def test_another_control_within_the_pause_of_a_slider_loses_neither(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?plan={ONE}")
    page = opened.page
    control(page, 1, "Amount").focus()
    page.keyboard.press("ArrowRight")
    page.select_option("#year", "2030")
    until_address(opened, plan=ONE.replace(":70:", ":71:"), year="2030")
    assert page.input_value("#year") == "2030"
    editor_shows(page, ONE.replace(":70:", ":71:"))
    follows(opened)
    assert not opened.problems


def test_back_and_forward_go_through_the_plan(open_page: OpenPage) -> None:
    opened = open_page("/scenarios")
    page = opened.page
    act(page, "Add money").click()
    added = f"{FIRST}:{CORRIDORS[0]}:20:2026:3"
    until_address(opened, plan=added)
    control(page, 1, "First year").select_option("2029")
    until_address(opened, plan=added.replace("2026", "2029"))
    page.go_back()
    until_address(opened, plan=added)
    editor_shows(page, added)
    follows(opened)
    page.go_back()
    until_address(opened, plan=None)
    editor_shows(page, "")
    follows(opened)
    page.go_forward()
    page.go_forward()
    until_address(opened, plan=added.replace("2026", "2029"))
    editor_shows(page, added.replace("2026", "2029"))
    follows(opened)
    assert not opened.problems


@pytest.mark.parametrize("plan", ["households-first", "sez_upgrade:22:20:2026:3", "zero"])
def test_a_plan_that_places_nobody_is_drawn_to_the_end(open_page: OpenPage, plan: str) -> None:
    """Ready also where nothing drives the result: printing and reading wait for that."""
    case = read_asked(PAGE.view("")).case
    text = write_plan(library_plan(plan, case)) if plan in library() else plan
    text = "sez_upgrade:01:0:2026:3" if plan == "zero" else text
    opened = open_page(f"/scenarios?plan={text}")
    page = opened.page
    follows(opened)
    assert "gives no more people" in page.inner_text("h1")
    assert page.locator(".waiting").count() == 0
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


def test_a_pasted_link_brings_back_the_whole_view(open_page: OpenPage) -> None:
    keys = {
        "plan": TWO,
        "budget": "300",
        "future": "second_wave",
        "year": "2031",
        "basis": "unplaced",
        "goal": "unmet_need",
        "border": "25",
        "scenarios": "plan,households-first",
        "province": "05",
    }
    assert keys["future"] in futures()
    search = "&".join(f"{key}={value}" for key, value in keys.items())
    opened = open_page(f"/scenarios?{search}")
    page = opened.page
    follows(opened)
    for _ in range(2):
        assert query(page) == keys
        assert rows(page) == as_rows(TWO)
        assert page.input_value(".plan-budget input") == "300"
        for id in ("future", "year", "goal"):
            assert page.input_value(f"#{id}") == keys[id]
        assert page.input_value("#scenario-basis") == "unplaced"
        assert page.input_value("#border-share") == "25"
        checked = page.locator("#compared input:checked")
        assert checked.evaluate_all("all => all.map(o => o.value)") == ["plan", "households-first"]
        assert (
            page.locator('#map-plan path[aria-pressed="true"]').get_attribute("data-code") == "05"
        )
        page.reload()
        opened.wait_until_ready()
    assert not opened.problems


def test_a_hostile_plan_is_told_and_the_rest_kept(open_page: OpenPage) -> None:
    good = "enterprise_fund:SEC-C:60:2026:3"
    bad = ["sez_upgrade:01:-5:2026:3", "<script>"]
    opened = open_page(f"/scenarios?plan={quote(','.join([*bad, good]))}&year=2030")
    page = opened.page
    told = page.locator("#scenario-notice p").all_inner_texts()
    assert len(told) == 2 and all(part in one for part, one in zip(bad, told, strict=True))
    assert "With USD 60 million" in page.inner_text("h1")
    assert rows(page) == as_rows(good)
    assert page.inner_text(".plan-left") == "140 million USD left"
    page.select_option("#year", "2033")
    until_address(opened, year="2033")
    follows(opened)
    assert rows(page) == as_rows(good), "what was no allocation does not come back"
    assert "NaN" not in page.inner_text("#page") and "undefined" not in page.inner_text("#page")
    control(page, 1, "Years").select_option("5")
    until_address(opened, plan=good.replace("2026:3", "2026:5"))
    expect(page.locator("#scenario-notice p")).to_have_count(0, timeout=WAIT_MS)
    assert not opened.problems


def test_a_hostile_plan_that_comes_by_back_does_not_break_the_editor(open_page: OpenPage) -> None:
    opened = open_page("/scenarios?plan=zzz:01:5:2026:3,corridor_logistics:01:5:2026:3,%00,:::::")
    page = opened.page
    act(page, "Add money").click()
    until_address(opened, plan=f"{FIRST}:{CORRIDORS[0]}:20:2026:3")
    page.go_back()
    page.wait_for_function("() => location.search.includes('zzz')")
    opened.wait_until_ready()
    assert page.locator("#scenario-notice p").count() >= 3
    assert "NaN" not in page.inner_text("#page") and "undefined" not in page.inner_text("#page")
    assert rows(page) == []
    assert not opened.problems


def test_what_a_link_names_and_does_not_exist_is_told(open_page: OpenPage) -> None:
    wrong = {
        "future": "zzz",
        "year": "1999",
        "budget": "-7",
        "basis": "nobody",
        "province": "99",
        "goal": "most_votes",
        "border": "33",
        "scenarios": "nowhere",
    }
    search = "&".join(f"{key}={value}" for key, value in wrong.items())
    opened = open_page(f"/scenarios?{search}")
    page = opened.page
    said = page.inner_text("#scenario-notice")
    assert page.get_attribute("#scenario-notice", "role") == "status"
    assert page.inner_text("h1") == answer("")
    assert page.input_value("#future") == "none" and page.input_value("#year") == "2035"
    assert page.input_value(".plan-budget input") == "200"
    assert not opened.problems
    untold = [key for key, value in wrong.items() if f"“{value}” for “{key}”" not in said]
    assert untold == []


def test_a_link_full_of_nonsense_does_not_push_the_answer_off_the_screen(
    open_page: OpenPage,
) -> None:
    page = open_page(f"/scenarios?plan={','.join(['x'] * 500)}", width=1440, height=900).page
    assert page.locator("#scenario-notice p").count() >= 1
    box = page.locator("h1").bounding_box()
    assert box is not None and box["y"] + box["height"] < 900


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


def outputs(request: Request) -> str:
    """What a call of Dash is to answer."""
    sent = json.loads(request.post_data or "{}")
    return str(sent.get("output", ""))


LATE = {
    "scenario-headline.html": "h1",
    "scenario-settled.data": "#results",
    "comparison.html": "#comparison",
    "challenge.html": "#challenge",
    "best.html": "#best",
}


@pytest.mark.parametrize("late", list(LATE))
def test_an_answer_that_comes_late_never_overwrites_a_newer_one(
    open_page: OpenPage, late: str
) -> None:
    select, first, second = ("#year", "2030", "2032")
    if late == "best.html":
        select, first, second = ("#border-share", "100", "75")
    opened = open_page(f"/scenarios?plan={TWO}")
    page = opened.page
    page.click(".limits summary")
    page.select_option(select, second)
    opened.wait_until_ready()
    right = page.inner_text(LATE[late])
    address = page.url
    page.go_back()
    page.wait_for_function("() => !/year|border/.test(location.search)")
    opened.wait_until_ready()
    assert page.inner_text(LATE[late]) != right
    held: list[Route] = []

    def hold_first(route: Route) -> None:
        if late in outputs(route.request) and not held:
            held.append(route)
        else:
            route.fallback()

    page.route(ANSWERS, hold_first)
    with page.expect_request(lambda one: "_dash-update" in one.url and late in outputs(one)):
        page.select_option(select, first)
    page.select_option(select, second)
    expect(page.locator(LATE[late])).to_have_text(right, use_inner_text=True, timeout=WAIT_MS)
    assert len(held) == 1 and f"={first}" in (held[0].request.post_data or "")
    with page.expect_response(lambda one: one.request == held[0].request):
        held[0].continue_()
    opened.wait_until_ready()
    page.wait_for_timeout(300)
    assert page.inner_text(LATE[late]) == right
    assert page.url == address
    follows(opened)
    assert not opened.problems


@pytest.fixture
def headline_requests(page: Page) -> Iterator[list[str]]:
    """Addresses for which an answer in words was asked of the server."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if "_dash-update-component" in request.url and "scenario-headline" in outputs(request):
            sent = json.loads(request.post_data or "{}")
            asked.append(str(sent["inputs"][0].get("value")))

    page.on("request", note)
    yield asked


def test_a_slider_asks_the_server_once_when_it_rests(
    open_page: OpenPage, headline_requests: list[str]
) -> None:
    opened = open_page(f"/scenarios?plan={ONE}")
    headline_requests.clear()
    opened.page.evaluate(
        """() => {
          const slider = document.querySelector(".plan-row input[type=range]");
          for (let at = 0; at < 8; at += 1) {
            slider.stepDown();
            slider.dispatchEvent(new Event("input", {bubbles: true}));
          }
        }"""
    )
    until_address(opened, plan=ONE.replace(":70:", ":62:"))
    follows(opened)
    assert headline_requests == [f"?plan={ONE.replace(':70:', ':62:')}"]


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


def test_a_drag_is_answered_while_it_lasts_and_is_one_step_of_back(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?plan={ONE}")
    page = opened.page
    first = page.inner_text("h1")
    slider = page.locator(".plan-row input[type=range]").first
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.post_data or ""))
    slider.evaluate(
        """async (input) => {
            const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
            for (let usd = 71; usd <= 90; usd += 1) {
                set.call(input, usd);
                input.dispatchEvent(new Event("input", {bubbles: true}));
                await new Promise((done) => setTimeout(done, 40));
            }
        }"""
    )
    wanted = ONE.replace(":70:", ":90:")
    until_address(opened, plan=wanted)
    follows(opened)
    assert [body for body in sent if '"plan-editor.draft"' in body]
    expect(page.locator("#results.stale")).to_have_count(0)
    page.go_back()
    until_address(opened, plan=ONE)
    expect(page.locator("h1")).to_have_text(first, timeout=WAIT_MS)
    assert not opened.problems
