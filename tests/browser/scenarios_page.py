"""What the page of scenarios shows, and how its plan is edited."""

import json
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from analysis.instruments import discover as instruments
from dashboard.components.scenario_results import headline
from dashboard.pages.scenarios import PAGE
from dashboard.scenario_maps import by_province
from dashboard.scenarios.asked import PLAN, read_asked
from dashboard.scenarios.chosen import BEST_USE, Chosen, one_chosen
from dashboard.words import Speaker
from dashboard.world import world
from tests.browser.conftest import Opened

WAIT_MS = 20_000
ONE = "sez_upgrade:01:70:2026:3"
TWO = f"{ONE},enterprise_fund:SEC-C:60:2027:2"
CORRIDORS = [route.id for route in world().routes["corridors"]]
FIRST = next(iter(instruments()))


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
