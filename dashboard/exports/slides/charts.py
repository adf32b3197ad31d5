"""Charts on a slide: native, with their numbers behind them, so that they can be edited."""

import math
from typing import Any

from dashboard import theme
from dashboard.exports.deck import Chart, Series, XyChart
from dashboard.exports.slides.drawn import Room
from dashboard.exports.slides.error_bars import add_error_bars
from dashboard.exports.slides.words import clean, style
from dashboard.figures.ranking import nice_ticks

_SMALL, _MANY, _LEAST = 11.0, 16, 9.0
_LINE_PT = 2.25


def put_chart(slide: Any, part: Chart, room: Room, *, lang: str) -> None:
    """Bars, stacked bars or lines over names, with ranges where a series has them."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    down = part.kind != "lines"
    order = slice(None, None, -1) if down else slice(None)
    data = CategoryChartData(number_format=number_format(part.decimals))
    data.categories = [clean(name) for name in part.names[order]]
    for one in part.series:
        data.add_series(clean(one.name), one.values[order])
    kind = {
        "bars": XL_CHART_TYPE.BAR_CLUSTERED,
        "stacked": XL_CHART_TYPE.BAR_STACKED,
        "lines": XL_CHART_TYPE.LINE_MARKERS,
    }[part.kind]
    chart = _put(slide, kind, data, room)
    many = len(part.names) > _MANY and down
    size = (_LEAST - (part.kind == "stacked")) if many else _SMALL
    _frame(chart, legend=len(part.series) > 1, lang=lang, size=_SMALL)
    _axis(chart.category_axis, size=size, lang=lang, grid=False)
    _axis(chart.value_axis, size=_SMALL, lang=lang, grid=True, title=part.unit)
    chart.value_axis.tick_labels.number_format = number_format(part.decimals)
    chart.value_axis.tick_labels.number_format_is_linked = False
    _names(chart.category_axis)
    _reach(chart.value_axis, _ends(part))
    plot = chart.plots[0]
    if down:
        plot.gap_width = 40 if many else 60
        if part.overlap or part.kind == "stacked":
            plot.overlap = 100
    for drawn, one in zip(plot.series, part.series, strict=True):
        if down:
            _colour_bars(drawn, one, order)
        else:
            _colour_line(drawn, one)
        if one.lows and part.kind != "stacked":
            add_error_bars(
                drawn,
                values=one.values[order],
                lows=one.lows[order],
                highs=one.highs[order],
                colour=theme.INK_SOFT if down else one.colour,
            )


def put_xy(slide: Any, part: XyChart, room: Room, *, lang: str) -> None:
    """Points of two numbers."""
    from pptx.chart.data import XyChartData
    from pptx.enum.chart import XL_CHART_TYPE

    data = XyChartData(number_format=number_format(0))
    for one in part.points:
        series = data.add_series(clean(one.name))
        for x, y in zip(one.x, one.y, strict=True):
            series.add_data_point(x, y)
    chart = _put(slide, XL_CHART_TYPE.XY_SCATTER, data, room)
    _frame(chart, legend=len(part.points) > 1, lang=lang, size=_SMALL)
    _axis(chart.category_axis, size=_SMALL, lang=lang, grid=True, title=part.x_title)
    _axis(chart.value_axis, size=_SMALL, lang=lang, grid=True, title=part.y_title)
    for axis in (chart.category_axis, chart.value_axis):
        axis.tick_labels.number_format = number_format(0)
        axis.tick_labels.number_format_is_linked = False
        axis.minimum_scale = 0
    for drawn, one in zip(chart.plots[0].series, part.points, strict=True):
        _mark(drawn, one.symbol, one.colour, size=9)
        if one.line:
            drawn.format.line.color.rgb = _rgb(one.colour)
            _width(drawn.format.line)
        else:
            drawn.format.line.fill.background()


def number_format(decimals: int) -> str:
    """How Office shows a number."""
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def _put(slide: Any, kind: Any, data: Any, room: Room) -> Any:
    from pptx.util import Pt

    frame = slide.shapes.add_chart(
        kind, Pt(room.left), Pt(room.top), Pt(room.width), Pt(room.height), data
    )
    frame.name = "chart"
    return frame.chart


def _frame(chart: Any, *, legend: bool, lang: str, size: float) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION

    chart.has_title = False
    chart.has_legend = legend
    if legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        style(chart.legend.font, size=size, colour=theme.INK, lang=lang)
    style(chart.font, size=size, colour=theme.INK, lang=lang)


def _axis(axis: Any, *, size: float, lang: str, grid: bool, title: str = "") -> None:
    from pptx.enum.chart import XL_TICK_MARK

    style(axis.tick_labels.font, size=size, colour=theme.INK, lang=lang)
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = grid
    if grid:
        axis.major_gridlines.format.line.color.rgb = _rgb(theme.LINE)
    axis.format.line.color.rgb = _rgb(theme.INK_SOFT)
    axis.has_title = bool(title)
    if title:
        run = axis.axis_title.text_frame.paragraphs[0].add_run()
        run.text = clean(title)
        style(run.font, size=size, colour=theme.INK_SOFT, lang=lang)


def _names(axis: Any) -> None:
    """Every name, at the edge, wherever zero is."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION
    from pptx.oxml.ns import qn

    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    element = axis._element
    skip = element.makeelement(qn("c:tickLblSkip"), {"val": "1"})
    element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _ends(part: Chart) -> list[float]:
    """Every number that must be on the axis."""
    if part.kind == "stacked":
        rows = zip(*(one.values for one in part.series), strict=True)
        return [sum(value or 0.0 for value in row) for row in rows]
    every = (end for one in part.series for end in (*one.values, *one.lows, *one.highs))
    return [end for end in every if end is not None]


def _reach(axis: Any, ends: list[float]) -> None:
    """Round ends of the axis, beyond all ranges: no program counts these."""
    high, low = max([*ends, 0.0]), min([*ends, 0.0])
    ticks = nice_ticks(high, low)
    step = max(ticks[1] - ticks[0], 1e-9) if len(ticks) > 1 else max(high - low, 1.0)
    axis.maximum_scale = step * math.ceil(high / step - 1e-9)
    axis.minimum_scale = step * math.floor(low / step + 1e-9)
    axis.major_unit = step


def _colour_bars(drawn: Any, one: Series, order: slice) -> None:
    """Each bar in its colour, below zero too."""
    from pptx.oxml.ns import qn

    drawn.invert_if_negative = False
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = _rgb(one.colour)
    for at, colour in enumerate(one.colours[order]):
        if colour != one.colour:
            point = drawn.points[at].format.fill
            point.solid()
            point.fore_color.rgb = _rgb(colour)
    for one_point in drawn._element.findall(qn("c:dPt")):
        plain = one_point.makeelement(qn("c:invertIfNegative"), {"val": "0"})
        one_point.find(qn("c:idx")).addnext(plain)


def _colour_line(drawn: Any, one: Series) -> None:
    from pptx.enum.dml import MSO_LINE

    drawn.smooth = False
    line = drawn.format.line
    line.color.rgb = _rgb(one.colour)
    _width(line)
    line.dash_style = {
        "solid": MSO_LINE.SOLID,
        "dash": MSO_LINE.DASH,
        "dot": MSO_LINE.ROUND_DOT,
        "dashdot": MSO_LINE.DASH_DOT,
    }[one.dash]
    _mark(drawn, "circle", one.colour, size=6)


def _width(line: Any) -> None:
    from pptx.util import Pt

    line.width = Pt(_LINE_PT)


def _mark(drawn: Any, symbol: str, colour: str, *, size: int) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE

    marker = drawn.marker
    marker.style = {
        "circle": XL_MARKER_STYLE.CIRCLE,
        "diamond": XL_MARKER_STYLE.DIAMOND,
        "square": XL_MARKER_STYLE.SQUARE,
    }[symbol]
    marker.size = size
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = _rgb(colour)
    marker.format.line.color.rgb = _rgb(colour)


def _rgb(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour.lstrip("#").upper())
