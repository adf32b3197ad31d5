"""The share still without work, month by month after return, with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import theme
from dashboard.figures.plain import PLAIN, axis

COLOURS = {"all": theme.ACCENT, "female": theme.PARTS["spatial"], "male": theme.PARTS["skills"]}
_STRENGTH = 0.16
TOP = 100
_HEIGHT = 360


@dataclass(frozen=True, kw_only=True)
class Curve:
    """One group of people: month, per cent, low and high of each point, and how it is told."""

    key: str
    name: str
    points: tuple[tuple[int, float, float, float, str], ...]


def survival(
    curves: Sequence[Curve],
    *,
    x_title: str,
    y_title: str,
    ticks: Sequence[tuple[float, str]],
    y_ticks: Sequence[tuple[float, str]],
) -> dict[str, Any]:
    """A Plotly figure of steps, each with its interval."""
    data = [
        drawn for at, one in enumerate(curves) for drawn in (_band(one), _line(one, strong=at == 0))
    ]
    return {
        "data": data,
        "layout": {
            "height": _HEIGHT,
            "margin": {"l": 4, "r": 16, "t": 12, "b": 8},
            **PLAIN,
            "hovermode": "closest",
            "xaxis": axis(x_title, ticks),
            "yaxis": {
                "title": {"text": y_title, "standoff": 12},
                "range": [0, 1.03 * TOP],
                "tickvals": [value for value, _ in y_ticks],
                "ticktext": [label for _, label in y_ticks],
                "gridcolor": theme.LINE,
                "zerolinecolor": theme.INK_SOFT,
                "fixedrange": True,
                "automargin": True,
            },
        },
    }


def _line(one: Curve, *, strong: bool) -> dict[str, Any]:
    colour = COLOURS[one.key]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": one.name,
        "x": [month for month, *_ in one.points],
        "y": [share for _, share, *_ in one.points],
        "customdata": [told for *_, told in one.points],
        "hovertemplate": "%{customdata}<extra></extra>",
        "line": {"color": colour, "width": 3 if strong else 2, "shape": "hv"},
        "marker": {"size": 7, "color": colour},
    }


def _band(one: Curve) -> dict[str, Any]:
    """Steps along the top of the interval, and back along its foot."""
    tops = _stepped([(month, high) for month, _, _, high, _ in one.points])
    feet = _stepped([(month, low) for month, _, low, _, _ in one.points])
    outline = [*tops, *reversed(feet)]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x, _ in outline],
        "y": [y for _, y in outline],
        "fill": "toself",
        "fillcolor": _faint(COLOURS[one.key]),
        "line": {"width": 0},
        "hoverinfo": "skip",
    }


def _faint(colour: str) -> str:
    """A colour that others can be seen through."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return f"rgba({','.join(map(str, parts))},{_STRENGTH})"


def _stepped(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    out: list[tuple[float, float]] = []
    for at, (x, y) in enumerate(points):
        if at:
            out.append((x, out[-1][1]))
        out.append((x, y))
    return out
