"""Tables on a slide: native, and never longer than what has room."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dashboard import theme
from dashboard.exports.deck import Table
from dashboard.exports.slides.drawn import Room
from dashboard.exports.slides.words import clean, fill, height_of, width_of

_MOST_ROWS = 13
_SIZE = 10.5
_PAD_X, _PAD_Y = 5.0, 2.5


def pages(table: Table, *, width: float, height: float, lang: str) -> list[Table]:
    """The table in pieces that fit, each with the heads."""
    widths = column_widths(table, width=width)
    room = height - _row_height(table.heads, widths, lang=lang, bold=True)
    heights = [_row_height(row, widths, lang=lang) for row in table.rows]
    few = len(_starts(heights, room=room, most=_MOST_ROWS))
    starts = _starts(heights, room=room, most=-(-len(heights) // few))
    if len(starts) > few:
        starts = _starts(heights, room=room, most=_MOST_ROWS)
    ends = [*starts[1:], len(heights)]
    return [_piece(table, first, last) for first, last in zip(starts, ends, strict=True)]


def put_table(slide: Any, table: Table, room: Room, *, widths: Sequence[float], lang: str) -> None:
    """The whole table, its rows as high as their words."""
    from pptx.util import Pt

    heights = [_row_height(table.heads, widths, lang=lang, bold=True)]
    heights += [_row_height(row, widths, lang=lang) for row in table.rows]
    shape = slide.shapes.add_table(
        len(heights),
        len(table.heads),
        Pt(room.left),
        Pt(room.top),
        Pt(sum(widths)),
        Pt(sum(heights)),
    )
    shape.name = "table"
    native = shape.table
    native.horz_banding = False
    for at, wide in enumerate(widths):
        native.columns[at].width = Pt(wide)
    for at, tall in enumerate(heights):
        native.rows[at].height = Pt(tall)
    for at, words in enumerate((table.heads, *table.rows)):
        for column, text in enumerate(words):
            _put_cell(
                native.cell(at, column),
                text,
                bold=at == 0 or (at - 1, column) in table.bold,
                ground=theme.PAPER_SOFT if at == 0 or at - 1 in table.marked else theme.PAPER,
                align="right" if column in table.numbers else "left",
                lang=lang,
            )


def column_widths(table: Table, *, width: float) -> list[float]:
    """Columns as wide as what they hold; long ones share what the others leave."""
    wanted = [
        max(
            max(width_of(line, size=_SIZE, bold=row < 0) for line in text.split("\n"))
            for row, text in enumerate((head, *(row[at] for row in table.rows)), start=-1)
        )
        + 2 * _PAD_X
        + 2
        for at, head in enumerate(table.heads)
    ]
    if sum(wanted) <= width:
        return [one + (width - sum(wanted)) / len(wanted) for one in wanted]
    most = width / len(wanted)
    while True:
        short = sum(one for one in wanted if one <= most)
        long = sum(1 for one in wanted if one > most)
        fair = (width - short) / long
        if fair - most < 1:
            return [min(one, fair) if one > most else one for one in wanted]
        most = fair


def _starts(heights: Sequence[float], *, room: float, most: int) -> list[int]:
    """The first row of each piece of at most so many rows."""
    starts, used = [0], 0.0
    for at, tall in enumerate(heights):
        if at > starts[-1] and (used + tall > room or at - starts[-1] >= most):
            starts.append(at)
            used = 0.0
        used += tall
    return starts


def _piece(table: Table, first: int, last: int) -> Table:
    return replace(
        table,
        rows=table.rows[first:last],
        marked=frozenset(at - first for at in table.marked if first <= at < last),
        bold=frozenset((at - first, column) for at, column in table.bold if first <= at < last),
    )


def _row_height(
    words: Sequence[str], widths: Sequence[float], *, lang: str, bold: bool = False
) -> float:
    return 2 * _PAD_Y + max(
        height_of(text.split("\n"), width=wide - 2 * _PAD_X, size=_SIZE, lang=lang, bold=bold)
        for text, wide in zip(words, widths, strict=True)
    )


def _put_cell(cell: Any, text: str, *, bold: bool, ground: str, align: str, lang: str) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR
    from pptx.util import Pt

    cell.margin_left = cell.margin_right = Pt(_PAD_X)
    cell.margin_top = cell.margin_bottom = Pt(_PAD_Y)
    cell.vertical_anchor = MSO_ANCHOR.TOP
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string(ground.lstrip("#").upper())
    fill(
        cell.text_frame,
        clean(text).split("\n"),
        size=_SIZE,
        lang=lang,
        bold=bold,
        align=align,
    )
    _edge(cell)


def _edge(cell: Any) -> None:
    """A thin line above and below each cell, none beside it."""
    from pptx.oxml import parse_xml

    properties = cell._tc.get_or_add_tcPr()
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    line = f'<a:solidFill><a:srgbClr val="{theme.LINE.lstrip("#").upper()}"/></a:solidFill>'
    for at, (side, drawn) in enumerate(
        (("lnL", "<a:noFill/>"), ("lnR", "<a:noFill/>"), ("lnT", line), ("lnB", line))
    ):
        properties.insert(at, parse_xml(f'<a:{side} {space} w="6350">{drawn}</a:{side}>'))
