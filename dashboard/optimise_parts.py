"""The parts of the page of scenarios that tell of the best use, each drawn for a view."""

from dash import dcc

from dashboard import ids
from dashboard.components.scenario_best import best_told
from dashboard.components.scenario_frontier import frontier_chart
from dashboard.components.section import chart
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.best import wish_of
from dashboard.scenarios.chosen import chosen
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import world


def best(view: View) -> str:
    """The best use of the budget in words and tables."""
    say, asked = Speaker(lang=view.lang, digits=view.digits), read_asked(view)
    return to_html(best_told(world(), asked=asked, wish=wish_of(asked), view=view, say=say))


def frontier(view: View) -> dcc.Graph:
    """The best use of each budget as a chart."""
    say, asked = Speaker(lang=view.lang, digits=view.digits), read_asked(view)
    some = chosen(view, asked, say=say)
    figure = frontier_chart(asked=asked, wish=wish_of(asked), chosen=some, say=say)
    return chart(ids.FRONTIER_CHART, figure)
