"""What drives the result of one scenario: a tornado, and its table twin."""

from typing import Any

from dash import html

from dashboard.compare_words import parameter_text, parameter_value
from dashboard.components.links import source_links
from dashboard.components.section import section_head
from dashboard.components.table import scroll_table
from dashboard.evidence import status_text
from dashboard.figures.ranking import nice_ticks
from dashboard.figures.tornado import Swing, tornado
from dashboard.numbers import known_step, number
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.challenged import Driver, drivers, parameter_rows
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.evidence import resting_on
from dashboard.scenarios.side_by_side import near_home
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World

_SHOWN = 10
_SOURCES = 2


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
                name=say(
                    "driver_name",
                    parameter=parameter_text(one.parameter, say=say),
                    low=parameter_told(one.parameter, one.low, say=say),
                    high=parameter_told(one.parameter, one.high, say=say),
                ),
                at_low=one.at_low,
                at_high=one.at_high,
                told=say(
                    "driver_told",
                    parameter=parameter_text(one.parameter, say=say),
                    low=parameter_told(one.parameter, one.low, say=say),
                    high=parameter_told(one.parameter, one.high, say=say),
                    at_low=say.fill(number(one.at_low, step=step)),
                    at_high=say.fill(number(one.at_high, step=step)),
                ),
            )
            for one in found
        ],
        central=middle.value,
        unit=say("near_home_unit", year=asked.year),
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
        return [html.H2(title), html.P(nothing_drives(asked, say=say), className="about")]
    middle = near_home(asked, scenario)
    step, first = known_step(middle), found[0]
    heads = [say("driver_head"), say("driver_range_head"), say("driver_low_head")]
    heads.append(say("driver_high_head"))
    return [
        section_head(
            here,
            title=title,
            about=say(
                "drivers_about",
                parameter=parameter_text(first.parameter, say=say),
                low=parameter_told(first.parameter, first.low, say=say),
                high=parameter_told(first.parameter, first.high, say=say),
                at_low=say.fill(number(first.at_low, step=step)),
                at_high=say.fill(number(first.at_high, step=step)),
                name=scenario.name,
                year=asked.year,
            ),
            figures=resting_on(asked.case, [middle]).values(),
            method="scenarios",
            view=view,
            say=say,
        ),
        html.Div(
            scroll_table(
                heads,
                [_driver(here, one, step=step, view=view, say=say) for one in found],
                label=title,
                numbers=(2, 3),
            ),
            className="beside",
        ),
        *([html.P(say("drivers_own"), className="hint")] if asked.case.settings else []),
    ]


def nothing_drives(asked: Asked, *, say: Speaker) -> str:
    """Why there is nothing to draw."""
    return say("drivers_none_own") if asked.case.settings else say("drivers_none")


def parameter_told(parameter: str, value: float, *, say: Speaker) -> str:
    """A value of a parameter in its unit."""
    return parameter_value(value, parameter_rows()[parameter].unit, say=say)


def _driver(here: World, one: Driver, *, step: float, view: View, say: Speaker) -> html.Tr:
    row = parameter_rows()[one.parameter]
    low, high = (parameter_told(one.parameter, end, say=say) for end in (one.low, one.high))
    sources = source_links(
        row.source_id, geodata=here.geodata, view=view, say=say, most=_SOURCES, method="scenarios"
    )
    return html.Tr(
        [
            html.Th(parameter_text(one.parameter, say=say), scope="row"),
            html.Td(
                [
                    html.Span(say("from_to", low=low, high=high), className="value"),
                    html.Span(
                        [status_text([row.status], say=say), " · ", *sources], className="range"
                    ),
                ]
            ),
            *(
                html.Td(say.fill(number(end, step=step)), className="number")
                for end in (one.at_low, one.at_high)
            ),
        ]
    )
