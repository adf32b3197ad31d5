"""Drawings and maps on a slide: freeforms, and boxes of words over them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dashboard import theme
from dashboard.exports.drawing import Drawing, Label
from dashboard.exports.slides.clip import cut
from dashboard.exports.slides.freeform import add_freeform
from dashboard.exports.slides.hatch import hatching
from dashboard.exports.slides.shapes import outlines
from dashboard.exports.slides.words import box, height_of, width_of

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
    told: Mapping[str, str] | None = None,
) -> None:
    """All shapes of a drawing, then its labels; `scale`: points to a unit.

    `names`: path of a shape -> what it shows. The first shape of a path has its name alone; a
    second is its hatching or its edge. `told`: name -> what stands for it where nobody sees it.
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
        words = (told or {}).get(name, "")
        add_freeform(slide, outline, name=name, left=left, top=top, scale=scale, told=words)
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
