"""What drives a result, and what more money would bring, as slides."""

from collections.abc import Iterator, Sequence

from dashboard import theme
from dashboard.compare_words import parameter_text
from dashboard.components.scenario_drivers import parameter_told
from dashboard.components.scenario_frontier import frontier_chart
from dashboard.evidence import amount
from dashboard.exports.deck import Chart, Points, Series, Slide, XyChart
from dashboard.figures.tornado import HIGH_COLOUR, LOW_COLOUR
from dashboard.fill import evidence_of
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.best import wish_of
from dashboard.scenarios.challenged import drivers
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.evidence import resting_on
from dashboard.scenarios.side_by_side import near_home
from dashboard.words import Speaker
from dashboard.world import world

_SHOWN = 10


def driver_slides(asked: Asked, shown: Chosen, *, say: Speaker) -> Iterator[Slide]:
    """How far each parameter moves the result, from its central value; nothing where none does."""
    found = drivers(asked, shown)[:_SHOWN]
    if not found:
        return
    middle = near_home(asked, shown)
    unit = say("slide_apart", value=amount(middle, say=say), year=asked.year)
    chart = Chart(
        kind="bars",
        names=tuple(
            say(
                "slide_driver",
                parameter=parameter_text(one.parameter, say=say),
                low=parameter_told(one.parameter, one.low, say=say),
                high=parameter_told(one.parameter, one.high, say=say),
            )
            for one in found
        ),
        series=(
            Series(
                name=say("driver_low"),
                values=tuple(one.at_low - middle.value for one in found),
                colour=LOW_COLOUR,
            ),
            Series(
                name=say("driver_high"),
                values=tuple(one.at_high - middle.value for one in found),
                colour=HIGH_COLOUR,
            ),
        ),
        unit=unit,
        overlap=True,
    )
    yield Slide(
        title=say("drivers_title", name=shown.name),
        parts=(chart,),
        unit=unit,
        evidence=evidence_of(resting_on(asked.case, [middle]), geodata=world().geodata, say=say),
    )


def frontier_slides(asked: Asked, some: Sequence[Chosen], *, say: Speaker) -> Iterator[Slide]:
    """The best use of each budget, and the scenarios side by side."""
    figure = frontier_chart(asked=asked, wish=wish_of(asked), chosen=tuple(some), say=say)
    best, standing = figure["data"]
    points = [
        Points(
            name=say("picture_best_use"),
            x=tuple(best["x"]),
            y=tuple(best["y"]),
            colour=theme.ACCENT,
            line=True,
        )
    ]
    if standing["x"]:
        points.append(
            Points(
                name=say("slide_standing"),
                x=tuple(standing["x"]),
                y=tuple(standing["y"]),
                colour=theme.PARTS["spatial"],
                symbol="diamond",
            )
        )
    figures = [near_home(asked, one) for one in some]
    x_title, y_title = say("frontier_x"), say("frontier_y")
    yield Slide(
        title=say("frontier_title"),
        about=say("picture_frontier_about"),
        parts=(XyChart(points=tuple(points), x_title=x_title, y_title=y_title),),
        unit=y_title,
        evidence=evidence_of(resting_on(asked.case, figures), geodata=world().geodata, say=say),
        notes=tuple(told for _, told in standing["customdata"]),
    )
