"""Versions of the data: what each is, what it holds, how two differ, and the way back to one."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from dash import html

from dashboard.components.desk_preview import change_table, version_name
from dashboard.components.desk_rows import rows_part, table_rows
from dashboard.components.form_fields import button, choice_field, text_field, who_field
from dashboard.components.table import scroll_table
from dashboard.data_here import Data
from dashboard.desk.differences import layer_changes, row_changes
from dashboard.desk.kind import kinds
from dashboard.desk.made import world_of
from dashboard.desk.route_paths import RESTORE
from dashboard.desk.titles import table_title
from dashboard.state import View
from dashboard.store import DataVersion, Load, LoadHead
from dashboard.store.texts import NOTE_MOST
from dashboard.store_words import time_text
from dashboard.words import Speaker

SHOWN = 10
_HASH_SHOWN = 12


def versions(
    found: Sequence[DataVersion],
    heads: Mapping[str, LoadHead],
    *,
    holds: int,
    view: View,
    say: Speaker,
) -> list[Any]:
    """The list, the newest first; those of long ago are folded."""
    rows = [_row(one, heads, holds=holds, view=view, say=say) for one in found]
    titles = [
        say("version_number"),
        say("version_when"),
        say("version_who"),
        say("version_what"),
        say("version_note"),
        say("version_acts"),
    ]
    recent = [*rows[:SHOWN], rows[-1]] if len(rows) > SHOWN else rows
    parts: list[Any] = [scroll_table(titles, recent, label=say("versions_title"))]
    old = rows[SHOWN:-1]
    if old:
        parts.append(
            html.Details(
                [
                    html.Summary(say("versions_older", count=len(old))),
                    scroll_table(titles, old, label=say("versions_title")),
                ],
                className="drawer",
            )
        )
    return parts


def acts(found: Sequence[DataVersion], *, view: View, say: Speaker) -> str:
    """HTML of two forms: compare two versions, and bring one back."""
    names = {str(one.number): version_name(one.number, say=say).capitalize() for one in found}
    keys = list(names)
    kept = "".join(
        f'<input type="hidden" name="{name}" value="{value}">'
        for name, value, usual in (
            ("lang", view.lang, "en"),
            ("digits", view.digits, "latin"),
        )
        if value != usual
    )
    compare = (
        f'<form class="desk-compare" action="/data#compared" method="get">{kept}'
        f"{choice_field(say('version_from'), 'from', names, chosen=keys[min(1, len(keys) - 1)])}"
        f"{choice_field(say('version_to'), 'to', names, chosen=keys[0])}"
        f'<p><button class="reset">{escape(say("version_compare"))}</button></p></form>'
    )
    newest = found[0].number
    back = (
        f'<form class="desk-restore" data-path="{RESTORE}" data-newest="{newest}">'
        f"{choice_field(say('version_back'), 'number', names, chosen=keys[-1])}"
        f"{who_field(say)}"
        f"{text_field(say('desk_note'), 'note', most=NOTE_MOST)}"
        f"<p>{button(say('version_restore'), 'restore')}</p>"
        '<p class="desk-said" role="status"></p></form>'
    )
    return (
        f'<div class="desk-acts"><section><h3>{escape(say("version_compare_title"))}</h3>{compare}'
        f"</section><section><h3>{escape(say('version_restore_title'))}</h3>"
        f'<p class="about">{escape(say("version_restore_about"))}</p>{back}</section></div>'
    )


def looked_at(number: int, found: Sequence[Load], data: Data, *, say: Speaker) -> list[Any]:
    """What the loads of a version hold, as tables."""
    title = say("version_looked_at", version=version_name(number, say=say))
    parts: list[Any] = [html.H3(title)]
    if not found:
        return [*parts, html.P(say("version_no_loads"))]
    geodata = world_of(data).geodata
    for load, loaded in zip(found, data.loads, strict=True):
        source = loaded.source
        parts += [
            html.H4(kind_title(load.kind, say=say)),
            html.P(
                say(
                    "version_load",
                    file=load.file_name,
                    hash=load.file_hash[:_HASH_SHOWN],
                    time=time_text(load.loaded_at, say=say),
                    title=source.title,
                    publisher=source.publisher,
                ),
                className="about",
            ),
        ]
        for name, frame in loaded.tables.items():
            rows = list(frame.itertuples(index=False))
            label = table_title(name, say=say)
            parts.append(
                html.Details(
                    [
                        html.Summary(say("version_rows", table=label, rows=len(rows))),
                        *table_rows(name, rows, label=label, geodata=geodata, say=say),
                    ],
                    className="drawer",
                    open=True,
                )
            )
    return parts


def compared(before: Data, after: Data, *, say: Speaker) -> list[Any]:
    """How two versions differ: rows of tables, and provinces in each layer."""
    names = tuple(version_name(one.number, say=say) for one in (before, after))
    title = say("version_compared", before=names[0], after=names[1])
    parts: list[Any] = [html.H3(title)]
    fills, changed = world_of(after).fills, layer_changes(before, after)
    if not changed:
        parts.append(html.P(say("desk_nothing_elsewhere")))
    for one in changed:
        measure = fills[one.layer].measure(one.measure).title.in_(say.lang)
        parts.append(
            html.Details(
                [
                    html.Summary(say("desk_layer_changes", layer=measure, count=len(one.codes))),
                    change_table(before, after, layer=one.layer, measure=one.measure, say=say),
                ],
                className="drawer",
            )
        )
    tables = {name: None for data in (before, after) for load in data.loads for name in load.tables}
    found = row_changes(before, after, tables)
    gone = sum(one.gone for one in found)
    if gone:
        parts.append(html.P(say("version_rows_gone", count=gone)))
    rows = rows_part(found, geodata=world_of(after).geodata, say=say)
    if rows:
        inside = [html.Summary(say("version_rows_differ")), *rows]
        parts.append(html.Details(inside, className="drawer"))
    return parts


def kind_title(key: str, *, say: Speaker) -> str:
    """What a kind of load is called; one that is no more by its key."""
    kind = kinds().get(key)
    return kind.title.in_(say.lang) if kind else key


def _row(
    one: DataVersion,
    heads: Mapping[str, LoadHead],
    *,
    holds: int,
    view: View,
    say: Speaker,
) -> html.Tr:
    name = say.fill(str(one.number))
    when = time_text(one.made_at, say=say) if one.number else say("version_always")
    known = [heads[id] for id in one.loads if id in heads]
    what = say("list_separator").join(
        dict.fromkeys(kind_title(head.kind, say=say) for head in known)
    )
    if one.restored_from is not None:
        what = say("version_restored", number=one.restored_from, what=what or say("version_none"))
    lang = f"&lang={view.lang}" if view.lang != "en" else ""
    digits = f"&digits={view.digits}" if view.digits != "latin" else ""
    href = f"/data?version={one.number}{lang}{digits}#looked"
    return html.Tr(
        [
            html.Th(
                [name, html.Br(), say("version_holds")] if one.number == holds else name,
                scope="row",
            ),
            html.Td(when),
            html.Td(one.author),
            html.Td(what or say("version_ships")),
            html.Td(one.note, className="saved-note"),
            html.Td(html.A(say("version_look"), href=href)),
        ],
        className="selected" if one.number == holds else None,
    )
