"""The command line: `python -m dashboard --help`."""

import argparse
import sys
from collections.abc import Sequence

from dashboard import areas_command as areas
from dashboard import backup_command as backup
from dashboard.accounts import audit_command as audit
from dashboard.accounts import command as accounts
from dashboard.exports import command as export
from dashboard.exports import rebuild_command as rebuild
from dashboard.exports.profile import command as profiles
from dashboard.registry import command as synthetic
from dashboard.world_checks import LayerError
from geodata import DataError

_WRONG_DATA = 1
_EXAMPLES = """examples:
  python -m dashboard export --help                                what there is to take
  python -m dashboard export map --out returnees.xlsx              the table of the first page
  python -m dashboard export mismatch --query "?basis=unplaced"    any view: what its link says
  python -m dashboard rebuild returnees.xlsx                       the same numbers today?
  python -m dashboard profiles --out profiles                      a PDF for every province
  python -m dashboard synthetic --rows 200000 --out demo           a registry of nobody, to try
  python -m dashboard accounts --help                              who may sign in
  python -m dashboard audit verify                                 is the log of changes whole?
  python -m dashboard backup atlas.backup                          the whole database as a file
  python -m dashboard restore atlas.backup                         and back
  python -m dashboard areas --help                                 districts of your own

To serve the atlas: python app.py
"""


def parser() -> argparse.ArgumentParser:
    """Everything that can be asked for."""
    whole = argparse.ArgumentParser(
        prog="python -m dashboard",
        description="Corridor Atlas without a server: its tables as files, its accounts, its log,"
        " its database.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    export.add(commands)
    rebuild.add(commands)
    profiles.add(commands)
    synthetic.add(commands)
    accounts.add(commands)
    audit.add(commands)
    backup.add(commands)
    areas.add(commands)
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked; 0 if it is done, 1 if it cannot be, 2 where it was asked for wrongly."""
    given = parser().parse_args(arguments)
    try:
        done: int = given.run(given)
    except (DataError, LayerError) as problem:
        print(f"Corridor Atlas cannot start. {problem}", file=sys.stderr)
        return _WRONG_DATA
    return done


if __name__ == "__main__":
    sys.exit(main())
