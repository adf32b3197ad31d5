"""The controls of the page of reintegration: whom it is about, and the weights of the index."""

from collections.abc import Mapping
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard import ids
from dashboard.components.attributes import attributes
from dashboard.components.dials import Dials
from dashboard.components.links import source_links
from dashboard.evidence import status_text
from dashboard.monitor.asked import MOST_WEIGHT, SEXES, TOTAL, WEIGHT, Asked
from dashboard.monitor.index import PARTS, index_of
from dashboard.monitor.released import Registry
from dashboard.monitor_words import part_name, place_name, sex_name
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import World

_STEP = 5
EVERYBODY = "all"
"""What a control holds where nobody is told apart by it; the URL then has no such key."""


def offered(here: World, found: Registry, asked: Asked) -> dict[str, Any]:
    """What the controls offer, for the browser to follow the URL without asking."""
    cohorts = set(_values(found, "cohort"))
    if asked.place[0] == "cohort":
        cohorts.add(asked.place[1])
    return {
        "province": list(here.geodata.provinces),
        "sector": [row.sector for row in here.geodata.rows("sectors")],
        "cohort": sorted(cohorts),
        "sex": list(SEXES),
        "weights": {
            WEIGHT + part: round(figure.value) for part, figure in index_of(asked).first.items()
        },
        "most": MOST_WEIGHT,
    }


def controls(here: World, found: Registry, *, asked: Asked, say: Speaker) -> html.Section:
    """Province, sector abroad, quarter of return, and sex."""
    choices = offered(here, found, asked)
    lone = found.release is None
    selects = [
        _select(id, key, legend, choices[key], asked=asked, off=off, say=say)
        for id, key, legend, off in (
            (ids.MONITOR_PROVINCE, "province", say("monitor_province"), False),
            (ids.MONITOR_SECTOR, "sector", say("monitor_sector"), lone),
            (ids.MONITOR_COHORT, "cohort", say("monitor_cohort"), lone),
        )
    ]
    options = [{"value": sex, "label": sex_name(sex, say=say)} for sex in SEXES]
    return html.Section(
        [
            *selects,
            html.Fieldset(
                [
                    html.Legend(say("monitor_sex")),
                    dbc.RadioItems(
                        id=ids.MONITOR_SEX, value=asked.sex, options=options, inline=True
                    ),
                ]
            ),
            html.P(say("monitor_one_at_a_time"), className="hint"),
        ],
        className="monitor-controls",
        **attributes(aria_label=say("monitor_controls")),
    )


def weights(here: World, *, asked: Asked, view: View, say: Speaker) -> html.Details:
    """A slider for each part of the index."""
    found = index_of(asked)
    dials = [
        {
            "key": WEIGHT + part,
            "label": part_name(part, say=say),
            "note": to_html(
                [
                    say(
                        "index_weight_note",
                        first=round(found.first[part].value),
                        status=status_text([found.first[part].status], say=say),
                    ),
                    " ",
                    *source_links(
                        found.first[part].source_ids, geodata=here.geodata, view=view, say=say
                    ),
                ]
            ),
            "unit": "%",
            "min": 0,
            "max": MOST_WEIGHT,
            "step": _STEP,
            "first": round(found.first[part].value),
        }
        for part in PARTS
    ]
    return html.Details(
        [
            html.Summary(say("index_weights_title")),
            Dials(
                id=ids.MONITOR_WEIGHTS,
                value=weights_value(asked),
                digits=say.digits,
                words={
                    "reset": say("dials_reset"),
                    "changed": say("dials_changed", value="{value}"),
                },
                groups=[
                    {
                        "title": say("index_weights_title"),
                        "about": say("index_weights_about"),
                        "dials": dials,
                    }
                ],
            ),
        ],
        className="drawer",
        open=bool(asked.weights),
    )


def weights_value(asked: Asked) -> dict[str, float]:
    """The weights that differ from the table, by their key in the URL."""
    return {WEIGHT + part: float(value) for part, value in asked.weights}


def _select(
    id: str,
    key: str,
    legend: str,
    values: list[str],
    *,
    asked: Asked,
    off: bool,
    say: Speaker,
) -> html.Div:
    named: Mapping[str, str] = {value: place_name((key, value), say=say) for value in values}
    chosen = asked.place[1] if asked.place[0] == key else EVERYBODY
    if chosen != EVERYBODY and chosen not in named:
        named = {**named, chosen: place_name((key, chosen), say=say)}
    everybody = place_name(TOTAL, say=say) if key == "province" else say("monitor_any")
    rows = [{"value": EVERYBODY, "label": everybody}]
    rows += [{"value": value, "label": label} for value, label in named.items()]
    return html.Div(
        [
            dbc.Label(legend, html_for=id),
            dbc.Select(id=id, value=chosen, options=rows, disabled=off),
        ],
        className="measure",
    )


def _values(found: Registry, dimension: str) -> list[str]:
    if found.release is None:
        return []
    return sorted({cell.value for cell in found.release.counts if cell.dimension == dimension})
