"""Saved scenarios on the page: the section, and the form that saves."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard import saved_ids
from dashboard.accounts.who import author
from dashboard.components.block import Block
from dashboard.components.refused import refused_notice
from dashboard.components.saved_acts import SavedActs, largest_kb
from dashboard.components.saved_told import current_html, python_html
from dashboard.scenarios.asked import Asked
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.store.texts import AUTHOR_MOST, NAME_MOST, NOTE_MOST, QUERY_MOST
from dashboard.words import Speaker
from dashboard.world import World

_PAUSE_MS = 300
_NOTE_ROWS = 3


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
