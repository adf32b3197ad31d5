"""Reading and writing single rows, inside a transaction that somebody else began."""

import json
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, insert, select, update

from dashboard.store import documents, texts
from dashboard.store.ids import LENGTH, is_id, new_id, now
from dashboard.store.problems import Damaged, Deleted, NotFound
from dashboard.store.records import Content, Saved
from dashboard.store.tables import scenarios, versions

_MOST_VERSIONS = 2**31 - 1


def scenario(connection: Connection, id: str, *, to_change: bool = False) -> Row[Any]:
    """The row of a scenario; `to_change`: nobody else can change it until the transaction ends.

    Raises:
        NotFound: there is none.
    """
    found = None
    if is_id(id):
        asked = select(scenarios).where(scenarios.c.id == id)
        # On SQLite the transaction is the only one that writes; there these words are left out.
        asked = asked.with_for_update() if to_change else asked
        found = connection.execute(asked).one_or_none()
    if found is None:
        raise NotFound("scenario_unknown", id=str(id)[:LENGTH])
    return found


def living(connection: Connection, id: str) -> Row[Any]:
    """The row of a scenario that is about to be changed.

    Raises:
        NotFound: there is none.
        Deleted: it was deleted.
    """
    found = scenario(connection, id, to_change=True)
    if found.deleted_at is not None:
        name = connection.execute(select(versions.c.name).where(_at(id, found.version))).scalar()
        raise Deleted("scenario_deleted", name=name or id)
    return found


def whole(connection: Connection, found: Row[Any], *, version: int | None = None) -> Saved:
    """One version of a scenario; the newest where none is named.

    Raises:
        NotFound: it has no such version.
        Damaged: the version is not what was saved.
    """
    number = found.version if version is None else version
    row = None
    if 0 < number <= _MOST_VERSIONS:
        row = connection.execute(select(versions).where(_at(found.id, number))).one_or_none()
    if row is None and version is not None:
        named = min(max(version, 0), _MOST_VERSIONS)
        raise NotFound("version_unknown", id=found.id, version=named)
    if row is None or not _is_whole(row):
        name = found.id if row is None else str(row.name)
        raise Damaged("version_damaged", id=found.id, version=number, name=name)
    return Saved(
        id=found.id,
        version=row.version,
        latest=found.version,
        name=row.name,
        note=row.note,
        author=row.author,
        document=json.loads(row.document),
        digest=row.digest,
        created_at=found.created_at,
        saved_at=row.saved_at,
        deleted_at=found.deleted_at,
        restored_from=row.restored_from,
    )


def add_scenario(connection: Connection, content: Content) -> Saved:
    """A new scenario with its first version."""
    time = now()
    new = {"id": new_id(), "version": 1, "created_at": time, "saved_at": time}
    connection.execute(insert(scenarios).values(**new, found_by=_found_by(content)))
    return _add(connection, new["id"], content, version=1, time=time)


def add_version(
    connection: Connection, found: Row[Any], content: Content, *, restored_from: int | None = None
) -> Saved:
    """A new version on top of the newest one. The row was read to be changed."""
    version, time = found.version + 1, now()
    connection.execute(
        update(scenarios)
        .where(scenarios.c.id == found.id)
        .values(version=version, saved_at=time, found_by=_found_by(content))
    )
    return _add(
        connection, found.id, content, version=version, time=time, restored_from=restored_from
    )


def _add(
    connection: Connection,
    id: Any,
    content: Content,
    *,
    version: int,
    time: str,
    restored_from: int | None = None,
) -> Saved:
    text = documents.written(content.document)
    digest = documents.digest(
        name=content.name, note=content.note, author=content.author, text=text
    )
    connection.execute(
        insert(versions).values(
            scenario_id=id,
            version=version,
            saved_at=time,
            restored_from=restored_from,
            digest=digest,
            name=content.name,
            note=content.note,
            author=content.author,
            document=text,
        )
    )
    return whole(connection, scenario(connection, id))


def _at(id: str, version: int) -> ColumnElement[bool]:
    return and_(versions.c.scenario_id == id, versions.c.version == version)


def _is_whole(row: Row[Any]) -> bool:
    """Whether it is what was saved; a damaged file may give any type in any place."""
    parts = {"name": row.name, "note": row.note, "author": row.author, "text": row.document}
    if not all(isinstance(part, str) for part in parts.values()):
        return False
    return documents.digest(**parts) == str(row.digest)


def _found_by(content: Content) -> str:
    return texts.folded("\n".join([content.name, content.author, content.note]))
