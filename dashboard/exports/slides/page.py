"""What every slide has: its title, the room below it, and unit, evidence and link at its foot."""

from collections.abc import Sequence
from typing import Any

from dashboard import theme
from dashboard.exports.deck import Deck, Slide
from dashboard.exports.declaration import Options
from dashboard.exports.facts import MAKER, link
from dashboard.exports.slides.drawn import Room
from dashboard.exports.slides.words import box, fill, fitting, height_of, width_of
from dashboard.words import Speaker

WIDTH, HEIGHT = 960.0, 540.0
"""Of a slide, in points: 16 by 9."""

MARGIN, FOOT = 36.0, 484.0
WIDE = WIDTH - 2 * MARGIN

_TITLE_ONLY = 5
_TITLE_SIZES = (26.0, 24.0, 22.0, 20.0, 18.0, 16.0)
_TITLE_TOP, _TITLE_MOST = 22.0, 44.0
_ABOUT = 12.0
_GAP = 14.0
_FEW = 3


def begin(file: Any, slide: Slide, *, lang: str) -> Any:
    """A slide with its title and what it shows."""
    size = _title_size(slide, lang=lang)
    tall = _title_height(slide, lang=lang)
    drawn = empty(file, slide.title, size=size, top=_TITLE_TOP, height=tall, lang=lang)
    if slide.about:
        text(
            drawn,
            [slide.about],
            room=Room(
                left=MARGIN,
                top=_TITLE_TOP + tall + 2,
                width=WIDE,
                height=_about_height(slide, lang=lang),
            ),
            size=_ABOUT,
            lang=lang,
            colour=theme.INK_SOFT,
            name="about",
        )
    return drawn


def empty(
    file: Any,
    title: str,
    *,
    size: float,
    top: float,
    height: float,
    lang: str,
    colour: str = theme.INK,
) -> Any:
    """A slide with its title alone, which outlines and readers of screens find."""
    from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
    from pptx.util import Pt

    slide = file.slides.add_slide(file.slide_layouts[_TITLE_ONLY])
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = (
        Pt(one) for one in (MARGIN, top, WIDE, height)
    )
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.TOP
    fill(frame, [title], size=size, lang=lang, bold=True, colour=colour)
    return slide


def text(
    slide: Any,
    texts: Sequence[str],
    *,
    room: Room,
    size: float,
    lang: str,
    colour: str = theme.INK,
    bold: bool = False,
    after: float = 0.0,
    name: str = "",
) -> None:
    """Paragraphs in a part of the slide."""
    box(
        slide,
        texts,
        left=room.left,
        top=room.top,
        width=room.width,
        height=room.height,
        size=size,
        lang=lang,
        colour=colour,
        bold=bold,
        after=after,
        name=name,
    )


def body(slide: Slide, *, lang: str) -> Room:
    """The room between title and foot."""
    top = _TITLE_TOP + _title_height(slide, lang=lang) + 8
    if slide.about:
        top += _about_height(slide, lang=lang) + 6
    return Room(left=MARGIN, top=top, width=WIDE, height=FOOT - 8 - top)


def rooms(slide: Slide, room: Room) -> list[Room]:
    """Parts side by side; more than three in two rows."""
    count = len(slide.parts)
    columns = count if count <= _FEW else (count + 1) // 2
    rows = -(-count // columns)
    wide = (room.width - _GAP * (columns - 1)) / columns
    tall = (room.height - _GAP * (rows - 1)) / rows
    return [
        Room(
            left=room.left + (at % columns) * (wide + _GAP),
            top=room.top + (at // columns) * (tall + _GAP),
            width=wide,
            height=tall,
        )
        for at in range(count)
    ]


def foot(
    slide: Any,
    *,
    unit: str,
    evidence: str,
    deck: Deck,
    options: Options,
    say: Speaker,
    at: int,
) -> None:
    """Unit, status, date and sources; the hash of the numbers; the link; which slide it is."""
    lang, wide, address = say.lang, WIDE - 60, link(deck.sheet, options)
    rows = [
        (say("slide_unit", unit=unit, evidence=evidence) if unit else evidence, "evidence", ""),
        (say("slide_hash", maker=MAKER, hash=deck.sheet.content_hash), "hash", ""),
        (_short(address, width=wide), "link", address if options.site else ""),
    ]
    top = FOOT
    for words, name, target in rows:
        size = fitting([words], width=wide, height=18, sizes=(10, 9, 8, 7), lang=lang)
        tall = height_of([words], width=wide, size=size, lang=lang)
        box(
            slide,
            [words],
            left=MARGIN,
            top=top,
            width=wide,
            height=tall,
            size=size,
            lang=lang,
            colour=theme.ACCENT if name == "link" else theme.INK_SOFT,
            name=name,
            link=target,
        )
        top += tall + 1
    box(
        slide,
        [say.fill(str(at))],
        left=WIDTH - MARGIN - 50,
        top=FOOT,
        width=50,
        height=18,
        size=10,
        lang=lang,
        colour=theme.INK_SOFT,
        align="right",
        name="number",
    )


def _short(address: str, *, width: float) -> str:
    """The address in one line; a click, or the last slide, has all of it."""
    cut = address
    while width_of(cut, size=10) > width:
        cut = f"{cut[: int(len(cut) * 0.95) - 2]}…"
    return cut


def _title_size(slide: Slide, *, lang: str) -> float:
    return fitting(
        [slide.title], width=WIDE, height=_TITLE_MOST, sizes=_TITLE_SIZES, lang=lang, bold=True
    )


def _title_height(slide: Slide, *, lang: str) -> float:
    size = _title_size(slide, lang=lang)
    return height_of([slide.title], width=WIDE, size=size, lang=lang, bold=True)


def _about_height(slide: Slide, *, lang: str) -> float:
    return height_of([slide.about], width=WIDE, size=_ABOUT, lang=lang)
