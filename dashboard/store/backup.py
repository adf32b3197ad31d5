"""Copying a whole database into a file while others go on saving, and looking at such a file."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from dashboard.store.backup_file import Head, TableHead, new_backup, read_backup
from dashboard.store.store import Store
from dashboard.store.tables import METADATA, REVISION, sessions_ended, sign_in_failures

# Of no use later: a restore ends every session, and fingerprints of addresses are not to be kept.
_LEFT_OUT = (sessions_ended, sign_in_failures)
TABLES = tuple(table for table in METADATA.sorted_tables if table not in _LEFT_OUT)
_AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What a backup holds. `rows`: of all its tables."""

    revision: str
    made_at: str
    rows: int


def back_up(store: Store, file: Path) -> int:
    """Write all that is kept into a new file, as it is at one moment; the number of rows.

    Raises:
        BackupError: the file cannot be written, or is there already.
        StoreError: the database cannot be read.
    """
    with store.unmoved() as connection:
        return copy(connection, file)


def copy(connection: Connection, file: Path) -> int:
    """Write what a transaction sees into a new file; the number of rows."""
    with new_backup(file) as writer:
        writer.head(REVISION)
        for table in TABLES:
            writer.table(table.name, table.columns.keys())
            asked = select(table).order_by(*table.primary_key.columns)
            for row in connection.execute(asked, execution_options={"yield_per": _AT_ONCE}):
                writer.row(row)
        return writer.rows


def look(file: Path) -> Contents:
    """What a backup holds, once every line of it has been read.

    Raises:
        BackupError: it is none, cut off, damaged, or of a newer version.
    """
    head, rows = None, 0
    for part in read_backup(file):
        if isinstance(part, Head):
            head = part
        elif not isinstance(part, TableHead):
            rows += 1
    assert head is not None
    return Contents(revision=head.revision, made_at=head.made_at, rows=rows)
