"""What sets of named projects reach for their money."""

from dashboard import theme
from dashboard.components.scenario_projects import projects_chart
from dashboard.exports.declaration import PictureKind
from dashboard.exports.links import SCENARIOS
from dashboard.exports.of_chart import chart_picture, chart_sheet, sign
from dashboard.exports.picture import Key, Legend, Picture
from dashboard.exports.problem import ExportError
from dashboard.exports.view_words import case_filters
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.shown import shown_scenario
from dashboard.scenarios.side_by_side import near_home
from dashboard.state import View
from dashboard.words import Speaker


def make(view: View, say: Speaker) -> Picture:
    """Every set as a point, the best as steps.

    Raises:
        ExportError: no set places anybody more, so that there is nothing to draw.
    """
    asked = read_asked(view)
    figure = projects_chart(asked=asked, say=say)
    if figure is None:
        raise ExportError("In this view no set of projects places anybody more: no picture.")
    title = say("projects_chart_title")
    return chart_picture(
        figure,
        sheet=chart_sheet(
            figure,
            key="scenario_projects",
            title=title,
            filters=case_filters(view, say=say),
            figures=[near_home(asked, shown_scenario(asked, say=say))],
            asked=asked,
            view=view,
            say=say,
        ),
        title=title,
        legend=Legend(
            keys=(
                Key(sign=sign("square", theme.ACCENT), text=say("picture_sets_best")),
                Key(sign=sign("circle", theme.INK_SOFT), text=say("picture_sets_other")),
            )
        ),
    )


PICTURE = PictureKind(
    path=SCENARIOS, order=35, title=lambda say: say("picture_scenario_projects"), make=make
)
