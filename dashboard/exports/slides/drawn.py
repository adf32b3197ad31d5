"""Drawings and maps on a slide: freeforms, and boxes of words over them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dashboard import theme
from dashboard.exports.deck import Map
from dashboard.exports.drawing import Drawing, Label
from dashboard.exports.picture import Key, Legend
from dashboard.exports.slides.clip import cut
from dashboard.exports.slides.freeform import add_freeform
from dashboard.exports.slides.hatch import hatching
from dashboard.exports.slides.shapes import outlines
from dashboard.exports.slides.words import box, height_of, width_of

_PIXELS = 1.25
"""Pixels of a screen to a point, as a map is drawn: names are a little smaller than words."""
_LEGEND, _GAP = 190.0, 16.0
_SIZE, _KEY = 12.0, 11.0
_PLATE = 0.72


@dataclass(frozen=True, kw_only=True)
class Room:
    """A part of a slide, in points."""

    left: float
    top: float
    width: float
    height: float


def put_drawing(
    slide: Any,
    drawing: Drawing,
    *,
    left: float,
    top: float,
    scale: float,
    lang: str,
    names: Mapping[str, str] | None = None,
) -> None:
    """All shapes of a drawing, then its labels; `scale`: points to a unit.

    `names`: path of a shape -> what it shows. The first shape of a path has its name alone; a
    second is its hatching or its edge.
    """
    known, seen = names or {}, set[str]()
    for one in outlines(drawing.svg):
        name = known.get(one.path, "shape")
        outline = hatching(one) if one.hatched else one
        if one.hatched:
            name = f"hatch {name}"
        elif one.path in seen:
            name = f"edge {name}"
        elif one.path in known:
            seen.add(one.path)
        kept = (cut(ring, width=drawing.width, height=drawing.height) for ring in outline.rings)
        outline = replace(outline, rings=tuple(ring for ring in kept if ring))
        told = name if one.path in known else ""
        add_freeform(slide, outline, name=name, left=left, top=top, scale=scale, told=told)
    for label in drawing.labels:
        _put_label(slide, label, left=left, top=top, scale=scale, lang=lang)


def _put_label(
    slide: Any, label: Label, *, left: float, top: float, scale: float, lang: str
) -> None:
    size = label.size * scale
    wide = width_of(label.text, size=size, bold=label.bold) + 4
    tall = height_of([label.text], width=wide * 2, size=size, lang=lang)
    before = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * wide
    shape = box(
        slide,
        [label.text],
        left=left + label.x * scale - before,
        top=top + label.y * scale - tall / 2,
        width=wide,
        height=tall,
        size=size,
        lang=lang,
        colour=label.colour,
        bold=label.bold,
        align={"start": "left", "middle": "middle", "end": "right"}[label.anchor],
        middle=True,
        name=f"label {label.text}",
    )
    shape.text_frame.word_wrap = False
    if label.halo:
        _plate(shape)


def _plate(shape: Any) -> None:
    """A pale ground, so that a name can be read on dark and pale alike."""
    from pptx.dml.color import RGBColor
    from pptx.oxml.ns import qn

    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(theme.PAPER.lstrip("#").upper())
    colour = shape.fill._xPr.find(qn("a:solidFill")).find(qn("a:srgbClr"))
    colour.append(colour.makeelement(qn("a:alpha"), {"val": str(round(_PLATE * 100_000))}))


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
    aside = min(_LEGEND, room.width * 0.3) if room.width > 400 else 0.0
    width = room.width - (aside + _GAP if aside else 0)
    below = 0.0 if aside else _keys_height(part.legend, width=width, lang=lang)
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
    )
    if aside:
        _put_legend(
            slide, part.legend, left=room.left + width + _GAP, top=top, width=aside, lang=lang
        )
    else:
        _put_keys(slide, part.legend, left=room.left, top=top + height + 4, width=width, lang=lang)


def _put_legend(
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


def _keys_height(legend: Legend, *, width: float, lang: str) -> float:
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


def _put_keys(
    slide: Any, legend: Legend, *, left: float, top: float, width: float, lang: str
) -> None:
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
