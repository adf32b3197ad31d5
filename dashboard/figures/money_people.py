"""The plane on which charts set people against money: its layout and its two axes."""

from typing import Any

from dashboard.figures.plain import PLAIN, Ticks, axis


def layout(*, x_title: str, y_title: str, x_ticks: Ticks, y_ticks: Ticks) -> dict[str, Any]:
    """The layout of a Plotly figure: money along, people up, both from zero."""
    return {
        "height": 380,
        "margin": {"l": 4, "r": 16, "t": 8, "b": 4},
        **PLAIN,
        "hovermode": "closest",
        "xaxis": axis(x_title, x_ticks),
        "yaxis": axis(y_title, y_ticks),
    }
