"""The command `rebuild`: does a file still say what the atlas says today?"""

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path

from dashboard.exports.asked import MOST_BYTES
from dashboard.exports.command import open_store
from dashboard.exports.problem import ExportError
from dashboard.exports.rebuild import UNKNOWN, Verdict, read_taken, rebuild
from dashboard.exports.taken import Taken, UnreadableError
from dashboard.settings import SettingError
from dashboard.world_checks import LayerError
from geodata import DataError


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Make `rebuild` known to the command line."""
    parser = commands.add_parser(
        "rebuild",
        help="compare a file that was taken with today's numbers",
        description="Read a file of the atlas back, work out the same view with today's data, and"
        " say whether the numbers are the same.",
        epilog="ends with 0: the same numbers; 1: other numbers, or an edited file; 2: cannot tell",
    )
    parser.add_argument("file", metavar="FILE", help="a file that export or a page has made")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Say what was found; the code is that of the verdict."""
    path = Path(given.file)
    try:
        verdict = _verdict(_read(path))
    except (UnreadableError, ExportError, SettingError, DataError, LayerError) as problem:
        return _cannot_tell(str(problem))
    except (OSError, ValueError) as problem:
        told = getattr(problem, "strerror", None) or "no such file"
        return _cannot_tell(f"{given.file!a}: {told}.")
    print("\n  ".join(verdict.lines))
    return verdict.code


def _read(path: Path) -> Taken:
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    return read_taken(content, path.suffix.removeprefix("."))


def _verdict(taken: Taken) -> Verdict:
    with ExitStack() as stack:
        open_store(taken.facts.get("link", ""), stack)
        return rebuild(taken)


def _cannot_tell(text: str) -> int:
    print(f"Cannot tell. {text}", file=sys.stderr)
    return UNKNOWN
