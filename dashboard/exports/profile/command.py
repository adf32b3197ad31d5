"""The command `profiles`: the profile of every province as a PDF, without a server."""

import argparse
import os
import sys
from contextlib import ExitStack
from pathlib import Path

from dashboard.exports.problem import ExportError
from dashboard.exports.profile.batch import Batch, Outcome, make
from dashboard.exports.profile.progress import Progress
from dashboard.settings import SettingError, read_settings
from dashboard.store import Store
from dashboard.store_here import using
from dashboard.words import LANGUAGES

_FAILED, _STOPPED = 1, 130
_MOST_JOBS = 4
_BOTH = "both"
_EPILOG = """examples:
  python -m dashboard profiles                            all 25, in English, into profiles/
  python -m dashboard profiles --lang both --out print    in both languages, into print/
  python -m dashboard profiles --query "?basis=unplaced&scenarios=border-agro&year=2030"
  python -m dashboard profiles --site https://atlas.example.org    with links and QR codes

Stop it with Ctrl+C whenever you like and start it again: a file is there whole or not at all, and
what is there already, and would be the same, is kept. --force makes everything anew.

It ends with 0 where every file is there, 1 where one is not (and says which, and why), 130 where
it was stopped.
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Make `profiles` known to the command line."""
    parser = commands.add_parser(
        "profiles",
        help="write the profile of every province as a PDF of two pages",
        description="Write the profile of every province as a PDF of two pages: the numbers of"
        " its page /province/01, ready for print.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--lang", choices=(*LANGUAGES, _BOTH), default=LANGUAGES[0], help="in which language"
    )
    parser.add_argument(
        "--out", default="profiles", metavar="FOLDER", type=Path, help="where to: profiles/"
    )
    parser.add_argument(
        "--jobs",
        type=_count,
        default=_usual_jobs(),
        metavar="N",
        help="how many are set at a time; without it, one for each processor, four at most",
    )
    parser.add_argument(
        "--query",
        default="",
        metavar="QUERY",
        help="the view: what stands behind the ? of the page's address, in quotes",
    )
    parser.add_argument(
        "--site", default="", metavar="URL", help="address of the atlas, for links and QR codes"
    )
    parser.add_argument("--force", action="store_true", help="make also what is there already")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Make the files and say what there is; see the end of the help for what it returns."""
    batch = Batch(
        query=given.query,
        languages=LANGUAGES if given.lang == _BOTH else (given.lang,),
        folder=given.out,
        jobs=given.jobs,
        site=given.site,
        force=given.force,
    )
    progress = Progress(batch.files)
    try:
        with ExitStack() as stack:
            stack.callback(progress.close)
            if "scenarios=" in given.query:
                store = Store.open(read_settings().database_url)
                stack.callback(store.close)
                stack.enter_context(using(store))
            outcome = make(batch, tell=progress)
    except (ExportError, SettingError) as problem:
        return _fail(f"Nothing was written. {problem}")
    except OSError as problem:
        return _fail(f"Nothing was written. {given.out}: {problem.strerror}.")
    except KeyboardInterrupt:
        print("Stopped. What is there is whole; start again for the rest.", file=sys.stderr)
        return _STOPPED
    return _told(outcome, batch)


def _told(outcome: Outcome, batch: Batch) -> int:
    print(f"{batch.folder}: {outcome.made} made, {outcome.kept} kept as they were")
    if not outcome.failed:
        return 0
    for one in outcome.failed:
        print(f"{one.path.name}: {one.error}", file=sys.stderr)
    return _fail(f"{len(outcome.failed)} of {batch.files} could not be made.")


def _fail(text: str) -> int:
    print(text, file=sys.stderr)
    return _FAILED


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("a whole number from 1 on")
    return int(text)


def _usual_jobs() -> int:
    return min(len(os.sched_getaffinity(0)), _MOST_JOBS)
