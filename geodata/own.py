"""Areas of one's own, in the place of the provinces that ship: the folder ATLAS_AREAS names.

Read once, when the program starts: the areas are what everything else is counted by. What stands
in the folder is checked where its files are read; here a folder that says nothing sensible gives
nothing, so that the check can tell what is wrong with it.
"""

from __future__ import annotations

import csv
import os
import re
from pathlib import Path
from typing import Final

SETTING: Final = "ATLAS_AREAS"
SHIPPED: Final = Path(__file__).resolve().parent


def folder_of(text: str) -> Path | None:
    """The folder that the setting names; None where it is not set."""
    return Path(text.strip()).expanduser().resolve() if text.strip() else None


OWN: Final = folder_of(os.environ.get(SETTING, ""))
"""The folder of the areas of one's own; None for the provinces that ship."""

FOLDER: Final = OWN or SHIPPED
"""Where boundaries, tables and sources are read."""

OWN_CODE: Final = r"[A-Za-z0-9][A-Za-z0-9._-]{0,15}"

CODE: Final = re.compile(OWN_CODE if OWN else r"[0-9]{2}")
"""How a code is written."""

USE_A_CODE: Final = (
    "Use a code of provinces.csv, with its leading zeros." if OWN else "Use a code from 01 to 25."
)
"""What to do about a code that no province has."""


def own_codes(folder: Path | None = OWN) -> tuple[str, ...]:
    """The codes of the areas in a folder, in order; none where they cannot be read."""
    if folder is None:
        return ()
    try:
        text = (folder / "tables" / "provinces.csv").read_text(encoding="utf-8-sig")
        codes = [row["province_code"].strip() for row in csv.DictReader(text.splitlines())]
    except (OSError, UnicodeDecodeError, KeyError, AttributeError, csv.Error):
        return ()
    return tuple(sorted({code for code in codes if code}))
