"""What more money would bring: the best result for each budget, and where one stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import theme
from dashboard.figures.money_people import layout


@dataclass(frozen=True, kw_only=True)
class FrontierPoint:
    """One budget and the best it reaches; `plan`: the plan that reaches it, as text."""

    usd_million: float
    people: float
    told: str
    plan: str


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A plan that is not the best: its money, what it reaches, and how it is told."""

    usd_million: float
    people: float
    told: str


def frontier_figure(
    points: Sequence[FrontierPoint],
    *,
    standing: Sequence[Standing],
    x_title: str,
    y_title: str,
    x_ticks: Sequence[tuple[float, str]],
    y_ticks: Sequence[tuple[float, str]],
) -> dict[str, Any]:
    """A Plotly figure: a line of best uses, each point to be taken, and other plans below it."""
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": [point.usd_million for point in points],
                "y": [point.people for point in points],
                "customdata": [[point.plan, point.told] for point in points],
                "hovertemplate": "%{customdata[1]}<extra></extra>",
                "line": {"color": theme.ACCENT, "width": 2},
                "marker": {"size": 9, "color": theme.ACCENT},
            },
            {
                "type": "scatter",
                "mode": "markers",
                "x": [one.usd_million for one in standing],
                "y": [one.people for one in standing],
                "customdata": [["", one.told] for one in standing],
                "hovertemplate": "%{customdata[1]}<extra></extra>",
                "marker": {
                    "size": 11,
                    "symbol": "diamond",
                    "color": theme.PARTS["spatial"],
                    "line": {"color": theme.INK, "width": 1},
                },
            },
        ],
        "layout": layout(x_title=x_title, y_title=y_title, x_ticks=x_ticks, y_ticks=y_ticks),
    }
