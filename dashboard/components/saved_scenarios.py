"""Saved scenarios on the page: save, list, history, deleted ones, files, lines of Python.

Buttons stand in finished HTML with `data-act="saved:<action>[:<id>[:<version>]]"`; assets/saved.js
hands what is pressed to the one component here.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import saved_ids
from dashboard.accounts.who import author
from dashboard.components.attributes import attributes
from dashboard.components.block import Block
from dashboard.components.refused import refused_notice
from dashboard.numbers import number
from dashboard.scenarios.asked import Asked, places
from dashboard.scenarios.plan_text import MILLION, read_plan
from dashboard.scenarios.saved import python_lines
from dashboard.settings import read_settings
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.store import Conflict, Entry, Listing, Saved, Version
from dashboard.store.texts import AUTHOR_MOST, NAME_MOST, NOTE_MOST, QUERY_MOST
from dashboard.store_words import time_text
from dashboard.words import Speaker
from dashboard.world import World

_PAUSE_MS = 300
_NOTE_ROWS = 3
_NOTE_SHOWN = 240
_MOST_FILE_KB = 128
_GROWS = 8


class SavedActs(Component):
    """The file to open, drawn by assets/saved.js, which also hands over what is pressed.

    `act`: the last button, as `text` and `at`; `file`: the last file, as `name`, `text`, or `size`
    where it is too large; `download`: a file to hand out, as `name` and `text`; `largest_kb`;
    `words`.
    """

    _namespace = "corridor_atlas"
    _type = "SavedActs"

    def __init__(self, *, id: str, largest_kb: int, words: dict[str, str]) -> None:
        """All by keyword."""
        self._prop_names = ["id", "act", "file", "download", "largest_kb", "words"]
        self._valid_wildcard_attributes: list[str] = []
        self.available_properties = self._prop_names
        self.available_wildcard_properties: list[str] = []
        super().__init__(id=id, largest_kb=largest_kb, words=words)


@lru_cache(maxsize=1)
def largest_kb() -> int:
    """The largest file that is taken: as JSON in JSON it may grow, and has to pass the door."""
    return min(_MOST_FILE_KB, read_settings().body_limit_kb // _GROWS)


def saved_section(here: World, *, asked: Asked, view: View, say: Speaker) -> html.Section:
    """The section; lists and names come once the page stands."""
    wait = to_html(html.P(say("being_worked_out"), className="hint"))
    return html.Section(
        [
            html.H2(say("saved_title")),
            html.P(say("saved_about"), className="about"),
            *refused_notice("scenario_save", back=f"/scenarios{view.search}", say=say),
            dcc.Store(id=saved_ids.OPENED),
            dcc.Store(id=saved_ids.LISTED),
            Block(
                "",
                id=saved_ids.SAID,
                className="notice saved-said",
                attributes={"role": "status", "tabIndex": "-1"},
            ),
            Block("", id=saved_ids.CONFLICT),
            html.Div(
                [
                    html.Div(_form(asked, say=say), className="saved-form"),
                    html.Div(
                        [
                            _field(
                                saved_ids.QUERY,
                                say("saved_search"),
                                dbc.Input(
                                    id=saved_ids.QUERY,
                                    type="search",
                                    debounce=_PAUSE_MS,
                                    maxlength=QUERY_MOST,
                                ),
                            ),
                            Block(wait, id=saved_ids.LIST),
                            Block("", id=saved_ids.HISTORY),
                            html.Details(
                                [
                                    html.Summary(say("saved_deleted_title")),
                                    Block(wait, id=saved_ids.DELETED),
                                ],
                                className="drawer",
                            ),
                        ],
                        className="saved-lists",
                    ),
                ],
                className="halves",
            ),
        ],
        id="saved",
        className="part saved",
    )


def _form(asked: Asked, *, say: Speaker) -> list[Any]:
    return [
        html.H3(say("saved_save_title")),
        _field(
            saved_ids.NAME,
            say("saved_name"),
            dbc.Input(id=saved_ids.NAME, type="text", maxlength=NAME_MOST, autocomplete="off"),
        ),
        _field(
            saved_ids.NOTE,
            say("saved_note"),
            dbc.Textarea(id=saved_ids.NOTE, rows=_NOTE_ROWS, maxlength=NOTE_MOST),
        ),
        _field(
            saved_ids.AUTHOR,
            say("saved_author"),
            dbc.Input(
                id=saved_ids.AUTHOR,
                type="text",
                maxlength=AUTHOR_MOST,
                autocomplete="name",
                value=author(""),
                readonly=bool(author("")),
            ),
        ),
        Block(current_html(None, changed=False, say=say), id=saved_ids.CURRENT),
        SavedActs(
            id=saved_ids.ACTS,
            largest_kb=largest_kb(),
            words={
                "open": say("saved_upload"),
                "hint": say("saved_upload_hint", most=largest_kb()),
            },
        ),
        html.Details(
            [
                html.Summary(say("saved_python_title")),
                html.P(say("saved_python_about"), className="hint"),
                Block(python_html(asked), id=saved_ids.PYTHON, tag="pre", className="lines"),
            ],
            className="drawer",
        ),
    ]


def _field(id: str, label: str, control: Any) -> html.Div:
    return html.Div([dbc.Label(label, html_for=id), control], className="measure")


def python_html(asked: Asked) -> str:
    """The lines that give the same numbers."""
    return to_html(html.Code(python_lines(asked)))


def current_html(
    opened: Mapping[str, Any] | None, *, changed: bool, say: Speaker, problem: str = ""
) -> str:
    """What is open, whether it was changed since, and the buttons that save.

    `opened`: its `name`, `version` and `latest` version; `problem`: why it cannot be told.
    """
    told = [problem or say("saved_not_yet")]
    if opened:
        told = [
            say("saved_current", name=opened["name"], version=opened["version"])
            if opened["version"] == opened["latest"]
            else say(
                "saved_current_older",
                name=opened["name"],
                version=opened["version"],
                latest=opened["latest"],
            ),
            *([say("saved_changed")] if changed else []),
        ]
    acts = [
        *([_button("save", say("saved_save"))] if opened else []),
        _button("create", say("saved_create")),
        _button("file", say("saved_file")),
    ]
    return to_html(
        [html.P(" ".join(told), className="hint"), html.Div(acts, className="plan-acts")]
    )


def said_html(sentences: Sequence[str]) -> str:
    """One message, in as many lines as it has sentences."""
    return to_html([html.P(sentence) for sentence in sentences])


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
                _acts(
                    [
                        _button(
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
            _acts([_button("close", say("saved_history_close"))]),
        ]
    )


def conflict_html(conflict: Conflict, *, asked: Asked, say: Speaker) -> str:
    """What somebody else saved, beside mine, and the ways on."""
    id, current = conflict.attempted.id, conflict.current
    told = [] if current is None else _theirs(current, asked=asked, say=say)
    acts = [
        _button(
            f"over:{id}:{conflict.current_version}",
            say("saved_over", version=conflict.current_version + 1),
        ),
        _button("copy", say("saved_copy")),
        *([_button(f"open:{id}:{current.version}", say("saved_open_theirs"))] if current else []),
    ]
    parts = [
        html.H3(say("saved_conflict_title")),
        *(html.P(sentence) for sentence in told),
        html.Div(acts, className="plan-acts"),
    ]
    return to_html(html.Div(parts, className="notice"))


def _theirs(current: Saved, *, asked: Asked, say: Speaker) -> list[str]:
    plan = current.document.get("plan", "")
    theirs, _ = read_plan(plan if isinstance(plan, str) else "", places=places())
    return [
        say("saved_theirs", name=current.name, meta=_meta_text(current, say=say)),
        *([current.note] if current.note else []),
        say(
            "saved_theirs_money",
            theirs=number(sum(one.usd for one in theirs) / MILLION, step=0.1),
            their_rows=len(theirs),
            mine=number(sum(one.usd for one in asked.plan) / MILLION, step=0.1),
            my_rows=len(asked.plan),
        ),
    ]


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
        _acts([_button(act, text, label=label, plain=True) for act, (text, label) in acts.items()]),
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
        _button(f"open:{at}", say("saved_open"), label=opens, plain=True),
        _button(f"compare:{at}", say("saved_compare"), label=compares, plain=True),
    ]
    if one.version != newest:
        label = say("saved_restore_label", version=one.version)
        acts.append(_button(f"restore:{at}", say("saved_restore"), label=label, plain=True))
    return [html.Strong(one.name), _meta(one, say=say), *_note(one.note), *restored, _acts(acts)]


def _note(note: str) -> list[html.P]:
    if not note:
        return []
    short = note if len(note) <= _NOTE_SHOWN else f"{note[:_NOTE_SHOWN]}…"
    return [html.P(short, className="saved-note")]


def _meta(one: Entry | Version, *, say: Speaker) -> html.P:
    return html.P(_meta_text(one, say=say), className="kind")


def _meta_text(one: Entry | Version | Saved, *, say: Speaker) -> str:
    time = time_text(one.saved_at, say=say)
    if one.author:
        return say("saved_meta_author", version=one.version, time=time, author=one.author)
    return say("saved_meta", version=one.version, time=time)


def _some(found: Listing, *, say: Speaker) -> list[html.P]:
    shown = len(found.entries)
    if shown == found.total:
        return []
    return [html.P(say("saved_some", shown=shown, total=found.total), className="hint")]


def _hint(sentence: str) -> str:
    return to_html(html.P(sentence, className="hint"))


def _acts(buttons: list[html.Button]) -> html.Div:
    return html.Div(buttons, className="plan-acts")


def _button(act: str, text: str, *, label: str = "", plain: bool = False) -> html.Button:
    """`label`: what a screen reader says; it begins with the text."""
    named = attributes(aria_label=label) if label else {}
    return html.Button(
        text,
        type="button",
        className="plain" if plain else "reset",
        **attributes(data_act=f"saved:{act}"),
        **named,
    )
