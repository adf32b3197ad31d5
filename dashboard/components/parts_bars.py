"""What the unmet need is made of: a bar for each way to count, on one scale."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dash import dcc, html

from dashboard import theme
from dashboard.components.attributes import attributes
from dashboard.evidence import amount, told
from dashboard.mismatch.parts import Parts
from dashboard.mismatch_words import basis_text, part_text, story
from dashboard.state import Choices, View, write_view
from dashboard.words import Speaker

_ROOM_PERCENT = 12.0


def parts_bars(
    every: Mapping[str, Parts], *, view: View, choices: Choices, say: Speaker
) -> list[Any]:
    """One row a basis, the shown one first in weight; a row leads to its basis."""
    most = max(found["seekers"].value for found in every.values())
    return [
        html.H2(say("parts_title"), className="visually-hidden"),
        html.Ul(
            [html.Li(_legend(part, say=say)) for part in theme.PARTS],
            className="parts-legend",
        ),
        html.Div(
            [
                _row(basis, found, most=most, view=view, choices=choices, say=say)
                for basis, found in every.items()
            ],
            className="parts-rows",
        ),
        html.P(story(view.basis, every, say=say), className="about"),
    ]


def _legend(part: str, *, say: Speaker) -> list[Any]:
    return [
        html.Span(className="key", style={"background": theme.PARTS[part]}),
        part_text(part, say=say),
    ]


def _row(
    basis: str, found: Parts, *, most: float, view: View, choices: Choices, say: Speaker
) -> html.Div:
    chosen = basis == view.basis
    name = basis_text(basis, say=say)
    href = write_view(replace(view, basis=basis), choices=choices) or "?"
    label: Any = (
        html.Strong(name)
        if chosen
        else dcc.Link(name, href=f"/mismatch{href if href != '?' else ''}")
    )
    return html.Div(
        [
            html.Div(
                [
                    html.P(label),
                    html.P(
                        say("parts_people", count=told(found["seekers"], say=say)),
                        className="range",
                    ),
                ],
                className="parts-name",
            ),
            html.Div(
                [
                    _segment(found, part, most=most, say=say)
                    for part in theme.PARTS
                    if found[part].value > 0
                ],
                className="parts-bar",
                **attributes(aria_hidden="true"),
            ),
            html.P(
                " · ".join(
                    say(
                        "part_told",
                        part=part_text(part, say=say),
                        count=told(found[part], say=say),
                    )
                    for part in theme.PARTS
                ),
                className="parts-told",
            ),
        ],
        className="parts-row chosen" if chosen else "parts-row",
    )


def _segment(found: Parts, part: str, *, most: float, say: Speaker) -> html.Span:
    width = 100 * found[part].value / most
    text = amount(found[part], say=say) if width >= _ROOM_PERCENT else ""
    return html.Span(
        text,
        className=f"segment {part}",
        style={"width": f"{width:.2f}%", "background": theme.PARTS[part]},
    )
