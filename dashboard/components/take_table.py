"""Below a table: the same view of it as a file, in every format it comes in."""

from html import escape

from dashboard.components.block import Block
from dashboard.components.file_link import file_link
from dashboard.exports.declaration import formats, formats_of, sheets
from dashboard.exports.links import QUERIES
from dashboard.exports.route import PATH
from dashboard.state import View
from dashboard.words import Speaker


def take_table(sheet: str, *, view: View, say: Speaker, named: bool = False) -> Block:
    """Links to the files of a sheet. `named`: say which, where it is not the table above."""
    kind = sheets()[sheet]
    query = QUERIES[kind.path].write(view)
    first = say("take_other", title=kind.title(say)) if named else say("take_table")
    links = [
        file_link(formats()[key].title(say), f"{PATH}{sheet}.{key}{query}")
        for key in formats_of(kind)
    ]
    return Block(f"{escape(first)} {' · '.join(links)}", tag="p", className="take")
