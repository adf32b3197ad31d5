"""The engine: how each database is opened, how long it may take, how a transaction begins."""

import errno
import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, NullPool, create_engine, event

from dashboard.store.address import Address
from dashboard.store.problems import StoreUnavailable

WAIT_MS = 1000
TURN_MS = 5 * WAIT_MS
"""So long a transaction that writes waits for those before it: a queue is no fault."""
CONNECT_SECONDS = 2
WRITES = "atlas_writes"
NO_ROOM = (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE)
"""How SQLite says that a file could not grow, beside FULL."""
_LONG = "atlas_long"
# As it is, without the second file: safe where nobody is writing, and nobody can.
_STILL = "mode=ro&immutable=1"


class _OnFullDisk(sqlite3.Connection):
    """Reads a file beside which there is no room for another."""


def engine_of(address: Address) -> Engine:
    """An engine for the address; nothing is opened yet."""
    if address.file is not None:
        return _sqlite(address.file)
    assert address.url is not None
    engine = create_engine(
        address.url,
        isolation_level="READ COMMITTED",
        pool_pre_ping=True,
        pool_timeout=CONNECT_SECONDS,
        hide_parameters=True,
        connect_args={
            **address.secrets,
            "connect_timeout": CONNECT_SECONDS,
            "tcp_user_timeout": WAIT_MS,
            "application_name": "corridor-atlas",
            "prepare_threshold": None,  # a pooler in between may not keep prepared statements
        },
    )
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def prepared(opened: Connection, *, writes: bool, long: bool) -> Connection:
    """A connection that will begin such a transaction.

    `long`: without a limit of time; one that only reads sees the same throughout. On SQLite every
    transaction does, and none has a limit.
    """
    if long and not writes and opened.dialect.name == "postgresql":
        opened = opened.execution_options(isolation_level="REPEATABLE READ")
    return opened.execution_options(**{WRITES: writes, _LONG: long})


def prepare_file(file: Path, *, create: bool) -> None:
    """See that the file can be read while it is written to; `create` makes it where it is missing.

    Raises:
        OSError, sqlite3.Error: that cannot be done.
    """
    if create and not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    elif not create and file.exists() and not file.stat().st_size:
        return  # it was emptied, and is left as it is
    opened = _open(file)
    try:
        if opened.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            opened.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_READONLY:
            raise
    finally:
        opened.close()


def look_at_encoding(connection: Connection) -> None:
    """Refuse a PostgreSQL database that has no Khmer letters.

    Raises:
        StoreUnavailable: its encoding is not UTF8.
    """
    if connection.dialect.name == "postgresql":
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
        if encoding != "UTF8":
            raise StoreUnavailable("store_encoding", encoding=str(encoding))


def _sqlite(file: Path) -> Engine:
    """A connection for each transaction: a file that is gone or another one is noticed at once."""
    engine = create_engine(
        "sqlite://", creator=lambda: _open(file), poolclass=NullPool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _open(file: Path) -> sqlite3.Connection:
    """Open the file, which has to be there; one on a full disk for reading alone."""
    try:
        return _connected(file, "mode=rw" if _may_log(file) else _STILL)
    except sqlite3.Error as error:
        if not _has_no_room(error) or _has_log(file):
            raise
        return _connected(file, _STILL, kind=_OnFullDisk)


def _connected(
    file: Path, mode: str, *, kind: type[sqlite3.Connection] = sqlite3.Connection
) -> sqlite3.Connection:
    """FULL: what has been acknowledged is on the disk, even if the machine loses power."""
    opened = sqlite3.connect(
        f"file:{quote(str(file))}?{mode}",
        uri=True,
        timeout=WAIT_MS / 1000,
        isolation_level=None,  # the transactions are begun here, not by the driver
        check_same_thread=False,
        factory=kind,
    )
    try:
        opened.execute("PRAGMA synchronous = FULL")
        opened.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error:
        opened.close()
        raise
    return opened


def _may_log(file: Path) -> bool:
    """Reading needs a second file beside the first: whether it is there or can be made."""
    return not file.exists() or os.access(file.parent, os.W_OK) or _log_of(file).exists()


def _has_log(file: Path) -> bool:
    """Whether something was written that is not in the file itself yet."""
    log = _log_of(file)
    return log.exists() and log.stat().st_size > 0


def _log_of(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")


def _has_no_room(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code in NO_ROOM or code & 0xFF == sqlite3.SQLITE_FULL


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES)
    if writes and isinstance(connection.connection.dbapi_connection, _OnFullDisk):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def wait_for_turns(connection: Connection) -> None:
    """From here on this transaction of PostgreSQL may wait for others as long as for a turn."""
    _limit_waiting(connection, TURN_MS)


def _begin_postgresql(connection: Connection) -> None:
    _limit_waiting(connection, WAIT_MS)


def _limit_waiting(connection: Connection, most_ms: int) -> None:
    statement_ms = 0 if connection.get_execution_options().get(_LONG) else most_ms
    connection.exec_driver_sql(
        f"SELECT set_config('lock_timeout', '{most_ms}', true),"
        f" set_config('statement_timeout', '{statement_ms}', true)"
    )
