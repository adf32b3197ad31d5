"""The plane on which charts set people against money: its layout and its two axes."""

from collections.abc import Sequence
from typing import Any

from dashboard import theme

Ticks = Sequence[tuple[float, str]]


def layout(*, x_title: str, y_title: str, x_ticks: Ticks, y_ticks: Ticks) -> dict[str, Any]:
    """The layout of a Plotly figure: money along, people up, both from zero."""
    return {
        "height": 380,
        "margin": {"l": 4, "r": 16, "t": 8, "b": 4},
        "paper_bgcolor": theme.PAPER,
        "plot_bgcolor": theme.PAPER,
        "font": {"family": theme.FONTS, "size": 14, "color": theme.INK},
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": theme.PAPER,
            "bordercolor": theme.INK,
            "font": {"family": theme.FONTS, "size": 14, "color": theme.INK},
            "align": "left",
        },
        "showlegend": False,
        "xaxis": _axis(x_title, x_ticks),
        "yaxis": _axis(y_title, y_ticks),
    }


def _axis(title: str, ticks: Ticks) -> dict[str, Any]:
    return {
        "title": {"text": title, "standoff": 12},
        "tickvals": [value for value, _ in ticks],
        "ticktext": [label for _, label in ticks],
        "rangemode": "tozero",
        "gridcolor": theme.LINE,
        "zerolinecolor": theme.INK_SOFT,
        "fixedrange": True,
        "automargin": True,
    }
