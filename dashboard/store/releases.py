"""Releases of the counts of a registry. Every call is one transaction; none is ever changed.

What is kept holds what nobody may see: only `dashboard.monitor.released` reads whole releases, and
hands on what is published.
"""

import hashlib
import json
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, text

from dashboard.store import documents, texts
from dashboard.store.audit_chain import append
from dashboard.store.ids import now
from dashboard.store.problems import Damaged, NotFound, Overtaken
from dashboard.store.records import Document
from dashboard.store.release_records import NewRelease, ReleaseHead, SavedMapping
from dashboard.store.store import Store
from dashboard.store.tables import registry_mappings, registry_releases

LARGEST_KB = 64 * 1024
_MAPPING_KB = 16
_LOCK = 4_115_208_832_510
_HEAD = [column for column in registry_releases.c if column.name != "document"]


def heads(store: Store) -> tuple[ReleaseHead, ...]:
    """Every release, those of real people first, the newest of each first."""
    columns = registry_releases.c
    asked = select(*_HEAD).order_by(columns.synthetic, columns.number.desc())
    with store.reading() as connection:
        return tuple(_head(row) for row in connection.execute(asked))


def document(store: Store, *, synthetic: bool, number: int) -> Document:
    """All that one release holds.

    Raises:
        NotFound: there is none.
        Damaged: it is not what was accepted.
    """
    columns = registry_releases.c
    asked = select(columns.document, columns.digest).where(
        columns.synthetic == int(synthetic), columns.number == number
    )
    with store.reading() as connection:
        row = connection.execute(asked).one_or_none()
    if row is None:
        raise NotFound("release_unknown", number=number)
    if _digest(str(row.document)) != row.digest:
        raise Damaged("release_damaged", number=number)
    found: Document = json.loads(row.document)
    return found


def keep(store: Store, release: NewRelease) -> ReleaseHead:
    """Keep a release on top of the one before it.

    Raises:
        Overtaken: another one was accepted meanwhile, or one of real people before synthetic ones.
        Invalid: a text or a document that cannot be kept.
    """
    written = documents.written(release.document, largest_kb=LARGEST_KB)
    author, note = texts.author(release.author), texts.note(release.note)
    made: dict[str, Any] = {
        "number": release.number,
        "synthetic": release.synthetic,
        "made_at": now(),
        "author": author,
        "note": note,
        "file_name": release.file_name,
        "file_hash": release.file_hash,
        "as_of": release.as_of,
        "digest": _digest(written),
    }
    with store.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        if release.synthetic and _newest(connection, synthetic=False):
            raise Overtaken("release_real")
        current = _newest(connection, synthetic=release.synthetic)
        if current != release.number - 1:
            raise Overtaken("release_overtaken", current=current, expected=release.number - 1)
        connection.execute(
            insert(registry_releases).values(
                **{**made, "synthetic": int(release.synthetic)}, document=written
            )
        )
        what: dict[str, str | int] = {"release": release.number, "files": release.file_hash}
        append(connection, act="registry_load", what=what)
    return ReleaseHead(**made)


def mappings(store: Store) -> tuple[SavedMapping, ...]:
    """Saved mappings by name."""
    with store.reading() as connection:
        asked = select(registry_mappings).order_by(registry_mappings.c.name)
        return tuple(
            SavedMapping(**{**row._mapping, "document": json.loads(row.document)})
            for row in connection.execute(asked)
        )


def keep_mapping(store: Store, *, name: str, author: str, document: Document) -> None:
    """Keep a mapping in place of an older one of that name. Raises `Invalid`."""
    written = documents.written(document, largest_kb=_MAPPING_KB)
    name, author = texts.name(name), texts.author(author)
    with store.writing() as connection:
        connection.execute(delete(registry_mappings).where(registry_mappings.c.name == name))
        connection.execute(
            insert(registry_mappings).values(
                name=name, saved_at=now(), author=author, document=written
            )
        )
        append(connection, act="mapping_save", what={"files": _digest(written)})


def _newest(connection: Connection, *, synthetic: bool) -> int:
    columns = registry_releases.c
    asked = select(func.max(columns.number)).where(columns.synthetic == int(synthetic))
    return int(connection.execute(asked).scalar() or 0)


def _head(row: Row[Any]) -> ReleaseHead:
    return ReleaseHead(**{**row._mapping, "synthetic": bool(row.synthetic)})


def _digest(written: str) -> str:
    return hashlib.sha256(written.encode()).hexdigest()
