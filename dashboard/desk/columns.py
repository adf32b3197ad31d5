"""Columns that several kinds have."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dashboard.desk.cells import date, number, province, words
from dashboard.desk.kind import DeskColumn, Misfit, TableRow, Values
from geodata import Geodata, Text
from geodata.loadable import ALL_SECTORS

PROVINCE = DeskColumn(
    key="province",
    title=Text(en="Province", km="ខេត្ត"),
    about=Text(
        en="Its two-digit code, or its name in Khmer or English",
        km="លេខកូដពីរខ្ទង់ ឬឈ្មោះជាភាសាខ្មែរ ឬអង់គ្លេស",
    ),
    read=province,
    also=(
        "province code",
        "code",
        "province name",
        "name of province",
        "លេខកូដខេត្ត",
        "ឈ្មោះខេត្ត",
        "រាជធានី-ខេត្ត",
        "រាជធានី ខេត្ត",
    ),
)

DATE = DeskColumn(
    key="date",
    title=Text(en="Date of the number", km="កាលបរិច្ឆេទនៃតួលេខ"),
    about=Text(
        en="The day, month or year that the number speaks of, such as 2026-10-31;"
        " empty: the date of the whole file",
        km="ថ្ងៃ ខែ ឬឆ្នាំដែលតួលេខនិយាយអំពី ដូចជា 2026-10-31។ ទុកទទេ៖ កាលបរិច្ឆេទនៃឯកសារទាំងមូល",
    ),
    read=date,
    required=False,
    also=("date", "as of", "as_of", "day", "កាលបរិច្ឆេទ", "ថ្ងៃខែ", "គិតត្រឹម"),
)


def people(title: Text, about: Text, *also: str, key: str = "people") -> DeskColumn:
    """A number of people, whole."""
    return DeskColumn(
        key=key, title=title, about=about, read=number(0, 20_000_000, whole=True), also=also
    )


def sector_choices(geodata: Geodata) -> Mapping[str, Text]:
    """Sectors, and all of them together."""
    return {
        ALL_SECTORS: Text(en="All sectors together", km="គ្រប់វិស័យរួមគ្នា"),
        **{row.sector: Text(en=row.name_en, km=row.name_km) for row in geodata.rows("sectors")},
    }


def counted_row(table: str) -> Callable[[Values, Geodata], Iterator[TableRow]]:
    """The row of a table of people by province."""

    def rows(values: Values, geodata: Geodata) -> Iterator[TableRow]:
        yield (
            table,
            {"province_code": values["province"], "value": values["people"], "unit": "persons"},
        )

    return rows


def counted_filled(table: str) -> Callable[[Geodata], Iterator[Values]]:
    """Every province, with its count where there is one."""

    def filled(geodata: Geodata) -> Iterator[Values]:
        known = {row.province_code: row for row in geodata.rows(table)}
        for code in geodata.provinces:
            row = known.get(code)
            counted = {"people": f"{row.value:.0f}", "date": row.as_of} if row else {}
            yield {"province": code} | counted

    return filled


def site_columns(*, district: bool = True) -> tuple[DeskColumn, ...]:
    """Where a place is, and a note; all may be left empty."""
    empty = Text(en="Empty where it is not known", km="ទុកទទេ បើមិនដឹង")
    where = DeskColumn(
        key="district",
        title=Text(en="District", km="ស្រុក"),
        about=empty,
        read=words,
        required=False,
    )
    return (
        *((where,) if district else ()),
        DeskColumn(
            key="lon",
            title=Text(en="Longitude", km="រយៈបណ្តោយ"),
            about=Text(en="In degrees, such as 103.52", km="ជាដឺក្រេ ដូចជា 103.52"),
            read=number(102, 108),
            required=False,
            also=("lng", "x", "east"),
        ),
        DeskColumn(
            key="lat",
            title=Text(en="Latitude", km="រយៈទទឹង"),
            about=Text(en="In degrees, such as 13.65", km="ជាដឺក្រេ ដូចជា 13.65"),
            read=number(9.5, 15),
            required=False,
            also=("y", "north"),
        ),
        DeskColumn(
            key="note",
            title=Text(en="Note", km="កំណត់សម្គាល់"),
            about=Text(en="Anything a reader should know", km="អ្វីដែលអ្នកអានគួរដឹង"),
            read=words,
            required=False,
            also=("remark", "remarks", "comment"),
        ),
    )


def half_places(rows: Mapping[int, Values]) -> Iterator[Misfit]:
    """Rows of places with one coordinate of two."""
    for at, values in rows.items():
        for axis, other in (("lon", "lat"), ("lat", "lon")):
            if axis in values and other not in values:
                yield at, other, lambda say: say("desk_half_place")


def site_of(row: Any) -> Values:
    """Where a row of a table of places lies, where that is known."""
    if row.position != "site":
        return {}
    return {"lon": f"{row.lon:.10g}", "lat": f"{row.lat:.10g}"}


def site_cells(values: Values) -> Values:
    """The same of a row that is given: at its site, or anywhere in its province."""
    if "lon" in values and "lat" in values:
        return {"lon": values["lon"], "lat": values["lat"], "position": "site"}
    return {"lon": "", "lat": "", "position": "province"}


def slug(kind: str, name: str) -> str:
    """A new id, made of a name.

    >>> slug("zone", "Poi Pet PPSEZ (phase 2)")
    'zone-poi-pet-ppsez-phase-2'
    """
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    marked = plain.removeprefix(f"{kind}-") or hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{kind}-{marked[:60]}"
