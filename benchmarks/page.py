"""The map page from an empty cache: bytes, requests and time until it is painted and ready."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from benchmarks import harness
from benchmarks.report import Budget, kilobytes, ms, ratio, table
from benchmarks.timing import calibration
from benchmarks.wire import Wire

_RUNS = 5
_HEAVIEST = 14
_TO_PAINTED = Budget(most=450, unit="kB")
_STILL = Budget(most=0.1, unit="")
_SETTLE_MS = 500
_WINDOW_MS, _GAP_MS = 5000, 1000
_BLOCKING = """() => [
  location.href,
  ...performance.getEntriesByType("resource")
    .filter((one) => one.renderBlockingStatus === "blocking").map((one) => one.name),
]"""


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Who opens the page: a window, a line (bytes a second, delay in ms) and a processor."""

    name: str
    width: int
    height: int
    down: int = -1
    delay: int = 0
    slower: int = 1


DESK = Reader(name="desktop, loopback", width=1280, height=800)
PHONE = Reader(
    name="phone, 9 Mbit/s, 60 ms, processor 4 x slower",
    width=390,
    height=844,
    down=1_125_000,
    delay=60,
    slower=4,
)

_MOMENTS = (
    ("first content painted (FCP)", "fcp"),
    ("largest text painted (LCP)", "lcp"),
    ("map of the document painted", "first_map"),
    ("live map painted, first paint gone", "live_map"),
    ("everything drawn, chart included", "ready"),
)


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One opening of the page.

    `needed`: bytes of the document and of what its painting waits for.
    """

    moments: Mapping[str, float]
    wire: Wire
    shifts: list[dict[str, Any]]
    tasks: list[dict[str, float]]
    needed: int


def run() -> str:
    """Every table of this benchmark."""
    loop = calibration()
    with harness.server() as served, harness.browser() as opened:
        _visit(opened, served.address, DESK)
        desk = [_visit(opened, served.address, DESK) for _ in range(_RUNS)]
        phone = [_visit(opened, served.address, PHONE) for _ in range(3)]
    typical = sorted(desk, key=lambda visit: visit.moments["live_map"])[len(desk) // 2]
    return "\n".join(
        [
            _budgets(desk, phone),
            _moments(DESK, desk, loop=loop),
            _moments(PHONE, phone, loop=loop),
            _requests(typical),
            _tasks(typical),
            _shifts({DESK.name: desk, PHONE.name: phone}),
        ]
    )


def _visit(opened: Browser, address: str, who: Reader) -> Visit:
    with harness.reader(opened, width=who.width, height=who.height) as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        wire = Wire(session)
        if who.down > 0:
            line = {"latency": who.delay, "downloadThroughput": who.down, "uploadThroughput": -1}
            session.send("Network.emulateNetworkConditions", {"offline": False, **line})
        if who.slower > 1:
            session.send("Emulation.setCPUThrottlingRate", {"rate": who.slower})
        page.goto(f"{address}/", wait_until="commit")
        page.wait_for_selector('#page[data-ready="true"]', timeout=harness.READY_MS)
        page.wait_for_timeout(_SETTLE_MS)
        seen = page.evaluate("window.watched")
        blocking = set(page.evaluate(_BLOCKING))
    moments = {**seen["moments"], "fcp": seen["fcp"], "lcp": seen["lcp"]["at"]}
    # The frame is told of before it is shown: no map is seen before the first content.
    moments["first_map"] = max(moments["first_map"], moments["fcp"])
    return Visit(
        moments=moments,
        wire=wire,
        shifts=seen["shifts"],
        tasks=seen["tasks"],
        needed=sum(one.total for one in wire.requests.values() if one.url in blocking),
    )


def _budgets(desk: list[Visit], phone: list[Visit]) -> str:
    first = median(visit.needed for visit in desk) / 1000
    painted = median(visit.wire.until(visit.moments["live_map"])[0] for visit in desk) / 1000
    early = sum(_is_early(visit) for visit in desk)
    kept = _TO_PAINTED.verdict(painted)
    asked = f"{early} of {len(desk)} runs"
    rows = [
        ["bytes the first paint waits for", "", f"{first:.1f} kB", ""],
        ["bytes to the live painted map", str(_TO_PAINTED), f"{painted:.1f} kB", kept],
        ["chart asked for before the map", "never", asked, "MISSED" if early else "kept"],
    ]
    for name, visits in (("desktop", desk), ("phone", phone)):
        shift = max(layout_shift(visit.shifts) for visit in visits)
        title = f"layout shift, {name} (worst run)"
        rows.append([title, str(_STILL), f"{shift:.4f}", _STILL.verdict(shift)])
    return table("Page: budgets", ["what", "budget", "value", "verdict"], rows)


def _is_early(visit: Visit) -> bool:
    painted = visit.wire.at(visit.moments["drawn"])
    return any("plotly" in one.url and one.sent < painted for one in visit.wire.requests.values())


def _moments(who: Reader, visits: list[Visit], *, loop: float) -> str:
    rows = []
    for title, key in _MOMENTS:
        times = [visit.moments[key] for visit in visits]
        carried = [visit.wire.until(visit.moments[key]) for visit in visits]
        rows.append(
            [
                title,
                ms(median(times)),
                ms(min(times)),
                ratio(median(times), loop),
                kilobytes(median(size for size, _ in carried)),
                f"{median(count for _, count in carried):.0f}",
            ]
        )
    head = ["moment", "ms", "best ms", "x loop", "kB so far", "requests so far"]
    note = f"Median of {len(visits)} runs, empty cache. Calibration loop {loop:.1f} ms."
    return table(f"Page: moments ({who.name})", head, rows, note=note)


def _requests(visit: Visit) -> str:
    start, painted = visit.wire.at(0), visit.wire.at(visit.moments["live_map"])
    ranked = sorted(visit.wire.requests.values(), key=lambda one: -one.total)
    rows = [
        [
            one.name,
            kilobytes(one.total),
            "before" if one.ended and one.ended <= painted else "after",
            ms((one.sent - start) * 1000),
            ms(((one.ended or one.sent) - start) * 1000),
        ]
        for one in ranked[:_HEAVIEST]
    ]
    rest = ranked[_HEAVIEST:]
    rows.append([f"{len(rest)} others", kilobytes(sum(one.total for one in rest)), "", "", ""])
    head = ["request", "kB", "painted map", "sent ms", "ended ms"]
    return table("Page: heaviest requests of the middle run (desktop)", head, rows)


def _tasks(visit: Visit) -> str:
    rows = [
        [ms(one["at"]), ms(one["ms"]), _phase(visit, one["at"])]
        for one in sorted(visit.tasks, key=lambda one: one["at"])
    ]
    head = ["at ms", "lasted ms", "in which part"]
    return table("Page: tasks of more than 50 ms in the middle run (desktop)", head, rows)


def _phase(visit: Visit, at: float) -> str:
    if at < visit.moments["first_map"]:
        return "before the map of the document"
    if at < visit.moments["live_map"]:
        return "from there to the live map"
    return "from the live map to ready" if at < visit.moments["ready"] else "after ready"


def _shifts(readers: Mapping[str, list[Visit]]) -> str:
    rows = []
    for name, visits in readers.items():
        worst = max(visits, key=lambda visit: layout_shift(visit.shifts))
        for shift in worst.shifts:
            moved = "; ".join(_moved(source) for source in shift["sources"]) or "(not told)"
            rows.append([name.partition(",")[0], ms(shift["at"]), f"{shift['value']:.4f}", moved])
    head = ["who", "at ms", "score", "what moved (left, top, width, height)"]
    return table("Page: layout shifts of the worst runs", head, rows or [["none", "", "", ""]])


def _moved(source: dict[str, Any]) -> str:
    return f"{source['what']} {tuple(source['from'])} to {tuple(source['to'])}"


def layout_shift(shifts: list[dict[str, Any]]) -> float:
    """Cumulative layout shift: the worst window of 5 s without a pause of 1 s."""
    worst = total = 0.0
    first = last = float("-inf")
    for shift in shifts:
        if shift["at"] - last > _GAP_MS or shift["at"] - first > _WINDOW_MS:
            first, total = shift["at"], 0.0
        last = shift["at"]
        total += shift["value"]
        worst = max(worst, total)
    return worst
