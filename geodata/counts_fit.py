"""Whether loaded counts fit the country's totals, each other, and the sectors."""

from collections.abc import Mapping

import pandas as pd

from geodata.loadable import ALL_SECTORS, LOADABLE
from geodata.own import USE_A_CODE
from geodata.read import wrong

_TOTALS = {
    "counted_returnees": "returnees",
    "counted_placed": "placed",
    "counted_vacancies": "vacancies",
}


def check_counts(tables: Mapping[str, pd.DataFrame], *, provinces: pd.DataFrame) -> None:
    """Raise `DataError` at the first count that cannot be.

    Counts of some provinces leave something of the national total for the others; nobody is
    placed who did not return; a province's vacancies are counted by every sector or together.
    """
    everywhere = set(provinces["province_code"])
    _check_codes(tables, everywhere)
    _check_sectors(tables)
    for name, indicator in _TOTALS.items():
        table = tables[name]
        if table.empty or set(table["province_code"]) == everywhere:
            continue
        national = tables["national"].query("indicator == @indicator").sort_values("as_of")
        if national.empty:
            continue
        total, counted = float(national["value"].iloc[-1]), float(table["value"].sum())
        if counted >= total:
            problem = (
                f"some provinces alone have {counted:,.0f}, and the country {total:,.0f}. "
                f"Load the country's newer number of {indicator} first, "
                f"or all {len(everywhere)} provinces."
            )
            raise wrong(f"{name}.csv", None, "value", problem)
    placed, returned = (
        dict(zip(tables[name]["province_code"], tables[name]["value"], strict=True))
        for name in ("counted_placed", "counted_returnees")
    )
    for code in sorted(placed.keys() & returned.keys()):
        if placed[code] > returned[code]:
            problem = (
                f"{placed[code]:,.0f} are placed in province {code}, and {returned[code]:,.0f}"
                " came back there. Correct one of the two."
            )
            raise wrong("counted_placed.csv", None, "value", problem)
    for row in tables["measured_distances"].to_dict("records"):
        if row["from_code"] == row["to_code"]:
            problem = f"is a way from {row['from_code']} to itself. Leave it out."
            raise wrong("measured_distances.csv", None, "to_code", problem)


def _check_codes(tables: Mapping[str, pd.DataFrame], everywhere: set[str]) -> None:
    for name in LOADABLE:
        for column in ("province_code", "from_code", "to_code"):
            unknown = set(tables[name].get(column, ())) - everywhere
            if unknown:
                problem = f"holds {min(unknown)}, no province. {USE_A_CODE}"
                raise wrong(f"{name}.csv", None, column, problem)


def _check_sectors(tables: Mapping[str, pd.DataFrame]) -> None:
    sectors = set(tables["sectors"]["sector"])
    for code, rows in tables["counted_vacancies"].groupby("province_code"):
        found = set(rows["sector"])
        unknown = found - sectors - {ALL_SECTORS}
        if unknown:
            problem = f"holds {min(unknown)}, no sector. Use one of {', '.join(sorted(sectors))}."
            raise wrong("counted_vacancies.csv", None, "sector", problem)
        if found not in (sectors, {ALL_SECTORS}):
            problem = (
                f"province {code} has some sectors only. Give every sector a number, 0 where"
                f" there is none, or one number for {ALL_SECTORS}."
            )
            raise wrong("counted_vacancies.csv", None, "sector", problem)
