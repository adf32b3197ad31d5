"""What was found in a file: row by row what is wrong and how to mend it, and what was noted."""

from typing import Any

from dash import html

from dashboard.components.block import Block
from dashboard.components.form_fields import button
from dashboard.components.table import scroll_table
from dashboard.desk.checked import Checked, Problem
from dashboard.desk.looked import Looked
from dashboard.words import Speaker
from geodata import Geodata

MOST_SHOWN = 200
_CELL_SHOWN = 80


def report(looked: Looked, *, geodata: Geodata, say: Speaker) -> list[Any]:
    """The whole report; the preview follows it where the file can be accepted."""
    if looked.refused is not None:
        return [html.H3(say("desk_refused")), html.P(looked.refused(say), className="notice")]
    checked = looked.checked
    if checked is None:
        return []
    parts: list[Any] = [html.H3(_summary(looked, checked, say=say))]
    if looked.asked.wrong:
        parts.append(html.P(say("desk_source_wrong")))
        parts.append(
            html.Ul([html.Li(told(say)) for told in looked.asked.wrong], className="told-list")
        )
    if looked.misfit is not None:
        parts.append(html.P(say("desk_misfit")))
        parts.append(html.P(str(looked.misfit), lang="en", className="notice"))
    if looked.unsound is not None:
        parts.append(html.P(looked.unsound(say), className="notice"))
    if checked.problems:
        parts.append(_problems(checked, geodata=geodata, say=say))
        left = len(checked.problems) - MOST_SHOWN
        if left > 0:
            parts.append(html.P(say("desk_more_problems", count=left)))
    if looked.notes:
        parts.append(html.H4(say("desk_notes")))
        told = [html.Li(note(say)) for note in looked.notes[:MOST_SHOWN]]
        parts.append(html.Ul(told, className="told-list"))
    return parts


def _summary(looked: Looked, checked: Checked, *, say: Speaker) -> str:
    if looked.usable:
        return say("desk_all_right", rows=len(checked.good))
    if checked.problems:
        return say("desk_problems", problems=len(checked.problems), rows=len(checked.good))
    return say("desk_not_yet", rows=len(checked.good))


def _problems(checked: Checked, *, geodata: Geodata, say: Speaker) -> html.Div:
    heads = [say("desk_row"), say("desk_column"), say("desk_cell"), say("desk_wrong")]
    rows = [
        html.Tr(
            [
                html.Td(
                    say.fill(str(one.row)) if one.row else say("desk_whole"), className="number"
                ),
                html.Th(one.column.title.in_(say.lang) if one.column else "", scope="row"),
                html.Td(one.cell[:_CELL_SHOWN]),
                html.Td([one.told(say), _proposals(one, geodata=geodata, say=say)]),
            ]
        )
        for one in checked.problems[:MOST_SHOWN]
    ]
    table = scroll_table(heads, rows, label=say("desk_problems_label"), numbers=(0,))
    return html.Div(table, className="problems")


def _proposals(one: Problem, *, geodata: Geodata, say: Speaker) -> Any:
    """Buttons that say which province is meant, wherever the same stands in the file."""
    if not one.proposals:
        return ""
    buttons = [
        button(
            say("desk_meant", name=geodata.provinces[code].name(say.lang)),
            "mean",
            cell=one.cell,
            code=code,
        )
        for code in one.proposals
    ]
    return Block("".join(buttons), className="plan-acts")
