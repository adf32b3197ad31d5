"""What the unmet need of every province is made of."""

from analysis.matching import PARTS
from dashboard.exports.columns import (
    evidence_cells,
    evidence_columns,
    evidence_in,
    number_cells,
    number_columns,
    province_cells,
    province_columns,
)
from dashboard.exports.declaration import SheetKind
from dashboard.exports.links import MISMATCH, link_of
from dashboard.exports.sheet import Sheet
from dashboard.exports.view_words import assumed_in_case, case_filters
from dashboard.mismatch.market import case_of
from dashboard.mismatch.parts import parts_by_province
from dashboard.mismatch_words import part_text
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def make(view: View, say: Speaker) -> Sheet:
    """A row a province, three columns a part."""
    found = parts_by_province(case_of(view))
    unit = say("unit_persons")
    columns = (
        *province_columns(say),
        *(
            column
            for part in PARTS
            for column in number_columns(part, part_text(part, say=say), say=say, unit=unit)
        ),
        *evidence_columns(say),
    )
    rows = tuple(
        (
            *province_cells(code),
            *(cell for part in PARTS for cell in number_cells(found[part][code])),
            *evidence_cells(found[part][code] for part in PARTS),
        )
        for code in world().geodata.provinces
    )
    return Sheet(
        key="mismatch_parts",
        lang=say.lang,
        title=say("parts_by_province_title"),
        unit=unit,
        about=say("parts_by_province_about"),
        filters=case_filters(view, say=say),
        link=link_of(MISMATCH, view),
        names=("mismatch_parts", view.basis),
        columns=columns,
        rows=rows,
        **evidence_in(columns, rows),
        assumed=assumed_in_case(view, say=say),
    )


SHEET = SheetKind(
    path=MISMATCH,
    order=21,
    title=lambda say: say("sheet_mismatch_parts"),
    make=make,
    by_province=True,
)
