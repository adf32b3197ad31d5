"""The ranking of the provinces in the filled layer, as bars."""

from typing import Any

from dashboard import theme
from dashboard.classes import class_of
from dashboard.evidence import amount, span
from dashboard.figures.ranking import RankedBar, nice_ticks, ranking
from dashboard.numbers import number
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World


def ranking_figure(here: World, *, view: View, say: Speaker) -> dict[str, Any]:
    """A Plotly figure of the filled layer that `view` shows, highest first."""
    measure = here.fills[view.layer].measure(view.measure)
    values = here.readings[view.layer][view.measure].values
    colours = theme.scale(measure.hue, len(measure.breaks) + 1)
    bars = []
    for code in sorted(values, key=lambda code: -values[code].value):
        figure = values[code]
        reach = span(figure, say=say, decimals=measure.decimals)
        name = here.geodata.provinces[code].name(say.lang)
        value = amount(figure, say=say, decimals=measure.decimals)
        bars.append(
            RankedBar(
                code=code,
                name=name,
                value=figure.value,
                low=figure.low,
                high=figure.high,
                told=say("bar_range", name=name, value=value, range=reach)
                if reach
                else say("bar", name=name, value=value),
                colour=colours[class_of(figure.value, breaks=measure.breaks)],
                selected=code == view.province,
            )
        )
    highest = max(bar.high or bar.value for bar in bars)
    ticks = [
        (tick, say.fill(number(tick, step=min(1.0, tick or 1.0)))) for tick in nice_ticks(highest)
    ]
    return ranking(bars, unit=say.fill(measure.unit.in_(say.lang)), ticks=ticks)
