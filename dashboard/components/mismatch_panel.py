"""One province on the page of the mismatch: every measure, with its range."""

from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.links import method_link, profile_link
from dashboard.evidence import amount, span
from dashboard.fill import evidence_of
from dashboard.mismatch.market import Case
from dashboard.mismatch.pictures import pictures
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World


def mismatch_panel(here: World, *, case: Case, view: View, say: Speaker) -> list[Any]:
    """The panel of the selected province; a hint where none is selected."""
    if view.province is None:
        return [html.P(say("panel_hint"), className="hint")]
    province = here.geodata.provinces[view.province]
    other = "en" if say.lang == "km" else "km"
    rows: list[Any] = []
    for shown in pictures(case).values():
        figure = shown.reading.values.get(province.code)
        rows.append(html.Dt(say.fill(shown.title.in_(say.lang))))
        if figure is None:
            rows.append(html.Dd(say("legend_missing"), className="missing"))
            continue
        rows.append(
            html.Dd(
                [
                    html.Strong(amount(figure, say=say, decimals=shown.decimals)),
                    html.Span(f" {say.fill(shown.unit.in_(say.lang))}"),
                    html.Span(
                        f" {span(figure, say=say, decimals=shown.decimals) or ''}",
                        className="range",
                    ),
                    " ",
                    method_link(shown.method, view=view, say=say),
                ]
            )
        )
    figures = {
        key: shown.reading.values[province.code]
        for key, shown in pictures(case).items()
        if province.code in shown.reading.values
    }
    return [
        html.Div(
            [
                html.H2([province.name(say.lang), html.Span(province.name(other), lang=other)]),
                html.Button(
                    say("close"),
                    type="button",
                    className="close",
                    **attributes(data_act="close-province"),
                ),
            ],
            className="panel-head",
        ),
        html.P(evidence_of(figures, geodata=here.geodata, say=say), className="evidence"),
        profile_link(province.code, view=view, say=say),
        html.Dl(rows, className="key-figures"),
    ]
