"""Load everything that ships, check it once, then trust it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pandas as pd

from geodata.declarations import PROVINCES, SOURCES, TABLES
from geodata.errors import DataError
from geodata.figure import Figure
from geodata.provinces import CODES, Province
from geodata.read import read_table

HERE = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Geodata:
    """All checked tables. Frames are handed out as copies, so that nobody moves another's map."""

    provinces: Mapping[str, Province]
    sources: pd.DataFrame
    _tables: Mapping[str, pd.DataFrame] = field(repr=False)

    def table(self, name: str) -> pd.DataFrame:
        """A copy of the table `name`, in file order."""
        return self._tables[name].copy()

    def national(self, indicator: str) -> tuple[Figure, ...]:
        """All dated figures of a national `indicator`, oldest first."""
        table = self._tables["national"]
        rows = table[table["indicator"] == indicator].sort_values("as_of")
        if rows.empty:
            raise KeyError(f"national.csv has no indicator {indicator}")
        return tuple(
            Figure(value=row.value, status=row.status, source_ids=row.source_id, as_of=row.as_of)
            for row in rows.itertuples()
        )

    def assumption(self, key: str) -> tuple[float, float, float]:
        """Low, central and high of an assumption; all the same where it is fixed."""
        table = self._tables["assumptions"].set_index("key")
        row = table.loc[key]
        if row["distribution"] == "fixed":
            return (float(row["central"]),) * 3
        return float(row["low"]), float(row["central"]), float(row["high"])


def load_from(folder: Path) -> Geodata:
    """Read `sources.csv` and `tables/` below `folder`. Raises `DataError` where one is wrong."""
    sources = read_table(folder / "sources.csv", table=SOURCES)
    ids = frozenset(sources["source_id"])
    tables = folder / "tables"
    _check_files(tables)
    frame = read_table(
        tables / "provinces.csv", table=PROVINCES, provinces=CODES, sources=ids
    ).sort_values("province_code")
    provinces = {
        row.province_code: Province(
            code=row.province_code,
            name_en=row.name_en,
            name_km=row.name_km,
            capital_en=row.capital_en,
            capital_km=row.capital_km,
            capital_lon=row.capital_lon,
            capital_lat=row.capital_lat,
            borders=row.borders,
        )
        for row in frame.itertuples()
    }
    return Geodata(
        provinces=provinces,
        sources=sources.set_index("source_id"),
        _tables={
            name: read_table(
                tables / f"{name}.csv", table=table, provinces=tuple(provinces), sources=ids
            )
            for name, table in TABLES.items()
        },
    )


def _check_files(folder: Path) -> None:
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in TABLES and path.stem != "provinces":
            raise DataError(
                file=path.name,
                problem="no table of this name is declared",
                remedy="Declare it in geodata/declarations.py, or remove the file.",
            )


@cache
def load() -> Geodata:
    """The tables that ship, read once for the whole program."""
    return load_from(HERE)
