"""Named projects: which sets of them nothing beats, what each costs, and what has no cost."""

from typing import Any

from dash import html

from analysis.scenario import YEARS
from dashboard.components.links import source_links
from dashboard.components.section import ranged_cell, section_head
from dashboard.components.table import scroll_table
from dashboard.evidence import amount, span, status_text, told
from dashboard.figures.ranking import nice_ticks
from dashboard.figures.steps import Step, steps_figure
from dashboard.numbers import date_text, number
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.plan_text import MILLION
from dashboard.scenarios.projects import (
    ProjectSet,
    cost,
    cost_of_set,
    costed,
    jobs,
    project_sets,
    without_cost,
    without_place,
)
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata import Figure

_LAST = YEARS[-1]
_SOURCES = 2
_STEP = 10.0


def projects_told(here: World, *, asked: Asked, view: View, say: Speaker) -> list[Any]:
    """The answer in words, the sets on the front, every cost, and what could not take part."""
    sets = project_sets(asked.case)
    front = [one for one in sets if one.front]
    title = say("projects_title")
    rows = [_set(here, one, view=view, say=say) for one in front[1:]]
    heads = [say("projects_set"), say("projects_cost"), say("projects_people")]
    heads.append(say("projects_sources"))
    return [
        section_head(
            here,
            title=title,
            about=f"{_sentence(asked, sets, say=say)} {say('projects_central')}",
            figures=[cost(row) for row in costed()],
            method="scenarios",
            view=view,
            say=say,
        ),
        *([scroll_table(heads, rows, label=title, numbers=(1, 2))] if rows else []),
        html.Details(
            [
                html.Summary(say("projects_each", count=len(costed()))),
                _costs(here, view=view, say=say),
            ],
            className="drawer",
            open=not rows,
        ),
        html.H3(say("projects_out")),
        html.Ul(
            [html.Li(_out(here, row, placed=False, view=view, say=say)) for row in without_place()]
            + [html.Li(_out(here, row, placed=True, view=view, say=say)) for row in without_cost()],
            className="told-list",
        ),
    ]


def projects_chart(*, asked: Asked, say: Speaker) -> dict[str, Any] | None:
    """Every set as a point, the front as steps; None where no set places anybody more."""
    sets = project_sets(asked.case)
    if not _places(sets):
        return None
    last = max(one.usd for one in sets) / MILLION
    highest = max(one.more for one in sets)
    return steps_figure(
        [
            Step(
                usd_million=one.usd / MILLION,
                people=one.more,
                front=one.front,
                told=say(
                    "projects_point",
                    names="<br>".join(_names(one.keys, say=say)) or say("projects_nothing"),
                    usd=say.fill(number(one.usd / MILLION)),
                    people=say.fill(number(one.more, step=_STEP)),
                ),
            )
            for one in sets
        ],
        x_title=say("projects_x"),
        y_title=say("frontier_y"),
        x_ticks=[(tick, say.fill(number(tick))) for tick in nice_ticks(last)],
        y_ticks=[(tick, say.fill(number(tick))) for tick in nice_ticks(highest)],
    )


def _places(sets: tuple[ProjectSet, ...]) -> bool:
    return sum(one.front for one in sets) > 1


def _sentence(asked: Asked, sets: tuple[ProjectSet, ...], *, say: Speaker) -> str:
    """What the sets reach; where nobody is placed, why not."""
    front = [one for one in sets if one.front]
    if len(front) == 2:
        return say(
            "projects_sentence_one",
            sets=say.fill(number(len(sets))),
            count=len(costed()),
            names=say("list_separator").join(_names(front[1].keys, say=say)),
            usd=say.fill(number(front[1].usd / MILLION)),
            people=say.fill(number(front[1].more, step=_STEP)),
            year=_LAST,
        )
    if _places(sets):
        first, last = front[1], front[-1]
        return say(
            "projects_sentence",
            sets=say.fill(number(len(sets))),
            count=len(costed()),
            front=len(front) - 1,
            first=say.fill(number(first.usd / MILLION)),
            few=say.fill(number(first.more, step=_STEP)),
            usd=say.fill(number(last.usd / MILLION)),
            people=say.fill(number(last.more, step=_STEP)),
            year=_LAST,
        )
    work = jobs(asked.case)
    return say(
        "projects_nobody",
        sets=say.fill(number(len(sets))),
        count=len(costed()),
        year=_LAST,
        jobs=say.fill(number(work.made, step=100.0)),
        can=say.fill(number(work.can, step=100.0)),
        open=say.fill(number(work.open, step=100.0)),
    )


def _set(here: World, one: ProjectSet, *, view: View, say: Speaker) -> html.Tr:
    figure = cost_of_set(one.keys)
    sources = source_links(
        figure.source_ids,
        geodata=here.geodata,
        view=view,
        say=say,
        most=_SOURCES,
        method="scenarios",
    )
    return html.Tr(
        [
            html.Th([html.Div(name) for name in _names(one.keys, say=say)], scope="row"),
            html.Td(_money(figure, say=say), className="number"),
            html.Td(say.fill(number(one.more, step=_STEP)), className="number"),
            html.Td([status_text([figure.status], say=say), " · ", *sources]),
        ]
    )


def _costs(here: World, *, view: View, say: Speaker) -> html.Div:
    rows = [
        html.Tr(
            [
                html.Th(_name(row, say=say), scope="row"),
                html.Td(_stage(row.stage, say=say)),
                html.Td(_money(cost(row), say=say), className="number"),
                html.Td(
                    [
                        status_text([row.status], say=say),
                        " · ",
                        say.fill(date_text(row.as_of, lang=say.lang)),
                        " · ",
                        *source_links(row.source_id, geodata=here.geodata, view=view, say=say),
                    ]
                ),
            ]
        )
        for row in costed()
    ]
    heads = [say("projects_one"), say("projects_stage"), say("projects_cost")]
    heads.append(say("projects_sources"))
    return scroll_table(heads, rows, label=say("projects_each", count=len(rows)), numbers=(2,))


def _out(here: World, row: Any, *, placed: bool, view: View, say: Speaker) -> list[Any]:
    """A project that could not take part, and why."""
    name = _name(row, say=say)
    text = (
        say("projects_no_cost", name=name, stage=_stage(row.stage, say=say))
        if placed
        else say("projects_no_place", name=name, usd=told(cost(row), say=say))
    )
    return [text, " ", *source_links(row.source_id, geodata=here.geodata, view=view, say=say)]


def _money(figure: Figure, *, say: Speaker) -> list[Any]:
    return ranged_cell(amount(figure, say=say), span(figure, say=say))


def _names(keys: tuple[str, ...], *, say: Speaker) -> list[str]:
    """Projects with the stage that each is at: one that is built is no choice any more."""
    return [
        say("projects_named", name=_name(row, say=say), stage=_stage(row.stage, say=say))
        for row in costed()
        if row.project_id in keys
    ]


def _name(row: Any, *, say: Speaker) -> str:
    return say.fill(str(row.name_km if say.lang == "km" else row.name_en))


def _stage(stage: str, *, say: Speaker) -> str:
    return {
        "planned": say("stage_planned"),
        "feasibility": say("stage_feasibility"),
        "under_construction": say("stage_under_construction"),
        "built": say("stage_built"),
    }[stage]
