"""All provinces in order, each a bar with its range."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import theme
from dashboard.figures.plain import PLAIN

BAR_PX = 22


@dataclass(frozen=True, kw_only=True)
class RankedBar:
    """One bar: its label, value and range in the measure's unit, and how it is told."""

    code: str
    name: str
    value: float
    low: float | None
    high: float | None
    told: str
    colour: str
    selected: bool


def ranking(
    bars: Sequence[RankedBar], *, unit: str, ticks: Sequence[tuple[float, str]]
) -> dict[str, Any]:
    """A Plotly figure of `bars`, first on top; `ticks` are (value, label) of the axis."""
    rows = list(reversed(bars))
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": [bar.value for bar in rows],
                "y": [bar.name for bar in rows],
                "customdata": [[bar.code, bar.told] for bar in rows],
                "marker": {
                    "color": [bar.colour for bar in rows],
                    "line": {
                        "color": [theme.INK if bar.selected else theme.INK_SOFT for bar in rows],
                        "width": [2.5 if bar.selected else 0.4 for bar in rows],
                    },
                },
                "error_x": {
                    "type": "data",
                    "symmetric": False,
                    "array": [
                        (bar.value if bar.high is None else bar.high) - bar.value for bar in rows
                    ],
                    "arrayminus": [
                        bar.value - (bar.value if bar.low is None else bar.low) for bar in rows
                    ],
                    "color": theme.INK_SOFT,
                    "thickness": 1.25,
                    "width": 3,
                },
                "hovertemplate": "%{customdata[1]}<extra></extra>",
            }
        ],
        "layout": {
            "height": BAR_PX * len(rows) + 56,
            "margin": {"l": 4, "r": 12, "t": 52, "b": 4},
            "bargap": 0.28,
            **PLAIN,
            "xaxis": {
                "side": "top",
                "tickvals": [value for value, _ in ticks],
                "ticktext": [label for _, label in ticks],
                "title": {"text": unit, "standoff": 8},
                "gridcolor": theme.LINE,
                "zerolinecolor": theme.INK_SOFT,
                "fixedrange": True,
                "rangemode": "tozero",
            },
            "yaxis": {"automargin": True, "fixedrange": True, "ticksuffix": "  "},
        },
    }


def nice_ticks(highest: float, lowest: float = 0.0, *, about: int = 4) -> list[float]:
    """Round axis values from `lowest`, where it is below zero, over zero to `highest`.

    >>> nice_ticks(258_007), nice_ticks(82_509, -47_517)
    ([0.0, 100000.0, 200000.0], [0.0, 50000.0])
    >>> nice_ticks(30, -70)
    [-50.0, 0.0]
    """
    most = max(highest, -lowest, 1e-9)
    power = 1.0
    while most / power >= about * 10:
        power *= 10
    while most / power < about:
        power /= 10
    step = next(base * power for base in (1, 2, 5, 10) if most / (base * power) <= about)
    below, above = int(max(-lowest, 0.0) / step), int(max(highest, 0.0) / step)
    return [step * i for i in range(-below, above + 1)]
