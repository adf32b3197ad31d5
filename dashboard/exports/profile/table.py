"""Profiles as a table: a row for every number of every province that is asked for."""

from collections.abc import Sequence

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
    text_column,
)
from dashboard.exports.profile.lines import Line, lines_of
from dashboard.exports.sheet import Row, Sheet, number_cell
from dashboard.exports.view_words import assumed_in_scenarios, scenario_filters
from dashboard.profile.profile import Profile
from dashboard.province_view import profile_path
from dashboard.state import View
from dashboard.words import Speaker


def sheet_of(found: Sequence[Profile], *, key: str, view: View, say: Speaker) -> Sheet:
    """The numbers of some provinces, all in the view of one reader."""
    asked, codes = found[0].asked, [one.province.code for one in found]
    columns = (
        text_column("figure_key", say("col_figure_key"), say("col_figure_key_about"), kind="code"),
        text_column("figure", say("table_what"), say("col_figure_about")),
        *province_columns(say),
        text_column("unit", say("col_unit"), say("col_figure_unit_about")),
        *number_columns("value", say("col_value"), say=say, unit="", decimals=1),
        rounded_column(say=say, unit="", decimals=1),
        *evidence_columns(say),
    )
    rows = tuple(
        _row(line, code=one.province.code) for one in found for line in lines_of(one, say=say)
    )
    one_name = found[0].province.name(say.lang) if len(found) == 1 else ""
    return Sheet(
        key=key,
        lang=say.lang,
        title=say("profile_of", name=one_name) if one_name else say("sheet_profiles"),
        unit="",
        about=say("profiles_about"),
        filters=scenario_filters(asked, view, say=say),
        link=profile_path(view),
        names=(key, *(codes if len(codes) == 1 else ()), str(asked.year), asked.case.basis),
        columns=columns,
        rows=rows,
        assumed=assumed_in_scenarios(asked, view, say=say),
        **evidence_in(columns, rows),
    )


def _row(line: Line, *, code: str) -> Row:
    numbers = number_cells(line.figure)
    rounded = rounded_cell(line.figure, decimals=line.decimals)
    if line.value is not None:
        numbers, rounded = (number_cell(line.value), None, None), None
    return (
        line.key,
        line.label,
        *province_cells(code),
        line.unit,
        *numbers,
        rounded,
        *evidence_cells([line.figure]),
    )
