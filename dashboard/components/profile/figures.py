"""The key figures of a profile, each with its range, its rank and its evidence."""

from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.evidence_line import evidence_line
from dashboard.profile.profile import Profile
from dashboard.profile_rows import KeyRow, key_rows
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World


def key_list(here: World, *, found: Profile, view: View, say: Speaker) -> list[Any]:
    """A heading, and one entry for each figure."""
    return [
        html.H2(say("profile_key_title")),
        html.Dl(
            [
                part
                for row in key_rows(found, say=say)
                for part in _entry(here, row, view=view, say=say)
            ],
            className="key-figures",
        ),
    ]


def _entry(here: World, row: KeyRow, *, view: View, say: Speaker) -> list[Any]:
    figure = row.told.figure
    if figure is None:
        return [html.Dt(row.label), html.Dd(row.told.value, className="missing")]
    reach = html.Span(f" {row.told.reach}", className="range") if row.told.reach else None
    return [
        html.Dt(row.label),
        html.Dd(
            [
                html.P(
                    [
                        html.Strong(row.told.value),
                        html.Span(f" {row.unit}"),
                        reach,
                        html.Span(row.rank, className="rank"),
                    ]
                ),
                _bar(row) if row.against else None,
                html.P(
                    [
                        *evidence_line(
                            figure, here=here, view=view, say=say, most=2, method=row.method
                        ),
                    ],
                    className="evidence",
                ),
            ]
        ),
    ]


def _bar(row: KeyRow) -> html.Div:
    return html.Div(
        [
            html.Div(
                [
                    html.Span(className="bar-fill", style={"width": f"{row.bar:.1f}%"}),
                    html.Span(className="bar-mark", style={"left": f"{row.mark:.1f}%"})
                    if row.mark is not None
                    else None,
                ],
                className="bar",
                **attributes(aria_hidden="true"),
            ),
            html.Span(row.against, className="bar-text"),
        ],
        className="bar-row",
    )
