"""What more money would bring, as a chart: the best use of each budget and the plans below it."""

from typing import Any

from analysis.scenario import YEARS
from dashboard.components.scenario_best import OUTCOMES
from dashboard.figures.frontier import FrontierPoint, Standing, frontier_figure
from dashboard.figures.names import in_chart
from dashboard.figures.ranking import nice_ticks
from dashboard.numbers import number
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.best import Wish, best_use, best_uses, out_of_reach
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.plan_text import MILLION, write_plan
from dashboard.scenarios.played import Played, central
from dashboard.scenarios.wanted import COST
from dashboard.words import Speaker

_STEP_PEOPLE = 100.0
_LAST = YEARS[-1]


def frontier_chart(
    *, asked: Asked, wish: Wish, chosen: tuple[Chosen, ...], say: Speaker
) -> dict[str, Any]:
    """The frontier with the chosen scenarios below it, and the placements that are asked for."""
    found = best_uses(wish)
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
    if wish.goal == COST and out_of_reach(wish) is None:
        standing.append(_asked(wish, say=say))
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
            name=in_chart(one.name),
            usd=say.fill(number(usd)),
            people=say.fill(number(people, step=_STEP_PEOPLE)),
        ),
    )


def _asked(wish: Wish, *, say: Speaker) -> Standing:
    """The least money for the placements that are asked for: on the line."""
    usd = best_use(wish).usd / MILLION
    return Standing(
        usd_million=usd,
        people=float(wish.placements),
        told=say(
            "frontier_asked",
            people=say.fill(number(wish.placements)),
            usd=say.fill(number(usd, step=0.1)),
        ),
    )
