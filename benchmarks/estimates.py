"""What the server computes: estimates, tables, the world, and the parts of the page."""

import gzip
import json
from collections.abc import Callable, Mapping
from functools import partial
from inspect import unwrap
from statistics import median
from types import ModuleType
from typing import Any
from unittest.mock import patch

from plotly.utils import PlotlyJSONEncoder

from benchmarks.report import ms, ratio, table
from benchmarks.timing import calibration, milliseconds, percentile
from dashboard import shell
from dashboard.map_data import map_data
from dashboard.page import pages
from dashboard.pages.map import drawn
from dashboard.ranking import ranking_figure
from dashboard.shown import shown_layer
from dashboard.state import View, read_view
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import world
from geodata import load
from layers import formal_jobs, returnees, vacancies

_REPEAT = 20
_LEVEL = 6


def run() -> str:
    """The table of this benchmark."""
    loop = calibration()
    rows = []
    for title, work in _works().items():
        times = milliseconds(work, repeat=_REPEAT)
        middle = median(times)
        rows.append([title, ms(middle), ms(percentile(times, 0.95)), ratio(middle, loop)])
    return table(
        "Estimates and pages: cost in one process",
        ["what", "median ms", "p95 ms", "x loop"],
        rows,
        note=f"{_REPEAT} calls each, of processor time. Calibration loop {loop:.1f} ms.",
    )


def _works() -> Mapping[str, Callable[[], object]]:
    here = world()
    first = read_view("", choices=here.choices)
    chosen = read_view("layer=vacancies&province=01", choices=here.choices)
    khmer = read_view("lang=km", choices=here.choices)
    html = shell.document(shell.INDEX, page=pages()["/"], view=first).encode()
    return {
        "returnees.estimate": partial(returnees.estimate, **_inputs(returnees)),
        "vacancies.estimate": partial(vacancies.estimate, **_inputs(vacancies)),
        "formal_jobs.estimate": partial(formal_jobs.estimate, **_inputs(formal_jobs)),
        "all tables read and checked": unwrap(load),
        "world(), tables read": unwrap(world),
        "map_data(), made once for each language": partial(unwrap(map_data), "en", "latin"),
        "document of /": partial(_document, first),
        "document of /, in Khmer": partial(_document, khmer),
        "of it: components to HTML": partial(to_html, shell.screen(pages()["/"], first)),
        "of it: gzip": partial(gzip.compress, html, compresslevel=_LEVEL),
        "live page: shell.screen()": partial(shell.screen, pages()["/"], first),
        "live page: to JSON": partial(_json, shell.screen(pages()["/"], first)),
        "callback: drawn(), no province": partial(drawn, first),
        "callback: drawn(), a province": partial(drawn, chosen),
        "callback: its answer to JSON": partial(_json, drawn(chosen)),
        "callback: its answer, gzip": partial(
            gzip.compress, _json(drawn(chosen)).encode(), compresslevel=_LEVEL
        ),
        "chart: ranking_figure()": partial(
            ranking_figure,
            here,
            shown=shown_layer(here, layer=first.layer, measure=first.measure),
            view=first,
            say=Speaker(lang="en", digits="latin"),
        ),
    }


def _inputs(layer: ModuleType) -> dict[str, Any]:
    """What the layer gives to its own estimate."""
    with patch.object(layer, "estimate", wraps=layer.estimate) as estimate:
        layer.LAYER.read(load())
    return dict(estimate.call_args.kwargs)


def _document(view: View) -> str:
    return shell.document(shell.INDEX, page=pages()["/"], view=view)


def _json(parts: object) -> str:
    return json.dumps(parts, cls=PlotlyJSONEncoder)
