"""Maps on a slide: a freeform for each province, and the legend beside or below."""

from typing import Any

from dashboard.exports.deck import Map
from dashboard.exports.slides.drawn import Room, put_drawing
from dashboard.exports.slides.legends import keys_height, put_keys, put_legend
from dashboard.exports.slides.words import box, height_of

_PIXELS = 1.25
"""Pixels of a screen to a point, as a map is drawn: names are a little smaller than words."""
_LEGEND, _GAP = 190.0, 16.0
_SIZE = 12.0
_LEAST = 400.0
"""A map with less room than this has its legend below."""


def put_map(slide: Any, part: Map, room: Room, *, lang: str) -> None:
    """A map with its title above and its legend beside it."""
    top, height = room.top, room.height
    if part.title:
        tall = height_of([part.title], width=room.width, size=_SIZE, lang=lang, bold=True) + 2
        box(
            slide,
            [part.title],
            left=room.left,
            top=top,
            width=room.width,
            height=tall,
            size=_SIZE,
            lang=lang,
            bold=True,
        )
        top, height = top + tall, height - tall
    aside = min(_LEGEND, room.width * 0.3) if room.width > _LEAST else 0.0
    width = room.width - (aside + _GAP if aside else 0)
    below = 0.0 if aside else keys_height(part.legend, width=width, lang=lang)
    height -= below
    drawing = part.draw(width * _PIXELS, height * _PIXELS)
    put_drawing(
        slide,
        drawing,
        left=room.left,
        top=top,
        scale=1 / _PIXELS,
        lang=lang,
        names=part.outlines,
        told=part.told,
    )
    if aside:
        put_legend(
            slide, part.legend, left=room.left + width + _GAP, top=top, width=aside, lang=lang
        )
    else:
        put_keys(slide, part.legend, left=room.left, top=top + height + 4, width=width, lang=lang)
