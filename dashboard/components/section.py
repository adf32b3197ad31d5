"""The head of a part of a page: title, what it tells, and the evidence of its numbers."""

from collections.abc import Iterable
from typing import Any

from dash import dcc, html

from dashboard.components.links import method_link
from dashboard.fill import evidence_of
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata import Figure


def section_head(
    here: World,
    *,
    title: str,
    about: str,
    figures: Iterable[Figure],
    method: str | None,
    view: View,
    say: Speaker,
) -> html.Div:
    """Title, one sentence, and status, date, sources and method of `figures`."""
    evidence = evidence_of(
        {str(i): figure for i, figure in enumerate(figures)}, geodata=here.geodata, say=say
    )
    return html.Div(
        [
            html.H2(title),
            html.P(about, className="about"),
            html.P([evidence, " ", method_link(method, view=view, say=say)], className="evidence"),
        ],
        className="table-head",
    )


def ranged_cell(text: str, reach: str | None, *, css: str = "") -> list[Any]:
    """A value with its range below it."""
    return [
        html.Span(text, className=f"value {css}".strip()),
        html.Span(reach or "", className="range"),
    ]


def chart(id: str, figure: dict[str, Any]) -> dcc.Graph:
    """A Plotly figure in its place, without the buttons of Plotly."""
    return dcc.Graph(id=id, figure=figure, config={"displayModeBar": False, "responsive": True})
