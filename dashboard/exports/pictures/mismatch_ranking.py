"""The ranking of the page of the mismatch."""

from dashboard.exports.declaration import PictureKind
from dashboard.exports.links import MISMATCH
from dashboard.exports.of_ranking import ranking_picture
from dashboard.exports.picture import Picture
from dashboard.exports.sheets.mismatch import make as sheet
from dashboard.mismatch.market import case_of
from dashboard.mismatch.pictures import pictures
from dashboard.state import View
from dashboard.words import Speaker


def make(view: View, say: Speaker) -> Picture:
    """What the left map shows."""
    shown = pictures(case_of(view))[view.measure]
    return ranking_picture(shown, sheet=sheet(view, say), view=view, say=say)


PICTURE = PictureKind(
    path=MISMATCH, order=23, title=lambda say: say("picture_mismatch_ranking"), make=make
)
