"""The sheet of one measure of provinces, as the map and its table show it."""

from dashboard.classes import class_labels
from dashboard.exports.columns import (
    evidence_cells,
    evidence_columns,
    evidence_in,
    number_cells,
    number_columns,
    province_cells,
    province_columns,
    rounded_cell,
    rounded_column,
)
from dashboard.exports.sheet import Assumed, Sheet, Style
from dashboard.exports.view_words import Filters
from dashboard.shown import Shown
from dashboard.words import Speaker
from dashboard.world import world


def sheet_of(
    shown: Shown,
    *,
    key: str,
    link: str,
    names: tuple[str, ...],
    filters: Filters,
    assumed: tuple[Assumed, ...],
    say: Speaker,
) -> Sheet:
    """Every province in the order of its code; one without a figure has empty cells."""
    title = say.fill(shown.title.in_(say.lang))
    unit = say.fill(shown.unit.in_(say.lang))
    decimals = shown.decimals
    columns = (
        *province_columns(say),
        *number_columns("value", title, say=say, unit=unit, decimals=decimals),
        rounded_column(say=say, unit=unit, decimals=decimals),
        *evidence_columns(say),
    )
    rows = tuple(
        (
            *province_cells(code),
            *number_cells(figure := shown.reading.values.get(code)),
            rounded_cell(figure, decimals=decimals),
            *evidence_cells([figure]),
        )
        for code in world().geodata.provinces
    )
    return Sheet(
        key=key,
        lang=say.lang,
        title=say("table_title", title=title),
        unit=unit,
        about=say.fill(shown.about.in_(say.lang)),
        filters=filters,
        link=link,
        names=names,
        columns=columns,
        rows=rows,
        **evidence_in(columns, rows),
        assumed=assumed,
        style=Style(
            column="value",
            breaks=shown.breaks,
            colours=shown.colours,
            labels=tuple(class_labels(shown.breaks, say=say)),
        ),
    )
