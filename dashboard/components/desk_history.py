"""The part of the page that shows versions, whatever the database says."""

from typing import Any

from dash import html

from dashboard.components.block import Block, block
from dashboard.components.desk_versions import acts, compared, looked_at, versions
from dashboard.desk.page_asked import PageAsked, read_page
from dashboard.desk.version_data import data_of
from dashboard.desk_words import data_problem
from dashboard.state import View
from dashboard.store import StoreError, data
from dashboard.store_here import store_here
from dashboard.words import Speaker
from geodata import DataError


def history(view: View, *, holds: int, say: Speaker) -> list[Any]:
    """The list of versions, what was asked to be looked at, and what can be done with them."""
    try:
        store = store_here()
        found, heads = data.history(store), data.heads(store)
    except StoreError as problem:
        return [html.P(data_problem(problem, say=say), className="notice")]
    asked = read_page(view.search, known=[one.number for one in found])
    parts: list[Any] = [
        *_told(asked, say=say),
        block(versions(found, heads, holds=holds, view=view, say=say)),
        *_asked(asked, say=say),
    ]
    if len(found) > 1:
        parts.append(Block(acts(found, view=view, say=say)))
    return parts


def _told(asked: PageAsked, *, say: Speaker) -> list[Any]:
    return [
        html.P(say("notice_unreadable", key=wrong.key, value=wrong.value), className="notice")
        for wrong in asked.wrong
    ]


def _asked(asked: PageAsked, *, say: Speaker) -> list[Any]:
    """A version looked at, and two compared; what cannot be read is told in its place."""
    parts: list[Any] = []
    try:
        store = store_here()
        if asked.look is not None:
            loads = data.loads(store, number=asked.look)
            shown = looked_at(asked.look, loads, data_of(store, number=asked.look), say=say)
            parts.append(block(shown, id="looked", className="desk-shown"))
        if asked.compared is not None:
            before, after = (data_of(store, number=number) for number in asked.compared)
            parts.append(
                block(compared(before, after, say=say), id="compared", className="desk-shown")
            )
    except StoreError as problem:
        parts.append(html.P(data_problem(problem, say=say), className="notice"))
    except DataError as problem:
        parts.append(html.P(say("version_unreadable", problem=problem), className="notice"))
    return parts
