"""A sheet with both sides of the mismatch by province, for the maps that show them at once."""

from typing import Any

from dashboard.exports.columns import (
    evidence_cells,
    evidence_columns,
    evidence_in,
    number_cells,
    number_columns,
    province_cells,
    province_columns,
    text_column,
)
from dashboard.exports.links import MISMATCH, link_of
from dashboard.exports.sheet import Column, Row, Sheet
from dashboard.exports.view_words import assumed_in_case, case_filters
from dashboard.mismatch.market import Case, case_of
from dashboard.mismatch.pictures import picture_names
from dashboard.mismatch.readings import clusters, readings
from dashboard.state import View
from dashboard.words import Speaker
from geodata.provinces import CODES

_SIDES = ("seekers", "vacancies")


def sides_sheet(view: View, *, title: str, clusters_too: bool, say: Speaker) -> Sheet:
    """Seekers and vacancies with their ranges; `clusters_too`: and the local cluster."""
    case, names = case_of(view), picture_names()
    sides = [readings(case)[side].values for side in _SIDES]
    columns = (
        *province_columns(say),
        *(
            column
            for side in _SIDES
            for column in number_columns(
                side, say.fill(names[side].in_(say.lang)), say=say, unit=say("unit_persons")
            )
        ),
        *(_cluster_columns(title) if clusters_too else ()),
        *evidence_columns(say),
    )
    rows = tuple(
        (
            *province_cells(code),
            *(cell for side in sides for cell in number_cells(side[code])),
            *(_cluster_cells(case, code) if clusters_too else ()),
            *evidence_cells([side[code] for side in sides]),
        )
        for code in CODES
    )
    return Sheet(
        key="mismatch_clusters" if clusters_too else "mismatch_sides",
        lang=say.lang,
        title=title,
        unit="",
        about="",
        filters=((say("second_legend"), title), *case_filters(view, say=say)),
        link=link_of(MISMATCH, view),
        names=("mismatch_second", view.second, view.basis),
        columns=columns,
        rows=rows,
        **evidence_in(columns, rows),
        assumed=assumed_in_case(view, say=say),
    )


def _cluster_columns(title: str) -> tuple[Column, Column]:
    return (
        text_column("cluster", title, title, kind="code"),
        Column(name="p_adjusted", title="p", kind="number", about=title, decimals=3),
    )


def _cluster_cells(case: Case, code: str) -> Row:
    """The cluster of a province; nothing where it has none."""
    row: Any = clusters(case).loc[code]
    if row["statistic"] != row["statistic"]:
        return None, None
    return str(row["category"]), float(row["p_adjusted"])
