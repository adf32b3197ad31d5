"""Core Web Vitals of every page of the menu: LCP and CLS on a slow line, INP on a slow machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Locator, Page
from playwright.sync_api import Error as BrowserError

from benchmarks import harness
from benchmarks.page import Reader, layout_shift
from benchmarks.report import Budget, ms, table
from benchmarks.timing import calibration
from dashboard.page import pages
from dashboard.words import LANGUAGES

_LCP = Budget(most=2500, unit="ms")
_INP = Budget(most=200, unit="ms")
_CLS = Budget(most=0.02, unit="")
SLOW = Reader(
    name="1.6 Mbit/s, 150 ms, processor 4 x slower",
    width=390,
    height=844,
    down=200_000,
    delay=150,
    slower=4,
)
DESK = Reader(name="loopback, processor 4 x slower", width=1280, height=800, slower=4)
_SETTLE_MS = 1_500
_PAUSE_MS = 900
_REST_MS = 200
_ACTS = 3
_READY = '#page[data-ready="true"]'
_READY_MS = 120_000
_SCRIPT = (harness.HERE / "vitals.js").read_text(encoding="utf-8")


@dataclass(frozen=True, kw_only=True)
class Opened:
    """One page that was opened, not touched: when its largest part was there, what moved."""

    largest: float
    what: str
    shift: float


@dataclass(frozen=True, kw_only=True)
class Used:
    """One page that was used: the slowest interaction, and of how many."""

    worst: float
    what: str
    count: int


def run() -> str:
    """Every table of this benchmark."""
    loop = calibration()
    rows = []
    with harness.server() as served, harness.browser() as opened:
        served.wait_until_idle()
        for one in pages().values():
            path = f"{one.path}/01" if one.by_province else one.path
            used = _used(opened, f"{served.address}{path}")
            for lang in LANGUAGES:
                address = f"{served.address}{path}?lang={lang}"
                seen = {who.name: _opened(opened, address, who) for who in (SLOW, DESK)}
                rows.append(_row(f"{path}, {lang}", seen, used))
    head = ["page", f"LCP {_LCP}", "of", f"CLS {_CLS}", f"INP {_INP}", "of", "verdict"]
    note = (
        f"LCP: empty cache, {SLOW.name}. CLS: the worse of that and of {DESK.name}. INP: the"
        f" slowest of all interactions, {DESK.name}, in English. Calibration loop {loop:.1f} ms."
    )
    return table("Vitals: every page of the menu", head, rows, note=note)


def _row(path: str, seen: dict[str, Opened], used: Used) -> list[str]:
    slow = seen[SLOW.name]
    shift = max(one.shift for one in seen.values())
    kept = slow.largest <= _LCP.most and shift <= _CLS.most and used.worst <= _INP.most
    what = f"{used.what.strip()} ({used.count} interactions)"
    cells = [path, ms(slow.largest), slow.what, f"{shift:.4f}", ms(used.worst), what]
    return [*cells, "kept" if kept else "MISSED"]


def _opened(opened: Browser, address: str, who: Reader) -> Opened:
    with harness.reader(opened, width=who.width, height=who.height) as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        if who.down > 0:
            line = {"latency": who.delay, "downloadThroughput": who.down, "uploadThroughput": -1}
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", {"offline": False, **line})
        session.send("Emulation.setCPUThrottlingRate", {"rate": who.slower})
        page.goto(address, wait_until="commit", timeout=_READY_MS)
        page.wait_for_selector(_READY, timeout=_READY_MS)
        page.wait_for_timeout(_SETTLE_MS)
        seen: dict[str, Any] = page.evaluate("window.watched")
    return Opened(
        largest=seen["lcp"]["at"], what=seen["lcp"]["what"], shift=layout_shift(seen["shifts"])
    )


def _used(opened: Browser, address: str) -> Used:
    with harness.reader(opened, width=DESK.width, height=DESK.height) as context:
        page = context.new_page()
        page.add_init_script(_SCRIPT)
        page.goto(address, timeout=_READY_MS)
        page.wait_for_selector(_READY, timeout=_READY_MS)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": DESK.slower})
        for _ in _acts(page):
            page.wait_for_timeout(_PAUSE_MS)
        told: dict[str, dict[str, Any]] = page.evaluate("window.interactions")
    nothing: dict[str, Any] = {"ms": 0.0, "what": "none"}
    worst = max(told.values(), key=lambda one: one["ms"], default=nothing)
    return Used(worst=worst["ms"], what=worst["what"], count=len(told))


def _acts(page: Page) -> Iterator[None]:
    """Use the first of each kind of control that is on screen, and the map."""
    kinds = (
        ("label:has(input[type=radio]:not(:checked))", _click),
        ("label:has(input[type=checkbox])", _click),
        ("summary", _click),
        ("select", _step),
        ("input[type=range]", _step),
        (".province-map path[data-code]", _click),
    )
    for selector, act in kinds:
        for found in _some(page, f"#page {selector}"):
            try:
                act(found)
            except BrowserError:  # it went away, or something lies above it
                continue
            yield


def _some(page: Page, selector: str) -> list[Locator]:
    found = page.locator(selector)
    return [one for one in found.all() if one.is_visible()][:_ACTS]


def _click(found: Locator) -> None:
    """As a hand does it: the pointer goes there, rests, is pressed; nothing is asked meanwhile."""
    found.hover(timeout=3_000)
    found.page.wait_for_timeout(_REST_MS)
    found.page.mouse.down()
    found.page.mouse.up()


def _step(found: Locator) -> None:
    found.focus(timeout=3_000)
    found.page.wait_for_timeout(_REST_MS)
    found.page.keyboard.press("ArrowRight")
