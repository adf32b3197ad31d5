"""What the need for work is made of, a bar for each way to count."""

from dashboard.exports.declaration import PictureKind
from dashboard.exports.links import MISMATCH
from dashboard.exports.of_bars import bar_panel, bars_sheet
from dashboard.exports.picture import Picture
from dashboard.mismatch.market import case_of
from dashboard.mismatch.parts import parts_on_every_basis
from dashboard.mismatch_words import story
from dashboard.state import View
from dashboard.words import Speaker


def make(view: View, say: Speaker) -> Picture:
    """Every basis on one scale."""
    every = parts_on_every_basis(case_of(view))
    most = max(found["seekers"].value for found in every.values())
    return Picture(
        sheet=bars_sheet(every, view=view, say=say),
        title=say("parts_title"),
        unit="",
        panels=tuple(bar_panel(basis, found, most=most, say=say) for basis, found in every.items()),
        about=story(view.basis, every, say=say),
        stacked=True,
        least=0.16,
    )


PICTURE = PictureKind(
    path=MISMATCH, order=22, title=lambda say: say("picture_mismatch_bars"), make=make
)
