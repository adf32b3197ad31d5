"""Where every number comes from, and where two sources disagree."""

from typing import Any

from dash import html

from dashboard.components.links import source_links
from dashboard.components.table import scroll_table
from dashboard.numbers import date_text, number
from dashboard.page import Page
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def layout(view: View) -> list[Any]:
    """Conflicts first, then all sources."""
    say = Speaker(lang=view.lang, digits=view.digits)
    return [
        html.Div(
            [
                html.H1(say("data_title")),
                html.P(say("data_about")),
                html.Article([html.H2(say("conflicts_title")), *_conflicts(view, say=say)]),
                html.Article([html.H2(say("sources_title")), _sources(say)]),
            ],
            className="reading wide",
        )
    ]


def _units(say: Speaker) -> dict[str, str]:
    return {
        "persons": say("unit_persons"),
        "ha": say("unit_ha"),
        "workers": say("unit_workers"),
        "vacancies": say("unit_vacancies"),
    }


def _conflicts(view: View, *, say: Speaker) -> list[Any]:
    geodata = world().geodata
    units = _units(say)
    blocks = []
    for row in geodata.rows("conflicts"):
        sides = [
            html.Li(
                [
                    html.Strong(f"{say.fill(number(value))} {units[row.unit]}"),
                    " ",
                    say.fill(date_text(as_of, lang=say.lang)),
                    ", ",
                    *source_links(source, geodata=geodata, view=view, say=say),
                ]
            )
            for value, as_of, source in (
                (row.value_a, row.as_of_a, row.source_a),
                (row.value_b, row.as_of_b, row.source_b),
            )
        ]
        km = say.lang == "km"
        blocks.append(
            html.Section(
                [
                    html.H3(say.fill(row.topic_km if km else row.topic_en)),
                    html.Ul(sides),
                    html.P(say.fill(row.choice_km if km else row.choice_en)),
                ],
                className="conflict",
            )
        )
    return blocks


def _sources(say: Speaker) -> html.Div:
    heads = [say("source_short"), say("source_title"), say("source_licence"), say("source_read")]
    rows = []
    for row in world().geodata.sources.values():
        title: Any = row.title
        if row.url:
            title = html.A(row.title, href=row.url, rel="noreferrer noopener", target="_blank")
        rows.append(
            html.Tr(
                [
                    html.Th([row.name(say.lang), html.Code(row.id)], scope="row"),
                    html.Td([title, html.Br(), f"{row.publisher}, {row.year}"], lang="en"),
                    html.Td(row.licence, lang="en"),
                    html.Td(row.how_read, lang="en"),
                ],
                id=row.id,
            )
        )
    return scroll_table(heads, rows, label=say("sources_title"))


PAGE = Page(path="/data", title="title_data", menu="menu_data", order=80, layout=layout)
