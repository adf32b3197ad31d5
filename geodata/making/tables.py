"""The tables of a new folder: what follows from the shapes, what holds anywhere, and templates."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import shapely

from geodata.declarations import PROVINCES, TABLES
from geodata.loadable import ALL_SECTORS, LOADABLE
from geodata.making.around import area_km2
from geodata.making.checked import Area
from geodata.making.guide import FILL_IN
from geodata.making.inside import Inside
from geodata.own import SHIPPED

BOUNDARIES: Final = "AREAS"
OURS: Final = "OWN"
_ANYWHERE: Final = ("sectors", "sector_transfer", "assumptions", "index_weights")
_IN_CAMBODIA: Final = ("sector_shares", "instruments", "futures")
_RATIOS: Final = ("percent", "usd_month")
_COUNTRY: Final = "00"

Rows = Sequence[Mapping[str, str]]


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where the boundaries are from, as the sources page tells it."""

    title: str
    publisher: str
    year: int
    licence: str
    how_read: str


def tables(
    areas: Sequence[Area], *, near: Mapping[str, tuple[str, ...]], inside: Inside, year: int
) -> dict[str, Rows]:
    """Rows of every table by its name. `near`: countries close to each area."""
    codes = [area.code for area in areas]
    made: dict[str, Rows] = {name: [] for name in ("provinces", *TABLES, *LOADABLE)}
    made["provinces"] = [_province(area, near=near[area.code]) for area in areas]
    made["areas"] = [
        {
            "province_code": area.code,
            "as_of": str(year),
            "value": f"{area_km2(area.shape):.2f}",
            "unit": "km2",
            "status": "computed",
            "source_id": BOUNDARIES,
        }
        for area in areas
    ]
    for name in FILL_IN:
        made[name] = [_template(name, code) for code in codes]
    for name in _ANYWHERE:
        made[name] = shipped(name)
    if inside.country:
        for name in _IN_CAMBODIA:
            made[name] = shipped(name)
        made["national"] = [
            row for row in shipped("national") if inside.whole or row["unit"] in _RATIOS
        ]
        made["survey"] = [row for row in shipped("survey") if row["province_code"] == _COUNTRY]
        made["library"] = _library()
        made.update(inside.points)
    return made


def sources(made: Mapping[str, Rows], *, origin: Origin) -> Rows:
    """Rows of sources.csv: the boundaries, a place for one's own, and those the tables name."""
    named = {
        source
        for rows in made.values()
        for row in rows
        for column in ("source_id", "source_a", "source_b")
        for source in row.get(column, "").split()
    }
    known = [row for row in _read(SHIPPED / "sources.csv") if row["source_id"] in named]
    mine = [
        {
            "source_id": BOUNDARIES,
            "short": origin.title,
            "short_km": "",
            "title": origin.title,
            "publisher": origin.publisher,
            "year": str(origin.year),
            "url": "",
            "licence": origin.licence,
            "how_read": origin.how_read,
        },
        {
            "source_id": OURS,
            "short": "Own figures",
            "short_km": "តួលេខផ្ទាល់ខ្លួន",
            "title": "Figures by area, as filled in",
            "publisher": "As filled in",
            "year": str(origin.year),
            "url": "",
            "licence": "As its publisher says",
            "how_read": "Filled into the tables of this folder",
        },
    ]
    return [*mine, *known]


def text_of(columns: Iterable[str], rows: Rows) -> str:
    """A table as CSV."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=list(columns), lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def columns_of(name: str) -> tuple[str, ...]:
    """The heading of a table."""
    declared = {"provinces": PROVINCES, **TABLES, **LOADABLE}[name]
    return tuple(declared.columns)


def filled(rows: Rows) -> int:
    """How many rows count: those whose value is written in."""
    return sum(row.get("value", "x") != "" for row in rows)


def shipped(name: str) -> list[dict[str, str]]:
    """The rows of a table that ships."""
    return _read(SHIPPED / "tables" / f"{name}.csv")


def _read(path: Any) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _province(area: Area, *, near: tuple[str, ...]) -> dict[str, str]:
    """The area, with a point that surely lies within it where no town is known yet."""
    point = shapely.point_on_surface(max(shapely.get_parts(area.shape), key=lambda one: one.area))
    return {
        "province_code": area.code,
        "name_en": area.name_en,
        "name_km": area.name_km,
        "kind": "province",
        "capital_en": area.name_en,
        "capital_km": area.name_km,
        "capital_lon": f"{point.x:.5f}",
        "capital_lat": f"{point.y:.5f}",
        "borders": " ".join(near),
        "source_id": BOUNDARIES,
    }


def _template(name: str, code: str) -> dict[str, str]:
    """A row that waits for its value."""
    declared = {**TABLES, **LOADABLE}[name].columns
    row = {"province_code": code, "unit": _UNITS[name], "status": "reported", "source_id": OURS}
    if "sex" in declared:
        row["sex"] = "all"
    if "sector" in declared:
        row["sector"] = ALL_SECTORS
    return {"value": "", "as_of": "", **row}


_UNITS: Final = {
    "population": "persons",
    "counted_returnees": "persons",
    "counted_placed": "persons",
    "counted_vacancies": "vacancies",
    "formal_jobs": "workers",
}


def _library() -> list[dict[str, str]]:
    """Ready-made scenarios without money in places, which other areas do not have."""
    spends = {row["scenario"] for row in shipped("library_money")}
    return [row for row in shipped("library") if row["scenario"] not in spends]
