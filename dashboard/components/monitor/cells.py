"""Numbers of the registry and of the survey in cells: what is hidden is said, and hatched."""

from typing import Any

from dash import html

from dashboard.components.evidence_line import evidence_line
from dashboard.evidence import amount
from dashboard.monitor.measures import Unit, Value
from dashboard.monitor.released import Count, Why
from dashboard.monitor.surveyed import Finding
from dashboard.numbers import number
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata.provinces import NATIONAL

UNSEEN = "unseen"
"""Marks what is hidden, by hatch."""


def count_told(count: Count, *, say: Speaker) -> str:
    """A count of people, or why there is none."""
    if count.value is None:
        return why_told(count.why, say=say)
    text = say.fill(number(count.value))
    return say("monitor_held", value=text, release=count.version) if count.why == "held" else text


def value_told(value: Value, unit: Unit, *, say: Speaker) -> str:
    """A share or a mean, or why there is none."""
    if value.value is None:
        return why_told(value.why, say=say)
    text = in_unit(value.value, unit, say=say)
    return say("monitor_held", value=text, release=value.version) if value.why == "held" else text


def in_unit(value: float, unit: str, *, say: Speaker) -> str:
    """A number with its unit."""
    text = say.fill(number(value))
    return {
        "percent": say("monitor_percent", value=text),
        "usd": say("monitor_usd", value=text),
        "usd_month": say("monitor_usd", value=text),
    }[unit]


def why_told(why: Why, *, say: Speaker) -> str:
    """Why a number is not shown."""
    return {
        "shown": say("monitor_nobody"),
        "held": say("monitor_hidden"),
        "hidden": say("monitor_hidden"),
        "withheld": say("monitor_withheld"),
        "not_asked": say("monitor_not_asked"),
    }[why]


def is_unseen(found: Value | Count) -> bool:
    """Whether a number exists and is not shown."""
    return found.value is None and found.why in ("hidden", "withheld", "held")


def number_cell(text: str, *, unseen: bool = False) -> html.Td:
    """A cell of a number, hatched where it is hidden."""
    return html.Td(text, className=f"number {UNSEEN}" if unseen else "number")


def apart_told(women: Value, men: Value, unit: Unit, *, say: Speaker) -> str:
    """Women less men, in points or dollars; nothing where one is not known."""
    if women.value is None or men.value is None or women.version != men.version:
        return ""
    gap = round(women.value) - round(men.value)
    text = say.fill(f"+{number(gap)}" if gap > 0 else number(gap))
    if unit == "percent":
        return say("monitor_points", value=text)
    return say("monitor_usd", value=text)


def finding_told(found: Finding | None, unit: str, *, say: Speaker) -> str:
    """A number of the survey, or that there is none."""
    if found is None:
        return say("monitor_no_figure")
    if unit == "index":
        return amount(found.figure, say=say, decimals=3)
    return in_unit(found.figure.value, unit, say=say)


def finding_from(here: World, found: Finding, *, view: View, say: Speaker) -> list[Any]:
    """Where a finding is from: survey, place, date, status and sources."""
    place = (
        say("monitor_national")
        if found.place == NATIONAL
        else say("monitor_of_place", place=here.geodata.provinces[found.place].name(say.lang))
    )
    figure = found.figure
    return [
        html.Span(place, className="tag"),
        " ",
        *evidence_line(figure, here=here, view=view, say=say),
    ]
