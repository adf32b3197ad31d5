"""Versions of loaded data. Every call is one transaction and may take two seconds.

A version is never changed and never deleted. Every function is synchronous and raises a
`StoreError` whenever it cannot do what it says; then nothing has changed.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, text

from dashboard.store import documents, texts
from dashboard.store.audit_chain import append
from dashboard.store.data_records import SHIPPED, DataVersion, Load, LoadHead, NewLoad
from dashboard.store.ids import new_id, now
from dashboard.store.problems import Damaged, NotFound, Overtaken
from dashboard.store.store import Store
from dashboard.store.tables import data_loads, data_versions

LARGEST_KB = 4096
_LOCK = 4_115_208_832_508


def newest(store: Store) -> DataVersion:
    """The version that holds now."""
    with store.reading() as connection:
        return _newest(connection)


def history(store: Store) -> tuple[DataVersion, ...]:
    """Every version, the newest first, what ships last."""
    with store.reading() as connection:
        asked = select(data_versions).order_by(data_versions.c.number.desc())
        return (*(_version(row) for row in connection.execute(asked)), SHIPPED)


def version(store: Store, *, number: int) -> DataVersion:
    """One version. Raises `NotFound`."""
    with store.reading() as connection:
        return _numbered(connection, number)


def loads(store: Store, *, number: int) -> tuple[Load, ...]:
    """The loads that hold in a version, the oldest first.

    Raises:
        NotFound: there is no such version.
        Damaged: a load is not what was loaded.
    """
    with store.reading() as connection:
        return tuple(_load(connection, id) for id in _numbered(connection, number).loads)


def heads(store: Store) -> Mapping[str, LoadHead]:
    """What every load is called, by its id, without what it holds."""
    columns = data_loads.c
    asked = select(
        columns.id, columns.kind, columns.loaded_at, columns.file_name, columns.file_hash
    )
    with store.reading() as connection:
        return {row.id: LoadHead(**row._mapping) for row in connection.execute(asked)}


def accept(
    store: Store, *, expected: int, loads: Sequence[NewLoad], author: str, note: str
) -> DataVersion:
    """A new version: that of number `expected`, which the reader saw, and these loads.

    Raises:
        Overtaken: another version holds meanwhile.
        Invalid: a text or a document that cannot be kept.
    """
    written = [(one, documents.written(one.document, largest_kb=LARGEST_KB)) for one in loads]
    author, note = texts.author(author), texts.note(note)
    with store.writing() as connection:
        before = _still(connection, expected)
        ids = tuple(_add(connection, one, document) for one, document in written)
        made = _put(connection, before, (*before.loads, *ids), author=author, note=note)
        hashes = " ".join(one.file_hash for one in loads)
        append(connection, act="data_load", what={"data": made.number, "files": hashes})
        return made


def restore(store: Store, *, expected: int, number: int, author: str, note: str) -> DataVersion:
    """A new version with the loads of an earlier one; 0 is what ships.

    Raises:
        Overtaken: another version than `expected` holds meanwhile.
        NotFound: there is no version `number`.
    """
    author, note = texts.author(author), texts.note(note)
    with store.writing() as connection:
        before = _still(connection, expected)
        wanted = _numbered(connection, number)
        made = _put(
            connection, before, wanted.loads, author=author, note=note, restored_from=number
        )
        append(connection, act="data_restore", what={"data": made.number, "restored_from": number})
        return made


def _still(connection: Connection, expected: int) -> DataVersion:
    """The newest version, which nobody else follows before this transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
    found = _newest(connection)
    if found.number != expected:
        raise Overtaken("data_overtaken", current=found.number, expected=expected)
    return found


def _newest(connection: Connection) -> DataVersion:
    number = connection.execute(select(func.max(data_versions.c.number))).scalar()
    return _numbered(connection, number or 0)


def _numbered(connection: Connection, number: int) -> DataVersion:
    if number == SHIPPED.number:
        return SHIPPED
    row = None
    if 0 < number < 2**31:
        asked = select(data_versions).where(data_versions.c.number == number)
        row = connection.execute(asked).one_or_none()
    if row is None:
        raise NotFound("data_version_unknown", version=min(max(number, 0), 2**31 - 1))
    return _version(row)


def _version(row: Row[Any]) -> DataVersion:
    known = {key: value for key, value in row._mapping.items() if key != "loads"}
    return DataVersion(**known, loads=tuple(json.loads(row.loads)))


def _load(connection: Connection, id: str) -> Load:
    row = connection.execute(select(data_loads).where(data_loads.c.id == id)).one_or_none()
    if row is None or _digest(row.kind, row.document) != row.digest:
        raise Damaged("data_load_damaged", id=id)
    return Load(
        id=row.id,
        kind=row.kind,
        loaded_at=row.loaded_at,
        file_name=row.file_name,
        file_hash=row.file_hash,
        digest=row.digest,
        document=json.loads(row.document),
    )


def _add(connection: Connection, load: NewLoad, document: str) -> str:
    id = new_id()
    connection.execute(
        insert(data_loads).values(
            id=id,
            kind=load.kind,
            loaded_at=now(),
            file_name=load.file_name,
            file_hash=load.file_hash,
            digest=_digest(load.kind, document),
            document=document,
        )
    )
    return id


def _put(
    connection: Connection,
    before: DataVersion,
    ids: tuple[str, ...],
    *,
    author: str,
    note: str,
    restored_from: int | None = None,
) -> DataVersion:
    digests = [_load(connection, id).digest for id in ids]
    made: dict[str, Any] = {
        "number": before.number + 1,
        "made_at": now(),
        "author": author,
        "note": note,
        "restored_from": restored_from,
        "digest": hashlib.sha256("\n".join(digests).encode()).hexdigest() if ids else "",
    }
    connection.execute(insert(data_versions).values(**made, loads=json.dumps(ids)))
    return DataVersion(**made, loads=ids)


def _digest(kind: str, document: str) -> str:
    return hashlib.sha256(f"{kind}\n{document}".encode()).hexdigest()
