"""Where the plot of a chart stands, its axes, and the room that labels and titles need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.exports import chart_traces as traces
from dashboard.exports.chart_axes import Axis, axis, ticks
from dashboard.exports.chart_words import LINE, width_of

PAD, OUTSIDE, EDGE = 4.0, 5.0, 2.0
"""Between labels and plot, length of a tick, between words and the edge, in pixels."""

_TITLE = 1.2
_STANDOFF = 8.0


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Where the plot stands within `width` and `height`, in pixels, and its axes."""

    width: float
    height: float
    left: float
    top: float
    x: Axis
    y: Axis

    @property
    def right(self) -> float:
        """The right edge of the plot."""
        return self.x.end

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y.start


def frame_of(
    layout: Mapping[str, Any], data: Sequence[Mapping[str, Any]], *, width: float, height: float
) -> Frame:
    """The frame of a figure; margins grow where labels need it."""
    margin, size = layout["margin"], layout["font"]["size"]
    names = {letter: traces.names(data, letter) for letter in "xy"}
    of_x, of_y = layout["xaxis"], layout["yaxis"]
    left, bottom, right = margin["l"], margin["b"], margin["r"]
    if of_y.get("automargin"):
        left = max(left, _beside(of_y, names["y"], size=size))
    if of_x.get("automargin"):
        bottom = max(bottom, _below(of_x, size=size))
        right = max(right, width_of(ticks(of_x, names["x"])[-1][1], size=size) / 2 + EDGE)

    def made(letter: str, start: float, end: float) -> Axis:
        found = [one for trace in data for one in traces.ends(trace, letter)]
        return axis(layout[f"{letter}axis"], ends=found, names=names[letter], start=start, end=end)

    return Frame(
        width=width,
        height=height,
        left=left,
        top=margin["t"],
        x=made("x", left, width - right),
        y=made("y", height - bottom, margin["t"]),
    )


def _beside(of: Mapping[str, Any], names: Sequence[str], *, size: float) -> float:
    """The room that labels and title need left of the plot."""
    room = PAD + max((width_of(text, size=size) for _, text in ticks(of, names)), default=0.0)
    if of.get("title"):
        room += standoff(of) + LINE * title_size(of, size=size)
    return room + EDGE


def _below(of: Mapping[str, Any], *, size: float) -> float:
    room = PAD + LINE * size
    if of.get("title"):
        room += standoff(of) + LINE * title_size(of, size=size)
    return room


def title_size(of: Mapping[str, Any], *, size: float) -> float:
    """Size of the letters of an axis's title, where those of labels have `size`."""
    return float(of["title"].get("font", {}).get("size", round(_TITLE * size)))


def standoff(of: Mapping[str, Any]) -> float:
    """Between the labels of an axis and its title."""
    return float(of["title"].get("standoff", _STANDOFF))
