"""The parts of the page of scenarios that tell of the best use, each drawn for a view."""

from dash import dcc, html

from dashboard import ids
from dashboard.components.block import Block
from dashboard.components.scenario_best import best_told
from dashboard.components.scenario_frontier import frontier_chart
from dashboard.components.scenario_projects import projects_chart, projects_told
from dashboard.components.section import chart
from dashboard.components.take_picture import take_picture
from dashboard.own_pages import MOST_ON_FRONTIER
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.best import wish_of
from dashboard.scenarios.chosen import chosen
from dashboard.scenarios.projects import costed
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import world
from geodata.provinces import CODES


def best(view: View) -> str:
    """The best use of the budget in words and tables."""
    say, asked = Speaker(lang=view.lang, digits=view.digits), read_asked(view)
    return to_html(best_told(world(), asked=asked, wish=wish_of(asked), view=view, say=say))


def frontier(view: View) -> list[dcc.Graph | html.P | Block]:
    """The best use of each budget as a chart, and as a picture to take."""
    say, asked = Speaker(lang=view.lang, digits=view.digits), read_asked(view)
    if len(CODES) > MOST_ON_FRONTIER:
        return [html.P(say("own_frontier", most=MOST_ON_FRONTIER), className="no-chart")]
    some = chosen(view, asked, say=say)
    figure = frontier_chart(asked=asked, wish=wish_of(asked), chosen=some, say=say)
    taken = take_picture("scenario_frontier", view=view, say=say)
    return [chart(ids.FRONTIER_CHART, figure), taken]


def projects(view: View) -> str:
    """Sets of named projects in words and tables."""
    say, asked = Speaker(lang=view.lang, digits=view.digits), read_asked(view)
    if not costed():
        return to_html([html.H2(say("projects_title")), html.P(say("own_projects"))])
    return to_html(projects_told(world(), asked=asked, view=view, say=say))


def project_steps(view: View) -> list[dcc.Graph | html.P | Block]:
    """Sets of named projects as chart and picture; a sentence where there is nothing to draw."""
    say = Speaker(lang=view.lang, digits=view.digits)
    if not costed():
        return [html.P(say("projects_chart_none"), className="no-chart")]
    figure = projects_chart(asked=read_asked(view), say=say)
    if figure is None:
        return [html.P(say("projects_chart_none"), className="no-chart")]
    about = html.P(say("projects_chart_about"), className="about")
    taken = take_picture("scenario_projects", view=view, say=say)
    return [about, chart(ids.PROJECTS_CHART, figure), taken]
