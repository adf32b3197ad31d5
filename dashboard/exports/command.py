"""The command `export`: a table, a picture or slides of a view as a file, without a server."""

import argparse
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from dashboard.exports.asked import Made, made, wanted
from dashboard.exports.declaration import (
    OPTIONS,
    Kind,
    decks,
    formats,
    formats_of,
    pictures,
    sheets,
)
from dashboard.exports.problem import ExportError
from dashboard.exports.whole_file import write_whole
from dashboard.settings import SettingError, read_settings
from dashboard.store import Store
from dashboard.store_here import using
from dashboard.words import LANGUAGES, Speaker

STDOUT = "-"
_FAILED = 1
_FIRST_FORMAT, _FIRST_PICTURE, _FIRST_DECK = "csv", "png", "pptx"


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Make `export` known to the command line."""
    parser = commands.add_parser(
        "export",
        help="write a table, a picture or slides of a view into a file",
        description="Write a table, a picture or slides of a view into a file, as on the page.",
        epilog=_epilog(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", metavar="NAME", help="which one of the lists below")
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        help="which format; without it the ending of --out decides, else csv, png or pptx",
    )
    parser.add_argument(
        "--query",
        default="",
        metavar="QUERY",
        help="the view: what stands behind the ? of the page's address, in quotes",
    )
    parser.add_argument("--lang", choices=LANGUAGES, help="language of titles and names")
    parser.add_argument(
        "--out", metavar="FILE", help="where to; - is standard output; without it, a fitting name"
    )
    parser.add_argument(
        "--site", default="", metavar="URL", help="address of the atlas, for links in the file"
    )
    parser.add_argument("--bom", action="store_true", help="csv: begin with a byte order mark")
    parser.add_argument("--hxl", action="store_true", help="csv: a row of HXL tags below the names")
    parser.add_argument("--size", choices=OPTIONS["size"], help="pictures: what they are made for")
    parser.add_argument("--dpi", choices=OPTIONS["dpi"], help="png: dots an inch")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Write the file and say where it is; 1 where that is not possible, with the reason."""
    try:
        with ExitStack() as stack:
            open_store(given.query, stack)
            content = _made(given)
        _write(content, given.out)
    except (ExportError, SettingError) as problem:
        return _fail(str(problem))
    except OSError as problem:
        return _fail(f"{given.out or 'This folder'}: {problem.strerror}.")
    return 0


def _made(given: argparse.Namespace) -> Made:
    query = given.query.removeprefix("?")
    pairs = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] not in OPTIONS]
    if given.lang:
        pairs = [("lang", given.lang), *(pair for pair in pairs if pair[0] != "lang")]
    for name in OPTIONS:
        value = getattr(given, name)
        pairs += [(name, "1" if value is True else value)] if value else []
    asked = wanted(given.name, _format(given), urlencode(pairs, errors="replace"), site=given.site)
    return made(asked)


def _format(given: argparse.Namespace) -> str:
    if given.format:
        return str(given.format)
    ending = Path(given.out or "").suffix.removeprefix(".")
    known = {one.extension: key for key, one in formats().items()}
    return known.get(ending, ending or _first_format(given.name))


def _first_format(name: str) -> str:
    if name in decks():
        return _FIRST_DECK
    return _FIRST_PICTURE if name in pictures() else _FIRST_FORMAT


def _write(file: Made, out: str | None) -> None:
    if out == STDOUT:
        sys.stdout.buffer.write(file.content)
        return
    path = Path(out or file.name)
    write_whole(path, file.content)
    print(f"{path}: {len(file.content):,} bytes, numbers {file.tag.partition('-')[0]}")


def open_store(query: str, stack: ExitStack) -> None:
    """Where a link may name saved scenarios, the database they are in."""
    if "scenarios=" in query:
        store = Store.open(read_settings().database_url)
        stack.callback(store.close)
        stack.enter_context(using(store))


def _fail(text: str) -> int:
    print(f"Nothing was written. {text}", file=sys.stderr)
    return _FAILED


def _epilog() -> str:
    return "\n".join(
        [
            "tables:",
            *_listed(sheets()),
            "",
            "pictures:",
            *_listed(pictures()),
            "",
            "slides:",
            *_listed(decks()),
            "",
            "examples:",
            "  python -m dashboard export map --out returnees.xlsx",
            '  python -m dashboard export mismatch --query "?basis=unplaced" --lang km \\',
            "      --out gap.gpkg",
            '  python -m dashboard export scenarios --query "?year=2030" --format parquet',
            "  python -m dashboard export map_picture --format pdf --size slide",
            "",
            "docs/exports.md says what is in each file.",
        ]
    )


def _listed(kinds: Mapping[str, Kind]) -> list[str]:
    """Each with what it is, whose query it has, and its formats."""
    say = Speaker(lang="en")
    width = max(map(len, kinds))
    return [
        f"  {key:{width}}  {kind.title(say)}; its query is that of {kind.path}\n"
        f"  {'':{width}}  as {', '.join(formats_of(kind))}"
        for key, kind in kinds.items()
    ]
