"""What the layout of every chart begins with: paper, letters, the box at the pointer, axes."""

from collections.abc import Sequence
from typing import Any

from dashboard import theme

Ticks = Sequence[tuple[float, str]]
_LETTERS = {"family": theme.FONTS, "size": 14, "color": theme.INK}
PLAIN = {
    "paper_bgcolor": theme.PAPER,
    "plot_bgcolor": theme.PAPER,
    "font": _LETTERS,
    "hoverlabel": {
        "bgcolor": theme.PAPER,
        "bordercolor": theme.INK,
        "font": _LETTERS,
        "align": "left",
    },
    "showlegend": False,
}


def axis(title: str, ticks: Ticks) -> dict[str, Any]:
    """An axis from zero that stays as it is; `ticks`: values and their labels."""
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
