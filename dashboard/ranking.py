"""The ranking of the provinces in one measure, as bars."""

import math
from typing import Any

from dashboard.evidence import amount, span
from dashboard.figures.ranking import RankedBar, nice_ticks, ranking
from dashboard.numbers import number
from dashboard.shown import Shown
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World


def ranking_figure(here: World, *, shown: Shown, view: View, say: Speaker) -> dict[str, Any]:
    """A Plotly figure of one measure, highest first; what is infinite is left out."""
    values = {
        code: figure for code, figure in shown.reading.values.items() if math.isfinite(figure.value)
    }
    bars = []
    for code in sorted(values, key=lambda code: -values[code].value):
        figure = values[code]
        reach = span(figure, say=say, decimals=shown.decimals)
        name = here.geodata.provinces[code].name(say.lang)
        value = amount(figure, say=say, decimals=shown.decimals)
        bars.append(
            RankedBar(
                code=code,
                name=name,
                value=figure.value,
                low=_finite(figure.low),
                high=_finite(figure.high),
                told=say("bar_range", name=name, value=value, range=reach)
                if reach
                else say("bar", name=name, value=value),
                colour=shown.colours[shown.class_of(code)],
                selected=code == view.province,
            )
        )
    ends = [end for bar in bars for end in (bar.low, bar.value, bar.high) if end is not None]
    ticks = [
        (tick, say.fill(number(tick, step=min(1.0, abs(tick) or 1.0))))
        for tick in nice_ticks(max(ends, default=1.0), min(ends, default=0.0))
    ]
    return ranking(bars, unit=say.fill(shown.unit.in_(say.lang)), ticks=ticks)


def _finite(end: float | None) -> float | None:
    """An end of a range that can be drawn."""
    return end if end is not None and math.isfinite(end) else None
