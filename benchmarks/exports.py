"""What files and the open interface cost: each in each format, and the main operations."""

import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.report import Budget, kilobytes, ms, ratio, table
from benchmarks.timing import calibration, milliseconds, percentile
from dashboard.exports.asked import Made, made, wanted
from dashboard.exports.declaration import Kind, formats, formats_of, kinds, sheets
from dashboard.exports.rebuild import read_taken, rebuild
from tests.dashboard.api.asking import Site, site_in

_REPEAT = 5
_BUDGET = Budget(most=1000, unit="ms")
_SITE = "https://atlas.test/"
_BUILT = "?plan=agro_processing:01:50:2026:3,sez_upgrade:SEC-C:40:2027:2&year=2030&basis=unplaced"
_QUERIES = {"/scenarios": _BUILT, "/province": "?province=01"}
_PLAN: dict[str, Any] = {
    "plan": [{"instrument": "agro_processing", "place": "01", "usd": 2e7}],
    "years": [2030, 2035],
    "draws": 200,
}
_NAMED = [
    {"name": "Zones", "ready": "zones-at-gates"},
    {"name": "Skills and firms", "ready": "skills-firms"},
]

_GETS = (
    "/api/v1/layers/returnees",
    "/api/v1/provinces/01",
    "/api/v1/sources?limit=20",
    "/api/v1/measures/shen_access",
    "/api/v1/decomposition",
    "/api/v1/decomposition/provinces?limit=1000&format=csv",
    "/api/v1/openapi.json",
    "/ogc/collections/provinces/items?limit=25",
    "/ogc/collections/sezs/items?bbox=102,13,104,14",
)
_POSTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("/api/v1/play", _PLAN),
    ("/api/v1/compare", {"scenarios": _NAMED, "year": 2030}),
    ("/api/v1/optimise", {"budget_usd": 1e8, "goal": "near_home"}),
)


def run() -> str:
    """The tables of this benchmark."""
    with tempfile.TemporaryDirectory() as folder, site_in(Path(folder)) as site:
        return "\n".join([_files(), _read_back(), _asked(site)])


def _files() -> str:
    """Everything in every format, of a view that has been asked for before."""
    loop = calibration()
    rows = []
    for name, kind in kinds().items():
        for format in formats_of(kind):
            work = partial(_file, kind, format)
            work()
            times = milliseconds(work, repeat=_REPEAT)
            size = kilobytes(len(work().content))
            rows.append([f"{name}.{format}", size, *_told(times, loop), *_kept(times)])
    return table(
        "Exports: one table, picture, profile or deck as a file, warm",
        ["file", "kB", "median ms", "p95 ms", "x loop", "budget", "verdict"],
        rows,
        note=_note(loop),
    )


def _read_back() -> str:
    """A file read and compared with today, one of each format."""
    loop = calibration()
    rows = []
    for key, format in formats().items():
        if format.read is None:
            continue
        content = _file(sheets()["map"], key).content
        times = milliseconds(partial(_compared, content, format.extension), repeat=_REPEAT)
        rows.append([f"map.{key}", *_told(times, loop)])
    return table(
        "Exports: a file compared with today",
        ["file", "median ms", "p95 ms", "x loop"],
        rows,
        note=_note(loop),
    )


def _asked(site: Site) -> str:
    """The open interface, each answer as it leaves the server."""
    loop = calibration()
    works: Mapping[str, Callable[[], object]] = {
        **{f"GET {path}": partial(_get, site, path) for path in _GETS},
        **{f"POST {path}": partial(_post, site, path, body) for path, body in _POSTS},
    }
    rows = []
    for name, work in works.items():
        rows.append([name, *_told(milliseconds(work, repeat=_REPEAT), loop)])
    return table(
        "Exports: the open interface, asked again and again",
        ["request", "median ms", "p95 ms", "x loop"],
        rows,
        note=_note(loop),
    )


def _file(kind: Kind, format: str) -> Made:
    query = _QUERIES.get(kind.path, "")
    return made(wanted(kind.key, format, query, site=_SITE))


def _compared(content: bytes, ending: str) -> object:
    return rebuild(read_taken(content, ending))


def _get(site: Site, path: str) -> object:
    return site.get(path).raise_for_status()


def _post(site: Site, path: str, body: dict[str, Any]) -> object:
    return site.post(path, body).raise_for_status()


def _told(times: list[float], loop: float) -> list[str]:
    return [ms(median(times)), ms(percentile(times, 0.95)), ratio(median(times), loop)]


def _kept(times: list[float]) -> list[str]:
    return [str(_BUDGET), _BUDGET.verdict(median(times))]


def _note(loop: float) -> str:
    return f"{_REPEAT} calls each, of processor time. Calibration loop {loop:.1f} ms."
