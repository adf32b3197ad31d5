"""`python -m dashboard areas`: the atlas on areas of one's own, districts or another country's."""

import argparse
import datetime
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geodata import DataError
from geodata.own import SETTING

_DONE, _FAILED = 0, 1
_EXAMPLES = """examples:
  python -m dashboard areas make districts.gpkg --code DIS_CODE --name DIS_NAME \\
      --area district --areas districts --publisher "NIS" own/districts
  python -m dashboard areas check own/districts
  ATLAS_AREAS=own/districts make run

See docs/own-areas.md.
"""


def add(commands: Any) -> None:
    """Add the command to those of `python -m dashboard`."""
    own = commands.add_parser(
        "areas",
        help="run the atlas on districts, communes or another country's provinces",
        description="A folder of areas of one's own, which the setting ATLAS_AREAS names.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    acts = own.add_subparsers(dest="act", metavar="ACT", required=True)
    about = "make a folder from a file of boundaries"
    new = acts.add_parser("make", help=about, description=about)
    new.add_argument("file", metavar="FILE", type=Path, help="GeoJSON or GeoPackage")
    new.add_argument("out", metavar="OUT_FOLDER", type=Path, help="not there yet, or empty")
    new.add_argument("--code", required=True, metavar="COLUMN", help="column with the codes")
    new.add_argument("--name", required=True, metavar="COLUMN", help="column with the names")
    new.add_argument("--name-km", default="", metavar="COLUMN", help="the names in Khmer")
    new.add_argument("--layer", default="", help="layer of a GeoPackage that has several")
    new.add_argument("--crs", default="", help="coordinate system, where the file is wrong")
    new.add_argument("--country", default="", help="what the whole is called")
    new.add_argument("--area", default="", help="what one is called, such as district")
    new.add_argument("--areas", default="", help="what several are called, such as districts")
    new.add_argument("--area-km", default="", help="what one is called in Khmer")
    new.add_argument("--publisher", default="As given", help="who published the boundaries")
    new.add_argument("--licence", default="As its publisher says", help="under which terms")
    new.set_defaults(run=_make)
    about = "say what a folder lacks, and which pages and layers are there"
    look = acts.add_parser("check", help=about, description=about)
    look.add_argument("folder", metavar="FOLDER", type=Path)
    look.set_defaults(run=_check)


def _make(given: argparse.Namespace) -> int:
    """Make the folder, or say in one line why not."""
    from geodata.making.checked import Columns  # Brings shapely: only who makes a folder waits.
    from geodata.making.folder import Asked, make

    asked = Asked(
        file=given.file,
        layer=given.layer,
        crs=given.crs,
        columns=Columns(code=given.code, name=given.name, name_km=given.name_km),
        country=given.country,
        names=_names(given),
        publisher=given.publisher,
        licence=given.licence,
        year=datetime.date.today().year,
    )
    try:
        told = make(asked, out=given.out)
    except DataError as problem:
        print(f"No folder was made. {problem}", file=sys.stderr)
        return _FAILED
    print("\n".join([f"{given.out} is made.", *(f"- {line}" for line in told)]))
    print(f"Fill in its tables ({given.out / 'README.txt'} says how), then:")
    print(f"  python -m dashboard areas check {given.out}")
    return _DONE


def _names(given: argparse.Namespace) -> Mapping[str, Mapping[str, str]]:
    """What an area and several are called; Khmer has one word for both."""
    one, several = given.area, given.areas or (f"{given.area}s" if given.area else "")
    khmer = given.area_km or "តំបន់"
    named = {"area": one, "areas": several}
    return {key: {"en": word, "km": khmer} for key, word in named.items() if word}


def _check(given: argparse.Namespace) -> int:
    """Read the folder as the atlas would. Which areas hold is settled before anything is read."""
    folder = str(given.folder.resolve())
    return subprocess.run(
        [sys.executable, "-m", "dashboard.own_check"],
        env={**os.environ, SETTING: folder},
        check=False,
    ).returncode
