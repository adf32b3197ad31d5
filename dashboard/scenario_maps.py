"""Small maps of scenarios: where more people are placed near home, on one scale for all.

Who is placed where several could be is settled in the central result alone: bands are for the
country, so these maps have no ranges, and say so.
"""

from typing import Any

import pandas as pd

from dashboard import theme
from dashboard.classes import class_labels, class_of
from dashboard.compare_words import letter, two_digits
from dashboard.data_here import of_data
from dashboard.fill import Data, classes, evidence_of
from dashboard.mismatch.market import Case
from dashboard.mismatch.remembered import remembered
from dashboard.numbers import number
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.evidence import resting_on
from dashboard.scenarios.played import Played, central
from dashboard.scenarios.side_by_side import lead, near_home
from dashboard.words import Speaker
from dashboard.world import world
from geodata import Figure

_STEPS = (0.05, 0.2, 0.5, 1.0)
_APART = (0.05, 0.25, 1.0)
_LEAST = 100.0


def by_province(asked: Asked, one: Chosen) -> "pd.Series[float]":
    """People placed near home in the year shown, more than without any of the money."""
    nothing = Played(case=asked.case, future=asked.future, plan=())
    found, before = (_placed((played, asked.year)) for played in (one.played(asked), nothing))
    return (found - before).round(6)


@remembered(48)
def _placed(asked: tuple[Played, int]) -> "pd.Series[float]":
    """People placed near home by province, in a year."""
    played, year = asked
    return central(played).people(year)["placed_near_home"].sum(axis=1)


@of_data(24)
def small_fills(asked: Asked, chosen: tuple[Chosen, ...], lang: str, digits: str) -> Data:
    """A fill for each scenario, by its key; all have the same classes."""
    say = Speaker(lang=lang, digits=digits)
    found = {one.key: by_province(asked, one) for one in chosen}
    breaks, colours = near_home_classes(max(float(values.max()) for values in found.values()))
    return {
        one.key: _fill(
            found[one.key],
            title=say("letter_name", letter=letter(at, say=say), name=one.name)
            if len(chosen) > 1
            else one.name,
            unit=say("near_home_unit", year=asked.year),
            figure=near_home(asked, one),
            case=asked.case,
            breaks=breaks,
            colours=colours,
            say=say,
        )
        for at, one in enumerate(chosen)
    }


def near_home_classes(most: float) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """Limits and colours of the classes, where the largest value on the maps is `most`."""
    top = nice(most)
    breaks = tuple(top * step for step in _STEPS)
    return breaks, theme.scale("jobs", len(breaks) + 1)


@of_data(24)
def difference_fill(asked: Asked, a: Chosen, b: Chosen, lang: str, digits: str) -> Data:
    """How many more `a` places near home than `b`, by province; below zero where fewer."""
    say = Speaker(lang=lang, digits=digits)
    gap = by_province(asked, a) - by_province(asked, b)
    top = nice(float(gap.abs().max()))
    steps = [top * step for step in _APART]
    return _fill(
        gap,
        title=say("difference_title", a=a.name, b=b.name),
        unit=say("near_home_unit", year=asked.year),
        figure=lead(asked, a, b).figure,
        case=asked.case,
        breaks=(*(-step for step in reversed(steps)), *steps),
        colours=(
            *reversed(theme.scale("jobs", 4)[1:]),
            theme.CLUSTERS["none"],
            *theme.scale("people", 4)[1:],
        ),
        say=say,
    )


def _fill(
    values: "pd.Series[float]",
    *,
    title: str,
    unit: str,
    figure: Figure,
    case: Case,
    breaks: tuple[float, ...],
    colours: tuple[str, ...],
    say: Speaker,
) -> Data:
    evidence = evidence_of(resting_on(case, [figure]), geodata=world().geodata, say=say)
    note = say("small_note", evidence=evidence)
    drawn: dict[str, Any] = {
        str(code): {
            "value": round(float(value), 4),
            "class": class_of(float(value), breaks=breaks),
            "text": say.fill(number(float(value), step=max(1.0, two_digits(float(value))))),
            "range": None,
            "uncertain": False,
            "note": 0,
        }
        for code, value in values.items()
    }
    return {
        "title": title,
        "unit": unit,
        "evidence": note,
        "classes": classes(class_labels(breaks, say=say), colours, values=drawn, say=say),
        "uncertain": None,
        "missing": None,
        "values": drawn,
        "notes": [note],
    }


def nice(value: float) -> float:
    """The last of 100, 200, 500, 1000, ... that is not above `value`; at least a hundred.

    >>> nice(30.0), nice(8_600.0), nice(2_001.0)
    (100.0, 5000.0, 2000.0)
    """
    found = power = _LEAST
    while power <= value:
        found = max(base * power for base in (1, 2, 5) if base * power <= value)
        power *= 10
    return found
