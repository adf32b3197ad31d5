"""The map of least movement: who would have to go where, over the corridors."""

from dashboard.exports.declaration import PictureKind
from dashboard.exports.links import MISMATCH
from dashboard.exports.of_map import map_picture
from dashboard.exports.picture import Picture
from dashboard.exports.sheets.mismatch_flows import make as sheet
from dashboard.map_data import corridors_shown, map_data
from dashboard.mismatch.market import case_of
from dashboard.mismatch_flows import FLOWS, movement_data
from dashboard.state import View
from dashboard.words import Speaker


def make(view: View, say: Speaker) -> Picture:
    """All flows as arrows, as wide as people are many."""
    fills, overlays = movement_data(case_of(view), view.lang, view.digits)
    shown = {
        "layer": FLOWS,
        "measure": FLOWS,
        "show": [*corridors_shown(), FLOWS],
        "province": view.province,
    }
    data = {**map_data(view.lang, view.digits), "fills": fills, "overlays": overlays}
    return map_picture(data, shown, sheet=sheet(view, say))


PICTURE = PictureKind(path=MISMATCH, order=24, title=lambda say: say("picture_movement"), make=make)
