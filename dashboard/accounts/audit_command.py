"""`python -m dashboard audit`: look whether the log is what was written."""

import argparse
import sys
from typing import Any

from dashboard.settings import SettingError, read_settings
from dashboard.store import Store, StoreError, audit

DONE, FAILED = 0, 1
_EXAMPLES = """\
Every line of the log holds the fingerprint of the line before it. One that was changed,
taken out or put in is found. Whoever can write to the database could make the whole log
anew, or leave out its end: note the last fingerprint from time to time, where they cannot
change it, and give it later.

examples:
  python -m dashboard audit verify
  python -m dashboard audit verify --noted 412:9c1185a5c5e9...
"""


def add(commands: Any) -> None:
    """Add the command to those of `python -m dashboard`."""
    own = commands.add_parser(
        "audit",
        help="whether the log of changes is whole",
        description="The log of everything that was written.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    acts = own.add_subparsers(dest="act", metavar="ACT", required=True)
    about = "look at every line"
    verify = acts.add_parser(
        "verify",
        help=about,
        description=about,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verify.add_argument(
        "--noted", type=_noted, metavar="NUMBER:FINGERPRINT", help="a line as it was noted earlier"
    )
    verify.set_defaults(run=_verify)


def _noted(text: str) -> tuple[int, str]:
    number, _, digest = text.partition(":")
    if not (number.isascii() and number.isdigit()) or len(digest) != 64:
        raise argparse.ArgumentTypeError("write the number of a line, a colon, its fingerprint")
    return int(number), digest


def _verify(given: argparse.Namespace) -> int:
    try:
        store = Store.open(read_settings().database_url)
        try:
            found = audit.checked(store, noted=given.noted)
        finally:
            store.close()
    except (SettingError, StoreError) as problem:
        print(problem, file=sys.stderr)
        return FAILED
    if found.wrong is not None:
        print(
            f"Line {found.wrong} is not what was written. Lines before it: {found.count}.",
            file=sys.stderr,
        )
        return FAILED
    if found.count:
        print(f"The log is whole: {found.count} lines. Note the last: {found.count}:{found.digest}")
    else:
        print("The log is empty.")
    return DONE
