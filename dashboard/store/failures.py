"""What a database says went wrong, as a problem that a person can be told."""

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from dashboard.store.address import Address
from dashboard.store.database import NO_ROOM
from dashboard.store.problems import StoreError, StoreReadOnly, StoreUnavailable

# The first byte of SQLite's result codes, and two whole ones: https://www.sqlite.org/rescode.html
_SQLITE = {
    sqlite3.SQLITE_BUSY: "store_locked",
    sqlite3.SQLITE_LOCKED: "store_locked",
    sqlite3.SQLITE_READONLY: "store_read_only",
    sqlite3.SQLITE_FULL: "store_full",
    sqlite3.SQLITE_CANTOPEN: "store_unreachable",
    sqlite3.SQLITE_PERM: "store_unreachable",
    sqlite3.SQLITE_IOERR: "store_unreachable",
    sqlite3.SQLITE_CORRUPT: "store_damaged",
    sqlite3.SQLITE_NOTADB: "store_damaged",
}
# A file that may not grow (a quota, a limit of the process) fails with these, not with FULL.
_SQLITE_WHOLE = {
    **dict.fromkeys(NO_ROOM, "store_full"),
    sqlite3.SQLITE_READONLY_DBMOVED: "store_gone",
}
# SQLSTATE, whole or its class: https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL = {
    "08": "store_unreachable",
    "28": "store_unreachable",
    "3D": "store_unreachable",
    "57P": "store_unreachable",
    "25006": "store_read_only",
    "42501": "store_read_only",
    "53100": "store_full",
    "53": "store_locked",
    "40": "store_locked",
    "55P03": "store_locked",
    "57014": "store_locked",
    "XX001": "store_damaged",
    "XX002": "store_damaged",
}
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
LOG_MOST = 500


def problem_of(error: BaseException, *, address: Address) -> StoreError:
    """The problem behind an error of the database."""
    key = _key(error)
    if address.file is not None and key == "store_unreachable" and not address.file.exists():
        key = "store_gone"
    if key == "store_gone":
        return StoreUnavailable(key, file=address.file.name if address.file else "")
    return (StoreReadOnly if key in StoreReadOnly.keys else StoreUnavailable)(key)


def said(error: BaseException, *, address: Address) -> str:
    """What the database said, for the log: one line, without the secrets of the address."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    text = " ".join(address.without_secrets(str(cause)).split())
    return f"{type(cause).__name__}: {text[:LOG_MOST]}"


def _key(error: BaseException) -> str:
    if isinstance(error, PoolTimeout):
        return "store_locked"
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        return _SQLITE_WHOLE.get(code) or _SQLITE.get(code & 0xFF, "store_failed")
    if isinstance(cause, OSError):
        if cause.errno in FORBIDDEN:
            return "store_forbidden"
        return "store_full" if cause.errno in FULL else "store_unreachable"
    if isinstance(error, DBAPIError):
        return _of_postgresql(error)
    return "store_failed"


def _of_postgresql(error: DBAPIError) -> str:
    """A connection that fails or breaks has no SQLSTATE; a wrong statement always has one."""
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        return "store_unreachable" if isinstance(error, OperationalError) else "store_failed"
    for length in (5, 3, 2):
        if state[:length] in _POSTGRESQL:
            return _POSTGRESQL[state[:length]]
    return "store_failed"
