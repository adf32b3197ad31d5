"""What the pages lack on areas of one's own. The provinces that ship lack nothing."""

from collections.abc import Sequence
from typing import Any

from dash import dcc, html

from dashboard.components.links import keep
from dashboard.data_here import of_data
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world
from geodata.loadable import LOADABLE
from geodata.own import OWN
from geodata.provinces import CODES
from layers import Reading

_MISMATCH = ("population", "national/aged_15_59", "sector_shares")
_SCENARIOS = (
    "instruments",
    "futures",
    "library",
    "national/income_before",
    "national/income_after",
    "national/indebted_households",
    "national/repayment_difficulty",
)
_MONITOR = ("index_weights",)
_MOST_MATCHED = 400
_MOST_PLAYED = 250
TOO_MANY = "too many areas"
"""Stands in the place of a table where areas are so many that no reader would wait."""

MOST_ON_FRONTIER = 60
"""Areas for which the best use of every budget is worked out."""


@of_data(4)
def mismatch_lacks() -> tuple[str, ...]:
    """Tables without which people and jobs cannot be matched."""
    if not OWN:
        return ()
    if len(CODES) > _MOST_MATCHED:
        return (TOO_MANY,)
    here = world()
    lacking = [name for name in _MISMATCH if not here.geodata.has(name)]
    for layer, table in (("seekers", "counted_returnees"), ("vacancies", "counted_vacancies")):
        reading = next(iter(here.readings.get(layer, {}).values()), None)
        if reading is None:
            lacking += here.lacking[layer]
        elif len(reading.values) < len(CODES) or not _anybody(reading):
            lacking.append(table)
    return tuple(dict.fromkeys(lacking))


def _anybody(reading: Reading) -> bool:
    """Whether there is anybody, or any job, to be matched."""
    return any(figure.value for figure in reading.values.values())


@of_data(4)
def scenarios_lack() -> tuple[str, ...]:
    """Tables without which no scenario can be played."""
    if not OWN:
        return ()
    if len(CODES) > _MOST_PLAYED:
        return (TOO_MANY,)
    more = [name for name in _SCENARIOS if not world().geodata.has(name)]
    return tuple(dict.fromkeys((*mismatch_lacks(), *more)))


def monitor_lacks() -> tuple[str, ...]:
    """Tables without which the page of reintegration cannot be drawn."""
    return tuple(name for name in _MONITOR if OWN and not world().geodata.has(name))


def page_lacks(path: str) -> tuple[str, ...]:
    """Tables without which nothing of the page at `path` can be taken."""
    lacks = {
        "/mismatch": mismatch_lacks,
        "/scenarios": scenarios_lack,
        "/province": scenarios_lack,
        "/monitor": monitor_lacks,
    }
    return lacks[path]() if path in lacks else ()


def lacking_parts(title: str, tables: Sequence[str], *, view: View, say: Speaker) -> list[Any]:
    """A page that says in a sentence what it lacks and how that is mended."""
    return [
        html.Div(
            [html.H1(title), *lacking_words(say("own_lacks"), tables, view=view, say=say)],
            className="reading",
        )
    ]


def lacking_words(told: str, tables: Sequence[str], *, view: View, say: Speaker) -> list[Any]:
    """What is `told`, the tables that are lacking, and where they are filled in."""
    if TOO_MANY in tables:
        return [html.P(say("own_too_many", count=len(CODES)))]
    names = [_named(name, say=say) for name in tables]
    loaded = any(name in LOADABLE for name in tables)
    parts: list[Any] = [
        html.P(told),
        html.Ul([html.Li(name) for name in names]),
        html.P(say("own_fill")),
    ]
    if loaded:
        link = dcc.Link(say("own_load_link"), href=f"/data{keep(view)}")
        parts.append(html.P([say("own_load"), " ", link]))
    return parts


def _named(name: str, *, say: Speaker) -> str:
    table, _, indicator = name.partition("/")
    if indicator:
        return say("own_row", table=f"tables/{table}.csv", row=indicator)
    return f"tables/{table}.csv"
