"""The controls of the page of the mismatch, and what they offer."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from analysis.measures import discover
from dashboard import ids
from dashboard.components.dials import dials
from dashboard.mismatch.pictures import CLUSTERS, NONE, PAIR, picture_names
from dashboard.mismatch_fills import LAYER
from dashboard.mismatch_view import choices
from dashboard.mismatch_words import basis_text
from dashboard.state import AGES, BASES, View
from dashboard.words import Speaker
from dashboard.world import world


def controls(view: View, *, say: Speaker) -> list[Any]:
    """Who is counted, what the maps show, and the assumptions."""
    here = world()
    names = {key: say.fill(name.in_(say.lang)) for key, name in picture_names().items()}
    clusters = discover()[CLUSTERS].short.in_(say.lang)
    seconds = {PAIR: say("pair_short"), CLUSTERS: clusters, **names, NONE: say("no_second")}
    return [
        _radio(
            ids.BASIS,
            say("basis_legend"),
            {basis: basis_text(basis, say=say) for basis in BASES},
            view.basis,
        ),
        _radio(
            ids.AGES,
            say("ages_legend"),
            {"all": say("ages_all"), "up_to_45": say("ages_up_to_45")},
            view.ages,
        ),
        _select(ids.FIRST, say("first_legend"), names, view.measure),
        _select(ids.SECOND, say("second_legend"), seconds, view.second),
        html.Fieldset(
            [
                html.Legend(say("overlay_legend")),
                dbc.Checklist(
                    id=ids.MISMATCH_SHOW,
                    value=list(view.show),
                    options=[
                        {"value": key, "label": say.fill(layer.title.in_(say.lang))}
                        for key, layer in here.overlays.items()
                    ],
                ),
            ]
        ),
        html.Details(
            [
                html.Summary(say("dials_title")),
                dials(here, id=ids.DIALS, view=view, say=say),
            ],
            className="drawer",
            open=bool(view.assumed),
        ),
    ]


def _radio(id: str, legend: str, options: dict[str, str], value: str) -> html.Fieldset:
    rows = [{"value": key, "label": label} for key, label in options.items()]
    return html.Fieldset([html.Legend(legend), dbc.RadioItems(id=id, value=value, options=rows)])


def _select(id: str, legend: str, options: dict[str, str], value: str) -> html.Div:
    rows = [{"value": key, "label": label} for key, label in options.items()]
    return html.Div(
        [dbc.Label(legend, html_for=id), dbc.Select(id=id, value=value, options=rows)],
        className="measure",
    )


def offered() -> dict[str, Any]:
    """What the controls offer, for the browser to follow the URL without asking."""
    allowed = choices()
    return {
        "bases": list(BASES),
        "ages": list(AGES),
        "measures": list(allowed.measures[LAYER]),
        "seconds": list(allowed.seconds),
        "overlays": list(allowed.overlays),
        "provinces": list(allowed.provinces),
        "assumptions": {
            key: {"low": one.low, "high": one.high, "first": one.first}
            for key, one in allowed.assumptions.items()
        },
    }
