"""PNG: a picture in dots, 96 or 300 an inch."""

from dashboard.exports.declaration import Format, Options
from dashboard.exports.picture import Picture
from dashboard.exports.picture_page import facts, set_picture
from dashboard.exports.png import with_facts
from dashboard.words import Speaker


def write(picture: Picture, options: Options, say: Speaker) -> bytes:
    """The whole file."""
    png = set_picture(picture, output="png", options=options, say=say)
    return with_facts(png, dpi=options.dpi, facts=facts(picture, options))


FORMAT = Format(
    title=lambda say: "PNG",
    media_type="image/png",
    extension="png",
    order=80,
    pictures=True,
    takes=("size", "dpi"),
    write=write,
)
