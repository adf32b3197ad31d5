"""Links to the page of scenarios: whole, wrong and hostile ones, and Back."""

from urllib.parse import quote

from playwright.sync_api import expect

from analysis.futures import discover as futures
from tests.browser.address import query
from tests.browser.conftest import OpenPage
from tests.browser.scenarios_page import (
    CORRIDORS,
    FIRST,
    TWO,
    WAIT_MS,
    act,
    answer,
    as_rows,
    control,
    editor_shows,
    follows,
    rows,
    until_address,
)


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
