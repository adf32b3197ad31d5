"""What drives a result: bars from a parameter's low to its high, the widest on top."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import theme
from dashboard.figures.plain import PLAIN

LOW_COLOUR, HIGH_COLOUR = theme.SCALES["jobs"][2], theme.SCALES["people"][2]
_ROW_PX, _TOP_PX = 76, 92


@dataclass(frozen=True, kw_only=True)
class Swing:
    """One parameter: its name with its range, the result at both ends, and how it is told."""

    name: str
    at_low: float
    at_high: float
    told: str


def tornado(
    swings: Sequence[Swing],
    *,
    central: float,
    unit: str,
    low: str,
    high: str,
    ticks: Sequence[tuple[float, str]],
) -> dict[str, Any]:
    """A Plotly figure of `swings`; `low` and `high` name the two ends of every parameter.

    Names stand above their bars, so that they need no margin, on a phone or in Khmer.
    """
    rows = list(range(len(swings)))[::-1]
    return {
        "data": [
            _bars(swings, rows, [one.at_low for one in swings], central, low, LOW_COLOUR),
            _bars(swings, rows, [one.at_high for one in swings], central, high, HIGH_COLOUR),
        ],
        "layout": {
            "height": _ROW_PX * max(len(swings), 1) + _TOP_PX + 8,
            "margin": {"l": 4, "r": 16, "t": _TOP_PX, "b": 8},
            "barmode": "overlay",
            "bargap": 0.7,
            **PLAIN,
            "annotations": [
                *(_name(one.name, row) for one, row in zip(swings, rows, strict=True)),
                _key(low, high),
            ],
            "shapes": [
                {
                    "type": "line",
                    "x0": central,
                    "x1": central,
                    "y0": 0,
                    "y1": 1,
                    "yref": "paper",
                    "line": {"color": theme.INK, "width": 1.5},
                }
            ],
            "xaxis": {
                "side": "top",
                "tickvals": [value for value, _ in ticks],
                "ticktext": [label for _, label in ticks],
                "title": {"text": unit, "standoff": 8, "font": {"size": 14}},
                "gridcolor": theme.LINE,
                "zerolinecolor": theme.INK_SOFT,
                "fixedrange": True,
            },
            "yaxis": {
                "visible": False,
                "fixedrange": True,
                "range": [-0.4, max(len(swings), 1) - 0.25],
            },
        },
    }


def _bars(
    swings: Sequence[Swing],
    rows: Sequence[int],
    ends: Sequence[float],
    central: float,
    name: str,
    colour: str,
) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "y": list(rows),
        "base": [central] * len(swings),
        "x": [end - central for end in ends],
        "customdata": [one.told for one in swings],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"color": colour, "line": {"color": theme.INK_SOFT, "width": 0.4}},
    }


def _name(name: str, row: int) -> dict[str, Any]:
    return {
        "text": name,
        "xref": "paper",
        "x": 0,
        "y": row + 0.17,
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "align": "left",
        "bgcolor": theme.PAPER,
        "borderpad": 1,
    }


def _key(low: str, high: str) -> dict[str, Any]:
    """Which colour is which end."""
    squares = [
        f'<span style="color:{colour}">\u25a0</span> {text}'
        for colour, text in ((LOW_COLOUR, low), (HIGH_COLOUR, high))
    ]
    return {
        "text": "   ".join(squares),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "top",
        "yshift": _TOP_PX,
        "showarrow": False,
    }
