"""What each button of saved scenarios does."""

from dash import no_update

from dashboard.accounts.allowed import allowed
from dashboard.components.refused import refused_html
from dashboard.components.saved_told import conflict_html, said_html
from dashboard.saved_compare import compare
from dashboard.saved_files import hand_out
from dashboard.saved_page import Answer, PageView, SavedPage, change
from dashboard.saved_words import file_problem, opened_words
from dashboard.scenarios.saved import document_of
from dashboard.scenarios.saved_link import into_link, saved_in, version_of, with_saved
from dashboard.scenarios.saved_read import FileError, read_document
from dashboard.store import Conflict, Saved, Store, StoreError, scenarios
from dashboard.store.texts import NAME_MOST
from dashboard.store_words import store_problem
from dashboard.words import Speaker

_COPY_ROOM = 24
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


def perform(store: Store, act: object, page: SavedPage, *, page_view: PageView) -> Answer:
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
        "file": hand_out,
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
        return Answer(said=said_html([told]), conflict=box, listed=change(page.history))
    except StoreError as error:
        return Answer(said=said_html([store_problem(error, say=page.say)]), conflict=no_update)
    except FileError as error:
        return Answer(said=said_html([file_problem(error, say=page.say)]), conflict=no_update)


def _save(store: Store, page: SavedPage, id: str, version: int, page_view: PageView) -> Answer:
    named = saved_in(page.search)
    if named is None:
        return _create(store, page, id, version, page_view)
    return _save_over(store, page, *named, page_view)


def _save_over(store: Store, page: SavedPage, id: str, version: int, page_view: PageView) -> Answer:
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


def _create(store: Store, page: SavedPage, id: str, version: int, page_view: PageView) -> Answer:
    return _add(store, page, page.name)


def _save_copy(store: Store, page: SavedPage, id: str, version: int, page_view: PageView) -> Answer:
    return _add(store, page, _copy_name(page.name, page))


def _add(store: Store, page: SavedPage, name: str) -> Answer:
    say = page.say
    if not page.asked.plan:
        return Answer(said=said_html([say("saved_empty_plan")]), conflict=no_update)
    saved = scenarios.create(
        store, name=name, note=page.note, author=page.author, document=document_of(page.asked)
    )
    return _saved(saved, page)


def _saved(saved: Saved, page: SavedPage) -> Answer:
    say = page.say
    return Answer(
        said=said_html([say("saved_done", name=saved.name, version=saved.version)]),
        link=with_saved(page.search, (saved.id, saved.version)),
        listed=change(page.history),
    )


def _open(store: Store, page: SavedPage, id: str, version: int, page_view: PageView) -> Answer:
    say = page.say
    found = scenarios.get(store, id=id, version=version or None)
    told = say("saved_opened", name=found.name, version=found.version)
    return _opened(found, told, page, page_view)


def _compare(store: Store, page: SavedPage, id: str, version: int, page_view: PageView) -> Answer:
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


def _restore(store: Store, page: SavedPage, id: str, version: int, page_view: PageView) -> Answer:
    say = page.say
    found = scenarios.restore_version(store, id=id, version=version)
    told = say("saved_restored", old=version, name=found.name, version=found.version)
    return _opened(found, told, page, page_view)._replace(listed=change(id))


def _opened(found: Saved, told: str, page: SavedPage, page_view: PageView) -> Answer:
    opened = read_document(found.document, page_view=page_view)
    return Answer(
        said=said_html([told, *opened_words(opened, say=page.say)]),
        link=into_link(page.search, opened.search, saved=(found.id, found.version)),
        opened=None,
    )


def _history(store: Store, page: SavedPage, id: str, version: int, page_view: PageView) -> Answer:
    say = page.say
    count = len(scenarios.history(store, id=id))
    told = said_html([say("saved_history_told", count=count)])
    return Answer(said=told, conflict=no_update, listed=change(id))


def _close(store: Store, page: SavedPage, id: str, version: int, page_view: PageView) -> Answer:
    return Answer(conflict=no_update, listed=change(""))


def _duplicate(store: Store, page: SavedPage, id: str, version: int, page_view: PageView) -> Answer:
    say = page.say
    name = _copy_name(scenarios.get(store, id=id).name, page)
    saved = scenarios.duplicate(store, id=id, name=name)
    told = said_html([say("saved_duplicated", name=saved.name)])
    return Answer(said=told, conflict=no_update, listed=change(page.history))


def _delete(store: Store, page: SavedPage, id: str, version: int, page_view: PageView) -> Answer:
    say = page.say
    name = _name_of(store, id)
    scenarios.delete(store, id=id)
    told = said_html([say("saved_deleted", name=name)])
    history = "" if page.history == id else page.history
    return Answer(said=told, conflict=no_update, listed=change(history))


def _recover(store: Store, page: SavedPage, id: str, version: int, page_view: PageView) -> Answer:
    say = page.say
    scenarios.recover(store, id=id)
    told = said_html([say("saved_recovered", name=_name_of(store, id))])
    return Answer(said=told, conflict=no_update, listed=change(page.history))


def _name_of(store: Store, id: str) -> str:
    """The newest name of a scenario, also where its document is damaged."""
    return scenarios.history(store, id=id)[0].name


def _copy_name(name: str, page: SavedPage) -> str:
    """The name of a copy; digits in it stay as they were typed."""
    say = Speaker(lang=page.say.lang)
    return say("saved_copy_name", name=name[: NAME_MOST - _COPY_ROOM])
