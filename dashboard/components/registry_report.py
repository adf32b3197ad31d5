"""What was found in a file of records: where, what is wrong, what to do, and how often."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dash import html

from dashboard.components.table import scroll_table
from dashboard.numbers import number
from dashboard.registry_words import grade_name, problem_told
from dashboard.words import Speaker

if TYPE_CHECKING:
    from records.problems import Report

MOST_SHOWN = 200
_GRADES = ("refused", "left_out", "not_known", "note")
_ROWS_NAMED = 3


@dataclass(kw_only=True)
class _Line:
    """One line of the report."""

    key: str
    grade: str
    column: str
    told: str
    rows: list[int] = field(default_factory=list)
    count: int = 0


def report_part(report: "Report", *, say: Speaker, rows: int | None = None) -> list[Any]:
    """A sentence on the whole file, then its problems, the worst first."""
    if report.refused:
        parts: list[Any] = [html.H3(say("registry_refused"))]
    elif rows is None:
        parts = []
    else:
        parts = [html.H3(say("registry_read", rows=say.fill(number(rows))))]
    found = _lines(report, say=say)
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
    parts.append(html.Div(table, className="problems registry-problems"))
    left = len(found) - MOST_SHOWN
    if left > 0:
        parts.append(html.P(say("desk_more_problems", count=left)))
    return parts


def _lines(report: "Report", *, say: Speaker) -> list[_Line]:
    """Problems that read the same as one line, with all their rows; the worst first."""
    lines: dict[tuple[str, str, str], _Line] = {}
    kinds: dict[tuple[str, str | None], set[str]] = {}
    for one in report.problems:
        told = problem_told(one, say=say)
        line = lines.setdefault(
            (one.key, one.column or "", told),
            _Line(key=one.key, grade=one.grade, column=one.column or "", told=told),
        )
        line.rows += [one.row] if one.row else []
        line.count += one.count
        kinds.setdefault((one.key, one.column), set()).add(told)
    for (key, column), variants in kinds.items():
        if len(variants) == 1:
            lines[key, column or "", variants.pop()].count = report.counts[key, column]
    return sorted(lines.values(), key=lambda line: _GRADES.index(line.grade))


def _row(line: _Line, *, say: Speaker) -> html.Tr:
    shown = say("list_separator").join(say.fill(number(row)) for row in line.rows[:_ROWS_NAMED])
    more = line.count > len(line.rows[:_ROWS_NAMED]) and len(line.rows) > 1
    where = say("registry_rows_more", rows=shown) if more else shown
    return html.Tr(
        [
            html.Td(where or say("desk_whole"), className="number"),
            html.Th(line.column, scope="row"),
            html.Td(line.told),
            html.Td(grade_name(line.grade, say=say)),
            html.Td(say.fill(number(line.count)), className="number"),
        ]
    )
