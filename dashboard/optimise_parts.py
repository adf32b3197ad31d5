"""The parts of the page of scenarios that tell of the best use, each drawn for a view."""

from dash import dcc, html

from dashboard import ids
from dashboard.components.scenario_best import best_told
from dashboard.components.scenario_frontier import frontier_chart
from dashboard.components.scenario_projects import projects_chart, projects_told
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


def projects(view: View) -> str:
    """Sets of named projects in words and tables."""
    say, asked = Speaker(lang=view.lang, digits=view.digits), read_asked(view)
    return to_html(projects_told(world(), asked=asked, view=view, say=say))


def project_steps(view: View) -> list[dcc.Graph | html.P]:
    """Sets of named projects as a chart; a sentence where there is nothing to draw."""
    say = Speaker(lang=view.lang, digits=view.digits)
    figure = projects_chart(asked=read_asked(view), say=say)
    if figure is None:
        return [html.P(say("projects_chart_none"), className="no-chart")]
    about = html.P(say("projects_chart_about"), className="about")
    return [about, chart(ids.PROJECTS_CHART, figure)]
