"""Below a figure or a map: the same view of it as a picture."""

from html import escape

from dashboard.components.block import Block
from dashboard.components.file_link import file_link
from dashboard.exports.declaration import OPTIONS, formats, formats_of, pictures
from dashboard.exports.links import QUERIES
from dashboard.exports.route import PATH
from dashboard.state import View
from dashboard.words import Speaker

_FINE = "dpi=300"


def take_picture(picture: str, *, view: View, say: Speaker, named: bool = False) -> Block:
    """Links to the files of a picture: for paper at once, for slides and squares folded away.

    `named`: say which, where it is not the figure above.
    """
    title = pictures()[picture].title(say)
    first = say("take_other", title=title) if named else say("take_picture")
    query = QUERIES[pictures()[picture].path].write(view)
    names = {"slide": say("picture_slide"), "square": say("picture_square")}
    others = "".join(
        f"<p>{escape(names[size])} {_links(picture, query, f'size={size}', say=say)}</p>"
        for size in OPTIONS["size"]
        if size in names
    )
    return Block(
        f"<p>{escape(first)} {_links(picture, query, '', say=say)}</p>"
        f"<details><summary>{escape(say('picture_sizes'))}</summary>{others}</details>",
        className="take take-picture",
    )


def _links(picture: str, query: str, more: str, *, say: Speaker) -> str:
    """A link for each format; PNG fine enough for print too."""
    links = []
    for key in formats_of(pictures()[picture]):
        takes = [more, _with(more, _FINE)] if "dpi" in formats()[key].takes else [more]
        for options in takes:
            name = formats()[key].title(say)
            text = say("picture_fine", format=name) if _FINE in options else name
            links.append(file_link(text, f"{PATH}{picture}.{key}{_query(query, options)}"))
    return " · ".join(links)


def _with(*options: str) -> str:
    return "&".join(filter(None, options))


def _query(query: str, options: str) -> str:
    return f"?{_with(query.removeprefix('?'), options)}" if query or options else ""
