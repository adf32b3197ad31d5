"""What a load would change: the answer in words, small maps, provinces, and the act itself."""

from dataclasses import replace
from typing import Any

from dash import html

from dashboard.components.block import Block
from dashboard.components.desk_rows import rows_part
from dashboard.components.form_fields import button, text_field, who_field
from dashboard.components.section import ranged_cell
from dashboard.components.small_maps import drawn_map
from dashboard.components.table import scroll_table
from dashboard.data_here import Data
from dashboard.desk.differences import layer_changes, row_changes
from dashboard.desk.looked import Looked
from dashboard.desk.made import Change, changes, world_of
from dashboard.desk_maps import change_fill, layer_fill
from dashboard.evidence import amount, evidence_text, span, status_text
from dashboard.headline import headline
from dashboard.numbers import known_step, number
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.store.texts import NOTE_MOST
from dashboard.words import Speaker
from geodata import Figure, Geodata


def preview(looked: Looked, *, then: Data, view: View, say: Speaker) -> str:
    """HTML of the preview of a file that can be accepted."""
    kind, now = looked.asked.kind, looked.now
    tables = looked.load.document["tables"] if looked.load else {}
    found = row_changes(now, then, tables)
    parts: list[Any] = [
        html.H3(say("desk_preview")),
        html.P(
            say(
                "desk_built_on",
                version=version_name(now.number, say=say),
                added=sum(len(one.added) for one in found),
                changed=sum(len(one.changed) for one in found),
                same=sum(one.same for one in found),
            )
        ),
    ]
    if not any(one.added or one.changed or one.same for one in found):
        parts.append(html.P(say("desk_nothing_new"), className="notice"))
    if kind.layer:
        seen = replace(view, layer=kind.layer, measure=kind.measure)
        parts += _headlines(now, then, view=seen, say=say)
        parts.append(Block(_maps(now, then, view=seen, say=say)))
        parts.append(change_table(now, then, layer=kind.layer, measure=kind.measure, say=say))
    else:
        parts += rows_part(found, geodata=world_of(then).geodata, say=say)
    parts += [
        html.H4(say("desk_elsewhere")),
        layers_list(now, then, say=say),
        Block(_accept(then.number, say=say), className="desk-accept"),
    ]
    return to_html(parts)


def version_name(number: int, *, say: Speaker) -> str:
    """What a version is called."""
    return say("version_named", number=number) if number else say("version_shipped")


def _headlines(now: Data, then: Data, *, view: View, say: Speaker) -> list[Any]:
    parts: list[Any] = []
    for title, data in ((say("desk_before"), now), (say("desk_after"), then)):
        told = headline(world_of(data), view=view, say=say)
        parts.append(
            html.P(
                [
                    html.Strong(title),
                    html.Br(),
                    told.text,
                    html.Br(),
                    html.Span(told.evidence, className="evidence"),
                ]
            )
        )
    return parts


def _maps(now: Data, then: Data, *, view: View, say: Speaker) -> str:
    before, after = world_of(now), world_of(then)
    name = {"layer": view.layer, "measure": view.measure}
    fills = [
        layer_fill(before, **name, title=say("desk_before"), say=say),
        layer_fill(after, **name, title=say("desk_after"), say=say),
    ]
    unit = after.fills[view.layer].measure(view.measure).unit.in_(say.lang)
    apart = change_fill(changes(now, then, **name), here=after, unit=unit, say=say)
    drawn = "".join(
        drawn_map(fill, view=replace(view, province=None), say=say)
        for fill in (*fills, *([apart] if apart else []))
    )
    none = "" if apart else to_html(html.P(say("desk_no_change")))
    return f'<div class="small-maps">{drawn}</div>{none}'


def change_table(before: Data, after: Data, *, layer: str, measure: str, say: Speaker) -> html.Div:
    """Every province before and after, with range and status; those that stay are told apart."""
    here = world_of(after)
    declared = here.fills[layer].measure(measure)
    rows = []
    for one in changes(before, after, layer=layer, measure=measure):
        rows.append(
            html.Tr(
                [
                    html.Th(here.geodata.provinces[one.code].name(say.lang), scope="row"),
                    *_told(one.before, decimals=declared.decimals, say=say),
                    *_told(one.after, decimals=declared.decimals, say=say),
                    html.Td(_apart(one, decimals=declared.decimals, say=say), className="number"),
                    html.Td(
                        _where_from(one.after, geodata=here.geodata, say=say),
                        className="evidence",
                    ),
                ]
            )
        )
    unit = declared.unit.in_(say.lang)
    heads = [
        say("table_province"),
        say("desk_before_unit", unit=unit),
        say("table_status"),
        say("desk_after_unit", unit=unit),
        say("table_status"),
        say("desk_change"),
        say("desk_evidence_after"),
    ]
    title = declared.title.in_(say.lang)
    return scroll_table(heads, rows, label=say("desk_table_label", title=title), numbers=(1, 3, 5))


def layers_list(before: Data, after: Data, *, say: Speaker) -> html.Ul | html.P:
    """Every measure of a layer in which provinces differ, with their number."""
    fills = world_of(after).fills
    found = layer_changes(before, after)
    if not found:
        return html.P(say("desk_nothing_elsewhere"))
    return html.Ul(
        [
            html.Li(
                say(
                    "desk_layer_changes",
                    layer=fills[one.layer].measure(one.measure).title.in_(say.lang),
                    count=len(one.codes),
                )
            )
            for one in found
        ],
        className="told-list",
    )


def _where_from(figure: Figure | None, *, geodata: Geodata, say: Speaker) -> str:
    return evidence_text(figure, geodata=geodata, say=say) if figure else ""


def _told(figure: Figure | None, *, decimals: int, say: Speaker) -> list[html.Td]:
    if figure is None:
        return [html.Td(say("legend_missing"), className="number"), html.Td("")]
    value, reach = (
        amount(figure, say=say, decimals=decimals),
        span(figure, say=say, decimals=decimals),
    )
    return [
        html.Td(ranged_cell(value, reach), className="number"),
        html.Td(status_text([figure.status], say=say)),
    ]


def _apart(one: Change, *, decimals: int, say: Speaker) -> str:
    if one.before is None or one.after is None:
        return ""
    gap = one.after.value - one.before.value
    step = max(known_step(figure, decimals=decimals) for figure in (one.before, one.after))
    if abs(gap) < step / 2:
        return say("desk_no_gap")
    text = number(gap, step=step)
    return say.fill(f"+{text}" if gap > 0 else text)


def _accept(number: int, *, say: Speaker) -> str:
    who = who_field(say, hint=say("desk_who_hint"))
    note = text_field(say("desk_note"), "note", hint=say("desk_note_hint"), most=NOTE_MOST)
    act = button(say("desk_accept", number=number), "accept", css="reset strong")
    return f"{who}{note}<p>{act}</p>"
