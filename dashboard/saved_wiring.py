"""Saved scenarios and the store: what each button does, what is listed, what a file brings.

Whatever the store or a file refuses is told in one place; the link, and with it the page, then
stays as it is.
"""

import asyncio
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from dash import Dash, Input, Output, State, no_update

from dashboard import ids, saved_ids
from dashboard.accounts.allowed import allowed
from dashboard.accounts.who import author
from dashboard.components.refused import refused_html
from dashboard.components.saved_scenarios import (
    conflict_html,
    current_html,
    deleted_html,
    history_html,
    largest_kb,
    list_html,
    python_html,
    said_html,
)
from dashboard.saved_compare import compare
from dashboard.saved_words import file_problem, opened_words
from dashboard.scenarios.asked import Asked, read_asked
from dashboard.scenarios.saved import (
    FileError,
    conditions_in,
    conditions_of,
    document_of,
    file_text,
    into_link,
    read_document,
    read_file,
    saved_in,
    version_of,
    with_saved,
)
from dashboard.state import View
from dashboard.store import Conflict, Saved, Store, StoreError, scenarios
from dashboard.store.texts import NAME_MOST
from dashboard.store_words import store_problem
from dashboard.words import Speaker

PageView = Callable[[object], View]
_COPY_ROOM = 24
_FILE_NAME = 60
_SHOWN = 50
_WRITES = {
    "save": "scenario_save",
    "over": "scenario_save",
    "create": "scenario_create",
    "copy": "scenario_create",
    "restore": "scenario_restore",
    "duplicate": "scenario_duplicate",
    "delete": "scenario_delete",
    "recover": "scenario_recover",
}
_changes = itertools.count(1)


class Answer(NamedTuple):
    """What an act changes on the page; what it does not name stays."""

    said: Any = ""
    conflict: Any = ""
    link: Any = no_update
    name: Any = no_update
    note: Any = no_update
    opened: Any = no_update
    listed: Any = no_update
    download: Any = no_update


@dataclass(frozen=True, kw_only=True)
class _Page:
    """The page at the moment of an act: its link, what was typed, which history is shown."""

    search: str
    asked: Asked
    name: str
    note: str
    author: str
    history: str
    say: Speaker


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
            return perform(store, act, _page(given, page_view), page_view=page_view)

        return tuple(await asyncio.to_thread(work))

    @app.callback(*changed, Input(saved_ids.ACTS, "file"), *typed, prevent_initial_call=True)
    async def filed(file: Any, *given: Any) -> tuple[Any, ...]:
        def work() -> Answer:
            return open_file(file, _page(given, page_view), page_view=page_view)

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
        say = _speaker(page_view(search))
        return await asyncio.to_thread(lists, store, query or "", _history_of(data), say=say)

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


def perform(store: Store, act: object, page: _Page, *, page_view: PageView) -> Answer:
    """Do what a button says. What cannot be done is told, and nothing else changes."""
    text = act.get("text") if isinstance(act, dict) else None
    _, what, id, version = (*(text if isinstance(text, str) else "").split(":"), "", "", "", "")[:4]
    do = {
        "save": _save,
        "over": _save_over,
        "create": _create,
        "copy": _save_copy,
        "open": _open,
        "compare": _compare,
        "history": _history,
        "close": _close,
        "restore": _restore,
        "duplicate": _duplicate,
        "file": _file,
        "delete": _delete,
        "recover": _recover,
    }.get(what)
    if do is None:
        return Answer(said=no_update, conflict=no_update)
    needs = _WRITES.get(what)
    if needs and not allowed(store, needs):
        told = refused_html(needs, back=f"/scenarios{page.search}", say=page.say)
        return Answer(said=told, conflict=no_update)
    try:
        return do(store, page, id, version_of(version), page_view)
    except Conflict as conflict:
        told = store_problem(conflict, say=page.say)
        box = conflict_html(conflict, asked=page.asked, say=page.say)
        return Answer(said=said_html([told]), conflict=box, listed=_change(page.history))
    except StoreError as error:
        return Answer(said=said_html([store_problem(error, say=page.say)]), conflict=no_update)
    except FileError as error:
        return Answer(said=said_html([file_problem(error, say=page.say)]), conflict=no_update)


def open_file(file: object, page: _Page, *, page_view: PageView) -> Answer:
    """Fill the plan from a file; nothing is saved."""
    say = page.say
    given = file if isinstance(file, dict) else {}
    size = given.get("size")
    try:
        if isinstance(size, int):
            raise FileError("file_large", kilobytes=-(-size // 1024), most=largest_kb())
        read = read_file(given.get("text"), largest_kb=largest_kb())
        opened = read_document(read, page_view=page_view)
    except FileError as error:
        return Answer(said=said_html([file_problem(error, say=page.say)]), conflict=no_update)
    told = [say("saved_file_opened"), *opened_words(opened, say=page.say)]
    return Answer(
        said=said_html(told),
        link=into_link(page.search, opened.search, saved=None),
        name=opened.name,
        note=opened.note,
        opened=None,
    )


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
    asked, say = read_asked(view), _speaker(view)
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


def _save(store: Store, page: _Page, id: str, version: int, page_view: PageView) -> Answer:
    named = saved_in(page.search)
    if named is None:
        return _create(store, page, id, version, page_view)
    return _save_over(store, page, *named, page_view)


def _save_over(store: Store, page: _Page, id: str, version: int, page_view: PageView) -> Answer:
    say = page.say
    if not page.asked.plan:
        return Answer(said=said_html([say("saved_empty_plan")]), conflict=no_update)
    saved = scenarios.update(
        store,
        id=id,
        expected_version=version,
        document=document_of(page.asked),
        name=page.name,
        note=page.note,
        author=page.author,
    )
    return _saved(saved, page)


def _create(store: Store, page: _Page, id: str, version: int, page_view: PageView) -> Answer:
    return _add(store, page, page.name)


def _save_copy(store: Store, page: _Page, id: str, version: int, page_view: PageView) -> Answer:
    return _add(store, page, _copy_name(page.name, page))


def _add(store: Store, page: _Page, name: str) -> Answer:
    say = page.say
    if not page.asked.plan:
        return Answer(said=said_html([say("saved_empty_plan")]), conflict=no_update)
    saved = scenarios.create(
        store, name=name, note=page.note, author=page.author, document=document_of(page.asked)
    )
    return _saved(saved, page)


def _saved(saved: Saved, page: _Page) -> Answer:
    say = page.say
    return Answer(
        said=said_html([say("saved_done", name=saved.name, version=saved.version)]),
        link=with_saved(page.search, (saved.id, saved.version)),
        listed=_change(page.history),
    )


def _open(store: Store, page: _Page, id: str, version: int, page_view: PageView) -> Answer:
    say = page.say
    found = scenarios.get(store, id=id, version=version or None)
    told = say("saved_opened", name=found.name, version=found.version)
    return _opened(found, told, page, page_view)


def _compare(store: Store, page: _Page, id: str, version: int, page_view: PageView) -> Answer:
    told, link = compare(
        store,
        search=page.search,
        id=id,
        version=version or None,
        page_view=page_view,
        say=page.say,
    )
    return Answer(
        said=said_html([told]), conflict=no_update, link=no_update if link is None else link
    )


def _restore(store: Store, page: _Page, id: str, version: int, page_view: PageView) -> Answer:
    say = page.say
    found = scenarios.restore_version(store, id=id, version=version)
    told = say("saved_restored", old=version, name=found.name, version=found.version)
    return _opened(found, told, page, page_view)._replace(listed=_change(id))


def _opened(found: Saved, told: str, page: _Page, page_view: PageView) -> Answer:
    opened = read_document(found.document, page_view=page_view)
    return Answer(
        said=said_html([told, *opened_words(opened, say=page.say)]),
        link=into_link(page.search, opened.search, saved=(found.id, found.version)),
        opened=None,
    )


def _history(store: Store, page: _Page, id: str, version: int, page_view: PageView) -> Answer:
    say = page.say
    count = len(scenarios.history(store, id=id))
    told = said_html([say("saved_history_told", count=count)])
    return Answer(said=told, conflict=no_update, listed=_change(id))


def _close(store: Store, page: _Page, id: str, version: int, page_view: PageView) -> Answer:
    return Answer(conflict=no_update, listed=_change(""))


def _duplicate(store: Store, page: _Page, id: str, version: int, page_view: PageView) -> Answer:
    say = page.say
    name = _copy_name(scenarios.get(store, id=id).name, page)
    saved = scenarios.duplicate(store, id=id, name=name)
    told = said_html([say("saved_duplicated", name=saved.name)])
    return Answer(said=told, conflict=no_update, listed=_change(page.history))


def _file(store: Store, page: _Page, id: str, version: int, page_view: PageView) -> Answer:
    """The plan that is built as a file, or a saved one."""
    say = page.say
    if id:
        found = scenarios.get(store, id=id, version=version or None)
        name, text = found.name, file_text(found.document, name=found.name, note=found.note)
    else:
        name, text = page.name, file_text(document_of(page.asked), name=page.name, note=page.note)
    return Answer(
        said=said_html([say("saved_file_done")]),
        conflict=no_update,
        download={"name": _file_name(name), "text": text, "at": next(_changes)},
    )


def _delete(store: Store, page: _Page, id: str, version: int, page_view: PageView) -> Answer:
    say = page.say
    name = _name_of(store, id)
    scenarios.delete(store, id=id)
    told = said_html([say("saved_deleted", name=name)])
    history = "" if page.history == id else page.history
    return Answer(said=told, conflict=no_update, listed=_change(history))


def _recover(store: Store, page: _Page, id: str, version: int, page_view: PageView) -> Answer:
    say = page.say
    scenarios.recover(store, id=id)
    told = said_html([say("saved_recovered", name=_name_of(store, id))])
    return Answer(said=told, conflict=no_update, listed=_change(page.history))


def _name_of(store: Store, id: str) -> str:
    """The newest name of a scenario, also where its document is damaged."""
    return scenarios.history(store, id=id)[0].name


def _copy_name(name: str, page: _Page) -> str:
    """The name of a copy; digits in it stay as they were typed."""
    say = Speaker(lang=page.say.lang)
    return say("saved_copy_name", name=name[: NAME_MOST - _COPY_ROOM])


def _file_name(name: str) -> str:
    """A name that every system takes: letters, digits, marks and hyphens."""
    kept = "".join(one if one.isalnum() or "\u1780" <= one <= "\u17d3" else " " for one in name)
    return f"{'-'.join(kept.split())[:_FILE_NAME] or 'scenario'}.json"


def _change(history: str) -> dict[str, Any]:
    """The lists have to be read again, with the history of this scenario below them."""
    return {"history": history, "at": next(_changes)}


def _history_of(data: object) -> str:
    found = data.get("history") if isinstance(data, dict) else None
    return found if isinstance(found, str) else ""


def _page(given: tuple[Any, ...], page_view: PageView) -> _Page:
    search, name, note, typed, listed = given
    view = page_view(search)
    return _Page(
        search=search if isinstance(search, str) else "",
        asked=read_asked(view),
        name=_typed(name),
        note=_typed(note),
        author=author(_typed(typed)),
        history=_history_of(listed),
        say=_speaker(view),
    )


def _typed(text: object) -> str:
    return text if isinstance(text, str) else ""


def _speaker(view: View) -> Speaker:
    return Speaker(lang=view.lang, digits=view.digits)
