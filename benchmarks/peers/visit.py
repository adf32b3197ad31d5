"""One reader who opens a tool's page with an empty cache, and switches the layer."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from benchmarks.harness import HERE
from benchmarks.page import Reader
from benchmarks.peers.tools import Served, Tool
from benchmarks.wire import Wire

FAST = Reader(name="fast: loopback, processor as it is", width=1280, height=800)
SLOW = Reader(
    name="slow: 1.6 Mbit/s, 150 ms, processor 4 x slower",
    width=1280,
    height=800,
    down=200_000,
    delay=150,
    slower=4,
)
_PROBE = (HERE / "peers" / "probe.js").read_text(encoding="utf-8")
_PAINTED_MS = 180_000
_BLANK_MS = 15_000
_SETTLE_MS = 3_000
_SWITCH_MS = 20_000
_LONG_MS = 50
_PAUSE_MS = 400
_LOOK_MS = 100


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What one opening of the page took: bytes, requests, ms.

    `seen`: until all provinces were on screen, live or not; `painted`: until the live map was.
    """

    bytes: int
    requests: int
    seen: float
    painted: float
    blocking: float
    switches: Sequence[float]


def visit(opened: Browser, tool: Tool, served: Served, who: Reader, *, switches: int) -> Seen:
    """Open the page, wait until the map is painted, then switch the layer to and fro."""
    with opened.new_context(
        viewport={"width": who.width, "height": who.height}, service_workers="block"
    ) as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        wire = Wire(session)
        if who.down > 0:
            line = {"latency": who.delay, "downloadThroughput": who.down, "uploadThroughput": -1}
            session.send("Network.emulateNetworkConditions", {"offline": False, **line})
        if who.slower > 1:
            session.send("Emulation.setCPUThrottlingRate", {"rate": who.slower})
        _open(page, tool, served)
        if _told(page, "painted", within_ms=_PAINTED_MS) is None:
            raise RuntimeError(f"{tool.name} painted no map within {_PAINTED_MS / 1000:.0f} s")
        page.wait_for_timeout(_SETTLE_MS)
        told = page.evaluate("window.peer")
        size, count = wire.until(told["painted"])
        times = [_switch(page, tool.switches[(n + 1) % 2]) for n in range(switches)]
    blocked = [one["ms"] - _LONG_MS for one in told["tasks"]]
    return Seen(
        bytes=size,
        requests=count,
        seen=told["seen"] or told["painted"],
        painted=told["painted"],
        blocking=sum(blocked),
        switches=times,
    )


def asks_elsewhere(opened: Browser, tool: Tool, served: Served) -> tuple[bool, tuple[str, ...]]:
    """Whether the map is ever painted without internet, and which other hosts the page asks."""
    hosts: set[str] = set()
    with opened.new_context(viewport={"width": FAST.width, "height": FAST.height}) as context:
        page = context.new_page()
        page.on("request", lambda one: hosts.add(urlsplit(one.url).hostname or ""))
        _open(page, tool, served)
        painted = _told(page, "painted", within_ms=_BLANK_MS) is not None
    return painted, tuple(sorted(hosts - {"127.0.0.1", ""}))


def _open(page: Page, tool: Tool, served: Served) -> None:
    known = f"window.peerProvinces = {tool.provinces!r}; window.peerEarly = {tool.early!r};"
    page.add_init_script(known)
    page.add_init_script(_PROBE)
    page.goto(f"{served.address}{tool.path}", wait_until="commit", timeout=_PAINTED_MS)


def _switch(page: Page, to: str) -> float:
    page.evaluate("window.peer.arm()")
    page.locator(to).first.click(timeout=_SWITCH_MS)
    taken = _told(page, "switched", within_ms=_SWITCH_MS)
    page.wait_for_timeout(_PAUSE_MS)
    return _SWITCH_MS if taken is None else taken


def _told(page: Page, what: str, *, within_ms: float) -> float | None:
    """What the probe notes, asked for from outside: a page may forbid to be asked within."""
    end = time.monotonic() + within_ms / 1000
    while time.monotonic() < end:
        told: float | None = page.evaluate(f"window.peer && window.peer.{what}")
        if told is not None:
            return told
        page.wait_for_timeout(_LOOK_MS)
    return None
