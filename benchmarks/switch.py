"""A switch of the layer: from the click to the frame that shows the new colours."""

from typing import Any

from playwright.sync_api import Browser, Page, Route

from benchmarks import harness
from benchmarks.report import Budget, ms, ratio, table
from benchmarks.timing import calibration, percentile

_SWITCHES = 20
_PROVINCE = "12"
_FRAME = 1000 / 60
_PAUSE_MS = 400
_ONE_FRAME = Budget(most=1, unit="frame")
_NO_FRAME = Budget(most=0, unit="frames")
_SCRIPT = (harness.HERE / "switch.js").read_text(encoding="utf-8")
_STEPS = (
    ("script alone: click to changed attribute", "attribute"),
    ("click to the frame that shows it", "frame"),
    ("click to the end of the colour's transition", "settled"),
)


def run() -> str:
    """Every table of this benchmark."""
    loop = calibration()
    with harness.server() as served, harness.browser() as opened:
        answered, asked = _measure(opened, served.address, silent=False)
        alone, unanswered = _measure(opened, served.address, silent=True)
    return "\n".join(
        [
            _budgets(alone),
            _times("server answers", answered, requests=asked, loop=loop),
            _times("server never answers", alone, requests=unanswered, loop=loop),
        ]
    )


def _measure(
    opened: Browser, address: str, *, silent: bool
) -> tuple[list[dict[str, Any] | None], int]:
    """Switches in a page that is ready; `silent` holds every callback from then on."""
    asked = 0

    def hold(route: Route) -> None:
        nonlocal asked
        asked += 1
        if not silent:
            route.continue_()

    with harness.reader(opened, width=1280, height=800) as context:
        page = context.new_page()
        page.goto(f"{address}/")
        page.wait_for_selector('#page[data-ready="true"]', timeout=harness.READY_MS)
        layers = page.locator("#layer input").evaluate_all("all => all.map(one => one.value)")
        for layer in [*layers[1:], layers[0]]:
            _switch(page, layer)
        page.route("**/_dash-update-component*", hold)
        order = [layers[(i + 1) % len(layers)] for i in range(_SWITCHES)]
        times = [_switch(page, layer) for layer in order]
        page.unroute_all(behavior="ignoreErrors")
    return times, asked


def _switch(page: Page, layer: str) -> dict[str, Any] | None:
    """Times of one switch; None where the province kept its colour for 3 s."""
    times: dict[str, Any] | None = page.evaluate(_SCRIPT, [layer, _PROVINCE])
    page.wait_for_timeout(_PAUSE_MS)
    return times


def _budgets(alone: list[dict[str, Any] | None]) -> str:
    told = [one for one in alone if one]
    script = percentile([one["attribute"] for one in told], 0.5) / _FRAME
    stale = percentile([one["stale"] for one in told], 0.5)
    rows = [
        ["script: click to changed colour", str(_ONE_FRAME), f"{script:.1f} frames"],
        ["frames shown with the old colours", str(_NO_FRAME), f"{stale:.0f} frames"],
    ]
    rows[0].append(_ONE_FRAME.verdict(script))
    rows[1].append(_NO_FRAME.verdict(stale))
    done, wanted = sum(one is not None for one in alone), len(alone)
    rows.append(
        [
            "repainted without any answer",
            f"{wanted} of {wanted}",
            f"{done} of {wanted}",
            "kept" if done == wanted else "MISSED",
        ]
    )
    return table("Switch: budgets (p50)", ["what", "budget", "value", "verdict"], rows)


def _times(title: str, times: list[dict[str, Any] | None], *, requests: int, loop: float) -> str:
    told = [one for one in times if one]
    rows = []
    for step, key in _STEPS:
        taken = [one[key] for one in told]
        p50, p95 = percentile(taken, 0.5), percentile(taken, 0.95)
        frames = [f"{p50 / _FRAME:.1f}", f"{p95 / _FRAME:.1f}"]
        rows.append([step, ms(p50), ms(p95), *frames, ratio(p50, loop)])
    head = ["step", "p50 ms", "p95 ms", "p50 frames", "p95 frames", "x loop"]
    other = sum(one["recoloured"] for one in told)
    note = (
        f"{len(told)} of {len(times)} switches seen, {other} of them to another colour of province"
        f" {_PROVINCE}; {requests} callbacks asked for. Calibration loop {loop:.1f} ms."
    )
    return table(f"Switch: times ({title})", head, rows, note=note)
