"""Below a table: the same view of it as a file, in every format it comes in."""

from typing import Any

from dash import html

from dashboard.exports.declaration import formats, formats_of, sheets
from dashboard.exports.links import QUERIES
from dashboard.exports.route import PATH
from dashboard.state import View
from dashboard.words import Speaker


def take_table(sheet: str, *, view: View, say: Speaker, named: bool = False) -> html.P:
    """Links to the files of a sheet. `named`: say which, where it is not the table above."""
    kind = sheets()[sheet]
    query = QUERIES[kind.path].write(view)
    parts: list[Any] = [say("take_other", title=kind.title(say)) if named else say("take_table")]
    for at, key in enumerate(formats_of(kind)):
        name = formats()[key].title(say)
        href = f"{PATH}{sheet}.{key}{query}"
        parts += [" · " if at else " ", html.A(name, href=href, download="")]
    return html.P(parts, className="take")
