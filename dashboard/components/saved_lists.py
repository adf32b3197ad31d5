"""Saved scenarios, deleted ones and the versions of one, as lists with their buttons."""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.components.saved_acts import acts_row, saved_button
from dashboard.components.saved_told import meta_text
from dashboard.static_html import to_html
from dashboard.store import Entry, Listing, Version
from dashboard.words import Speaker

_NOTE_SHOWN = 240


def list_html(found: Listing, *, searched: bool, say: Speaker) -> str:
    """Saved scenarios, the newest first."""
    if not found.entries:
        return _hint(say("saved_none_found") if searched else say("saved_none"))
    items = [html.Li(_entry(one, say=say)) for one in found.entries]
    return to_html([html.Ul(items, className="places"), *_some(found, say=say)])


def deleted_html(found: Listing, *, say: Speaker) -> str:
    """Deleted scenarios, each with the way back."""
    if not found.entries:
        return _hint(say("saved_none_deleted"))
    items = [
        html.Li(
            [
                html.Strong(one.name),
                _meta(one, say=say),
                acts_row(
                    [
                        saved_button(
                            f"recover:{one.id}",
                            say("saved_recover"),
                            label=say("saved_recover_label", name=one.name),
                        )
                    ]
                ),
            ]
        )
        for one in found.entries
    ]
    return to_html([html.Ul(items, className="places"), *_some(found, say=say)])


def history_html(versions: Sequence[Version], *, say: Speaker) -> str:
    """Every version of a scenario, each to be opened or restored."""
    newest = versions[0]
    items = [html.Li(_version(one, newest=newest.version, say=say)) for one in versions]
    return to_html(
        [
            html.H3(say("saved_history_title", name=newest.name)),
            html.Ul(items, className="places"),
            acts_row([saved_button("close", say("saved_history_close"))]),
        ]
    )


def _entry(one: Entry, *, say: Speaker) -> list[Any]:
    at = f"{one.id}:{one.version}"
    acts = {
        f"open:{one.id}": (say("saved_open"), say("saved_open_label", name=one.name)),
        f"compare:{at}": (say("saved_compare"), say("saved_compare_label", name=one.name)),
        f"history:{one.id}": (say("saved_history"), say("saved_history_label", name=one.name)),
        f"duplicate:{one.id}": (
            say("saved_duplicate"),
            say("saved_duplicate_label", name=one.name),
        ),
        f"file:{one.id}": (say("saved_file"), say("saved_file_label", name=one.name)),
        f"delete:{one.id}": (say("saved_delete"), say("saved_delete_label", name=one.name)),
    }
    return [
        html.Strong(one.name),
        _meta(one, say=say),
        *_note(one.note),
        acts_row(
            [
                saved_button(act, text, label=label, plain=True)
                for act, (text, label) in acts.items()
            ]
        ),
    ]


def _version(one: Version, *, newest: int, say: Speaker) -> list[Any]:
    at = f"{one.id}:{one.version}"
    restored = (
        []
        if one.restored_from is None
        else [html.P(say("saved_restored_from", version=one.restored_from), className="hint")]
    )
    opens = say("saved_open_version", version=one.version)
    compares = say("saved_compare_version", version=one.version)
    acts = [
        saved_button(f"open:{at}", say("saved_open"), label=opens, plain=True),
        saved_button(f"compare:{at}", say("saved_compare"), label=compares, plain=True),
    ]
    if one.version != newest:
        label = say("saved_restore_label", version=one.version)
        acts.append(saved_button(f"restore:{at}", say("saved_restore"), label=label, plain=True))
    return [html.Strong(one.name), _meta(one, say=say), *_note(one.note), *restored, acts_row(acts)]


def _note(note: str) -> list[html.P]:
    if not note:
        return []
    short = note if len(note) <= _NOTE_SHOWN else f"{note[:_NOTE_SHOWN]}…"
    return [html.P(short, className="saved-note")]


def _meta(one: Entry | Version, *, say: Speaker) -> html.P:
    return html.P(meta_text(one, say=say), className="kind")


def _some(found: Listing, *, say: Speaker) -> list[html.P]:
    shown = len(found.entries)
    if shown == found.total:
        return []
    return [html.P(say("saved_some", shown=shown, total=found.total), className="hint")]


def _hint(sentence: str) -> str:
    return to_html(html.P(sentence, className="hint"))
