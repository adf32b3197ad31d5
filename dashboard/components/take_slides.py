"""Where a view is shown: all of it as slides."""

from dash import html

from dashboard.exports.declaration import decks, formats, formats_of
from dashboard.exports.links import QUERIES
from dashboard.exports.route import PATH
from dashboard.state import View
from dashboard.words import Speaker


def take_slides(deck: str, *, view: View, say: Speaker) -> html.P:
    """The link to a deck."""
    kind = decks()[deck]
    query = QUERIES[kind.path].write(view)
    links = [
        html.A(formats()[key].title(say), href=f"{PATH}{deck}.{key}{query}", download="")
        for key in formats_of(kind)
    ]
    return html.P([say("take_deck"), " ", *links], className="take")
