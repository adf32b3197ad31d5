"""Below a figure or a map: the same view of it as a picture."""

from typing import Any

from dash import html

from dashboard.exports.declaration import OPTIONS, formats, formats_of, pictures
from dashboard.exports.links import QUERIES
from dashboard.exports.route import PATH
from dashboard.state import View
from dashboard.words import Speaker

_FINE = "dpi=300"


def take_picture(picture: str, *, view: View, say: Speaker, named: bool = False) -> html.Div:
    """Links to the files of a picture: for paper at once, for slides and squares folded away.

    `named`: say which, where it is not the figure above.
    """
    title = pictures()[picture].title(say)
    first = say("take_other", title=title) if named else say("take_picture")
    query = QUERIES[pictures()[picture].path].write(view)
    names = {"slide": say("picture_slide"), "square": say("picture_square")}
    others = [
        html.P([names[size], *_links(picture, query, f"size={size}", say=say)])
        for size in OPTIONS["size"]
        if size in names
    ]
    return html.Div(
        [
            html.P([first, *_links(picture, query, "", say=say)]),
            html.Details([html.Summary(say("picture_sizes")), *others]),
        ],
        className="take take-picture",
    )


def _links(picture: str, query: str, more: str, *, say: Speaker) -> list[Any]:
    """A link for each format; PNG fine enough for print too."""
    parts: list[Any] = []
    for key in formats_of(pictures()[picture]):
        takes = [more, _with(more, _FINE)] if "dpi" in formats()[key].takes else [more]
        for options in takes:
            name = formats()[key].title(say)
            text = say("picture_fine", format=name) if _FINE in options else name
            parts += [
                " · " if parts else " ",
                html.A(text, href=f"{PATH}{picture}.{key}{_query(query, options)}", download=""),
            ]
    return parts


def _with(*options: str) -> str:
    return "&".join(filter(None, options))


def _query(query: str, options: str) -> str:
    return f"?{_with(query.removeprefix('?'), options)}" if query or options else ""
