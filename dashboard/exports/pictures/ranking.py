"""The ranking of the first page."""

from dashboard.exports.declaration import PictureKind
from dashboard.exports.links import MAP
from dashboard.exports.of_ranking import ranking_picture
from dashboard.exports.picture import Picture
from dashboard.exports.sheets.map import make as sheet
from dashboard.shown import shown_layer
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def make(view: View, say: Speaker) -> Picture:
    """The layer of the view."""
    shown = shown_layer(world(), layer=view.layer, measure=view.measure)
    return ranking_picture(shown, sheet=sheet(view, say), view=view, say=say)


PICTURE = PictureKind(path=MAP, order=11, title=lambda say: say("picture_ranking"), make=make)
