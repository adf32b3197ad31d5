"""Why people and jobs do not meet in a province, its rank, and its trades."""

from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.section import ranged_cell, section_head
from dashboard.components.table import scroll_table
from dashboard.profile.profile import Profile
from dashboard.profile_rows import Told, part_rows, told_of, trade_rows
from dashboard.profile_words import rank_sentences, what_becomes
from dashboard.state import View
from dashboard.theme import PARTS
from dashboard.words import Speaker
from dashboard.world import World

_ROOM_PERCENT = 12.0


def need_parts(here: World, *, found: Profile, view: View, say: Speaker) -> list[Any]:
    """The four parts as a bar and a list, then the place among all provinces."""
    need, rows = found.need, part_rows(found, say=say)
    return [
        section_head(
            here,
            title=say("profile_parts_title"),
            about=what_becomes(need, say=say),
            figures=need.parts.values(),
            method="decomposition",
            view=view,
            say=say,
        ),
        html.Div(
            [
                html.Span(
                    row.told.value if row.share >= _ROOM_PERCENT else "",
                    className=f"segment {row.key}",
                    style={"width": f"{row.share:.2f}%", "background": PARTS[row.key]},
                )
                for row in rows
                if row.share > 0
            ],
            className="parts-bar profile-parts",
            **attributes(aria_hidden="true"),
        ),
        html.Ul(
            [
                html.Li(
                    [
                        html.Span(className="key", style={"background": PARTS[row.key]}),
                        html.Span(row.label, className="part-name"),
                        html.Strong(row.told.value),
                        html.Span(row.told.reach, className="range"),
                    ]
                )
                for row in rows
            ],
            className="profile-part-rows",
        ),
        html.H3(say("profile_rank_title")),
        html.P(
            [
                html.Span(say("profile_gap")),
                " ",
                html.Strong(told_of(need.gap, say=say).value),
                " ",
                html.Span(told_of(need.gap, say=say).reach, className="range"),
            ],
            className="profile-gap",
        ),
        html.P(" ".join(rank_sentences(need.rank, say=say))),
    ]


def trades(here: World, *, found: Profile, view: View, say: Speaker) -> list[Any]:
    """People against jobs in every trade, as bars with their numbers."""
    title = say("profile_trades_title")
    rows = [
        html.Tr(
            [
                html.Th(row.label, scope="row"),
                html.Td(_bars(row.seekers_bar, row.vacancies_bar), className="bar-cell"),
                html.Td(_cell(row.seekers), className="number"),
                html.Td(_cell(row.vacancies), className="number"),
            ]
        )
        for row in trade_rows(found, say=say)
    ]
    heads = [
        say("places_trade"),
        say("profile_bars"),
        say("row_seekers"),
        say("row_vacancies"),
    ]
    sides = [side for one in found.need.trades.values() for side in (one.seekers, one.vacancies)]
    return [
        section_head(
            here,
            title=title,
            about=say("profile_trades_about"),
            figures=sides,
            method="trades",
            view=view,
            say=say,
        ),
        scroll_table(heads, rows, label=title, numbers=(2, 3)),
    ]


def _cell(told: Told) -> list[Any]:
    return ranged_cell(told.value, told.reach)


def _bars(people: float, jobs: float) -> html.Div:
    return html.Div(
        [
            html.Span(className="people", style={"width": f"{people:.1f}%"}),
            html.Span(className="jobs", style={"width": f"{jobs:.1f}%"}),
        ],
        className="twin-bars",
        **attributes(aria_hidden="true"),
    )
