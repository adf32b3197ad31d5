"""Where a view is shown: all of it as slides."""

from html import escape

from dashboard.components.block import Block
from dashboard.components.file_link import file_link
from dashboard.exports.declaration import decks, formats, formats_of
from dashboard.exports.links import QUERIES
from dashboard.exports.route import PATH
from dashboard.state import View
from dashboard.words import Speaker


def take_slides(deck: str, *, view: View, say: Speaker) -> Block:
    """The link to a deck."""
    kind = decks()[deck]
    query = QUERIES[kind.path].write(view)
    links = "".join(
        file_link(formats()[key].title(say), f"{PATH}{deck}.{key}{query}")
        for key in formats_of(kind)
    )
    return Block(f"{escape(say('take_deck'))} {links}", tag="p", className="take take-slides")
