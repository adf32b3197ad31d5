"""Seekers minus vacancies by province and trade, border provinces first."""

from typing import Any

from dash import html

from dashboard import theme
from dashboard.classes import class_of
from dashboard.components.attributes import attributes
from dashboard.components.section import ranged_cell, section_head
from dashboard.components.split_table import group_name
from dashboard.components.table import scroll_table
from dashboard.evidence import amount, span
from dashboard.mismatch.groups import groups
from dashboard.mismatch.market import Case
from dashboard.mismatch.trades import Cell, gap_by_trade
from dashboard.numbers import number
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World

_BREAKS = (-5_000, -1_000, 0, 1_000, 5_000)


def heat_table(here: World, *, case: Case, view: View, say: Speaker) -> list[Any]:
    """Rows are provinces, grouped, each group with its sum; columns are trades."""
    cells = gap_by_trade(case)
    sectors = [
        row.name_km if say.lang == "km" else row.name_en for row in here.geodata.rows("sectors")
    ]
    rows = [_row(group_name("country", say=say), cells["country"], css="sum", say=say)]
    for group in ("border", "inland"):
        rows.append(_row(group_name(group, say=say), cells[group], css="sum", say=say))
        order = sorted(groups()[group], key=lambda code: -cells[code]["all"].gap.value)
        rows += [
            _row(
                here.geodata.provinces[code].name(say.lang),
                cells[code],
                css="selected" if code == view.province else "",
                say=say,
                code=code,
            )
            for code in order
        ]
    title = say("heat_title")
    heads = [say("table_province"), *(say.fill(name) for name in sectors), say("all_trades")]
    return [
        section_head(
            here,
            title=title,
            about=say("heat_about"),
            figures=[cell.gap for cell in cells["country"].values()],
            method="trades",
            view=view,
            say=say,
        ),
        html.Div(
            scroll_table(heads, rows, label=title, numbers=tuple(range(1, len(sectors) + 2))),
            className="heat",
        ),
    ]


def _row(name: str, cells: Any, *, css: str, say: Speaker, code: str | None = None) -> html.Tr:
    return html.Tr(
        [html.Th(say.fill(name), scope="row"), *(_cell(cell, say=say) for cell in cells.values())],
        className=css,
        **(attributes(data_row=code) if code else {}),
    )


def _cell(cell: Cell, *, say: Speaker) -> html.Td:
    return html.Td(
        ranged_cell(amount(cell.gap, say=say), span(cell.gap, say=say)),
        className="number" if cell.sure else "number unsure",
        style={"background-color": theme.HEAT[class_of(cell.gap.value, breaks=_BREAKS)]},
        title=say(
            "heat_cell",
            seekers=say.fill(number(cell.seekers)),
            vacancies=say.fill(number(cell.vacancies)),
        ),
    )
