"""Saved scenarios, as the pages use them. Every call is one transaction and may take two seconds.

Every function is synchronous (`await asyncio.to_thread(scenarios.create, store, name=...)`) and
raises a `StoreError` whenever it cannot do what it says; then nothing has changed.
"""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, Update
from sqlalchemy import update as change

from dashboard.store import documents, rows, texts
from dashboard.store.audit_chain import append
from dashboard.store.ids import now
from dashboard.store.listing import history, listing
from dashboard.store.problems import Conflict, Damaged, NotFound
from dashboard.store.records import Attempt, Content, Document, Saved
from dashboard.store.store import Store
from dashboard.store.tables import scenarios

__all__ = [
    "create",
    "delete",
    "duplicate",
    "get",
    "history",
    "listing",
    "recover",
    "restore_version",
    "several",
    "update",
]


def create(store: Store, *, name: str, note: str, author: str, document: Document) -> Saved:
    """Save a new scenario; its first version has the number 1."""
    content = _checked(name=name, note=note, author=author, document=document)
    with store.writing() as connection:
        return _noted(connection, "scenario_create", rows.add_scenario(connection, content))


def update(
    store: Store,
    *,
    id: str,
    expected_version: int,
    document: Document,
    name: str,
    note: str,
    author: str,
) -> Saved:
    """Save a new version on top of `expected_version`, the one the reader began with.

    Raises:
        Conflict: somebody saved first; it carries what they saved and what was attempted.
        Deleted: somebody deleted it.
    """
    content = _checked(name=name, note=note, author=author, document=document)
    with store.writing() as connection:
        found = rows.living(connection, id)
        if found.version == expected_version:
            made = rows.add_version(connection, found, content)
            return _noted(connection, "scenario_save", made)
        try:
            current = rows.whole(connection, found)
        except Damaged:
            current = None
        attempt = Attempt(id=id, expected_version=expected_version, **vars(content))
        raise Conflict(attempted=attempt, current_version=found.version, current=current)


def get(store: Store, *, id: str, version: int | None = None) -> Saved:
    """One version, the newest where none is named; of a deleted scenario too."""
    with store.reading() as connection:
        return rows.whole(connection, rows.scenario(connection, id), version=version)


def several(
    store: Store, *, wanted: Sequence[tuple[str, int]]
) -> tuple[Saved | NotFound | Damaged, ...]:
    """Versions by id and number, of deleted scenarios too, or why one cannot be had."""
    with store.reading() as connection:
        return tuple(_or_why_not(connection, id, version) for id, version in wanted)


def restore_version(store: Store, *, id: str, version: int, author: str | None = None) -> Saved:
    """Save an earlier version once more, as the newest one; the author is kept unless given."""
    with store.writing() as connection:
        found = rows.living(connection, id)
        old = rows.whole(connection, found, version=version)
        content = _again(old, name=old.name, author=author)
        made = rows.add_version(connection, found, content, restored_from=version)
        return _noted(connection, "scenario_restore", made)


def duplicate(store: Store, *, id: str, name: str, author: str | None = None) -> Saved:
    """Save the newest version as a scenario of its own, whose history begins here."""
    name = texts.name(name)
    with store.writing() as connection:
        old = rows.whole(connection, rows.living(connection, id))
        made = rows.add_scenario(connection, _again(old, name=name, author=author))
        return _noted(connection, "scenario_duplicate", made, source=id)


def delete(store: Store, *, id: str) -> None:
    """Take a scenario out of the list; nothing of it is lost. A second time changes nothing."""
    with store.writing() as connection:
        if rows.scenario(connection, id, to_change=True).deleted_at is None:
            connection.execute(_of(id).values(deleted_at=now()))
            append(connection, act="scenario_delete", what={"scenario": id})


def recover(store: Store, *, id: str) -> None:
    """Put a deleted scenario back into the list. A second time changes nothing."""
    with store.writing() as connection:
        if rows.scenario(connection, id, to_change=True).deleted_at is not None:
            connection.execute(_of(id).values(deleted_at=None))
            append(connection, act="scenario_recover", what={"scenario": id})


def _noted(connection: Connection, act: str, made: Saved, *, source: str = "") -> Saved:
    """What was saved, once the log tells of it."""
    what: dict[str, str | int] = {"scenario": made.id, "version": made.version}
    if made.restored_from is not None:
        what["restored_from"] = made.restored_from
    if source:
        what["source"] = source
    append(connection, act=act, what=what)
    return made


def _or_why_not(connection: Connection, id: str, version: int) -> Saved | NotFound | Damaged:
    try:
        return rows.whole(connection, rows.scenario(connection, id), version=version)
    except (NotFound, Damaged) as problem:
        return problem


def _checked(*, name: str, note: str, author: str, document: Document) -> Content:
    """What can be saved, apart from what the caller goes on working with. Raises `Invalid`."""
    return Content(
        name=texts.name(name),
        note=texts.note(note),
        author=texts.author(author),
        document=json.loads(documents.written(document)),
    )


def _again(old: Saved, *, name: str, author: str | None) -> Content:
    named = old.author if author is None else texts.author(author)
    return Content(name=name, note=old.note, author=named, document=old.document)


def _of(id: str) -> Update:
    return change(scenarios).where(scenarios.c.id == id)
