"""Every figure that the pages draw, for the tests of what is made of them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from dashboard.components.scenario_compare import paths_figure
from dashboard.components.scenario_drivers import tornado_figure
from dashboard.components.scenario_frontier import frontier_chart
from dashboard.components.scenario_projects import projects_chart
from dashboard.exports.links import MAP, QUERIES, SCENARIOS
from dashboard.ranking import ranking_figure
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.best import wish_of
from dashboard.scenarios.chosen import chosen
from dashboard.scenarios.projects import project_sets
from dashboard.scenarios.side_by_side import OUTCOMES
from dashboard.shown import shown_layer
from dashboard.words import Speaker
from dashboard.world import world

LANGS = ("en", "km")
_PROJECTS = "basis=unplaced"


@cache
def figures(lang: str) -> Mapping[str, dict[str, Any]]:
    """Name -> the figure as Plotly takes it, of the usual views in one language."""
    here, say = world(), Speaker(lang=lang)
    view = QUERIES[MAP].read(f"?lang={lang}&province=02")
    found = {
        f"ranking {key} {measure.key}": ranking_figure(
            here, shown=shown_layer(here, layer=key, measure=measure.key), view=view, say=say
        )
        for key, layer in here.fills.items()
        for measure in layer.measures
    }
    view = QUERIES[SCENARIOS].read(f"?lang={lang}")
    asked = read_asked(view)
    some = chosen(view, asked, say=say)
    for outcome in OUTCOMES:
        found[f"paths {outcome}"] = paths_figure(
            here, asked=asked, chosen=some, outcome=outcome, view=view, say=say
        )
    found["tornado"] = tornado_figure(here, asked=asked, scenario=some[0], view=view, say=say)
    found["frontier"] = frontier_chart(asked=asked, wish=wish_of(asked), chosen=some, say=say)
    other = read_asked(QUERIES[SCENARIOS].read(f"?lang={lang}&{_PROJECTS}"))
    steps = projects_chart(asked=other, say=say)
    assert steps is not None, project_sets(other.case)
    found["steps"] = steps
    return found
