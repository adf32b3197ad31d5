"""The Reintegration Index: its parts as bars, and what it would be with other weights."""

from typing import Any

from dash import html

from dashboard.components.monitor.cells import finding_from
from dashboard.components.table import scroll_table
from dashboard.evidence import amount
from dashboard.monitor.asked import Asked
from dashboard.monitor.index import PARTS, Index, index_of
from dashboard.monitor_words import part_name
from dashboard.numbers import number
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World

_STEP = 0.001


def index_words(found: Index, *, say: Speaker) -> list[str]:
    """What the index is, which part is lowest, and what other weights would make of it."""
    if found.whole is None:
        return [say("index_none")]
    told = [say("index_is", value=amount(found.whole.figure, say=say, decimals=3))]
    if found.parts:
        key = min(found.parts, key=lambda part: found.parts[part].figure.value)
        lowest = amount(found.parts[key].figure, say=say, decimals=3)
        told.append(say("index_lowest", part=part_name(key, say=say), value=lowest))
    if found.mine is None:
        return [*told, say("index_no_weights")]
    others = found.mine.others
    if others is not None and not found.mine.possible:
        told.append(say("index_impossible"))
    elif others is not None:
        told.append(say("index_others", value=say.fill(number(others, step=_STEP))))
    own = {part: round(figure.value) for part, figure in found.first.items()}
    if found.weights != own and found.mine.possible:
        value = say.fill(number(found.mine.value, step=_STEP))
        told.append(say("index_mine", value=value))
    return told


def index_part(here: World, *, asked: Asked, view: View, say: Speaker) -> list[Any]:
    """Words, bars and the table of parts with their weights."""
    found = index_of(asked)
    parts: list[Any] = [html.P(line, className="told") for line in index_words(found, say=say)]
    if found.whole is not None:
        evidence = finding_from(here, found.whole, view=view, say=say)
        parts.append(html.P(evidence, className="evidence"))
    rows = [_row(part, found, say=say) for part in PARTS]
    heads = [
        say("index_part"),
        say("index_value"),
        say("index_weight_first"),
        say("index_weight_mine"),
    ]
    return [*parts, scroll_table(heads, rows, label=say("index_title"), numbers=(1, 2, 3))]


def _row(part: str, found: Index, *, say: Speaker) -> html.Tr:
    one = found.parts.get(part)
    value: list[Any] = [say("index_not_published")]
    if one is not None:
        width = f"{100 * one.figure.value:.1f}%"
        value = [
            html.Span(amount(one.figure, say=say, decimals=3), className="value"),
            html.Span(html.Span(className="bar-fill", style={"width": width}), className="bar"),
        ]
    total = sum(found.weights.values())
    mine = 100 * found.weights[part] / total if total else 0.0
    first = sum(figure.value for figure in found.first.values())
    return html.Tr(
        [
            html.Th(part_name(part, say=say), scope="row"),
            html.Td(value, className="number"),
            html.Td(
                say(
                    "monitor_percent",
                    value=say.fill(number(100 * found.first[part].value / first)),
                ),
                className="number",
            ),
            html.Td(say("monitor_percent", value=say.fill(number(mine))), className="number"),
        ]
    )
