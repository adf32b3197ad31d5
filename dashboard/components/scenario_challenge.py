"""Scenarios challenged: other futures, and what would turn an order."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from analysis.break_even import BreakEven
from analysis.futures import discover as futures
from dashboard.compare_words import parameter_text
from dashboard.components.scenario_compare import lettered
from dashboard.components.scenario_drivers import parameter_told, tornado_figure, tornado_told
from dashboard.components.section import section_head
from dashboard.components.table import scroll_table
from dashboard.numbers import known_step, number
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.challenged import Regret, regrets, turns
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.evidence import resting_on
from dashboard.scenarios.side_by_side import near_home
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World

_HALF = 0.5

__all__ = ["break_even_told", "regret_table", "tornado_figure", "tornado_told"]


def regret_table(
    here: World, *, asked: Asked, chosen: Sequence[Chosen], view: View, say: Speaker
) -> list[Any]:
    """How far behind the best each scenario is in every future, and in how many the best stays."""
    title = say("regret_title")
    if len(chosen) < 2:
        return [html.H2(title), html.P(say("regret_alone"), className="about")]
    found = regrets(asked, chosen)
    figures = [near_home(asked, one) for one in chosen]
    step = max(known_step(figure) for figure in figures)
    # Whoever is best in the future that is shown, and of several the first.
    leader = min(chosen, key=lambda one: found.behind[asked.future][one.key])
    rows = [
        _regrets(
            say.fill(futures()[key].title.in_(say.lang)), found.behind[key], step=step, say=say
        )
        for key in sorted(found.behind, key=lambda key: key != asked.future)
    ]
    counts = html.Tr(
        [
            html.Th(say("regret_best_in"), scope="row"),
            *(
                html.Td(say("regret_count", count=count, of=len(found.behind)), className="number")
                for count in found.best_in.values()
            ),
        ],
        className="sum",
    )
    largest = _regrets(say("regret_largest"), found.largest, step=step, say=say, css="sum")
    heads = [say("regret_future"), *lettered(chosen, say=say)]
    return [
        section_head(
            here,
            title=title,
            about=say("regret_about"),
            figures=resting_on(asked.case, figures).values(),
            method="scenarios",
            view=view,
            say=say,
        ),
        html.P(_holds(leader, found.best_in[leader.key], found, step=step, say=say)),
        html.Div(
            scroll_table(
                heads, [*rows, largest, counts], label=title, numbers=tuple(range(1, len(heads)))
            ),
            className="beside",
        ),
    ]


def break_even_told(
    here: World, *, asked: Asked, a: Chosen, b: Chosen, view: View, say: Speaker
) -> list[Any]:
    """What would have to be otherwise for the one that is behind to be ahead."""
    found = turns(asked, a, b)
    middles = [near_home(asked, one) for one in (a, b)]
    apart = abs(middles[0].value - middles[1].value) >= _HALF
    lines = [
        _turn(one, ahead=a if one.ahead == "a" else b, behind=b if one.ahead == "a" else a, say=say)
        for one in found
        if one.ahead != "equal"
    ] or [
        say("turn_all_set", a=a.name, b=b.name)
        if apart and asked.case.settings
        else say("turn_equal", a=a.name, b=b.name)
    ]
    return [
        section_head(
            here,
            title=say("turn_title", a=a.name, b=b.name),
            about=say("turn_about"),
            figures=resting_on(asked.case, middles).values(),
            method="scenarios",
            view=view,
            say=say,
        ),
        html.Ul([html.Li(line) for line in lines], className="told-list"),
    ]


def _turn(one: BreakEven, *, ahead: Chosen, behind: Chosen, say: Speaker) -> str:
    def value(at: float) -> str:
        return parameter_told(one.parameter, at, say=say)

    what, central = parameter_text(one.parameter, say=say), value(one.central)
    if one.below is not None and one.above is not None:
        return say(
            "turn_either",
            a=behind.name,
            b=ahead.name,
            what=what,
            below=value(one.below),
            above=value(one.above),
            central=central,
        )
    if one.below is not None:
        return say(
            "turn_below",
            a=behind.name,
            b=ahead.name,
            what=what,
            value=value(one.below),
            central=central,
        )
    if one.above is not None:
        return say(
            "turn_above",
            a=behind.name,
            b=ahead.name,
            what=what,
            value=value(one.above),
            central=central,
        )
    return say(
        "turn_never",
        a=behind.name,
        b=ahead.name,
        what=what,
        least=value(one.least),
        most=value(one.most),
    )


def _holds(leader: Chosen, count: int, found: Regret, *, step: float, say: Speaker) -> str:
    of = len(found.behind)
    if count == of:
        return say("regret_always", name=leader.name, of=of)
    return say(
        "regret_holds",
        name=leader.name,
        count=count,
        of=of,
        people=say.fill(number(found.largest[leader.key], step=step)),
    )


def _regrets(
    name: str, behind: Mapping[str, float], *, step: float, say: Speaker, css: str | None = None
) -> html.Tr:
    """One row: by how many people each is behind; the best in weight."""
    least = min(behind.values())
    cells = [
        html.Td(
            html.Strong(say("regret_is_best"))
            if value == least and css is None
            else say.fill(number(value, step=step)),
            className="number",
        )
        for value in behind.values()
    ]
    return html.Tr([html.Th(name, scope="row"), *cells], className=css)
