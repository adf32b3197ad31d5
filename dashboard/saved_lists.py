"""What is listed of saved scenarios, and what is open."""

from typing import Any

from dash import no_update

from dashboard.components.saved_lists import deleted_html, history_html, list_html
from dashboard.components.saved_told import current_html, python_html, said_html
from dashboard.saved_page import PageView, speaker
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.saved import conditions_in, conditions_of
from dashboard.scenarios.saved_link import saved_in
from dashboard.store import Store, StoreError, scenarios
from dashboard.store_words import store_problem
from dashboard.words import Speaker

_SHOWN = 50


def lists(store: Store, query: str, history: str, *, say: Speaker) -> tuple[str, str, str]:
    """The list, the history that is asked for, and the deleted ones."""
    try:
        found = scenarios.listing(store, query=query, limit=_SHOWN)
        gone = scenarios.listing(store, deleted=True, limit=_SHOWN)
        versions = scenarios.history(store, id=history) if history else ()
    except StoreError as error:
        return said_html([store_problem(error, say=say)]), "", ""
    return (
        list_html(found, searched=bool(query), say=say),
        history_html(versions, say=say) if versions else "",
        deleted_html(gone, say=say),
    )


def current(
    store: Store, search: object, opened: Any, *, page_view: PageView
) -> tuple[Any, Any, Any, Any, Any]:
    """What is open, the lines of Python; name and note where another scenario is open now."""
    view = page_view(search)
    asked, say = read_asked(view), speaker(view)
    lines = python_html(asked)
    named = saved_in(search)
    known = opened if isinstance(opened, dict) else None
    if named is None:
        empty = "" if known else no_update
        return current_html(None, changed=False, say=say), lines, empty, empty, None
    if known and known.get("saved") == list(named):
        changed = known.get("conditions") != conditions_of(asked)
        return current_html(known, changed=changed, say=say), lines, no_update, no_update, no_update
    try:
        found = scenarios.get(store, id=named[0], version=named[1])
    except StoreError as error:
        told = store_problem(error, say=say)
        html = current_html(None, changed=False, say=say, problem=told)
        return html, lines, no_update, no_update, None
    conditions = conditions_of(asked)
    saved = conditions_in(found.document, conditions)
    data = {
        "saved": list(named),
        "name": found.name,
        "version": found.version,
        "latest": found.latest,
        "conditions": saved,
    }
    html = current_html(data, changed=saved != conditions, say=say)
    return html, lines, found.name, found.note, data
