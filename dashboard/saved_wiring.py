"""Callbacks of saved scenarios: what is pressed, opened, searched for, and what follows the link.

Whatever the store or a file refuses is told in one place; the link, and with it the page, then
stays as it is.
"""

import asyncio
from typing import Any

from dash import Dash, Input, Output, State

from dashboard import ids, saved_ids
from dashboard.saved_acts import perform
from dashboard.saved_files import open_file
from dashboard.saved_lists import current, lists
from dashboard.saved_page import Answer, PageView, history_of, page_of, speaker
from dashboard.store import Store


def register_saved(app: Dash, *, page_view: PageView) -> None:
    """What is pressed, opened, searched for, and what follows the link."""
    store: Store = app.server.state.store
    changed = [
        Output(saved_ids.SAID, "html", allow_duplicate=True),
        Output(saved_ids.CONFLICT, "html", allow_duplicate=True),
        Output(ids.SCENARIO_URL, "search", allow_duplicate=True),
        Output(saved_ids.NAME, "value", allow_duplicate=True),
        Output(saved_ids.NOTE, "value", allow_duplicate=True),
        Output(saved_ids.OPENED, "data", allow_duplicate=True),
        Output(saved_ids.LISTED, "data", allow_duplicate=True),
        Output(saved_ids.ACTS, "download", allow_duplicate=True),
    ]
    typed = [
        State(ids.SCENARIO_URL, "search"),
        State(saved_ids.NAME, "value"),
        State(saved_ids.NOTE, "value"),
        State(saved_ids.AUTHOR, "value"),
        State(saved_ids.LISTED, "data"),
    ]

    @app.callback(*changed, Input(saved_ids.ACTS, "act"), *typed, prevent_initial_call=True)
    async def acted(act: Any, *given: Any) -> tuple[Any, ...]:
        def work() -> Answer:
            return perform(store, act, page_of(given, page_view), page_view=page_view)

        return tuple(await asyncio.to_thread(work))

    @app.callback(*changed, Input(saved_ids.ACTS, "file"), *typed, prevent_initial_call=True)
    async def filed(file: Any, *given: Any) -> tuple[Any, ...]:
        def work() -> Answer:
            return open_file(file, page_of(given, page_view), page_view=page_view)

        return tuple(await asyncio.to_thread(work))

    @app.callback(
        Output(saved_ids.LIST, "html"),
        Output(saved_ids.HISTORY, "html"),
        Output(saved_ids.DELETED, "html"),
        Input(saved_ids.LISTED, "data"),
        Input(saved_ids.QUERY, "value"),
        State(ids.SCENARIO_URL, "search"),
    )
    async def listed(data: Any, query: Any, search: Any) -> tuple[Any, ...]:
        say = speaker(page_view(search))
        return await asyncio.to_thread(lists, store, query or "", history_of(data), say=say)

    @app.callback(
        Output(saved_ids.CURRENT, "html"),
        Output(saved_ids.PYTHON, "html"),
        Output(saved_ids.NAME, "value"),
        Output(saved_ids.NOTE, "value"),
        Output(saved_ids.OPENED, "data"),
        Input(ids.SCENARIO_URL, "search"),
        State(saved_ids.OPENED, "data"),
    )
    async def follow(search: Any, opened: Any) -> tuple[Any, ...]:
        return await asyncio.to_thread(current, store, search, opened, page_view=page_view)
