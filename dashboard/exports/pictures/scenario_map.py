"""The map of the plan, or of the best use of the budget."""

from dataclasses import replace

from dashboard.exports.declaration import PictureKind
from dashboard.exports.links import SCENARIOS
from dashboard.exports.of_map import map_picture
from dashboard.exports.picture import Picture
from dashboard.exports.picture_words import plan_lines
from dashboard.exports.sheets.scenario_provinces import make as sheet
from dashboard.map_data import map_data
from dashboard.scenario_parts import fills, map_view
from dashboard.scenarios.asked import read_asked
from dashboard.state import View
from dashboard.words import Speaker


def make(view: View, say: Speaker) -> Picture:
    """People placed near home, with the corridors."""
    data = {**map_data(view.lang, view.digits), "fills": fills(view)}
    picture = map_picture(data, map_view(view), sheet=sheet(view, say))
    return replace(picture, plan=plan_lines(read_asked(view).plan, say=say))


PICTURE = PictureKind(
    path=SCENARIOS, order=30, title=lambda say: say("picture_scenario_map"), make=make
)
