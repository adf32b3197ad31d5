"""SVG: a picture in shapes, its words too, so that no machine needs the fonts."""

from dashboard.exports.declaration import Format, Options
from dashboard.exports.picture import Picture
from dashboard.exports.picture_page import set_picture
from dashboard.exports.svg import inlined
from dashboard.words import Speaker


def write(picture: Picture, options: Options, say: Speaker) -> bytes:
    """The whole file."""
    svg = set_picture(picture, output="svg", options=options, say=say)
    return inlined(svg)


FORMAT = Format(
    title=lambda say: "SVG",
    media_type="image/svg+xml",
    extension="svg",
    order=82,
    pictures=True,
    takes=("size",),
    write=write,
)
