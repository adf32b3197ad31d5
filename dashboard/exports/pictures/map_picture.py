"""The map of the first page."""

from dashboard.exports.declaration import PictureKind
from dashboard.exports.links import MAP
from dashboard.exports.of_map import map_picture
from dashboard.exports.picture import Picture
from dashboard.exports.sheets.map import make as sheet
from dashboard.map_data import map_data, view_data
from dashboard.state import View
from dashboard.words import Speaker


def make(view: View, say: Speaker) -> Picture:
    """The filled layer of the view, and what is drawn on top."""
    data = map_data(view.lang, view.digits)
    return map_picture(data, view_data(view), sheet=sheet(view, say))


PICTURE = PictureKind(path=MAP, order=10, title=lambda say: say("picture_map"), make=make)
