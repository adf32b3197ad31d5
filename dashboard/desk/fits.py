"""Counts that can be read and yet cannot be: more than the country has, or than came back."""

from collections.abc import Callable, Iterator, Mapping

from dashboard.desk.kind import Misfit, Values
from geodata import Geodata
from geodata.loadable import ALL_SECTORS

Fits = Callable[[Mapping[int, Values], Geodata], Iterator[Misfit]]


def counts_fit(table: str, indicator: str, *, column: str = "people") -> Fits:
    """Counts of some provinces leave something of the country's total for the others."""

    def fits(rows: Mapping[int, Values], geodata: Geodata) -> Iterator[Misfit]:
        counts = _by_province(geodata, table)
        mine: dict[str, float] = {}
        for values in rows.values():
            code = values["province"]
            mine[code] = mine.get(code, 0.0) + float(values[column])
        counts |= mine
        total, counted = geodata.national(indicator)[-1].value, sum(counts.values())
        if mine and len(counts) < len(geodata.provinces) and counted >= total:
            yield (
                0,
                column,
                lambda say: say(
                    "desk_above_country",
                    counted=f"{counted:,.0f}",
                    provinces=len(counts),
                    total=f"{total:,.0f}",
                ),
            )

    return fits


def returnees_fit(rows: Mapping[int, Values], geodata: Geodata) -> Iterator[Misfit]:
    """Returnees are no fewer than those of them who were placed."""
    yield from counts_fit("counted_returnees", "returnees")(rows, geodata)
    placed = _by_province(geodata, "counted_placed")
    for number, values in rows.items():
        other = placed.get(values["province"], 0.0)
        if other > float(values["people"]):
            yield number, "people", _told_placed(values["people"], other, returned=True)


def placed_fit(rows: Mapping[int, Values], geodata: Geodata) -> Iterator[Misfit]:
    """Nobody is placed who did not come back."""
    yield from counts_fit("counted_placed", "placed")(rows, geodata)
    returned = _by_province(geodata, "counted_returnees")
    for number, values in rows.items():
        other = returned.get(values["province"])
        if other is not None and other < float(values["people"]):
            yield number, "people", _told_placed(values["people"], other, returned=False)


def vacancies_fit(rows: Mapping[int, Values], geodata: Geodata) -> Iterator[Misfit]:
    """A province is counted in every sector, or in one row for all of them."""
    yield from counts_fit("counted_vacancies", "vacancies", column="vacancies")(rows, geodata)
    sectors = {row.sector for row in geodata.rows("sectors")}
    found: dict[str, set[str]] = {}
    first: dict[str, int] = {}
    for number, values in rows.items():
        found.setdefault(values["province"], set()).add(values["sector"])
        first.setdefault(values["province"], number)
    for code, named in found.items():
        if named in (sectors, {ALL_SECTORS}):
            continue
        missing = sorted(sectors - named)
        yield first[code], "sector", _told_sectors(missing, both=ALL_SECTORS in named, of=geodata)


def _told_placed(count: str, other: float, *, returned: bool) -> Callable[..., str]:
    fewer, more = f"{other:,.0f}", f"{float(count):,.0f}"
    if returned:
        return lambda say: say("desk_fewer_than_placed", returned=more, placed=fewer)
    return lambda say: say("desk_more_than_returned", returned=fewer, placed=more)


def _told_sectors(missing: list[str], *, both: bool, of: Geodata) -> Callable[..., str]:
    if both:
        return lambda say: say("desk_sectors_twice")
    names = {row.sector: (row.name_km, row.name_en) for row in of.rows("sectors")}
    return lambda say: say(
        "desk_sectors_missing",
        sectors=say("list_separator").join(names[one][say.lang == "en"] for one in missing),
    )


def _by_province(geodata: Geodata, table: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for row in geodata.rows(table):
        found[row.province_code] = found.get(row.province_code, 0.0) + row.value
    return found
