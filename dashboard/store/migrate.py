"""Bringing the tables up to what this code knows, by one worker at a time."""

import sqlite3
import threading
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import OperationalError, ProgrammingError

from dashboard.store.problems import StoreUnavailable
from dashboard.store.tables import REVISION, REVISION_TABLE

MIGRATIONS = Path(__file__).parent / "migrations"
# Any number will do, as long as every atlas asks PostgreSQL for the same one.
_LOCK = 4_115_208_832_507
_UNDEFINED_TABLE = "42P01"
_one_at_a_time = threading.Lock()


def revision_of(connection: Connection) -> str | None:
    """Which migration the tables are at; None where there are no tables yet."""
    if not inspect(connection).has_table(REVISION_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {REVISION_TABLE}")).scalar()


def is_current(connection: Connection) -> bool:
    """Whether the tables are at the migration that this code was written for."""
    try:
        found = connection.execute(text(f"SELECT version_num FROM {REVISION_TABLE}")).scalar()
    except (OperationalError, ProgrammingError) as error:
        lacks_table = (
            getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR
            or getattr(error.orig, "sqlstate", None) == _UNDEFINED_TABLE
        )
        if lacks_table:
            return False
        raise
    return found == REVISION


def known_revisions(migrations: Path = MIGRATIONS) -> frozenset[str]:
    """Every migration that this code has."""
    from alembic.script import ScriptDirectory

    found = ScriptDirectory(str(migrations)).walk_revisions()
    return frozenset(script.revision for script in found)


def bring_up(connection: Connection, *, to: str = REVISION, migrations: Path = MIGRATIONS) -> None:
    """Run the migrations that are missing, in the transaction of this connection.

    On SQLite that transaction has the only right to write since it began; on PostgreSQL a lock
    is taken here. Either way a second worker waits, and then finds nothing left to do.

    Raises:
        StoreUnavailable: the tables are at a migration that this code does not have.
    """
    from alembic import command
    from alembic.config import Config

    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        connection.execute(text("SET LOCAL statement_timeout = 0"))
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    now = revision_of(connection)
    if now is not None and now not in known_revisions(migrations):
        raise StoreUnavailable("store_newer", revision=now)
    if now != to:
        with _one_at_a_time:  # Alembic keeps what it works on in global names
            command.upgrade(config, to)
