"""The second map of the page of the mismatch: both sides, clusters, or another measure."""

from dataclasses import replace

from dashboard.exports.declaration import PictureKind
from dashboard.exports.links import MISMATCH
from dashboard.exports.of_map import map_picture
from dashboard.exports.of_sides import sides_sheet
from dashboard.exports.picture import Picture
from dashboard.exports.problem import ExportError
from dashboard.exports.sheets.mismatch import make as measure_sheet
from dashboard.map_data import map_data
from dashboard.mismatch.market import case_of
from dashboard.mismatch.pictures import CLUSTERS, NONE, PAIR, picture_names
from dashboard.mismatch_fills import LAYER, mismatch_fills
from dashboard.state import View
from dashboard.words import Speaker


def make(view: View, say: Speaker) -> Picture:
    """What the right map shows.

    Raises:
        ExportError: the view has no second map.
    """
    if view.second == NONE:
        offered = (PAIR, CLUSTERS, *picture_names())
        raise ExportError("The view has no second map.", allowed=offered)
    fills = mismatch_fills(case_of(view), view.lang, view.digits)
    shown = {
        "layer": LAYER,
        "measure": view.second,
        "show": list(view.show),
        "province": view.province,
    }
    if view.second in (PAIR, CLUSTERS):
        title = fills[LAYER][view.second]["title"]
        sheet = sides_sheet(view, title=title, clusters_too=view.second == CLUSTERS, say=say)
    else:
        first = measure_sheet(replace(view, measure=view.second), say)
        sheet = replace(first, link=measure_sheet(view, say).link)
    data = {**map_data(view.lang, view.digits), "fills": fills}
    return map_picture(data, shown, sheet=sheet)


PICTURE = PictureKind(
    path=MISMATCH, order=21, title=lambda say: say("picture_mismatch_second"), make=make
)
