"""Bringing a backup back, in one transaction: all of it is there afterwards, or nothing changed."""

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, case, column, inspect, select, table, text, update

from dashboard.store.address import folder_of, read_address
from dashboard.store.audit_chain import append
from dashboard.store.backup import TABLES, copy, look
from dashboard.store.backup_file import BackupError, Head, Row, TableHead, newer, read_backup
from dashboard.store.migrate import bring_up, known_revisions
from dashboard.store.problems import StoreUnavailable
from dashboard.store.store import Store
from dashboard.store.tables import METADATA, REVISION_TABLE, accounts

_AT_ONCE = 500
_KEPT = (
    "Something is kept in the database already, and nothing was changed. Name another one in"
    " ATLAS_DATABASE_URL, or give --replace: then what is there is kept as a backup first."
)


@dataclass(frozen=True, kw_only=True)
class Restored:
    """What was brought back. `aside`: where what stood there before is kept, if anything did."""

    made_at: str
    rows: int
    aside: Path | None


def restore(url: str, file: Path, *, replace: bool) -> Restored:
    """Fill the database at this address with a backup, from SQLite or from PostgreSQL.

    `replace`: also where something is kept there already; that becomes a backup of its own first.
    Every session ends, since one that was ended after the backup would hold again otherwise.

    Raises:
        BackupError: it is no backup, or something is kept in the database.
        StoreError: the database cannot be written.
    """
    known = look(file)
    if known.revision not in known_revisions():
        raise newer(file)
    folder = folder_of(url)
    try:
        aside = _restore(url, file, replace=replace, folder=folder)
    except StoreUnavailable as problem:
        damaged = read_address(url).file
        if problem.key != "store_damaged" or damaged is None or not replace:
            raise
        aside = _set_aside(damaged)
        _restore(url, file, replace=False, folder=folder)
    return Restored(made_at=known.made_at, rows=known.rows, aside=aside)


def _restore(url: str, file: Path, *, replace: bool, folder: Path) -> Path | None:
    """Fill the database; where something was kept in it, the backup that was made of that."""
    aside, filled = folder / f"before-restore-{_stamp()}.backup", False
    store = Store.open(url)
    try:
        with store.writing(long=True) as connection:
            _keep_others_out(connection)
            if not _is_empty(connection):
                if not replace:
                    raise BackupError(_KEPT)
                folder.mkdir(parents=True, exist_ok=True)
                copy(connection, aside)
            _fill(connection, file)
            filled = True
    except BaseException:
        if not filled:  # a connection that breaks during the last step does not say what holds
            aside.unlink(missing_ok=True)
        raise
    finally:
        store.close()
    return aside if aside.exists() else None


def _fill(connection: Connection, file: Path) -> None:
    _drop(connection)
    parts = read_backup(file)
    head = next(parts)
    assert isinstance(head, Head)
    bring_up(connection, to=head.revision)
    _insert(connection, parts, file=file)
    bring_up(connection)
    epoch = int(time.time() // 60)  # higher than any that a session was signed for
    later = case((accounts.c.epoch >= epoch, accounts.c.epoch + 1), else_=epoch)
    connection.execute(update(accounts).values(epoch=later))
    with file.open("rb") as whole:
        append(
            connection,
            act="restore",
            what={"files": hashlib.file_digest(whole, "sha256").hexdigest()},
        )


def _keep_others_out(connection: Connection) -> None:
    """Nobody else saves until this ends; on SQLite nobody does since it began."""
    if connection.dialect.name == "postgresql":
        names = ", ".join(METADATA.tables)
        connection.execute(text(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"))


def _is_empty(connection: Connection) -> bool:
    return not any(connection.execute(select(one).limit(1)).first() for one in TABLES)


def _drop(connection: Connection) -> None:
    for one in reversed(METADATA.sorted_tables):
        one.drop(connection)
    connection.execute(text(f"DROP TABLE {REVISION_TABLE}"))


def _insert(connection: Connection, parts: Iterator[Head | TableHead | Row], *, file: Path) -> None:
    names = {one.name for one in TABLES}
    for head, rows in _batches(parts):
        there = inspect(connection)
        known = head.name in names and there.has_table(head.name)
        columns = {one["name"] for one in there.get_columns(head.name)} if known else set()
        if columns != set(head.columns):
            raise BackupError(f"{file} holds a table that is not the atlas's: {head.name!a}.")
        into = table(head.name, *(column(name) for name in head.columns))
        connection.execute(
            into.insert(), [dict(zip(head.columns, row, strict=True)) for row in rows]
        )


def _batches(parts: Iterator[Head | TableHead | Row]) -> Iterator[tuple[TableHead, list[Row]]]:
    """Rows with the table that they are of, so many at once as one statement takes."""
    head: TableHead | None = None
    rows: list[Row] = []
    for part in parts:
        is_row = isinstance(part, tuple)
        if head is not None and rows and (not is_row or len(rows) >= _AT_ONCE):
            yield head, rows
            rows = []
        if isinstance(part, TableHead):
            head = part
        elif isinstance(part, tuple):
            rows.append(part)
    if head is not None and rows:
        yield head, rows


def _set_aside(damaged: Path) -> Path:
    """Put a damaged SQLite file, with its log, out of the way."""
    aside = damaged.with_name(f"{damaged.name}.damaged-{_stamp()}")
    for end in ("-wal", "-shm", ""):
        part = damaged.with_name(damaged.name + end)
        if part.exists():
            part.rename(aside.with_name(aside.name + end))
    return aside


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
