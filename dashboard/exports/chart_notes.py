"""The words of a chart: labels of ticks, titles of axes, notes."""

from collections.abc import Mapping
from typing import Any

from dashboard.exports.chart_axes import Axis, ticks
from dashboard.exports.chart_frame import EDGE, OUTSIDE, PAD, Frame, standoff, title_size
from dashboard.exports.chart_words import LINE, Set, pieces, set_words, width_of
from dashboard.exports.drawing import Anchor

_ANCHORS: Mapping[str, Anchor] = {"left": "start", "center": "middle", "right": "end"}
_BOTTOM = 0.68
"""How far the middle of letters lies below their top, in sizes."""


def tick_labels(layout: Mapping[str, Any], frame: Frame) -> list[Set]:
    """A label for each tick within its axis."""
    size, colour = layout["font"]["size"], layout["font"]["color"]
    of_x, of_y = layout["xaxis"], layout["yaxis"]
    out = []
    if of_x.get("visible", True):
        away = PAD + (OUTSIDE if of_x.get("ticks") == "outside" else 0)
        top = of_x.get("side") == "top"
        y = frame.top - away - 0.45 * size if top else frame.bottom + away + _BOTTOM * size
        for value, text in ticks(of_x, frame.x.names):
            if frame.x.holds(value):
                half = width_of(text, size=size) / 2
                x = min(max(frame.x.at(value), half), frame.width - half)
                out.append(set_words(text, x=x, y=y, size=size, colour=colour, anchor="middle"))
    if of_y.get("visible", True):
        for value, text in ticks(of_y, frame.y.names):
            if frame.y.holds(value):
                blank = width_of(text, size=size) - width_of(text.rstrip(), size=size)
                x = frame.left - PAD - blank
                y = frame.y.at(value)
                text = text.rstrip()
                out.append(set_words(text, x=x, y=y, size=size, colour=colour, anchor="end"))
    return out


def titles(layout: Mapping[str, Any], frame: Frame) -> list[Set]:
    """What the axes show."""
    size, colour = layout["font"]["size"], layout["font"]["color"]
    out = []
    of = layout["xaxis"]
    if of.get("title"):
        own = title_size(of, size=size)
        away = PAD + LINE * size + standoff(of)
        top = of.get("side") == "top"
        y = frame.top - away - 0.35 * own if top else frame.bottom + away + 0.5 * own
        middle = (frame.left + frame.right) / 2
        most = 2 * min(middle, frame.width - middle)
        found = set_words(
            of["title"]["text"],
            x=middle,
            y=y,
            size=own,
            colour=colour,
            anchor="middle",
            most=most,
        )
        out.append(found)
    of = layout["yaxis"]
    if of.get("title"):
        own, middle = title_size(of, size=size), (frame.top + frame.bottom) / 2
        out.append(
            set_words(
                of["title"]["text"],
                x=EDGE + 0.65 * own,
                y=middle,
                size=own,
                colour=colour,
                anchor="middle",
                most=2 * min(middle, frame.height - middle),
                turned=True,
            )
        )
    return out


def note(given: Mapping[str, Any], layout: Mapping[str, Any], frame: Frame) -> Set:
    """A note at its place, pale below where it asks for that; never beyond the drawing."""
    font = {**layout["font"], **given.get("font", {})}
    x = _place(given, "x", frame.x, (frame.left, frame.right)) + given.get("xshift", 0)
    y = _place(given, "y", frame.y, (frame.bottom, frame.top)) - given.get("yshift", 0)
    anchor = _ANCHORS[given.get("xanchor", "center")]
    room = {"start": frame.width - x, "end": x, "middle": 2 * min(x, frame.width - x)}[anchor]
    pad = given.get("borderpad", 1)
    x += {"start": pad, "middle": 0, "end": -pad}[anchor]
    tall = LINE * font["size"] * len(pieces(given["text"]))
    y += {"top": tall / 2 + pad, "middle": 0, "bottom": -tall / 2 - pad}[
        given.get("yanchor", "middle")
    ]
    found = set_words(
        given["text"],
        x=x,
        y=y,
        size=font["size"],
        colour=font["color"],
        anchor=anchor,
        most=room - 2 * pad - EDGE,
    )
    if "bgcolor" not in given:
        return found
    wide = min(width_of(given["text"], size=font["size"]), room - 2 * pad - EDGE)
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * wide
    box = (
        f'<rect x="{left - pad:.2f}" y="{y - tall / 2 - pad:.2f}" width="{wide + 2 * pad:.2f}"'
        f' height="{tall + 2 * pad:.2f}" fill="{given["bgcolor"]}"/>'
    )
    return Set(labels=found.labels, shapes=box + found.shapes)


def _place(given: Mapping[str, Any], letter: str, on: Axis, paper: tuple[float, float]) -> float:
    if given.get(f"{letter}ref") == "paper":
        return paper[0] + (paper[1] - paper[0]) * given[letter]
    return on.at(given[letter])
