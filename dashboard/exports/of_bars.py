"""The bars of what the need for work is made of: a sheet of them, and each as a drawing."""

from collections.abc import Mapping

from dashboard import theme
from dashboard.evidence import amount, told
from dashboard.exports.columns import (
    evidence_cells,
    evidence_columns,
    evidence_in,
    number_cells,
    number_columns,
    text_column,
)
from dashboard.exports.drawing import Drawing, Label
from dashboard.exports.links import MISMATCH, link_of
from dashboard.exports.map_legend import swatch
from dashboard.exports.picture import Key, Panel
from dashboard.exports.sheet import Sheet
from dashboard.exports.view_words import assumed_in_case, case_filters
from dashboard.mismatch.parts import Parts
from dashboard.mismatch_words import basis_text, part_text
from dashboard.state import View
from dashboard.words import Speaker

_ROOM = 0.12
_TALLEST, _GAP = 72.0, 2.0
_LETTERS = 14.0
_PALE = ("matched", "spatial")


def bars_sheet(every: Mapping[str, Parts], *, view: View, say: Speaker) -> Sheet:
    """A row a basis: all who seek work, then the four parts."""
    unit, parts = say("unit_persons"), ("seekers", *theme.PARTS)
    titles = {part: part_text(part, say=say) for part in theme.PARTS}
    columns = (
        text_column("basis_key", say("basis_legend"), say("basis_legend"), kind="code"),
        text_column("basis", say("basis_legend"), say("basis_legend")),
        *(
            column
            for part in parts
            for column in number_columns(
                part, titles.get(part, say("basis_legend")), say=say, unit=unit
            )
        ),
        *evidence_columns(say),
    )
    rows = tuple(
        (
            basis,
            basis_text(basis, say=say),
            *(cell for part in parts for cell in number_cells(found[part])),
            *evidence_cells([found[part] for part in parts]),
        )
        for basis, found in every.items()
    )
    return Sheet(
        key="mismatch_bars",
        lang=say.lang,
        title=say("parts_title"),
        unit=unit,
        about="",
        filters=case_filters(view, say=say)[1:],
        link=link_of(MISMATCH, view),
        names=("mismatch_bars", view.ages),
        columns=columns,
        rows=rows,
        **evidence_in(columns, rows),
        assumed=assumed_in_case(view, say=say),
    )


def bar_panel(basis: str, found: Parts, *, most: float, say: Speaker) -> Panel:
    """One bar, its parts with their ranges below; `most`: people that fill the width."""

    def draw(width: float, height: float) -> Drawing:
        return _bar(found, width=width, height=min(height, _TALLEST), most=most, say=say)

    keys = tuple(
        Key(
            sign=swatch(colour),
            text=part_text(part, say=say),
            count=told(found[part], say=say),
        )
        for part, colour in theme.PARTS.items()
    )
    return Panel(
        draw=draw,
        title=basis_text(basis, say=say),
        unit=say("parts_people", count=told(found["seekers"], say=say)),
        keys=keys,
    )


def _bar(found: Parts, *, width: float, height: float, most: float, say: Speaker) -> Drawing:
    shapes, labels, x = [], [], 0.0
    for part, colour in theme.PARTS.items():
        long = width * found[part].value / most
        if long <= 0:
            continue
        shapes.append(
            f'<rect x="{x:.2f}" y="0" width="{max(long - _GAP, 0.5):.2f}" height="{height:g}"'
            f' fill="{colour}"/>'
        )
        if long >= _ROOM * width:
            labels.append(
                Label(
                    text=amount(found[part], say=say),
                    x=x + 8,
                    y=height / 2,
                    size=_LETTERS,
                    bold=True,
                    colour=theme.INK if part in _PALE else theme.PAPER,
                )
            )
        x += long
    return Drawing(width=width, height=height, shapes="".join(shapes), labels=tuple(labels))
