"""Load everything that ships, check it once, then trust it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from geodata.declarations import PROVINCES, SOURCES, TABLES
from geodata.errors import DataError
from geodata.figure import Figure, figure_of, joined
from geodata.loadable import LOADABLE
from geodata.own import FOLDER, OWN
from geodata.own_tables import check_codes, check_folder, own_names, own_tables
from geodata.provinces import CODES, Province
from geodata.read import read_table, wrong
from geodata.sources import Source
from geodata.together import check_together

HERE = FOLDER


@dataclass(frozen=True, kw_only=True)
class Geodata:
    """All checked tables. Frames are handed out as copies, so that nobody moves another's map.

    `names`: what areas of one's own are called, by key and language.
    """

    provinces: Mapping[str, Province]
    sources: Mapping[str, Source]
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    _tables: Mapping[str, pd.DataFrame] = field(repr=False)
    _rows: dict[str, Sequence[Any]] = field(repr=False, init=False, default_factory=dict)

    def table(self, name: str) -> pd.DataFrame:
        """A copy of the table `name`, in file order."""
        return self._tables[name].copy()

    def rows(self, name: str) -> Iterator[Any]:
        """The rows of the table `name`, each with its columns as attributes."""
        if name not in self._rows:
            self._rows[name] = tuple(self._tables[name].itertuples(index=False))
        return iter(self._rows[name])

    def tables(self) -> dict[str, pd.DataFrame]:
        """Every table by name; not copies, so nobody may change one."""
        return dict(self._tables)

    def has(self, need: str) -> bool:
        """Whether a table has rows, or `national/returnees` the national indicator of that name."""
        name, _, indicator = need.partition("/")
        table = self._tables[name]
        return bool((table["indicator"] == indicator).any() if indicator else len(table))

    def sources_of(self, name: str, **where: object) -> tuple[str, ...]:
        """Source ids of the table `name`, or of its rows where columns have these values."""
        rows = self.rows(name)
        return joined(
            *(
                row.source_id
                for row in rows
                if all(getattr(row, column) == value for column, value in where.items())
            )
        )

    def national(self, indicator: str) -> tuple[Figure, ...]:
        """All dated figures of a national `indicator`, oldest first."""
        rows = [row for row in self.rows("national") if row.indicator == indicator]
        if not rows:
            raise wrong(
                "national.csv", None, "indicator", f"{indicator} is missing. Add {indicator}."
            )
        return tuple(figure_of(row) for row in sorted(rows, key=lambda row: row.as_of))

    def national_at(self, indicator: str, as_of: str) -> Figure:
        """The national `indicator` of one date."""
        for figure in self.national(indicator):
            if figure.as_of == as_of:
                return figure
        problem = f"{indicator} of {as_of} is missing. Add {indicator} of {as_of}."
        raise wrong("national.csv", None, "as_of", problem)

    def assumption(self, key: str) -> tuple[float, float, float]:
        """Low, central and high of an assumption; all the same where it is fixed."""
        row = next((row for row in self.rows("assumptions") if row.key == key), None)
        if row is None:
            raise wrong("assumptions.csv", None, "key", f"{key} is missing. Add {key}.")
        if row.distribution == "fixed":
            return row.central, row.central, row.central
        return row.low, row.central, row.high


def load_from(folder: Path) -> Geodata:
    """Read `sources.csv` and `tables/` below `folder`. Raises `DataError` where one is wrong."""
    if OWN:
        check_folder(folder)
    sources = read_table(folder / "sources.csv", table=SOURCES)
    ids = frozenset(sources["source_id"])
    listed: Iterator[Any] = iter(sources.itertuples(index=False))
    tables = folder / "tables"
    _check_files(tables)
    frame = read_table(
        tables / "provinces.csv", table=PROVINCES, provinces=CODES, sources=ids
    ).sort_values("province_code")
    rows: Iterator[Any] = iter(frame.itertuples(index=False))
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
        for row in rows
    }
    if OWN:
        check_codes(tuple(provinces))
        checked = dict(own_tables(tables, provinces=tuple(provinces), sources=ids))
    else:
        checked = {
            name: read_table(
                tables / f"{name}.csv", table=table, provinces=tuple(provinces), sources=ids
            )
            for name, table in TABLES.items()
        }
        for name, table in LOADABLE.items():
            checked[name] = pd.DataFrame(columns=list(table.columns))
    check_together(checked, provinces=frame)
    return Geodata(
        provinces=provinces,
        sources={
            row.source_id: Source(
                id=row.source_id,
                short=row.short,
                short_km=row.short_km,
                title=row.title,
                publisher=row.publisher,
                year=int(row.year),
                url=row.url,
                licence=row.licence,
                how_read=row.how_read,
            )
            for row in listed
        },
        names=own_names(folder) if OWN else {},
        _tables=checked,
    )


def _check_files(folder: Path) -> None:
    for path in sorted(folder.glob("*.csv")):
        loadable = OWN and path.stem in LOADABLE
        if path.stem not in TABLES and path.stem != "provinces" and not loadable:
            raise DataError(
                file=path.name,
                problem="no table of this name is declared",
                remedy="Declare it in geodata/declarations.py, or remove the file.",
            )


@cache
def load() -> Geodata:
    """The tables that ship, or those of one's own areas, read once for the whole program."""
    return load_from(HERE)
