"""The first scenario less the second, by province."""

from dashboard.exports.declaration import PictureKind
from dashboard.exports.links import SCENARIOS
from dashboard.exports.of_map import map_picture
from dashboard.exports.of_small_maps import small_data, small_sheet
from dashboard.exports.picture import Picture
from dashboard.exports.problem import ExportError
from dashboard.scenario_maps import by_province, difference_fill
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.chosen import chosen
from dashboard.scenarios.side_by_side import lead
from dashboard.state import View
from dashboard.words import Speaker

_TWO = 2


def make(view: View, say: Speaker) -> Picture:
    """How many more people the first places near home than the second.

    Raises:
        ExportError: the view compares no two scenarios.
    """
    asked = read_asked(view)
    some = chosen(view, asked, say=say)
    if len(some) < _TWO:
        raise ExportError("The view compares one scenario only; name two.")
    first, second = some[:_TWO]
    fill = difference_fill(asked, first, second, view.lang, view.digits)
    sheet = small_sheet(
        "scenario_difference",
        {"difference": by_province(asked, first) - by_province(asked, second)},
        titles={"difference": fill["title"]},
        figures=(lead(asked, first, second).figure,),
        asked=asked,
        view=view,
        say=say,
    )
    return map_picture(*small_data(fill, view=view), sheet=sheet)


PICTURE = PictureKind(
    path=SCENARIOS, order=32, title=lambda say: say("picture_scenario_difference"), make=make
)
