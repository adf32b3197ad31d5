"""Slides: native charts and tables, and maps of shapes, for PowerPoint and LibreOffice."""

from dashboard.exports.deck import Deck
from dashboard.exports.declaration import Format, Options
from dashboard.exports.slides.presentation import presentation
from dashboard.words import Speaker


def write(deck: Deck, options: Options, say: Speaker) -> bytes:
    """The whole file."""
    return presentation(deck, options, say)


FORMAT = Format(
    title=lambda say: say("take_slides"),
    media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation",
    extension="pptx",
    order=90,
    decks=True,
    write=write,
)
