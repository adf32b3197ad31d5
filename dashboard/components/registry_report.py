"""What was found in a file of records: where, what is wrong, what to do, and how often."""

from typing import TYPE_CHECKING, Any

from dash import html

from dashboard.components.table import scroll_table
from dashboard.numbers import number
from dashboard.registry_words import grade_name, problem_told
from dashboard.words import Speaker

if TYPE_CHECKING:
    from records.problems import Problem, Report

MOST_SHOWN = 200
_GRADES = ("refused", "left_out", "not_known", "note")


def report_part(report: "Report", *, say: Speaker, rows: int | None = None) -> list[Any]:
    """A sentence on the whole file, then its problems, the worst first."""
    if report.refused:
        parts: list[Any] = [html.H3(say("registry_refused"))]
    elif rows is None:
        parts = []
    else:
        parts = [html.H3(say("registry_read", rows=say.fill(number(rows))))]
    found = sorted(report.problems, key=lambda one: _GRADES.index(one.grade))
    if not found:
        return [*parts, html.P(say("registry_no_problems"))] if rows is not None else parts
    heads = [
        say("desk_row"),
        say("desk_column"),
        say("desk_wrong"),
        say("registry_follows"),
        say("registry_often"),
    ]
    lines = [_row(one, say=say) for one in found[:MOST_SHOWN]]
    table = scroll_table(heads, lines, label=say("desk_problems_label"), numbers=(0, 4))
    parts.append(html.Div(table, className="problems"))
    left = len(found) - MOST_SHOWN
    if left > 0:
        parts.append(html.P(say("desk_more_problems", count=left)))
    return parts


def _row(one: "Problem", *, say: Speaker) -> html.Tr:
    return html.Tr(
        [
            html.Td(
                say.fill(number(one.row)) if one.row else say("desk_whole"), className="number"
            ),
            html.Th(one.column or "", scope="row"),
            html.Td(problem_told(one, say=say)),
            html.Td(grade_name(one.grade, say=say)),
            html.Td(say.fill(number(one.count)), className="number"),
        ]
    )
