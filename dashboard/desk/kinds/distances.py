"""Ways between provinces, as they were measured."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dashboard.desk.cells import number
from dashboard.desk.columns import DATE, PROVINCE
from dashboard.desk.kind import DeskColumn, Kind, Misfit, TableRow, Values
from geodata import Geodata, Text


def rows(values: Values, geodata: Geodata) -> Iterator[TableRow]:
    """One way; it counts in both directions."""
    ends = sorted((values["from"], values["to"]))
    yield (
        "measured_distances",
        {"from_code": ends[0], "to_code": ends[1], "value": values["km"], "unit": "km"},
    )


def filled(geodata: Geodata) -> Iterator[Values]:
    """The ways that were measured, or each pair of provinces once."""
    known = {(row.from_code, row.to_code): row for row in geodata.rows("measured_distances")}
    codes = list(geodata.provinces)
    for at, start in enumerate(codes):
        for end in codes[at + 1 :]:
            row = known.get((start, end))
            measured = {"km": f"{row.value:g}", "date": row.as_of} if row else {}
            yield {"from": start, "to": end} | measured


def fits(found: Mapping[int, Values], geodata: Geodata) -> Iterator[Misfit]:
    """A way leads somewhere else, and is measured once."""
    first: dict[tuple[str, ...], int] = {}
    for at, values in found.items():
        ends = tuple(sorted((values["from"], values["to"])))
        before = first.setdefault(ends, at)
        if ends[0] == ends[1]:
            yield at, "to", lambda say: say("desk_way_to_itself")
        elif before != at and found[before]["km"] != values["km"]:
            yield at, "km", lambda say, before=before: say("desk_row_differs", first=before)  # type: ignore[misc]


KIND = Kind(
    order=60,
    title=Text(en="Distances between provinces", km="ចម្ងាយរវាងខេត្ត"),
    about=Text(
        en="Road kilometres between two capitals, in the place of the straight line times a"
        " factor. A way counts in both directions.",
        km="ចម្ងាយផ្លូវជាគីឡូម៉ែត្ររវាងទីរួមខេត្តពីរ ជំនួសបន្ទាត់ត្រង់គុណនឹងមេគុណ។ ផ្លូវមួយរាប់ទាំងទៅទាំងមក។",
    ),
    columns=(
        replace(PROVINCE, key="from", title=Text(en="From", km="ពី"), also=("origin", "start")),
        replace(PROVINCE, key="to", title=Text(en="To", km="ទៅ"), also=("destination", "end")),
        DeskColumn(
            key="km",
            title=Text(en="Kilometres", km="គីឡូម៉ែត្រ"),
            about=Text(en="By road, from 1 to 2,000", km="តាមផ្លូវ ពី 1 ដល់ 2,000"),
            read=number(1, 2_000),
            also=("km", "distance", "distance km", "road km", "ចម្ងាយ", "គ.ម"),
        ),
        DATE,
    ),
    identity=("from", "to"),
    rows=rows,
    filled=filled,
    fits=fits,
    layer="",
)
