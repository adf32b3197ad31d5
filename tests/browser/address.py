"""What stands in the address, and what is asked of the server."""

import json
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, Request, Route

ANSWERS = "**/_dash-update-component*"


def query(page: Page) -> dict[str, str]:
    """What stands in the address, now."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def outputs(request: Request) -> str:
    """What a call of Dash is to answer."""
    sent = json.loads(request.post_data or "{}")
    return str(sent.get("output", ""))


def hold_first(page: Page, wanted: Callable[[Request], bool]) -> list[Route]:
    """The first call of Dash that is wanted stays in this list until it is let go."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        if not held and wanted(route.request):
            held.append(route)
        else:
            route.fallback()

    page.route(ANSWERS, hold)
    return held
