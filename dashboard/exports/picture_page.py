"""A picture with its title, legend and evidence: on paper, on a slide, as a square, on a stage."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dashboard import theme
from dashboard.credit import picture_credit
from dashboard.exports.declaration import Options
from dashboard.exports.facts import MAKER, link
from dashboard.exports.picture import Draw, Key, Picture
from dashboard.exports.picture_words import changed_lines, evidence_line, shortened
from dashboard.exports.qr import qr_drawing
from dashboard.typeset import told, typeset
from dashboard.words import Speaker

_TEMPLATE = "picture"
_SCREEN_PX = 14
"""Letters of this size on a screen are set in the text size of the paper."""
_MM = 72 / 25.4
_WIDE = 1.2
"""Width by height of the country, and some sea."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A size in points, with that of its text; `beside`: width of the legend, 0 for below."""

    width: float
    height: float
    margin: float
    text: float
    beside: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Fit:
    """How much is told and how large, so that all of it has room.

    `about`: with the sentence below the title; `foot`: plan and settings stand in the foot;
    `lines`: how many of them.
    """

    text: float = 1.0
    about: bool = True
    foot: bool = False
    lines: int | None = None


FITS = (
    Fit(),
    Fit(about=False),
    Fit(about=False, foot=True),
    Fit(text=0.9, about=False, foot=True),
    Fit(text=0.85, about=False, foot=True, lines=12),
    Fit(text=0.8, about=False, foot=True, lines=6),
    Fit(text=0.7, about=False, foot=True, lines=4),
    Fit(text=0.6, about=False, foot=True, lines=2),
)
"""Tried in this order until the picture fits."""


def paper(picture: Picture, size: str) -> Paper:
    """What the picture is set on; a page stands or lies as fits the picture."""
    if size == "slide":
        beside = 230 if len(picture.panels) == 1 else 0
        return Paper(width=960, height=540, margin=30, text=12, beside=beside)
    if size == "stage":
        beside = 250 if len(picture.panels) == 1 else 0
        return Paper(width=960, height=440, margin=10, text=15, beside=beside)
    if size == "square":
        return Paper(width=810, height=810, margin=34, text=14)
    if picture.upright:
        return Paper(width=210 * _MM, height=297 * _MM, margin=14 * _MM, text=10)
    beside = 185 if len(picture.panels) == 1 else 0
    return Paper(width=297 * _MM, height=210 * _MM, margin=13 * _MM, text=10, beside=beside)


def set_picture(
    picture: Picture,
    *,
    output: Literal["pdf", "png", "svg"],
    options: Options,
    say: Speaker,
) -> bytes:
    """The whole file, without what only its format knows."""
    sheet = paper(picture, options.size)
    for fit in FITS:
        data = _data(picture, sheet, fit, linked=output == "pdf", options=options, say=say)
        columns, rooms = _arranged(picture, data)
        left = told(_TEMPLATE, {**data, "columns": columns}, label="left")[0]
        share = sum(height for _, height in rooms[::columns]) / sheet.height
        if left >= 0 and share >= picture.least:
            break
    room = (min(width for width, _ in rooms), min(height for _, height in rooms))
    panels = [
        {**panel, "drawing": _drawn(one.draw, room, text=data["paper"]["text"])}
        for panel, one in zip(data["panels"], picture.panels, strict=True)
    ]
    data = {**data, "columns": columns, "panels": panels}
    return typeset(_TEMPLATE, data, output=output, ppi=options.dpi)[0]


def _arranged(picture: Picture, data: Mapping[str, Any]) -> tuple[int, tuple[Any, ...]]:
    """How many panels stand side by side, so that maps are largest, and the room that each has."""
    most = 1 if picture.stacked else len(picture.panels)
    tried = [
        (columns, told(_TEMPLATE, {**data, "columns": columns}, label="room"))
        for columns in range(1, most + 1)
    ]
    return max(tried, key=lambda one: min(min(w / _WIDE, h) for w, h in one[1]))


def facts(picture: Picture, options: Options) -> Mapping[str, str]:
    """What a file that holds no words says of itself."""
    return {
        "Title": picture.title,
        "Author": MAKER,
        "Source": link(picture.sheet, options),
        "Content-Hash": picture.sheet.content_hash,
    }


def _drawn(draw: Draw, room: tuple[float, float], *, text: float) -> dict[str, Any]:
    """The drawing for a room in points, as the template takes it."""
    scale = text / _SCREEN_PX
    drawing = draw(room[0] / scale, room[1] / scale)
    shown = min(room[0], room[1] * drawing.width / drawing.height)
    return {**drawing.plain, "shown": shown}


def _key(key: Key) -> dict[str, Any]:
    return {"sign": key.sign.plain, "text": key.text, "count": key.count}


def _data(
    picture: Picture, on: Paper, fit: Fit, *, linked: bool, options: Options, say: Speaker
) -> dict[str, Any]:
    """Everything but the drawings. `linked`: whether the address can be followed in the file."""
    sheet, legend, staged = picture.sheet, picture.legend, options.size == "stage"
    address = link(sheet, options)
    code = qr_drawing(address) if options.site and not staged else None
    return {
        "paper": {**vars(on), "text": on.text * fit.text},
        "beside": on.beside,
        "colours": {"ink": theme.INK, "soft": theme.INK_SOFT, "line": theme.LINE},
        "lang": say.lang,
        "maker": MAKER,
        "title": picture.title,
        "unit": picture.unit,
        "about": picture.about if fit.about else "",
        "panels": [
            {
                "title": one.title,
                "unit": one.unit,
                "drawing": None,
                "keys": [_key(key) for key in one.keys],
            }
            for one in picture.panels
        ],
        "legend": {
            "head": legend.head,
            "grid": legend.grid
            and {
                "drawing": legend.grid.drawing.plain,
                "rows": legend.grid.rows,
                "columns": legend.grid.columns,
                "note": legend.grid.note,
            },
            "keys": [_key(key) for key in legend.keys],
            "marks": [_key(key) for key in legend.marks],
        },
        "facts": [
            {"name": say("picture_fact", name=name), "value": say.fill(value)}
            for name, value in sheet.filters
        ],
        "lists_in_foot": fit.foot,
        "lists": [
            {"title": title, "lines": shortened(lines, fit.lines, say=say)}
            for title, lines in (
                (say("your_plan"), picture.plan),
                (say("picture_changed"), changed_lines(sheet, say=say)),
            )
            if lines
        ],
        "evidence": evidence_line(sheet, say=say),
        "notes": _notes(picture, options, say=say),
        "link": [] if staged else re.findall(r"[^/?&=,:]*[/?&=,:]|[^/?&=,:]+", address),
        "url": address if linked and options.site else "",
        "qr": code.plain if code else None,
    }


def _notes(picture: Picture, options: Options, *, say: Speaker) -> list[str]:
    """On a stage there is room for what a licence asks for, and no more."""
    if options.size == "stage":
        return [say("picture_boundaries")] if picture.boundaries else []
    made = f"{say('picture_hash', maker=MAKER)} {picture.sheet.content_hash}"
    return [made, picture_credit(say)] if picture.boundaries else [made]
