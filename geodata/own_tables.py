"""The tables of areas of one's own: those that are filled in count, the others are empty."""

import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from geodata.declarations import TABLES
from geodata.errors import DataError
from geodata.loadable import LOADABLE
from geodata.own import OWN, OWN_CODE
from geodata.read import read_table, wrong
from geodata.schema import Table, one_of, shown, text

FULL = ("areas", "assumptions", "sectors", "sector_transfer")
"""Tables that every folder has: what the areas measure, and judgements that hold anywhere."""

NAMES = Table(
    columns={"key": one_of("country", "area", "areas"), "en": text, "km": text}, key=("key",)
)
"""What the country is called, one of its areas, and several of them."""

FEWEST = 3
"""Areas that a map of them needs, because its headline names the first three."""

_CODE = re.compile(OWN_CODE)
_RESERVED = ("00", "all", "border", "thailand", "inland", "none", "total", "country", "province")


def own_tables(
    folder: Path, *, provinces: tuple[str, ...], sources: frozenset[str]
) -> Mapping[str, pd.DataFrame]:
    """Every table by name; a file that is missing is a table without rows."""
    return {
        name: read_table(
            folder / f"{name}.csv",
            table=table,
            provinces=provinces,
            sources=sources,
            partly=name not in FULL,
        )
        if name in FULL or (folder / f"{name}.csv").is_file()
        else pd.DataFrame(columns=list(table.columns))
        for name, table in {**TABLES, **LOADABLE}.items()
    }


def code_problem(code: str) -> str:
    """What is wrong with the code of an area and what to do, or nothing."""
    if not code:
        return "is empty. Give every area a code."
    if not _CODE.fullmatch(code):
        return (
            f"holds {shown(code)}. Write up to 16 letters, digits, dots, hyphens or underscores,"
            " the first a letter or digit."
        )
    if code.casefold() in _RESERVED:
        return f"holds {shown(code)}, which stands for something else. Give it another code."
    return ""


def check_codes(codes: tuple[str, ...]) -> None:
    """Refuse too few areas, and codes that stand for something else. Raises `DataError`."""
    if len(codes) < FEWEST:
        problem = f"holds {len(codes)} areas. Give at least {FEWEST}."
        raise wrong("provinces.csv", None, "province_code", problem)
    for code in codes:
        if problem := code_problem(code):
            raise wrong("provinces.csv", None, "province_code", problem)


def own_names(folder: Path | None = OWN) -> Mapping[str, Mapping[str, str]]:
    """Key -> language -> what the country, an area or several are called here; none where unsaid.

    Raises:
        DataError: the table names.csv is wrong.
    """
    if folder is None or not (folder / "names.csv").is_file():
        return {}
    rows = read_table(folder / "names.csv", table=NAMES, partly=True).to_dict("records")
    return {row["key"]: {"en": row["en"], "km": row["km"]} for row in rows}


def check_folder(folder: Path) -> None:
    """Refuse a setting that names no folder of areas. Raises `DataError`."""
    if not (folder / "tables" / "provinces.csv").is_file():
        raise DataError(
            file="ATLAS_AREAS",
            problem=f"{folder} is no folder of areas: it has no tables/provinces.csv",
            remedy="Make one with: python -m dashboard areas make",
        )
