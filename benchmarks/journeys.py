"""What a browser asks the server for while a person uses the pages: taken from a real one."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser
from playwright.sync_api import Request as Sent

from benchmarks import harness
from benchmarks.clients import Ask

_QUIET_MS = 400
_PATH = "/_dash-update-component"

PAGES = {
    "map": (
        "/",
        "/?layer=vacancies",
        "/?layer=vacancies&measure=per_1000&province=12",
        "/?layer=crop_base&show=corridors&province=02",
        "/?layer=seekers&province=01&lang=km",
    ),
    "mismatch": (
        "/mismatch",
        "/mismatch?basis=unplaced",
        "/mismatch?measure=shen_access&province=02",
        "/mismatch?reach_km=120&measure=gap&second=none",
        "/mismatch?basis=working_age&lang=km",
    ),
    "scenarios": (
        "/scenarios",
        "/scenarios?scenarios=border-agro,skills-firms",
        "/scenarios?plan=agro_processing:02:60:2026:3&scenarios=plan,best-use",
        "/scenarios?scenarios=border-agro,zones-at-gates&future=border_reopens",
        "/scenarios?scenarios=best-use,skills-firms&year=2030&lang=km",
    ),
}
"""Views that people open one after another, by page."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """A view that somebody opens: its page, and what the browser asks for until it is ready."""

    page: str
    asks: tuple[Ask, ...]


def recorded(opened: Browser, address: str) -> tuple[Step, ...]:
    """Every view opened once; its document first, then its callbacks in their order.

    Scripts and fonts are left out: a browser asks for them once and keeps them.
    """
    return tuple(
        Step(page=page, asks=_asks(opened, address, view))
        for page, views in PAGES.items()
        for view in views
    )


def _asks(opened: Browser, address: str, view: str) -> tuple[Ask, ...]:
    asks = [Ask(path=view)]

    def sent(request: Sent) -> None:
        if urlsplit(request.url).path == _PATH and request.post_data_buffer:
            asks.append(Ask(path=_PATH, body=request.post_data_buffer))

    with harness.reader(opened, width=1440, height=900) as context:
        page = context.new_page()
        page.on("request", sent)
        page.goto(address + view)
        page.wait_for_selector('#page[data-ready="true"]', timeout=harness.READY_MS)
        page.wait_for_timeout(_QUIET_MS)
    return tuple(asks)
