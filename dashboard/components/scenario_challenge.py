"""Scenarios challenged: what drives a result, what would turn an order, and other futures."""

from collections.abc import Sequence
from typing import Any

from dash import html

from analysis.compare import BreakEven
from analysis.futures import discover as futures
from dashboard.compare_words import parameter_text, parameter_value
from dashboard.components.links import source_links
from dashboard.components.scenario_compare import lettered
from dashboard.components.section import section_head
from dashboard.components.table import scroll_table
from dashboard.evidence import status_text
from dashboard.figures.ranking import nice_ticks
from dashboard.figures.tornado import Swing, tornado
from dashboard.numbers import known_step, number
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.challenged import (
    Driver,
    drivers,
    parameter_rows,
    regrets,
    turns,
)
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.side_by_side import NEAR_HOME, path
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata import Figure

_SHOWN = 10
_SOURCES = 2


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
            figures=figures,
            method="scenarios",
            view=view,
            say=say,
        ),
        html.P(_holds(leader, found.best_in[leader.key], found, step=step, say=say)),
        scroll_table(
            heads, [*rows, largest, counts], label=title, numbers=tuple(range(1, len(heads)))
        ),
    ]


def tornado_figure(
    here: World, *, asked: Asked, scenario: Chosen, view: View, say: Speaker
) -> dict[str, Any]:
    """A Plotly figure of the parameters that move the people placed near home most."""
    found = drivers(asked, scenario)[:_SHOWN]
    middle = near_home(asked, scenario)
    step = known_step(middle)
    ends = [end for one in found for end in (one.at_low, one.at_high)] + [middle.value, 0.0]
    return tornado(
        [
            Swing(
                name=say("driver_name", parameter=parameter_text(one.parameter, say=say)),
                at_low=one.at_low,
                at_high=one.at_high,
                told=say(
                    "driver_told",
                    parameter=parameter_text(one.parameter, say=say),
                    low=_value(one.parameter, one.low, say=say),
                    high=_value(one.parameter, one.high, say=say),
                    at_low=say.fill(number(one.at_low, step=step)),
                    at_high=say.fill(number(one.at_high, step=step)),
                ),
            )
            for one in found
        ],
        central=middle.value,
        unit=say("driver_unit", year=asked.year),
        low=say("driver_low"),
        high=say("driver_high"),
        ticks=[(tick, say.fill(number(tick))) for tick in nice_ticks(max(ends), min(ends))],
    )


def tornado_told(
    here: World, *, asked: Asked, scenario: Chosen, view: View, say: Speaker
) -> list[Any]:
    """The table twin of the tornado: ranges, results at both ends, status and sources."""
    found = drivers(asked, scenario)
    title = say("drivers_title", name=scenario.name)
    if not found:
        return [html.H2(title), html.P(say("drivers_none"), className="about")]
    middle = near_home(asked, scenario)
    step, first = known_step(middle), found[0]
    heads = [
        say("driver_head"),
        say("driver_range_head"),
        say("driver_low_head"),
        say("driver_high_head"),
        say("table_status"),
        say("table_sources"),
    ]
    return [
        section_head(
            here,
            title=title,
            about=say(
                "drivers_about",
                parameter=parameter_text(first.parameter, say=say),
                low=_value(first.parameter, first.low, say=say),
                high=_value(first.parameter, first.high, say=say),
                at_low=say.fill(number(first.at_low, step=step)),
                at_high=say.fill(number(first.at_high, step=step)),
                name=scenario.name,
                year=asked.year,
            ),
            figures=[middle],
            method="scenarios",
            view=view,
            say=say,
        ),
        scroll_table(
            heads,
            [_driver(here, one, step=step, view=view, say=say) for one in found],
            label=title,
            numbers=(1, 2, 3),
        ),
    ]


def break_even_told(
    here: World, *, asked: Asked, a: Chosen, b: Chosen, view: View, say: Speaker
) -> list[Any]:
    """What would have to be otherwise for the one that is behind to be ahead."""
    found = turns(asked, a, b)
    lines = [
        _turn(one, ahead=a if one.ahead == "a" else b, behind=b if one.ahead == "a" else a, say=say)
        for one in found
        if one.ahead != "equal"
    ] or [say("turn_equal", a=a.name, b=b.name)]
    return [
        section_head(
            here,
            title=say("turn_title", a=a.name, b=b.name),
            about=say("turn_about"),
            figures=[near_home(asked, one) for one in (a, b)],
            method="scenarios",
            view=view,
            say=say,
        ),
        html.Ul([html.Li(line) for line in lines], className="told-list"),
    ]


def near_home(asked: Asked, scenario: Chosen) -> Figure:
    """The people a scenario places near home in the year shown; always defined."""
    figure = path(asked, scenario, NEAR_HOME).figures[asked.year]
    if figure is None:
        raise ValueError(f"{scenario.key}: nobody can say how many are placed near home")
    return figure


def _turn(one: BreakEven, *, ahead: Chosen, behind: Chosen, say: Speaker) -> str:
    def value(at: float) -> str:
        return _value(one.parameter, at, say=say)

    what, names = parameter_text(one.parameter, say=say), (ahead.name, behind.name)
    central = value(one.central)
    if one.below is not None and one.above is not None:
        return say(
            "turn_either",
            a=names[1],
            b=names[0],
            what=what,
            below=value(one.below),
            above=value(one.above),
            central=central,
        )
    if one.below is not None:
        return say(
            "turn_below", a=names[1], b=names[0], what=what, value=value(one.below), central=central
        )
    if one.above is not None:
        return say(
            "turn_above", a=names[1], b=names[0], what=what, value=value(one.above), central=central
        )
    return say(
        "turn_never",
        a=names[1],
        b=names[0],
        what=what,
        least=value(one.least),
        most=value(one.most),
    )


def _holds(leader: Chosen, count: int, found: Any, *, step: float, say: Speaker) -> str:
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
    name: str, behind: Any, *, step: float, say: Speaker, css: str | None = None
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


def _driver(here: World, one: Driver, *, step: float, view: View, say: Speaker) -> html.Tr:
    row = parameter_rows()[one.parameter]
    return html.Tr(
        [
            html.Th(parameter_text(one.parameter, say=say), scope="row"),
            html.Td(
                say(
                    "from_to",
                    low=_value(one.parameter, one.low, say=say),
                    high=_value(one.parameter, one.high, say=say),
                ),
                className="number",
            ),
            *(
                html.Td(say.fill(number(end, step=step)), className="number")
                for end in (one.at_low, one.at_high)
            ),
            html.Td(status_text([row.status], say=say)),
            html.Td(
                source_links(
                    row.source_id,
                    geodata=here.geodata,
                    view=view,
                    say=say,
                    most=_SOURCES,
                    method="scenarios",
                )
            ),
        ]
    )


def _value(parameter: str, value: float, *, say: Speaker) -> str:
    return parameter_value(value, parameter_rows()[parameter].unit, say=say)
