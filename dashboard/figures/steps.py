"""What sets of things that cannot be halved reach for their cost, as steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import theme
from dashboard.figures.money_people import layout


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
        "layout": layout(x_title=x_title, y_title=y_title, x_ticks=x_ticks, y_ticks=y_ticks),
    }


def _trace(sets: Sequence[Step]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": [one.usd_million for one in sets],
        "y": [one.people for one in sets],
        "customdata": [["", one.told] for one in sets],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }
