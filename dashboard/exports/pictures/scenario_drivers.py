"""What drives the result of the plan, as bars."""

from dashboard.components.scenario_drivers import nothing_drives, tornado_figure
from dashboard.exports.declaration import PictureKind
from dashboard.exports.links import SCENARIOS
from dashboard.exports.of_chart import chart_picture, chart_sheet
from dashboard.exports.picture import Picture
from dashboard.exports.problem import ExportError
from dashboard.exports.view_words import scenario_filters
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.challenged import drivers
from dashboard.scenarios.shown import shown_scenario
from dashboard.scenarios.side_by_side import near_home
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def make(view: View, say: Speaker) -> Picture:
    """The parameters that move the result most.

    Raises:
        ExportError: none moves it, so that there is nothing to draw.
    """
    asked = read_asked(view)
    shown = shown_scenario(asked, say=say)
    if not drivers(asked, shown):
        raise ExportError(nothing_drives(asked, say=say))
    figure = tornado_figure(world(), asked=asked, scenario=shown, view=view, say=say)
    title = say("drivers_title", name=shown.name)
    sheet = chart_sheet(
        figure,
        key="scenario_drivers",
        title=title,
        filters=scenario_filters(asked, view, say=say),
        figures=[near_home(asked, shown)],
        asked=asked,
        view=view,
        say=say,
    )
    return chart_picture(figure, sheet=sheet, title=title, upright=True)


PICTURE = PictureKind(
    path=SCENARIOS, order=36, title=lambda say: say("picture_scenario_drivers"), make=make
)
