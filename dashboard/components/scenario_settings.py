"""The settings of instruments and futures: a drawer of dials, and a sentence on what was set."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from dash import html

from analysis.futures import discover as futures
from analysis.instruments import discover as instruments
from dashboard.compare_words import (
    parameter_name,
    parameter_text,
    parameter_value,
    value_sentence,
)
from dashboard.components.dials import Dials
from dashboard.components.links import source_links
from dashboard.evidence import status_text
from dashboard.numbers import date_text
from dashboard.scenarios.settings import ALL, MOST, Setting, Settings, parameters_to_set
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import World

_NAMED = 3


def settings_drawer(
    here: World, *, id: str, settings: Settings, view: View, say: Speaker
) -> html.Section:
    """Every parameter that can be set, folded; open where something is set."""
    groups = groupby(parameters_to_set().values(), key=lambda one: one.owner)
    drawer = html.Details(
        [
            html.Summary(say("settings_title")),
            html.P(say("settings_about", most=MOST), className="about"),
            Dials(
                id=id,
                value=dict(settings),
                most=MOST,
                digits=say.digits,
                words={
                    "reset": say("dials_reset"),
                    "changed": say("dials_changed", value="{value}"),
                },
                groups=[
                    _group(here, owner, list(some), settings=settings, view=view, say=say)
                    for owner, some in groups
                ],
            ),
        ],
        className="drawer",
        open=bool(settings),
    )
    return html.Section([drawer], className="part settings")


def settings_told(settings: Settings, *, say: Speaker) -> str:
    """What the reader has set, against what is usual; empty where nothing is."""
    if not settings:
        return ""
    named = " · ".join(_named(key, value, say=say) for key, value in settings[:_NAMED])
    count, more = len(settings), len(settings) - _NAMED
    if count == 1:
        return say("settings_one", named=named)
    if more <= 0:
        return say("settings_few", count=count, named=named)
    return say("settings_many", count=count, named=named, more=more)


def _named(key: str, value: float, *, say: Speaker) -> str:
    one = parameters_to_set()[key]
    return say(
        "setting_named",
        parameter=parameter_text(key, say=say),
        value=parameter_value(value, one.unit, say=say),
        usual=parameter_value(one.central, one.unit, say=say),
    )


def _group(
    here: World,
    owner: str,
    some: Sequence[Setting],
    *,
    settings: Settings,
    view: View,
    say: Speaker,
) -> dict[str, Any]:
    """The dials of one instrument or future, folded."""
    known = instruments().get(owner) or futures().get(owner)
    title, about = (say("settings_all"), say("settings_all_about"))
    if owner != ALL and known is not None:
        title, about = (say.fill(text.in_(say.lang)) for text in (known.title, known.says))
    own = dict(settings)
    return {
        "title": title,
        "about": about,
        "folded": True,
        "dials": [
            _dial(here, one, value=own.get(one.key, one.central), view=view, say=say)
            for one in some
        ],
    }


def _dial(here: World, one: Setting, *, value: float, view: View, say: Speaker) -> dict[str, Any]:
    low, central, high = (
        parameter_value(end, one.unit, say=say) for end in (one.low, one.central, one.high)
    )
    status = status_text([one.status], say=say)
    date = say.fill(date_text(one.as_of, lang=say.lang))
    usual = (
        say("setting_note_fixed", first=central, status=status, date=date)
        if one.low == one.high
        else say("setting_note", first=central, low=low, high=high, status=status, date=date)
    )
    links = source_links(one.source_ids, geodata=here.geodata, view=view, say=say)
    return {
        "key": one.key,
        "label": parameter_name(one.key, say=say),
        "about": say.fill(one.text.in_(say.lang)),
        "note": to_html([usual, " ", *links]),
        "text": parameter_value(value, one.unit, say=say),
        "told": {
            "many": value_sentence(one.unit, say=say),
            "one": value_sentence(one.unit, one=True, say=say),
            "times": 100 if one.unit == "ratio" else 1,
            "year": one.unit == "year",
        },
        "stops": list(one.stops),
        "first": one.central,
    }
