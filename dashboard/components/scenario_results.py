"""What a plan does, in words and key figures: the answer before the tables."""

import math
from typing import Any

import numpy as np
from dash import html

from analysis.instruments import discover
from dashboard.components.links import method_link
from dashboard.components.plan_editor import place_name
from dashboard.components.scenario_settings import settings_told
from dashboard.evidence import amount, span, told
from dashboard.fill import evidence_of
from dashboard.numbers import number
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.evidence import ranged_outcome, resting_on
from dashboard.scenarios.plan_text import MILLION
from dashboard.scenarios.played import Played, central
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata import Figure

_LASTING = (
    "more_near_home",
    "more_placed",
    "lasting_jobs",
    "still_in_need",
    "mean_income",
    "households_relieved",
)
_HALF = 0.5


def outcome_name(outcome: str, *, say: Speaker) -> str:
    """What a key figure of a plan is called."""
    return {
        "more_near_home": say("result_near_home"),
        "more_placed": say("result_placed"),
        "lasting_jobs": say("result_jobs"),
        "still_in_need": say("result_in_need"),
        "mean_income": say("result_income"),
        "households_relieved": say("result_relieved"),
    }[outcome]


def headline(*, asked: Asked, shown: Chosen, say: Speaker) -> list[Any]:
    """What the plan does by the year that is shown, what that costs, and what the reader has set.

    From the central result alone, so that it follows a slider; `headline_evidence` has its range.
    """
    sentence, more = headline_words(asked=asked, shown=shown, say=say)
    own = settings_told(asked.case.settings, say=say)
    return [
        html.H1(sentence),
        html.P(more, className="more"),
        *([html.P(own, className="evidence")] if own else []),
    ]


def headline_words(*, asked: Asked, shown: Chosen, say: Speaker) -> tuple[str, str]:
    """What the plan does by the year that is shown, and what that costs."""
    result: Any = central(shown.played(asked)).by_year.loc[asked.year]
    people, cost = float(result["more_near_home"]), float(result["usd_per_placement"])
    usd = say.fill(number(sum(one.usd for one in shown.plan) / MILLION))
    if not shown.plan:
        sentence = say("scenario_nothing")
    elif people < _HALF:
        sentence = say("scenario_places_nobody", name=shown.name, usd=usd, year=asked.year)
    else:
        count = say.fill(number(people, step=_step(people)))
        sentence = say("scenario_places", name=shown.name, usd=usd, people=count, year=asked.year)
    more = (
        say("scenario_cost", usd=say.fill(number(cost, step=_step(cost))))
        if people >= _HALF and not np.isnan(cost)
        else say("scenario_no_cost")
    )
    return sentence, more


def headline_evidence(
    here: World, *, asked: Asked, shown: Chosen, view: View, say: Speaker
) -> list[Any]:
    """The range of the headline, its status, date, sources and method."""
    reach, evidence = range_words(here, asked=asked, shown=shown, say=say)
    return [reach, " · ", evidence, " ", method_link("scenarios", view=view, say=say)]


def range_words(here: World, *, asked: Asked, shown: Chosen, say: Speaker) -> tuple[str, str]:
    """The range of the headline, and its status, date and sources."""
    people = ranged_outcome(shown.played(asked), outcome="more_near_home", year=asked.year)
    return (
        say("scenario_range", range=told(people, say=say), draws=say.fill(number(asked.draws))),
        evidence_of(resting_on(asked.case, [people]), geodata=here.geodata, say=say),
    )


def _step(value: float) -> float:
    """Two digits: never finer than a range that is narrower than its value, as these are."""
    return float(10.0 ** (math.floor(math.log10(max(value, 1.0))) - 1))


def results(here: World, *, asked: Asked, shown: Chosen, say: Speaker) -> list[Any]:
    """Key figures by the year that is shown, with ranges, and what is left unspent and why."""
    played = shown.played(asked)
    rows: list[Any] = []
    for outcome in _LASTING:
        figure = ranged_outcome(played, outcome=outcome, year=asked.year)
        rows += _row(outcome_name(outcome, say=say), figure, say=say)
    years = ranged_outcome(played, outcome="job_years", year=asked.year)
    rows += _row(say("result_job_years"), years, say=say)
    return [
        html.H2(say("results_title", year=asked.year)),
        html.Dl(rows, className="key-figures"),
        *_unspent(here, played, say=say),
    ]


def _row(name: str, figure: Figure, *, say: Speaker) -> list[Any]:
    reach = span(figure, say=say)
    value = html.Strong(amount(figure, say=say))
    return [html.Dt(name), html.Dd(html.P([value, html.Span(reach or "", className="range")]))]


def _unspent(here: World, played: Played, *, say: Speaker) -> list[Any]:
    """Money that finds nothing to buy, and why."""
    left: list[Any] = list(central(played).unspent.itertuples(index=False))
    if not left:
        return []
    items = [
        html.Li(
            say(
                "unspent_line",
                usd=say.fill(number(row.usd / MILLION, step=0.1)),
                instrument=say.fill(discover()[row.instrument].title.in_(say.lang)),
                place=place_name(here, row.place, say=say),
                reason=say.fill(discover()[row.instrument].limit.in_(say.lang))
                if row.reason == "capacity"
                else say("unspent_horizon"),
            )
        )
        for row in left
    ]
    return [html.H3(say("unspent_title")), html.Ul(items, className="told-list")]
