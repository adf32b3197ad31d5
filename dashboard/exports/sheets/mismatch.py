"""What the first map of the mismatch shows: seekers, vacancies or one measure, by province."""

from dashboard.exports.declaration import SheetKind
from dashboard.exports.links import MISMATCH, link_of
from dashboard.exports.of_measure import sheet_of
from dashboard.exports.sheet import Sheet
from dashboard.exports.view_words import assumed_in_case, case_filters
from dashboard.mismatch.market import case_of
from dashboard.mismatch.pictures import picture_names, pictures
from dashboard.state import View
from dashboard.words import Speaker


def make(view: View, say: Speaker) -> Sheet:
    """The measure of the view, in its case."""
    name = say.fill(picture_names()[view.measure].in_(say.lang))
    return sheet_of(
        pictures(case_of(view))[view.measure],
        key="mismatch",
        link=link_of(MISMATCH, view),
        names=("mismatch", view.measure, view.basis),
        filters=((say("first_legend"), name), *case_filters(view, say=say)),
        assumed=assumed_in_case(view, say=say),
        say=say,
    )


SHEET = SheetKind(
    path=MISMATCH,
    order=20,
    title=lambda say: say("sheet_mismatch"),
    make=make,
    by_province=True,
)
