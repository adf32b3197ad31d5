"""`python -m dashboard backup` and `restore`: the whole database as one file, out and in."""

import argparse
import sys
from pathlib import Path
from typing import Any

from dashboard.accounts.who import COMMAND, being
from dashboard.settings import SettingError, read_settings
from dashboard.store import Store, StoreError
from dashboard.store.backup import back_up, look
from dashboard.store.backup_file import BackupError
from dashboard.store.restore import restore

DONE, FAILED = 0, 1
_BACKUP = """\
Everything that the database holds: scenarios with every version, loaded data, releases of the
registry, accounts with their passwords as argon2 keeps them, the log. The atlas may run, and
people may save meanwhile: the file holds one moment. Only its owner can read it. Not in it are
the settings and the secret of the sessions.

examples:
  python -m dashboard backup /srv/backups/atlas-2026-11-22.backup
  ATLAS_DATABASE_URL=postgresql://atlas@db.example.org/atlas python -m dashboard backup a.backup
"""
_RESTORE = """\
The database is the one that ATLAS_DATABASE_URL names; a backup of SQLite can be restored into
PostgreSQL, and the other way. All of it is there afterwards, or nothing has changed. Every session
ends: people sign in again. Start the atlas again afterwards.

examples:
  python -m dashboard restore atlas-2026-11-22.backup              into an empty database
  python -m dashboard restore atlas-2026-11-22.backup --check      only look at the file
  python -m dashboard restore atlas-2026-11-22.backup --replace    keeps what is there as a backup
"""


def add(commands: Any) -> None:
    """Add both commands to those of `python -m dashboard`."""
    out = _command(commands, "backup", "copy the database into a file", _BACKUP)
    out.add_argument("file", type=Path, metavar="FILE", help="a new file")
    out.set_defaults(run=_backup)
    back = _command(commands, "restore", "bring a backup back", _RESTORE)
    back.add_argument("file", type=Path, metavar="FILE", help="a file that backup made")
    how = back.add_mutually_exclusive_group()
    how.add_argument("--check", action="store_true", help="only say whether the file is whole")
    how.add_argument(
        "--replace", action="store_true", help="also where something is kept in the database"
    )
    back.set_defaults(run=_restore)


def _command(commands: Any, name: str, about: str, examples: str) -> Any:
    return commands.add_parser(
        name,
        help=about,
        description=f"{about.capitalize()}.",
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _backup(given: argparse.Namespace) -> int:
    try:
        store = Store.open(read_settings().database_url)
        try:
            rows = back_up(store, given.file)
        finally:
            store.close()
    except (SettingError, StoreError, BackupError) as problem:
        return _failed(problem)
    print(f"{given.file} holds the whole database: {rows} rows.")
    return DONE


def _restore(given: argparse.Namespace) -> int:
    try:
        if given.check:
            found = look(given.file)
            print(f"{given.file} is whole: {found.rows} rows, made at {found.made_at}.")
            return DONE
        with being(COMMAND):
            made = restore(read_settings().database_url, given.file, replace=given.replace)
    except (SettingError, StoreError, BackupError) as problem:
        return _failed(problem)
    if made.aside is not None:
        print(f"What was there before is kept: {made.aside}")
    print(f"The database is as it was at {made.made_at}: {made.rows} rows. Start the atlas again.")
    return DONE


def _failed(problem: Exception) -> int:
    print(problem, file=sys.stderr)
    return FAILED
