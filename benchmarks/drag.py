"""Money dragged on the page of scenarios: from the move to the answer, its range, and all parts."""

from typing import Any

from playwright.sync_api import Browser

from benchmarks import harness
from benchmarks.report import Budget, ms, ratio, table
from benchmarks.timing import calibration, percentile

_AMOUNTS = (75, 90, 64, 120, 83, 101, 58, 96, 110, 88)
_ANSWER = Budget(most=100, unit="ms")
_RANGE = Budget(most=400, unit="ms")
_SCRIPT = (harness.HERE / "drag.js").read_text(encoding="utf-8")
_STEPS: tuple[tuple[str, str, Budget | None], ...] = (
    ("move to the answer in words", "answer", _ANSWER),
    ("move to its range, 200 draws", "range", _RANGE),
    ("move to every part drawn anew", "whole", None),
)
_PAUSE_MS = 200
_PLANS = {
    "jobs only": "sez_upgrade:01:70:2026:3,agro_processing:02:60:2026:3",
    "with moving": "relocation_support:IDP-3:20:2026:3,corridor_logistics:SEC-C:90:2026:3",
}


def run() -> str:
    """Every table of this benchmark."""
    loop = calibration()
    with harness.server() as served, harness.browser() as opened:
        return "\n".join(
            _table(name, _measure(opened, f"{served.address}/scenarios?plan={plan}"), loop)
            for name, plan in _PLANS.items()
        )


def _measure(opened: Browser, address: str) -> list[dict[str, Any]]:
    """Moves in a page that is ready, each once the one before is drawn to the end."""
    with harness.reader(opened, width=1440, height=900) as context:
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector('#page[data-ready="true"]', timeout=harness.READY_MS)
        times = []
        for usd in _AMOUNTS:
            times.append(page.evaluate(_SCRIPT, [usd]))
            page.wait_for_timeout(_PAUSE_MS)
    return times


def _table(name: str, times: list[dict[str, Any]], loop: float) -> str:
    rows = []
    for step, key, budget in _STEPS:
        taken = [one[key] for one in times if one[key] is not None]
        middle = percentile(taken, 0.5)
        rows.append(
            [
                step,
                ms(middle),
                ms(percentile(taken, 0.95)),
                ratio(middle, loop),
                f"{len(taken)} of {len(times)}",
                str(budget) if budget else "",
                budget.verdict(middle) if budget else "",
            ]
        )
    return table(
        f"Drag: {name}",
        ["what", "p50 ms", "p95 ms", "x loop", "seen", "budget", "verdict"],
        rows,
        note="Range and parts include the pause of 160 ms after which a drag counts as ended."
        f" Calibration loop {loop:.1f} ms.",
    )
