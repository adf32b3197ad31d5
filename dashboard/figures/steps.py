"""What sets of things that cannot be halved reach for their cost, as steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import theme


@dataclass(frozen=True, kw_only=True)
class Step:
    """One set: its cost, what it reaches, how it is told, and whether no other set beats it."""

    usd_million: float
    people: float
    told: str
    front: bool


def steps_figure(
    sets: Sequence[Step],
    *,
    x_title: str,
    y_title: str,
    x_ticks: Sequence[tuple[float, str]],
    y_ticks: Sequence[tuple[float, str]],
) -> dict[str, Any]:
    """A Plotly figure: steps through the sets that nothing beats, the others as small points."""
    front = [one for one in sets if one.front]
    others = [one for one in sets if not one.front]
    return {
        "data": [
            {
                **_trace(others),
                "mode": "markers",
                "marker": {"size": 6, "color": theme.INK_SOFT, "opacity": 0.5},
            },
            {
                **_trace(front),
                "mode": "lines+markers",
                "line": {"color": theme.ACCENT, "width": 2, "shape": "hv"},
                "marker": {"size": 10, "symbol": "square", "color": theme.ACCENT},
            },
        ],
        "layout": {
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
        },
    }


def _trace(sets: Sequence[Step]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": [one.usd_million for one in sets],
        "y": [one.people for one in sets],
        "customdata": [["", one.told] for one in sets],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }


def _axis(title: str, ticks: Sequence[tuple[float, str]]) -> dict[str, Any]:
    return {
        "title": {"text": title},
        "tickvals": [value for value, _ in ticks],
        "ticktext": [label for _, label in ticks],
        "rangemode": "tozero",
        "gridcolor": theme.LINE,
        "zerolinecolor": theme.INK_SOFT,
        "fixedrange": True,
        "automargin": True,
    }
