"""Who would have to go where at the least, from province to province."""

from dashboard.exports.columns import (
    evidence_cells,
    evidence_columns,
    evidence_in,
    number_cells,
    number_columns,
    rounded_cell,
    rounded_column,
    text_column,
)
from dashboard.exports.declaration import SheetKind
from dashboard.exports.links import MISMATCH, link_of
from dashboard.exports.sheet import Column, Sheet
from dashboard.exports.view_words import assumed_in_case, case_filters
from dashboard.mismatch.market import case_of
from dashboard.mismatch.movement import movement
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def make(view: View, say: Speaker) -> Sheet:
    """A row a flow, the largest first; every flow, not only those of the page's table."""
    names = world().geodata.provinces
    unit = say("unit_persons")
    columns = (*_ends(say), *number_columns("value", say("flow_people_head"), say=say, unit=unit))
    columns += (
        rounded_column(say=say, unit=unit),
        Column(
            name="km",
            title=say("flow_km_head"),
            kind="number",
            about=say("col_km_about"),
            unit=say("unit_km"),
            hxl="#indicator+distance+km",
        ),
        *evidence_columns(say),
    )
    rows = tuple(
        (
            flow.home,
            names[flow.home].name(say.lang),
            flow.job,
            names[flow.job].name(say.lang),
            *number_cells(flow.people),
            rounded_cell(flow.people),
            flow.km,
            *evidence_cells([flow.people]),
        )
        for flow in movement(case_of(view)).flows
    )
    return Sheet(
        key="mismatch_flows",
        lang=say.lang,
        title=say("sheet_mismatch_flows"),
        unit=unit,
        about=say("movement_about"),
        filters=case_filters(view, say=say),
        link=link_of(MISMATCH, view),
        names=("mismatch_flows", view.basis),
        columns=columns,
        rows=rows,
        **evidence_in(columns, rows),
        assumed=assumed_in_case(view, say=say),
    )


def _ends(say: Speaker) -> tuple[Column, ...]:
    return (
        text_column(
            "home_code",
            say("col_home_code"),
            say("col_province_code_about"),
            kind="code",
            hxl="#adm1+code+origin",
        ),
        text_column("home", say("col_home"), say("col_home_about"), hxl="#adm1+name+origin"),
        text_column(
            "job_code",
            say("col_job_code"),
            say("col_province_code_about"),
            kind="code",
            hxl="#adm1+code+destination",
        ),
        text_column("job", say("col_job"), say("col_job_about"), hxl="#adm1+name+destination"),
    )


SHEET = SheetKind(
    path=MISMATCH,
    order=22,
    title=lambda say: say("sheet_mismatch_flows"),
    make=make,
)
