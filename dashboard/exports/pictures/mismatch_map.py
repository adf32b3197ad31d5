"""The first map of the page of the mismatch."""

from dashboard.exports.declaration import PictureKind
from dashboard.exports.links import MISMATCH
from dashboard.exports.of_map import map_picture
from dashboard.exports.picture import Picture
from dashboard.exports.sheets.mismatch import make as sheet
from dashboard.map_data import map_data
from dashboard.mismatch.market import case_of
from dashboard.mismatch_fills import LAYER, mismatch_fills
from dashboard.state import View
from dashboard.words import Speaker


def make(view: View, say: Speaker) -> Picture:
    """The measure of the view, in its case."""
    fills = mismatch_fills(case_of(view), view.lang, view.digits)
    shown = {
        "layer": LAYER,
        "measure": view.measure,
        "show": list(view.show),
        "province": view.province,
    }
    data = {**map_data(view.lang, view.digits), "fills": fills}
    return map_picture(data, shown, sheet=sheet(view, say))


PICTURE = PictureKind(
    path=MISMATCH, order=20, title=lambda say: say("picture_mismatch_map"), make=make
)
