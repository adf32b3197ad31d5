"""Every address of the app, read from the app itself, so that a new one is attacked by itself."""

import re
from collections.abc import Iterator
from typing import Any

from starlette.routing import Mount

from dashboard.api.under import Under
from tests.attack.site import Site

READS, WRITES = ("GET", "HEAD"), ("POST", "PUT", "PATCH", "DELETE")


def routes(site: Site) -> tuple[tuple[str, str], ...]:
    """Method and path, with parameters in braces, of all that is answered over HTTP."""
    return tuple(sorted(set(_of(site.dash.server.routes, ""))))


def _of(found: Any, before: str) -> Iterator[tuple[str, str]]:
    for route in found:
        if isinstance(route, Under):  # the paths within have its prefix already
            yield from _of(route.app.routes, before)  # type: ignore[attr-defined]
        elif isinstance(route, Mount):
            yield "GET", f"{before}{route.path}/{{path}}"
        else:
            for method in getattr(route, "methods", None) or ():
                yield method, before + route.path


def filled(path: str, value: str) -> str:
    """A path with one value for each of its parameters."""
    return re.sub(r"\{[^}]*\}", lambda _: value, path)
