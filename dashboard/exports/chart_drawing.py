"""A figure of `dashboard.figures` as a drawing: the same picture as on the page, without Plotly.

Only what these figures use is drawn; anything else is refused. Sizes are those of the page.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.exports import chart_traces as traces
from dashboard.exports.chart_axes import Axis, ticks
from dashboard.exports.chart_frame import OUTSIDE, Frame, frame_of
from dashboard.exports.chart_keys import check
from dashboard.exports.chart_notes import note, tick_labels, titles
from dashboard.exports.drawing import Drawing
from dashboard.theme import PAPER

_GAP = 0.2


def chart_drawing(
    figure: Mapping[str, Any], *, width: float, height: float | None = None
) -> Drawing:
    """The drawing of a figure, `width` and `height` in pixels of the page.

    `height`: without it, as the figure has it.

    Raises:
        ChartError: the figure holds what is not drawn here.
    """
    check(figure)
    layout, data = figure["layout"], figure["data"]
    frame = frame_of(layout, data, width=width, height=float(height or layout["height"]))
    words = [
        *tick_labels(layout, frame),
        *titles(layout, frame),
    ]
    notes = [note(one, layout, frame) for one in layout.get("annotations", ())]
    shapes = [
        f'<path d="M0 0H{width:g}V{frame.height:g}H0z"'
        f' fill="{layout.get("paper_bgcolor", PAPER)}"/>',
        *_lines(layout, frame, data),
        *_traces(layout, data, frame),
        *(_shape(shape, frame) for shape in layout.get("shapes", ())),
        *(one.shapes for one in (*words, *notes)),
    ]
    return Drawing(
        width=width,
        height=frame.height,
        shapes="".join(shapes),
        labels=tuple(label for one in (*words, *notes) for label in one.labels),
    )


def _lines(layout: Mapping[str, Any], frame: Frame, data: Sequence[Mapping[str, Any]]) -> list[str]:
    """Grid, then the lines at zero, then ticks outside."""
    grid, zero, outside = [], [], []
    for letter, found in (("x", frame.x), ("y", frame.y)):
        of = layout[f"{letter}axis"]
        if of.get("visible") is False:
            continue

        def across(value: float, *, x: bool = letter == "x", on: Axis = found) -> Any:
            at = on.at(value)
            if x:
                return (at, frame.top), (at, frame.bottom)
            return (frame.left, at), (frame.right, at)

        bars = any(trace["type"] == "bar" for trace in data)
        if of.get("showgrid", not (found.names and bars)):
            grid += [
                traces.stroke(*across(value), colour=of["gridcolor"], kind="grid")
                for value, _ in ticks(of, found.names)
                if value and found.holds(value)
            ]
        if not found.names and "zerolinecolor" in of and found.holds(0.0):
            zero.append(traces.stroke(*across(0.0), colour=of["zerolinecolor"], kind="zero"))
        if of.get("ticks") == "outside":
            outside += [
                traces.stroke(
                    (found.at(value), frame.bottom),
                    (found.at(value), frame.bottom + OUTSIDE),
                    colour=of["tickcolor"],
                )
                for value, _ in ticks(of, found.names)
            ]
    return [*grid, *zero, *outside]


def _traces(
    layout: Mapping[str, Any], data: Sequence[Mapping[str, Any]], frame: Frame
) -> list[str]:
    bars = [trace for trace in data if trace["type"] == "bar"]
    grouped = layout.get("barmode", "group") == "group" and len(bars) > 1
    share = (1 - layout.get("bargap", _GAP)) / (len(bars) if grouped else 1)
    out = []
    for trace in data:
        if trace["type"] == "scatter":
            out.append(traces.scatter(trace, frame.x, frame.y))
        else:
            shift = share * (bars.index(trace) - (len(bars) - 1) / 2) if grouped else 0.0
            out.append(traces.bar(trace, frame.x, frame.y, share=share, shift=shift))
    return out


def _shape(shape: Mapping[str, Any], frame: Frame) -> str:
    """A line between two places."""
    paper = shape.get("yref") == "paper"
    ys = [
        frame.bottom + (frame.top - frame.bottom) * shape[key] if paper else frame.y.at(shape[key])
        for key in ("y0", "y1")
    ]
    line = shape["line"]
    return traces.stroke(
        (frame.x.at(shape["x0"]), ys[0]),
        (frame.x.at(shape["x1"]), ys[1]),
        colour=line["color"],
        width=line["width"],
        kind="shape",
    )
