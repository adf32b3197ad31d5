"""Scenarios over the years, as lines with their ranges."""

from dataclasses import replace

from dashboard.compare_words import outcome_text
from dashboard.components.scenario_compare import paths_figure
from dashboard.exports.declaration import PictureKind
from dashboard.exports.links import SCENARIOS
from dashboard.exports.of_chart import chart_picture
from dashboard.exports.picture import Picture
from dashboard.exports.sheets.scenario_paths import make as paths_sheet
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.chosen import chosen
from dashboard.scenarios.side_by_side import NEAR_HOME
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def make(view: View, say: Speaker) -> Picture:
    """People placed near home, a line for each scenario."""
    asked = read_asked(view)
    figure = paths_figure(
        world(),
        asked=asked,
        chosen=chosen(view, asked, say=say),
        outcome=NEAR_HOME,
        view=view,
        say=say,
    )
    every = paths_sheet(view, say)
    at = [column.name for column in every.columns].index("outcome_key")
    sheet = replace(every, rows=tuple(row for row in every.rows if row[at] == NEAR_HOME))
    title = say("paths_title", outcome=outcome_text(NEAR_HOME, say=say))
    return chart_picture(figure, sheet=sheet, title=title)


PICTURE = PictureKind(
    path=SCENARIOS, order=33, title=lambda say: say("picture_scenario_lines"), make=make
)
