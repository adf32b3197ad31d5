"""The settings of instruments and futures as people use them: dials, the address, Back."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from dashboard.numbers import in_digits
from dashboard.pages.scenarios import PAGE
from dashboard.scenario_controls import offered
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.settings import MOST, number_text, parameters_to_set
from tests.browser.address import query
from tests.browser.conftest import Opened, OpenPage
from tests.browser.scenarios_page import WAIT_MS, answer, follows, until_address

PLAN = "enterprise_fund:02:40:2026:3"
COST = "enterprise_fund.usd_per_job"
KNOWN = parameters_to_set()


def dial(page: Page, key: str) -> Locator:
    return page.locator(f'[id="settings-{key}"]')


def unfold(page: Page, *keys: str) -> None:
    """Open the drawer and the groups of these dials."""
    drawer = page.locator(".settings > .drawer")
    if drawer.get_attribute("open") is None:
        drawer.locator(":scope > summary").click()
    for key in keys:
        group = page.locator("#settings details", has=dial(page, key))
        if group.get_attribute("open") is None:
            group.locator("summary").click()


def move(page: Page, key: str, value: float) -> None:
    """Move a dial to one of its stops."""
    dial(page, key).evaluate(
        """(one, at) => {
          const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
          set.call(one, at);
          one.dispatchEvent(new Event("input", {bubbles: true}));
        }""",
        str(KNOWN[key].stops.index(value)),
    )


def shown(page: Page, key: str) -> str:
    """What is written beside a dial."""
    return page.locator(".dial", has=dial(page, key)).locator("output").text_content() or ""


def pages_so_far(opened: Opened) -> int:
    found: int = opened.page.evaluate("history.length")
    return found


def test_everything_is_folded_until_something_is_set(open_page: OpenPage) -> None:
    opened = open_page("/scenarios", width=1440, height=900)
    page = opened.page
    assert page.locator(".settings details[open]").count() == 0
    assert not dial(page, COST).is_visible()
    unfold(page)
    assert page.locator("#settings details").count() == len({one.owner for one in KNOWN.values()})
    assert page.locator("#settings details[open]").count() == 0
    unfold(page, COST)
    row = page.locator(".dial", has=dial(page, COST))
    told = row.inner_text()
    assert "Usually USD 8,500, from USD 5,000 to USD 20,000 · assumed · 2017" in told
    assert "YouWiN" in told and row.locator("a.source").count() == 2
    assert page.locator("#settings .reset").is_disabled()
    assert not opened.problems


def test_a_dial_that_is_dragged_is_one_step_of_back_and_the_answer_follows(
    open_page: OpenPage,
) -> None:
    opened = open_page(f"/scenarios?plan={PLAN}", width=1440, height=900)
    page = opened.page
    before, steps = page.inner_text("h1"), pages_so_far(opened)
    unfold(page, COST)
    for value in (8_000.0, 7_000.0, 6_000.0, 5_000.0):
        move(page, COST, value)
    assert shown(page, COST) == "USD 5,000"
    until_address(opened, set=f"{COST}:5000")
    follows(opened)
    assert page.inner_text("h1") != before
    assert pages_so_far(opened) == steps + 1
    told = page.locator("#scenario-headline .evidence")
    expect(told).to_contain_text("USD 5,000 instead of USD 8,500", timeout=WAIT_MS)
    expect(page.locator("#scenario-evidence")).to_contain_text("estimated, assumed")
    assert "1 changed" in page.locator("#settings details", has=dial(page, COST)).inner_text()
    page.go_back()
    until_address(opened, set=None)
    follows(opened)
    assert page.inner_text("h1") == before
    assert shown(page, COST) == "USD 8,500"
    assert told.count() == 0
    page.go_forward()
    until_address(opened, set=f"{COST}:5000")
    follows(opened)
    assert not opened.problems


def test_a_dial_moves_by_keys_over_round_values(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?plan={PLAN}")
    page = opened.page
    key = "sez_upgrade.free_land"
    unfold(page, key)
    dial(page, key).focus()
    page.keyboard.press("ArrowRight")
    until_address(opened, set=f"{key}:0.31")
    assert dial(page, key).get_attribute("aria-valuetext") == "31 %"
    page.keyboard.press("ArrowLeft")
    until_address(opened, set=None)
    assert not opened.problems


@pytest.mark.parametrize("lang", ["en", "km"])
def test_a_pasted_link_restores_every_dial_and_language_keeps_them(
    open_page: OpenPage, lang: str
) -> None:
    own = f"all.realisation:0.3,{COST}:5123,second_wave.first_year:2030,second_wave.size:0.3"
    opened = open_page(f"/scenarios?plan={PLAN}&future=second_wave&set={own}", lang=lang)
    page = opened.page
    for _ in range(2):
        follows(opened)
        assert query(page)["set"] == own
        assert page.locator(".settings > .drawer").get_attribute("open") is not None
        assert dial(page, "all.realisation").get_attribute("aria-valuetext") == "30 %"
        assert "5,120" in (dial(page, COST).get_attribute("aria-valuetext") or "")
        assert dial(page, "second_wave.first_year").get_attribute("aria-valuetext") == "2030"
        assert page.locator(".dial.changed").count() == 4
        page.reload()
        opened.wait_until_ready()
    page.get_by_label("English" if lang == "km" else "ខ្មែរ", exact=True).check()
    page.wait_for_selector(f"#page[lang={'en' if lang == 'km' else 'km'}]")
    opened.wait_until_ready()
    assert query(page)["set"] == own
    assert page.locator(".dial.changed").count() == 4
    assert not opened.problems


def test_the_button_brings_back_what_is_usual(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?plan={PLAN}&set=all.realisation:0.3,{COST}:5000&year=2031")
    page = opened.page
    page.locator("#settings .reset").click()
    until_address(opened, set=None, plan=PLAN, year="2031")
    follows(opened)
    assert shown(page, COST) == "USD 8,500"
    assert page.locator(".dial.changed").count() == 0
    page.go_back()
    until_address(opened, set=f"all.realisation:0.3,{COST}:5000")
    follows(opened)
    assert page.locator(".dial.changed").count() == 2
    assert not opened.problems


def test_wrong_settings_are_told_and_go_when_a_dial_is_moved(open_page: OpenPage) -> None:
    wrong = ["zzz.cost:1", f"{COST}:1e999", "all.realisation:9", "sez_upgrade.lag:1.5"]
    opened = open_page(f"/scenarios?plan={PLAN}&set={','.join(wrong)},second_wave.size:0.3")
    page = opened.page
    told = page.locator("#scenario-notice p").all_inner_texts()
    assert len(told) == len(wrong)
    assert all(part in one for part, one in zip(wrong, told, strict=True))
    assert page.locator(".dial.changed").count() == 1
    unfold(page, COST)
    move(page, COST, 5_000.0)
    until_address(opened, set=f"{COST}:5000,second_wave.size:0.3")
    expect(page.locator("#scenario-notice p")).to_have_count(0, timeout=WAIT_MS)
    follows(opened)
    assert not opened.problems


def test_no_more_can_be_changed_than_a_link_takes(open_page: OpenPage) -> None:
    ends = {key: one.stops[0] for key, one in KNOWN.items() if one.stops[0] != one.central}
    some = [f"{key}:{number_text(value)}" for key, value in ends.items()]
    assert len(some) > MOST
    opened = open_page(f"/scenarios?plan={PLAN}&set={','.join(some[:MOST])}")
    page = opened.page
    assert page.locator(".dial.changed").count() == MOST
    assert page.locator("#settings input:disabled").count() == len(KNOWN) - MOST
    page.locator("#settings .reset").click()
    until_address(opened, set=None)
    assert page.locator("#settings input:disabled").count() == 0
    assert not opened.problems


@pytest.mark.parametrize(
    "own",
    [
        "",
        f"{COST}:5000,all.realisation:0.3",
        f"{COST}:5000,{COST}:6000,{COST}:x",
        f"{COST}:8500,{COST}:6000",
        f"{COST}:9999999,{COST}:6000",
        "all.realisation:1e-1,all.realisation:NaN,all.realisation:០.៣,all.realisation:0.30",
        "second_wave.first_year:2027.5,sez_upgrade.lag:0,sez_upgrade.ramp:0",
        "toString:1,__proto__:1,constructor:1,:,a,,all.realisation",
        "all.realisation:0.3:0.4,all.realisation:00.3",
        ",".join(f"{key}:{number_text(one.stops[-1])}" for key, one in KNOWN.items()),
    ],
)
def test_browser_and_server_read_the_same(open_page: OpenPage, own: str) -> None:
    page = open_page("/methods").page
    found = page.evaluate(
        """([own, offered]) => window.dash_clientside.atlas.readScenarios(
          new URLSearchParams([["set", own]]), offered).settings""",
        [own, json.loads(json.dumps(offered()))],
    )
    wanted = read_asked(PAGE.view(f"?set={own}")).case.settings
    assert list(found.items()) == list(wanted)


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_open_drawer_is_accessible_and_no_wider_than_the_screen(
    open_page: OpenPage, width: int, lang: str
) -> None:
    path = f"/scenarios?plan={PLAN}&set={COST}:5000"
    opened = open_page(path, width=width, height=844, lang=lang)
    page = opened.page
    page.eval_on_selector_all("#settings details", "all => all.forEach((one) => (one.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    outside = page.eval_on_selector_all(
        ".settings *",
        """all => all.filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
          .map((one) => one.outerHTML.slice(0, 120))""",
    )
    assert outside == []
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert not opened.problems


def test_the_drawer_is_khmer_with_khmer_digits(open_page: OpenPage) -> None:
    opened = open_page(f"/scenarios?lang=km&digits=khmer&plan={PLAN}&set={COST}:5000")
    page = opened.page
    text = " ".join(page.locator(".settings").all_text_contents())
    assert in_digits("5,000", "khmer") in text
    assert [one for one in text if one.isascii() and one.isdigit()] == []
    assert page.inner_text("h1") == answer(page.url.split("?", 1)[1])
    assert not opened.problems
