"""The best use of the money in words and a table, within its limits; or why it cannot be had."""

import math
from typing import Any

from dash import html

from analysis.instruments import discover
from analysis.optimise import Optimum
from analysis.scenario import YEARS, Allocation
from dashboard.components.attributes import attributes
from dashboard.components.plan_editor import place_name
from dashboard.components.scenario_prices import limit_sentences, price_sentences
from dashboard.components.section import section_head
from dashboard.components.table import scroll_table
from dashboard.evidence import told
from dashboard.mismatch.ranges import within
from dashboard.numbers import number
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.best import OutOfReach, Wish, best_use, mean_km, most_usd, out_of_reach
from dashboard.scenarios.evidence import ranged_outcome, resting_on
from dashboard.scenarios.plan_text import MILLION, write_plan
from dashboard.scenarios.played import Played
from dashboard.scenarios.saved_link import LINK
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata import Figure

_ROWS = 12
_LAST = YEARS[-1]

OUTCOMES = {
    "near_home": "more_near_home",
    "unmet_need": "more_placed",
    "mean_km": "more_near_home",
    "cost_per_placement": "more_near_home",
}
"""What each goal counts."""


def best_told(here: World, *, asked: Asked, wish: Wish, view: View, say: Speaker) -> list[Any]:
    """The best use of the budget: what it reaches, where the money goes, what limits cost."""
    title = say("best_title")
    beyond = out_of_reach(wish)
    if beyond is not None:
        return [html.H2(title), *_beyond(beyond, wish, say=say)]
    found = best_use(wish)
    plan = found.scenario.allocations
    reached = ranged_outcome(
        Played(case=asked.case, future="none", plan=plan), outcome=OUTCOMES[wish.goal], year=_LAST
    )
    prices = price_sentences(here, wish, say=say)
    return [
        section_head(
            here,
            title=title,
            about=_sentence(wish, found, reached, say=say),
            figures=resting_on(asked.case, [reached]).values(),
            method="scenarios",
            view=view,
            say=say,
        ),
        *money_table(here, plan, title=title, view=view, say=say),
        html.P(say("best_equal"), className="hint"),
        html.H3(say("prices_title")),
        html.Ul([html.Li(line) for line in prices], className="told-list"),
    ]


def money_table(
    here: World, plan: tuple[Allocation, ...], *, title: str, view: View, say: Speaker
) -> list[Any]:
    """Where the money goes, the largest first, and a link that takes it as the plan."""
    order = sorted(plan, key=lambda one: -one.usd)
    rows = [
        html.Tr(
            [
                html.Th(say.fill(discover()[one.instrument].title.in_(say.lang)), scope="row"),
                html.Td(place_name(here, one.place, say=say)),
                html.Td(say.fill(number(one.usd / MILLION, step=0.1)), className="number"),
            ]
        )
        for one in order[:_ROWS]
    ]
    more = len(order) - len(rows)
    return [
        html.Div(
            scroll_table(
                [say("plan_instrument"), say("plan_place"), say("plan_usd_million")],
                rows,
                label=title,
                numbers=(2,),
            ),
            className="money",
        ),
        html.P(say("best_more", count=more), className="hint") if more > 0 else html.Span(),
        html.P(_take(_with_plan(view, write_plan(plan)), say=say)),
    ]


def _take(search: str, *, say: Speaker) -> html.A:
    """The link that makes it the plan; which saved scenario is open stays as it is by then."""
    named = attributes(data_inside="true", data_keep=LINK)
    return html.A(say("best_take"), href=f"/scenarios{search}", **named)


def _sentence(wish: Wish, found: Optimum, reached: Figure, *, say: Speaker) -> str:
    """What the best use reaches, and what it is the best at."""
    usd = say.fill(number(wish.usd / MILLION))
    people = told(reached, say=say)
    claim = say("best_of_limits") if wish.limits else say("best_of_all")
    if wish.goal == "near_home":
        sentence = say("best_sentence", usd=usd, people=people, year=_LAST)
    elif wish.goal == "unmet_need":
        sentence = say("best_sentence_need", usd=usd, people=people, year=_LAST)
    elif wish.goal == "mean_km":
        km, before = (say.fill(number(value, step=0.1)) for value in (found.value, mean_km(wish)))
        sentence = say("best_sentence_km", usd=usd, people=people, km=km, before=before, year=_LAST)
        claim = say("best_of_km_limits") if wish.limits else say("best_of_km")
    else:
        sentence = say(
            "best_sentence_cost",
            usd=say.fill(number(found.usd / MILLION, step=0.1)),
            people=people,
            each=told(_each(found, reached), say=say),
            year=_LAST,
        )
        claim = say("best_of_cost_limits") if wish.limits else say("best_of_cost")
    return " ".join([sentence, *limit_sentences(wish, say=say), claim])


def _each(found: Optimum, reached: Figure) -> Figure:
    """Dollars for one of the people reached; dearest where they are fewest."""
    fewest, most = (end or 0.0 for end in (reached.low, reached.high))
    return within(
        found.usd / reached.value,
        found.usd / most,
        found.usd / fewest if fewest > 0 else math.inf,
        source_ids=reached.source_ids,
        as_of=reached.as_of,
    )


def _beyond(beyond: OutOfReach, wish: Wish, *, say: Speaker) -> list[Any]:
    """How far it goes, and which limit to loosen."""
    lift = {
        "budget": say("lift_budget", usd=say.fill(number(most_usd() / MILLION))),
        "border": say("lift_border"),
        "women": say("lift_women"),
        "province": say("lift_province"),
        "instrument": say("lift_instrument"),
        "start": say("lift_start", year=YEARS[0]),
    }
    lines = [lift[name] for name in beyond.lift] or [say("lift_none")]
    sentence = say(
        "beyond_sentence",
        placements=say.fill(number(wish.placements)),
        usd=say.fill(number(wish.usd / MILLION)),
        most=say.fill(number(beyond.most, step=10.0)),
        year=_LAST,
    )
    return [
        html.P(" ".join([sentence, *limit_sentences(wish, say=say)]), className="about"),
        html.H3(say("lift_title")),
        html.Ul([html.Li(line) for line in lines], className="told-list"),
    ]


def _with_plan(view: View, plan: str) -> str:
    """The query of `view` with another plan."""
    kept = [
        part for part in view.search.lstrip("?").split("&") if part and not part.startswith("plan=")
    ]
    return "?" + "&".join([*kept, f"plan={plan}"])
