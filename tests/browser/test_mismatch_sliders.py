"""The sliders of the page of the mismatch, by keyboard and by hand."""

from playwright.sync_api import expect

from tests.browser.address import query
from tests.browser.conftest import OpenPage
from tests.browser.mismatch_page import until_address

KINDS = (
    "reach_km",
    "min_transfer",
    "decay_per_km",
    "alpha",
    "road_factor",
    "skills_services",
    "jobs_construction",
)


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
