"""Words on a slide: how large they may be to fit their box, and boxes that hold them."""

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from dashboard import theme
from dashboard.exports.text_width import text_width

LATIN, KHMER = "Arial", "Noto Sans Khmer"
"""Families that PowerPoint looks for; where they are missing it takes others of its own."""

_WIDER = 1.3
"""DejaVu Sans by the Latin family of the atlas. It is shown where neither Arial nor one of its
width is installed, and there too no word may break, and nothing run into what stands below."""
_LINE = {"en": 1.2, "km": 1.45}
_LANG = {"en": "en-GB", "km": "km-KH"}
_SPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def lines_of(text: str, *, width: float, size: float, bold: bool = False) -> int:
    """Lines that a text takes in a box `width` points wide."""
    lines, used = 1, 0.0
    for word in text.split(" "):
        wide = width_of(word, size=size, bold=bold)
        space = size * 0.3 if used else 0.0
        if used + space + wide <= width:
            used += space + wide
            continue
        lines += int(bool(used)) + int(wide // width)
        used = wide % width if wide > width else wide
    return lines


def width_of(text: str, *, size: float, bold: bool = False) -> float:
    """Width of one line, in points."""
    return _WIDER * text_width(text, size=size, bold=bold)


def height_of(
    texts: Sequence[str], *, width: float, size: float, lang: str, bold: bool = False
) -> float:
    """Height of paragraphs in a box `width` points wide, in points."""
    count = sum(lines_of(text, width=width, size=size, bold=bold) for text in texts)
    return count * size * _LINE[lang]


def fitting(
    texts: Sequence[str],
    *,
    width: float,
    height: float,
    sizes: Sequence[float],
    lang: str,
    bold: bool = False,
) -> float:
    """The first of `sizes` in which the paragraphs fit; the last where none does."""
    for size in sizes:
        if height_of(texts, width=width, size=size, lang=lang, bold=bold) <= height:
            return size
    return sizes[-1]


def box(
    slide: Any,
    texts: Sequence[str],
    *,
    left: float,
    top: float,
    width: float,
    height: float,
    size: float,
    lang: str,
    colour: str = theme.INK,
    bold: bool = False,
    align: str = "left",
    middle: bool = False,
    name: str = "",
    after: float = 0.0,
    link: str = "",
) -> Any:
    """A box with paragraphs, in points; `after`: room below each; `link`: where a click leads."""
    from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
    from pptx.util import Pt

    shape = slide.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(height))
    if name:
        shape.name = name
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    fill(
        frame,
        texts,
        size=size,
        lang=lang,
        colour=colour,
        bold=bold,
        align=align,
        after=after,
        link=link,
    )
    return shape


def fill(
    frame: Any,
    texts: Sequence[str],
    *,
    size: float,
    lang: str,
    colour: str = theme.INK,
    bold: bool = False,
    align: str = "left",
    after: float = 0.0,
    link: str = "",
) -> None:
    """Put paragraphs into an empty frame of text, in both families.

    Written at once: a deck has thousands, and python-pptx takes a millisecond for each.
    """
    from pptx.oxml import parse_xml

    element = frame._txBody
    for old in list(element.p_lst):
        element.remove(old)
    aligned = {"left": "l", "middle": "ctr", "right": "r"}[align]
    font = (
        f'<a:rPr lang="{_LANG[lang]}" sz="{round(size * 100)}" b="{int(bold)}"><a:solidFill>'
        f'<a:srgbClr val="{colour.lstrip("#").upper()}"/></a:solidFill>'
        f'<a:latin typeface="{LATIN}"/><a:cs typeface="{KHMER}"/></a:rPr>'
    )
    for at, text in enumerate(texts):
        room = round(after * 100) if at < len(texts) - 1 else 0
        element.append(
            parse_xml(
                f'<a:p {_SPACE}><a:pPr algn="{aligned}"><a:spcAft><a:spcPts val="{room}"/>'
                f"</a:spcAft></a:pPr><a:r>{font}<a:t>{escape(clean(text))}</a:t></a:r></a:p>"
            )
        )
    if link:
        for paragraph in frame.paragraphs:
            paragraph.runs[0].hyperlink.address = link


def style(font: Any, *, size: float, colour: str, bold: bool = False, lang: str) -> None:
    """Size, colour and both families of a font; a complex script looks only for its own."""
    from pptx.dml.color import RGBColor
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    font.size, font.bold, font.name = Pt(size), bold, LATIN
    font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())
    properties = font._rPr
    properties.set("lang", _LANG[lang])
    for tag in ("a:ea", "a:cs"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    latin = properties.find(qn("a:latin"))
    complex_script = latin.makeelement(qn("a:cs"), {"typeface": KHMER})
    latin.addnext(complex_script)


def clean(text: str) -> str:
    """The text without signs that no XML can hold."""
    return "".join(sign for sign in text if sign in "\t\n" or ord(sign) >= 32)
