"""What stands on a picture besides its drawing: what a reader has set or planned, and evidence."""

from collections.abc import Sequence

from analysis.instruments import discover as instruments
from analysis.scenario import Allocation
from dashboard.compare_words import parameter_text, parameter_value
from dashboard.components.plan_editor import place_name
from dashboard.evidence import short_sources, status_text
from dashboard.exports.sheet import Assumed, Sheet
from dashboard.numbers import date_text, number
from dashboard.scenarios.plan_text import MILLION
from dashboard.scenarios.settings import parameters_to_set
from dashboard.words import Speaker
from dashboard.world import world


def changed_lines(sheet: Sheet, *, say: Speaker) -> tuple[str, ...]:
    """A line for each number that the reader has set otherwise."""
    return tuple(_changed(one, say=say) for one in sheet.assumed if one.changed)


def plan_lines(plan: Sequence[Allocation], *, say: Speaker) -> tuple[str, ...]:
    """A line for each amount of a plan, the largest first."""
    return tuple(
        say(
            "picture_allocation",
            instrument=say.fill(instruments()[one.instrument].title.in_(say.lang)),
            place=place_name(world(), one.place, say=say),
            usd=number(one.usd / MILLION, step=0.1 if one.usd % MILLION else 1.0),
            year=one.first_year,
            years=one.years,
        )
        for one in sorted(plan, key=lambda one: -one.usd)
    )


def shortened(lines: Sequence[str], most: int | None, *, say: Speaker) -> list[str]:
    """The first lines, and how many more there are."""
    more = 0 if most is None else len(lines) - most
    if more <= 0:
        return list(lines)
    return [*lines[:most], say("picture_more", count=more)]


def evidence_line(sheet: Sheet, *, say: Speaker) -> str:
    """Status, latest date and sources of all numbers, as above the table of the page."""
    return say(
        "evidence",
        status=status_text(sheet.statuses, say=say),
        date=say.fill(date_text(sheet.as_of, lang=say.lang)),
        sources=short_sources(
            (source.id for source in sheet.sources), geodata=world().geodata, say=say
        ),
    )


def _changed(one: Assumed, *, say: Speaker) -> str:
    value, usual = (0.0 if end is None else end for end in (one.value, one.usual))
    if one.key in parameters_to_set():
        return say(
            "setting_named",
            parameter=parameter_text(one.key, say=say),
            value=parameter_value(value, one.unit, say=say),
            usual=parameter_value(usual, one.unit, say=say),
        )
    told = {
        "km": lambda number: say("kilometres", km=f"{number:g}"),
        "percent": lambda number: say("value_percent", value=f"{number:g}"),
    }.get(one.unit, lambda number: f"{number:g}")
    return say("setting_named", parameter=_dial(one, say=say), value=told(value), usual=told(usual))


def _dial(one: Assumed, *, say: Speaker) -> str:
    """What a dial of the mismatch is called, with its group where that has shares of trades."""
    text = say.fill(one.text)
    group = world().assumptions[one.key].group
    if group == "place":
        return text
    owner = {"skills": say("dials_skills"), "jobs": say("dials_jobs")}[group]
    return say("parameter_of", parameter=text, owner=owner)
