"""A plan is built row by row: amounts, budget, undo, corridors."""

import re

import pytest
from playwright.sync_api import expect

from analysis.instruments import discover as instruments
from dashboard.pages.scenarios import PAGE
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.plan_text import write_plan
from dashboard.scenarios.played import library, library_plan
from tests.browser.address import query
from tests.browser.conftest import OpenPage
from tests.browser.scenarios_page import (
    CORRIDORS,
    FIRST,
    ONE,
    TWO,
    act,
    control,
    editor_shows,
    follows,
    rows,
    until_address,
)


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
