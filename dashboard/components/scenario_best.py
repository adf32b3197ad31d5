"""The best use of the money in words and tables, and what each limit costs."""

from dataclasses import replace
from typing import Any

from dash import dcc, html

from analysis.instruments import discover
from analysis.scenario import YEARS
from dashboard.components.plan_editor import place_name
from dashboard.components.section import section_head
from dashboard.components.table import scroll_table
from dashboard.evidence import told
from dashboard.figures.frontier import FrontierPoint, Standing, frontier_figure
from dashboard.figures.ranking import nice_ticks
from dashboard.numbers import number
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.best import Wish, best_use, best_uses
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.evidence import ranged_outcome, resting_on
from dashboard.scenarios.plan_text import MILLION, write_plan
from dashboard.scenarios.played import Played, central
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World

_ROWS = 12
_STEP_PEOPLE = 100.0
_LAST = YEARS[-1]

OUTCOMES = {"near_home": "more_near_home", "unmet_need": "more_placed"}
"""What each goal counts."""


def best_told(here: World, *, asked: Asked, wish: Wish, view: View, say: Speaker) -> list[Any]:
    """The best use of the budget: what it reaches, where the money goes, what limits cost."""
    found = best_use(wish)
    plan = found.scenario.allocations
    reached = ranged_outcome(
        Played(case=asked.case, future="none", plan=plan), outcome=OUTCOMES[wish.goal], year=_LAST
    )
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
    title = say("best_title")
    more = len(order) - len(rows)
    return [
        section_head(
            here,
            title=title,
            about=_sentence(wish, people=told(reached, say=say), say=say),
            figures=resting_on(asked.case, [reached]).values(),
            method="scenarios",
            view=view,
            say=say,
        ),
        scroll_table(
            [say("plan_instrument"), say("plan_place"), say("plan_usd_million")],
            rows,
            label=title,
            numbers=(2,),
        ),
        html.P(say("best_more", count=more), className="hint") if more > 0 else html.Span(),
        html.P(dcc.Link(say("best_take"), href=f"/scenarios{_with_plan(view, write_plan(plan))}")),
        html.H3(say("prices_title")),
        html.Ul(
            [html.Li(line) for line in _prices(wish, say=say)] or [html.Li(say("prices_none"))],
            className="told-list",
        ),
    ]


def _sentence(wish: Wish, *, people: str, say: Speaker) -> str:
    """What the best use reaches, and what it is the best at."""
    usd = say.fill(number(wish.usd / MILLION))
    sentence = {
        "near_home": say("best_sentence", usd=usd, people=people, year=_LAST),
        "unmet_need": say("best_sentence_need", usd=usd, people=people, year=_LAST),
    }[wish.goal]
    if not wish.border_percent:
        return f"{sentence} {say('best_of_all')}"
    return f"{sentence} {say('best_of_border', share=wish.border_percent)}"


def _with_plan(view: View, plan: str) -> str:
    """The query of `view` with another plan."""
    kept = [
        part for part in view.search.lstrip("?").split("&") if part and not part.startswith("plan=")
    ]
    return "?" + "&".join([*kept, f"plan={plan}"])


def _prices(wish: Wish, *, say: Speaker) -> list[str]:
    """What each binding limit costs, in people a million dollars."""
    lines = []
    rows: list[Any] = list(best_use(wish).prices.itertuples(index=False))
    for row in rows:
        people = number(abs(float(row.people)), step=1.0 if abs(row.people) >= 10 else 0.1)
        if row.limit == "budget":
            lines.append(say("price_budget", people=say.fill(people)))
        elif row.limit == "border_share":
            lines.append(say("price_border"))
    return lines


def frontier_chart(
    *, asked: Asked, wish: Wish, chosen: tuple[Chosen, ...], say: Speaker
) -> dict[str, Any]:
    """The frontier with the chosen scenarios below it."""
    found = best_uses(replace(wish, usd=0.0))
    rows: list[Any] = list(found.points.itertuples(index=False))
    points = [
        FrontierPoint(
            usd_million=row.usd / MILLION,
            people=row.more,
            told=say(
                "frontier_point",
                usd=say.fill(number(row.usd / MILLION)),
                people=say.fill(number(row.more, step=_STEP_PEOPLE)),
            ),
            plan=write_plan(scenario.allocations),
        )
        for row, scenario in zip(rows, found.scenarios, strict=True)
    ]
    standing = [_standing(one, asked=asked, wish=wish, say=say) for one in chosen if one.plan]
    highest = max([point.people for point in points] + [1.0])
    return frontier_figure(
        points,
        standing=standing,
        x_title=say("frontier_x"),
        y_title=say("frontier_y"),
        x_ticks=[(tick, say.fill(number(tick))) for tick in nice_ticks(points[-1].usd_million)],
        y_ticks=[(tick, say.fill(number(tick))) for tick in nice_ticks(highest)],
    )


def _standing(one: Chosen, *, asked: Asked, wish: Wish, say: Speaker) -> Standing:
    result = central(Played(case=asked.case, future="none", plan=one.plan)).by_year
    people = float(result[OUTCOMES[wish.goal]].loc[_LAST])
    usd = sum(part.usd for part in one.plan) / MILLION
    return Standing(
        usd_million=usd,
        people=people,
        told=say(
            "frontier_standing",
            name=one.name,
            usd=say.fill(number(usd)),
            people=say.fill(number(people, step=_STEP_PEOPLE)),
        ),
    )
