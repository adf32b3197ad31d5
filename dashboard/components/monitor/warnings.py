"""What asks for attention: limits that provinces are beyond, and pay that falls with placement."""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.components.links import source_links
from dashboard.evidence import status_text
from dashboard.monitor.asked import Asked
from dashboard.monitor.released import Registry
from dashboard.monitor.warned import DOWN, UP, Crossed, crossed, thresholds, up_and_down
from dashboard.numbers import date_text, number
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata import joined

_NAMED = 4


def warnings(
    here: World, found: Registry, *, asked: Asked, view: View, say: Speaker
) -> list[html.Div]:
    """A coloured list of what provinces are beyond, and where its limits are from."""
    if found.release is None:
        return []
    codes = tuple(here.geodata.provinces)
    told: list[Any] = []
    if found.before is not None:
        told += _changed(here, up_and_down(found.before, found.release, provinces=codes), say=say)
    for one in crossed(found.release, provinces=codes, sex=asked.sex):
        told.append(html.Li(_level(here, one, say=say)))
    limits = tuple(thresholds().values())
    evidence = [
        say(
            "thresholds_from",
            status=status_text([one.status for one in limits], say=say),
            date=say.fill(date_text(max(one.as_of for one in limits), lang=say.lang)),
        ),
        " ",
        *source_links(
            joined(*(one.source_ids for one in limits)), geodata=here.geodata, view=view, say=say
        ),
    ]
    return [
        html.Div(
            [
                html.Ul(told) if told else html.P(say("thresholds_none")),
                html.P(evidence, className="evidence"),
            ],
            className="notice warned" if told else "notice",
        )
    ]


def _changed(here: World, codes: Sequence[str], *, say: Speaker) -> list[html.Li]:
    limits = thresholds()
    points, percent = (say.fill(number(limits[key].value)) for key in (UP, DOWN))
    if not codes:
        return []
    listed = _names(here, codes, say=say)
    told = (
        say("monitor_warned_one", provinces=listed, points=points, percent=percent)
        if len(codes) == 1
        else say(
            "monitor_warned", count=len(codes), provinces=listed, points=points, percent=percent
        )
    )
    return [html.Li(told)]


def _level(here: World, one: Crossed, *, say: Speaker) -> str:
    limit, count, known = say.fill(number(one.limit)), len(one.codes), one.known
    names = _names(here, one.codes[:_NAMED], say=say)
    return {
        "in_work": say("threshold_in_work", count=count, known=known, limit=limit, provinces=names),
        "at_least": say(
            "threshold_at_least", count=count, known=known, limit=limit, provinces=names
        ),
        "recovery": say(
            "threshold_recovery", count=count, known=known, limit=limit, provinces=names
        ),
        "arrears": say("threshold_arrears", count=count, known=known, limit=limit, provinces=names),
    }[one.key]


def _names(here: World, codes: Sequence[str], *, say: Speaker) -> str:
    names = [here.geodata.provinces[code].name(say.lang) for code in codes]
    return say("list_separator").join(names)
