"""Scenarios side by side: who is ahead in words, every outcome in a table, paths over years."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from dash import html

from analysis.scenario import YEARS
from dashboard.compare_words import letter, outcome_text
from dashboard.components.scenario_differs import differs
from dashboard.components.section import ranged_cell, section_head
from dashboard.components.table import scroll_table
from dashboard.components.take_table import take_table
from dashboard.evidence import amount, span, told
from dashboard.figures.names import in_chart
from dashboard.figures.paths import Line, paths
from dashboard.figures.ranking import nice_ticks
from dashboard.numbers import number
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.evidence import resting_on
from dashboard.scenarios.plan_text import MILLION
from dashboard.scenarios.side_by_side import (
    NEAR_HOME,
    OUTCOMES,
    Lead,
    best_against_others,
    best_in_row,
    outcomes,
    path,
    usd,
)
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata import Figure

_HALF = 0.5
_SAME_USD = 0.5e6


def compare_table(
    here: World, *, asked: Asked, chosen: Sequence[Chosen], view: View, say: Speaker
) -> list[Any]:
    """The best against each other one in words, every outcome in a table, and what differs."""
    found = {one.key: outcomes(asked, one) for one in chosen}
    leads = best_against_others(asked, chosen)
    title = say("beside_title", year=asked.year)
    rows = [
        _row(outcome, {key: figures[outcome] for key, figures in found.items()}, say=say)
        for outcome in OUTCOMES
    ]
    known = [one[NEAR_HOME] for one in found.values()]
    heads = [say("beside_outcome"), *lettered(chosen, say=say)]
    return [
        section_head(
            here,
            title=title,
            about=say("beside_about", draws=say.fill(number(asked.draws))),
            figures=resting_on(asked.case, filter(None, known)).values(),
            method="scenarios",
            view=view,
            say=say,
        ),
        html.Ul([html.Li(lead_text(asked, one, say=say)) for one in leads], className="told-list")
        if leads
        else html.Span(),
        html.Div(
            scroll_table(heads, rows, label=title, numbers=tuple(range(1, len(heads)))),
            className="beside",
        ),
        take_table("scenarios", view=view, say=say),
        take_table("scenario_money", view=view, say=say, named=True),
        *differs(here, asked=asked, chosen=chosen, heads=heads[1:], say=say),
    ]


def lettered(chosen: Sequence[Chosen], *, say: Speaker) -> list[str]:
    """The names of the scenarios, each with its letter."""
    return [
        say("letter_name", letter=letter(at, say=say), name=one.name)
        for at, one in enumerate(chosen)
    ]


def _million(amount: float, *, say: Speaker) -> str:
    """Million dollars with a decimal where there is one: the optimum spends 200 to a cent or so."""
    tenths = round(10 * amount / MILLION)
    return say.fill(number(tenths / 10, step=0.1 if tenths % 10 else 1.0))


def lead_text(asked: Asked, one: Lead, *, say: Speaker) -> str:
    """By how many people one scenario is ahead of another, and how sure that is."""
    ahead, behind = usd(one.ahead), usd(one.behind)
    if abs(one.figure.value) < _HALF:
        return say("lead_equal", a=one.ahead.name, b=one.behind.name, year=asked.year)
    people = told(one.figure, say=say)
    share = say.fill(number(100 * one.share))
    money = _million(ahead, say=say)
    if abs(ahead - behind) > _SAME_USD:
        text = say(
            "lead_other_money",
            usd=money,
            a=one.ahead.name,
            b=one.behind.name,
            other=_million(behind, say=say),
            people=people,
            year=asked.year,
            share=share,
        )
    else:
        text = say(
            "lead",
            usd=money,
            a=one.ahead.name,
            b=one.behind.name,
            people=people,
            year=asked.year,
            share=share,
        )
    return text if one.sure else " ".join([text, say("lead_unsure")])


def paths_figure(
    here: World, *, asked: Asked, chosen: Sequence[Chosen], outcome: str, view: View, say: Speaker
) -> dict[str, Any]:
    """A Plotly figure of one outcome over the years, a line and a band for each scenario."""
    decimals = OUTCOMES[outcome].decimals
    lines = []
    for at, one in enumerate(chosen):
        figures = path(asked, one, outcome).figures
        lines.append(
            Line(
                name=in_chart(one.name),
                letter=letter(at, say=say),
                values=[figure.value if figure else None for figure in figures.values()],
                lows=[figure.low if figure else None for figure in figures.values()],
                highs=[figure.high if figure else None for figure in figures.values()],
                told=[
                    say(
                        "path_point",
                        name=in_chart(one.name),
                        year=year,
                        value=told(figure, say=say, decimals=decimals) if figure else "",
                    )
                    for year, figure in figures.items()
                ],
            )
        )
    ends = [end for line in lines for end in (*line.lows, *line.highs) if end is not None]
    ticks = nice_ticks(max([*ends, 0.0]), min([*ends, 0.0]))
    step = min([1.0, *(after - before for before, after in pairwise(ticks))])
    return paths(
        lines,
        years=YEARS,
        year_names=[say("short_year", year=f"{year % 100:02d}") for year in YEARS],
        unit=outcome_text(outcome, say=say),
        ticks=[(tick, say.fill(number(tick, step=step))) for tick in ticks],
    )


def paths_table(
    here: World, *, asked: Asked, chosen: Sequence[Chosen], outcome: str, view: View, say: Speaker
) -> list[Any]:
    """The table twin of the paths: a row a year, a column a scenario."""
    found = [path(asked, one, outcome).figures for one in chosen]
    title = say("paths_title", outcome=outcome_text(outcome, say=say))
    rows = [
        html.Tr(
            [
                html.Th(say.fill(str(year)), scope="row"),
                *(_cell(figures[year], outcome, say=say) for figures in found),
            ],
            className="selected" if year == asked.year else None,
        )
        for year in YEARS
    ]
    heads = [say("paths_year"), *lettered(chosen, say=say)]
    return [
        html.H3(title),
        html.Div(
            scroll_table(heads, rows, label=title, numbers=tuple(range(1, len(heads)))),
            className="beside",
        ),
        take_table("scenario_paths", view=view, say=say),
    ]


def _row(outcome: str, figures: dict[str, Figure | None], *, say: Speaker) -> html.Tr:
    best = best_in_row(figures, outcome)
    return html.Tr(
        [
            html.Th(outcome_text(outcome, say=say), scope="row"),
            *(_cell(figure, outcome, best=key in best, say=say) for key, figure in figures.items()),
        ]
    )


def _cell(figure: Figure | None, outcome: str, *, say: Speaker, best: bool = False) -> html.Td:
    """A value with its range; the best of a row in weight."""
    if figure is None:
        return html.Td(say("not_defined"), className="number")
    decimals = OUTCOMES[outcome].decimals
    value, reach = ranged_cell(
        amount(figure, say=say, decimals=decimals), span(figure, say=say, decimals=decimals)
    )
    return html.Td([html.Strong(value) if best else value, reach], className="number")
