"""The command `synthetic`: records of people who do not exist, to try a registry with."""

import argparse
import sys
from pathlib import Path

_FAILED = 1
_MOST = 50_000_000


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Make `synthetic` known to the command line."""
    parser = commands.add_parser(
        "synthetic",
        help="write records of people who do not exist, to try a registry with",
        description="Write synthetic records of returnees: nobody in them is real, and every row"
        " and the name of the file say so. The same seed gives the same records.",
    )
    parser.add_argument("--rows", type=_rows, default=200_000, metavar="N", help="200000")
    parser.add_argument("--seed", type=_seed, default=1, metavar="N", help="1")
    parser.add_argument("--format", choices=("parquet", "csv"), default="parquet")
    parser.add_argument("--out", type=Path, default=Path(), metavar="FOLDER", help="where to")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Write the file; 1 where it cannot be written."""
    from duckdb import Error

    from records.synthetic import write

    try:
        given.out.mkdir(parents=True, exist_ok=True)
        path = write(given.out, rows=given.rows, seed=given.seed, form=given.format)
    except (OSError, Error) as problem:
        print(f"The records could not be written: {problem}", file=sys.stderr)
        return _FAILED
    print(path)
    return 0


def _rows(text: str) -> int:
    return _whole(text, least=1, most=_MOST)


def _seed(text: str) -> int:
    return _whole(text, least=0, most=2**31)


def _whole(text: str, *, least: int, most: int) -> int:
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"a whole number from {least} to {most:,} is wanted")
    return int(text)
