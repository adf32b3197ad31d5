"""A deck as a PowerPoint file: a title, a slide for each part, sources at the end."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from dashboard import theme
from dashboard.exports.carried import slides_part
from dashboard.exports.deck import Chart, Deck, Lines, Map, Part, Slide, Table, XyChart
from dashboard.exports.declaration import Options
from dashboard.exports.facts import MAKER, facts, link
from dashboard.exports.slides.charts import put_chart, put_xy
from dashboard.exports.slides.closing import closing
from dashboard.exports.slides.drawn import Room
from dashboard.exports.slides.maps import put_map
from dashboard.exports.slides.package import steady
from dashboard.exports.slides.page import (
    FOOT,
    HEIGHT,
    MARGIN,
    WIDE,
    WIDTH,
    begin,
    body,
    empty,
    foot,
    rooms,
    text,
)
from dashboard.exports.slides.tables import column_widths, pages, put_table
from dashboard.exports.slides.words import KHMER, LATIN, clean, fitting, height_of
from dashboard.words import Speaker

_LINK = re.compile(rb'(<a:hlink><a:srgbClr val=")[0-9A-Fa-f]{6}("/>)')
_ANSWER_SIZES = (32.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
_CHOSEN_SIZES = (16.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
_LINE_SIZES = (18.0, 16.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0)
_TITLE_TOP, _ANSWER_TOP, _ANSWER_MOST = 44.0, 92.0, 190.0


def presentation(deck: Deck, options: Options, say: Speaker) -> bytes:
    """The whole file; the same deck gives the same bytes."""
    from pptx import Presentation
    from pptx.util import Pt

    file = Presentation()
    file.slide_width, file.slide_height = Pt(WIDTH), Pt(HEIGHT)
    _families(file)
    _title_slide(file, deck, options=options, say=say)
    for one in (*deck.slides, *closing(deck, options=options, say=say)):
        for piece in _pieces(one, lang=say.lang):
            _slide(file, piece, deck, options=options, say=say)
    _say_of_itself(file, deck, options=options)
    _carry(file, facts(deck.sheet, options, say))
    out = io.BytesIO()
    file.save(out)
    return steady(out.getvalue())


def _carry(file: Any, told: Mapping[str, str]) -> None:
    """A part with what every file says of itself; programs keep it when they save the slides."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    part = Part(
        PackURI("/customXml/item1.xml"), "application/xml", file.part.package, slides_part(told)
    )
    file.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _families(file: Any) -> None:
    """The two families as those of the theme, which charts and new words take; links in our ink."""
    for relation in file.slide_masters[0].part.rels.values():
        if relation.reltype.endswith("/theme"):
            part = relation.target_part
            blob = part.blob
            for tag, family in (("latin", LATIN), ("cs", KHMER)):
                wanted = f'<a:{tag} typeface="{family}"'
                blob = re.sub(rf'<a:{tag} typeface="[^"]*"'.encode(), wanted.encode(), blob)
            part._blob = _LINK.sub(rf"\g<1>{theme.ACCENT.lstrip('#').upper()}\g<2>".encode(), blob)


def _title_slide(file: Any, deck: Deck, *, options: Options, say: Speaker) -> None:
    """The answer in words, its evidence, and what was chosen."""
    lang = say.lang
    slide = empty(
        file,
        deck.title,
        size=20,
        top=_TITLE_TOP,
        height=height_of([deck.title], width=WIDE, size=20, lang=lang, bold=True),
        lang=lang,
        colour=theme.ACCENT,
    )
    size = fitting(
        [deck.answer], width=WIDE, height=_ANSWER_MOST, sizes=_ANSWER_SIZES, lang=lang, bold=True
    )
    tall = height_of([deck.answer], width=WIDE, size=size, lang=lang, bold=True)
    room = Room(left=MARGIN, top=_ANSWER_TOP, width=WIDE, height=tall)
    text(slide, [deck.answer], room=room, size=size, lang=lang, bold=True, name="answer")
    top = _ANSWER_TOP + tall + 12
    room = Room(left=MARGIN, top=top, width=WIDE, height=FOOT - top - 8)
    texts = [one for one in (*deck.more, deck.evidence) if one]
    texts += [
        f"{say('picture_fact', name=name)} {say.fill(value)}" for name, value in deck.sheet.filters
    ]
    small = fitting(
        texts,
        width=WIDE,
        height=room.height - 6 * len(texts),
        sizes=_CHOSEN_SIZES,
        lang=lang,
    )
    text(
        slide,
        texts,
        room=room,
        size=small,
        lang=lang,
        colour=theme.INK_SOFT,
        after=5,
        name="chosen",
    )
    foot(
        slide,
        unit=deck.sheet.unit,
        evidence=deck.evidence,
        deck=deck,
        options=options,
        say=say,
        at=1,
    )


def _pieces(slide: Slide, *, lang: str) -> list[Slide]:
    """The slide, or several where its table has no room on one."""
    room = body(slide, lang=lang)
    part = slide.parts[0]
    if len(slide.parts) == 1 and isinstance(part, Table):
        found: Sequence[Part] = pages(part, width=room.width, height=room.height, lang=lang)
        return [replace(slide, parts=(one,)) for one in found]
    return [slide]


def _slide(file: Any, slide: Slide, deck: Deck, *, options: Options, say: Speaker) -> None:
    lang = say.lang
    drawn = begin(file, slide, lang=lang)
    for part, room in zip(slide.parts, rooms(slide, body(slide, lang=lang)), strict=True):
        _put(drawn, part, room, lang=lang)
    for one in drawn.shapes:
        if one.has_chart or one.has_table:
            told = f"{slide.title} · {slide.unit}" if slide.unit else slide.title
            one._element.nvGraphicFramePr.cNvPr.set("descr", clean(told))
    foot(
        drawn,
        unit=slide.unit,
        evidence=slide.evidence,
        deck=deck,
        options=options,
        say=say,
        at=len(file.slides),
    )
    notes = [*slide.notes, slide.about, slide.evidence, link(deck.sheet, options)]
    drawn.notes_slide.notes_text_frame.text = clean("\n".join(filter(None, notes)))


def _put(slide: Any, part: Part, room: Room, *, lang: str) -> None:
    if isinstance(part, Map):
        put_map(slide, part, room, lang=lang)
    elif isinstance(part, Chart):
        put_chart(slide, part, room, lang=lang)
    elif isinstance(part, XyChart):
        put_xy(slide, part, room, lang=lang)
    elif isinstance(part, Table):
        put_table(slide, part, room, widths=column_widths(part, width=room.width), lang=lang)
    else:
        _put_lines(slide, part, room, lang=lang)


def _put_lines(slide: Any, part: Lines, room: Room, *, lang: str) -> None:
    """Sentences, as large as there is room."""
    if part.title:
        head = Room(left=room.left, top=room.top, width=room.width, height=24)
        text(slide, [part.title], room=head, size=14, lang=lang, bold=True)
        room = replace(room, top=room.top + 28, height=room.height - 28)
    size = fitting(
        part.lines,
        width=room.width,
        height=room.height - 8 * len(part.lines),
        sizes=_LINE_SIZES,
        lang=lang,
    )
    text(slide, part.lines, room=room, size=size, lang=lang, after=7, name="lines")


def _say_of_itself(file: Any, deck: Deck, *, options: Options) -> None:
    """Properties of the document; its date is that of the data."""
    year, month, day = (*(int(one) for one in deck.sheet.as_of.split("-")), 1, 1)[:3]
    known = file.core_properties
    known.title, known.subject = clean(deck.title), clean(deck.answer)[:255]
    known.author = known.last_modified_by = MAKER
    known.created = known.modified = datetime(year, month, day)
    known.language, known.identifier = deck.sheet.lang, deck.sheet.content_hash
    known.comments, known.revision = link(deck.sheet, options)[:255], 1
