"""Legends of a map on a slide: one key below the other, or in rows."""

from typing import Any

from dashboard import theme
from dashboard.exports.picture import Key, Legend
from dashboard.exports.slides.drawn import put_drawing
from dashboard.exports.slides.words import box, height_of, width_of

_KEY = 11.0


def put_legend(
    slide: Any, legend: Legend, *, left: float, top: float, width: float, lang: str
) -> None:
    """One below the other."""
    if legend.grid:
        drawing = legend.grid.drawing
        put_drawing(slide, drawing, left=left, top=top, scale=1.0, lang=lang)
        top += drawing.height + 6
        for text in (legend.grid.rows, legend.grid.columns, legend.grid.note):
            top = _put_line(slide, text, left=left, top=top, width=width, lang=lang)
    if legend.head:
        unit, counted = legend.head
        half = width_of(counted, size=10.5) + 4
        texts = ((unit, left, width - half, "left"), (counted, left + width - half, half, "right"))
        tall = height_of([unit], width=width - half - 6, size=10.5, lang=lang)
        for text, at, wide, align in texts:
            box(
                slide,
                [text],
                left=at,
                top=top,
                width=wide,
                height=tall,
                size=10.5,
                lang=lang,
                colour=theme.INK_SOFT,
                align=align,
            )
        top += tall + 4
    for key in (*legend.keys, *legend.marks):
        top = _put_key(slide, key, left=left, top=top, width=width, lang=lang)


def _put_line(
    slide: Any, text: str, *, left: float, top: float, width: float, lang: str, size: float = 10.5
) -> float:
    """A text, and where what follows may begin."""
    tall = height_of([text], width=width, size=size, lang=lang) + 2
    box(slide, [text], left=left, top=top, width=width, height=tall, size=size, lang=lang)
    return top + tall


def _put_key(slide: Any, key: Key, *, left: float, top: float, width: float, lang: str) -> float:
    put_drawing(slide, key.sign, left=left, top=top, scale=1.0, lang=lang)
    start = left + key.sign.width + 8
    whole = width - key.sign.width - 8
    wide = width_of(key.count, size=_KEY) + 4 if key.count else 0.0
    aside = wide <= whole / 3
    room = whole - wide if aside else whole
    tall = max(height_of([key.text], width=room, size=_KEY, lang=lang), key.sign.height)
    below = 0.0 if aside else height_of([key.count], width=whole, size=_KEY, lang=lang)
    texts = [(key.text, start, top - 1, room, tall, theme.INK, "left")]
    if key.count and aside:
        texts.append((key.count, start + room, top - 1, wide, tall, theme.INK_SOFT, "right"))
    elif key.count:
        texts.append((key.count, start, top + tall - 1, whole, below, theme.INK_SOFT, "left"))
    for words, at, y, across, down, colour, align in texts:
        box(
            slide,
            [words],
            left=at,
            top=y,
            width=across,
            height=down,
            size=_KEY,
            lang=lang,
            colour=colour,
            align=align,
        )
    return top + tall + below + 5


def keys_height(legend: Legend, *, width: float, lang: str) -> float:
    """The room that keys in rows need."""
    return (1 + max(at for *_, at in _rows(legend, width))) * _row(lang) + 6 if legend.keys else 0


def _row(lang: str) -> float:
    return {"en": 14.0, "km": 17.0}[lang]


def _rows(legend: Legend, width: float) -> list[tuple[Key, float, int]]:
    """Keys one after the other: where each begins, and in which row."""
    out, x, row = [], 0.0, 0
    for key in legend.keys:
        wide = 16 + width_of(key.text, size=9) + 12
        if x and x + wide > width:
            x, row = 0.0, row + 1
        out.append((key, x, row))
        x += wide
    return out


def put_keys(
    slide: Any, legend: Legend, *, left: float, top: float, width: float, lang: str
) -> None:
    """Keys in rows."""
    for key, x, row in _rows(legend, width):
        y = top + row * _row(lang)
        scale = 12 / key.sign.width
        put_drawing(slide, key.sign, left=left + x, top=y + 2, scale=scale, lang=lang)
        box(
            slide,
            [key.text],
            left=left + x + 16,
            top=y,
            width=width_of(key.text, size=9) + 8,
            height=_row(lang),
            size=9,
            lang=lang,
        )
