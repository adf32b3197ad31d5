"""PDF: a picture in shapes and words, for print."""

from dashboard.exports.declaration import Format, Options
from dashboard.exports.picture import Picture
from dashboard.exports.picture_page import set_picture
from dashboard.words import Speaker


def write(picture: Picture, options: Options, say: Speaker) -> bytes:
    """The whole file."""
    return set_picture(picture, output="pdf", options=options, say=say)


FORMAT = Format(
    title=lambda say: "PDF",
    media_type="application/pdf",
    extension="pdf",
    order=84,
    pictures=True,
    takes=("size",),
    write=write,
)
