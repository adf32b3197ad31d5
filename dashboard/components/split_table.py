"""Border provinces against the others, and the four parts of every province."""

from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.section import ranged_cell, section_head
from dashboard.components.table import scroll_table
from dashboard.components.take_table import take_table
from dashboard.evidence import amount, span
from dashboard.mismatch.groups import split
from dashboard.mismatch.market import Case
from dashboard.mismatch.parts import parts_by_province
from dashboard.mismatch_words import part_text
from dashboard.state import View
from dashboard.theme import PARTS
from dashboard.words import Speaker
from dashboard.world import World
from geodata import Figure

_RATIOS = {"seekers_per_vacancy": 1}


def group_name(group: str, *, say: Speaker) -> str:
    """What a group of provinces is called."""
    return {
        "country": say("group_country"),
        "border": say("group_border"),
        "thailand": say("group_thailand"),
        "inland": say("group_inland"),
    }[group]


def split_table(here: World, *, case: Case, view: View, say: Speaker) -> list[Any]:
    """Groups of provinces as columns."""
    found = split(case)
    names = {
        "seekers": say("row_seekers"),
        "vacancies": say("row_vacancies"),
        "gap": say("row_gap"),
        "seekers_per_vacancy": say("row_ratio"),
        **{part: part_text(part, say=say) for part in PARTS},
    }
    rows = [
        html.Tr(
            [
                html.Th(name, scope="row"),
                *(
                    html.Td(_cell(one.figures[key], key, say=say), className="number")
                    for one in found.values()
                ),
            ]
        )
        for key, name in names.items()
    ]
    heads = [
        say("table_what"),
        *(
            say("group_head", group=group_name(group, say=say), count=one.provinces)
            for group, one in found.items()
        ),
    ]
    title = say("split_title")
    return [
        section_head(
            here,
            title=title,
            about=say("split_about"),
            figures=[figure for one in found.values() for figure in one.figures.values()],
            method="decomposition",
            view=view,
            say=say,
        ),
        scroll_table(heads, rows, label=title, numbers=(1, 2, 3, 4)),
    ]


def parts_table(here: World, *, case: Case, view: View, say: Speaker) -> list[Any]:
    """The four parts of the seekers of every province, largest need first."""
    found = parts_by_province(case)
    codes = sorted(
        here.geodata.provinces, key=lambda code: -sum(found[part][code].value for part in PARTS)
    )
    rows = [
        html.Tr(
            [
                html.Th(here.geodata.provinces[code].name(say.lang), scope="row"),
                html.Td(
                    _small_bar({part: found[part][code] for part in PARTS}), className="bar-cell"
                ),
                *(
                    html.Td(_cell(found[part][code], part, say=say), className="number")
                    for part in PARTS
                ),
            ],
            className="selected" if code == view.province else None,
            **attributes(data_row=code),
        )
        for code in codes
    ]
    title = say("parts_by_province_title")
    heads = [
        say("table_province"),
        say("table_parts"),
        *(part_text(part, say=say) for part in PARTS),
    ]
    return [
        section_head(
            here,
            title=title,
            about=say("parts_by_province_about"),
            figures=[figure for one in found.values() for figure in one.values()],
            method="decomposition",
            view=view,
            say=say,
        ),
        scroll_table(heads, rows, label=title, numbers=(2, 3, 4, 5)),
        take_table("mismatch_parts", view=view, say=say),
    ]


def _cell(figure: Figure, key: str, *, say: Speaker) -> list[Any]:
    decimals = _RATIOS.get(key, 0)
    return ranged_cell(
        amount(figure, say=say, decimals=decimals), span(figure, say=say, decimals=decimals)
    )


def _small_bar(figures: dict[str, Figure]) -> html.Div:
    """The four parts of one province in shares of its seekers."""
    total = sum(figure.value for figure in figures.values()) or 1.0
    return html.Div(
        [
            html.Span(
                style={"width": f"{100 * figure.value / total:.1f}%", "background": PARTS[part]}
            )
            for part, figure in figures.items()
        ],
        className="small-bar",
        **attributes(aria_hidden="true"),
    )
