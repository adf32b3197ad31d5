"""A picture of one chart, and a sheet of what it shows where no table has that."""

from collections.abc import Iterable
from typing import Any

from dashboard import theme
from dashboard.exports.chart_drawing import chart_drawing
from dashboard.exports.columns import evidence_cells, evidence_columns, evidence_in, text_column
from dashboard.exports.drawing import Drawing
from dashboard.exports.links import SCENARIOS, link_of
from dashboard.exports.picture import Legend, Panel, Picture
from dashboard.exports.sheet import Column, Sheet, number_cell
from dashboard.exports.view_words import Filters, assumed_in_scenarios
from dashboard.scenarios.asked import Asked
from dashboard.state import View
from dashboard.words import Speaker
from geodata import Figure

Chart = dict[str, Any]
_NO_LEGEND = Legend()
_LEAST, _TIGHT = 300.0, 0.9


def chart_picture(
    figure: Chart,
    *,
    sheet: Sheet,
    title: str,
    unit: str = "",
    about: str = "",
    legend: Legend = _NO_LEGEND,
    upright: bool = False,
) -> Picture:
    """The Plotly figure of a page, drawn without Plotly.

    Where rows of words need more height than there is, all of it is drawn smaller.
    """
    least = _TIGHT * float(figure["layout"]["height"]) if upright else _LEAST

    def draw(width: float, height: float) -> Drawing:
        more = max(1.0, least / height)
        return chart_drawing(figure, width=width * more, height=height * more)

    return Picture(
        sheet=sheet,
        title=title,
        unit=unit,
        panels=(Panel(draw=draw),),
        legend=legend,
        about=about,
        upright=upright,
    )


def chart_sheet(
    figure: Chart,
    *,
    key: str,
    title: str,
    filters: Filters,
    figures: Iterable[Figure],
    asked: Asked,
    view: View,
    say: Speaker,
) -> Sheet:
    """A row for each point or bar of a chart of scenarios: its series, and where it is drawn."""
    evidence = evidence_cells(figures)
    columns = (
        text_column("series", title, title, kind="code"),
        Column(name="x", title=title, kind="number", about=title),
        Column(name="y", title=title, kind="number", about=title),
        *evidence_columns(say),
    )
    rows = tuple(
        (str(at), number_cell(x), number_cell(y), *evidence)
        for at, trace in enumerate(figure["data"])
        for x, y in zip(trace["x"], trace["y"], strict=True)
    )
    return Sheet(
        key=key,
        lang=say.lang,
        title=title,
        unit=say("unit_persons"),
        about="",
        filters=filters,
        link=link_of(SCENARIOS, view),
        names=(key, asked.case.basis),
        columns=columns,
        rows=rows,
        **evidence_in(columns, rows),
        assumed=assumed_in_scenarios(asked, view, say=say),
    )


def sign(shape: str, colour: str, *, edge: str = theme.PAPER) -> Drawing:
    """A point of a chart for its legend: `diamond`, `square` or `circle`."""
    path = {
        "diamond": "M11 1L17 7L11 13L5 7z",
        "square": "M6 2H16V12H6z",
        "circle": "M7 7A4 4 0 1 1 15 7A4 4 0 1 1 7 7z",
    }[shape]
    drawn = f'<path d="{path}" fill="{colour}" stroke="{edge}"/>'
    return Drawing(width=22, height=14, shapes=drawn)
