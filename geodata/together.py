"""What must hold between the columns of a row, and between tables."""

import math
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import pandas as pd

from geodata.counts_fit import check_counts
from geodata.own import OWN
from geodata.read import wrong

Tables = Mapping[str, pd.DataFrame]
_PERCENT_SLACK = 1e-6


def check_together(tables: Tables, *, provinces: pd.DataFrame) -> None:
    """Raise `DataError` at the first row that does not fit the rest."""
    for name in ("sezs", "agro_sites"):
        for line, row in _rows(tables[name]):
            for axis in ("lon", "lat"):
                if row.position == "site" and math.isnan(getattr(row, axis)):
                    problem = "is empty for a site. Fill it in, or write province as position."
                    raise wrong(f"{name}.csv", line, axis, problem)
    for line, row in _rows(tables["agro_sites"]):
        if not math.isnan(row.value) and not row.unit:
            problem = "is empty, although there is a value. Write ha, workers, mills or another."
            raise wrong("agro_sites.csv", line, "unit", problem)
    zones = set(tables["sezs"]["zone_id"])
    for line, row in _rows(tables["sez_figures"]):
        if row.zone_id not in zones:
            problem = f"holds {row.zone_id}, no zone. Use a zone_id of sezs.csv."
            raise wrong("sez_figures.csv", line, "zone_id", problem)
    _check_assumptions(tables["assumptions"])
    for name in ("instruments", "futures"):
        _check_parameters(f"{name}.csv", tables[name])
    _check_projects(tables["projects"])
    _check_library(tables, provinces=provinces)
    _check_sectors(tables)
    _check_lines(tables, provinces=provinces)
    check_counts(tables, provinces=provinces)


def _rows(table: pd.DataFrame) -> Iterator[tuple[int, Any]]:
    """Rows with the line of the file where each begins."""
    return zip(map(int, table.index), table.itertuples(index=False), strict=True)


def _check_assumptions(table: pd.DataFrame) -> None:
    for line, row in _rows(table):
        if row.distribution == "fixed":
            continue
        for end in ("low", "high"):
            if math.isnan(getattr(row, end)):
                problem = (
                    f"is empty for a {row.distribution} assumption. Fill it in, or write fixed."
                )
                raise wrong("assumptions.csv", line, end, problem)
        if row.distribution == "choice" and not row.step > 0:
            problem = "is empty for a choice. Write the step of its control, such as 5."
            raise wrong("assumptions.csv", line, "step", problem)
        for end, fits in (("low", row.low <= row.central), ("high", row.central <= row.high)):
            if not fits:
                problem = f"holds {getattr(row, end):g}, on the wrong side of {row.central:g}"
                remedy = "Put low, central and high in order."
                raise wrong("assumptions.csv", line, end, f"{problem}. {remedy}")


def _check_parameters(file: str, table: pd.DataFrame) -> None:
    """Low, central and high in order; a share lies below one."""
    for line, row in _rows(table):
        for end, fits in (("low", row.low <= row.central), ("high", row.central <= row.high)):
            if not fits:
                problem = f"holds {getattr(row, end):g}, on the wrong side of {row.central:g}"
                raise wrong(file, line, end, f"{problem}. Put low, central and high in order.")
        if row.unit == "ratio" and row.high > 1:
            raise wrong(file, line, "high", f"holds {row.high:g}. Write a ratio from 0 to 1.")


def _check_projects(table: pd.DataFrame) -> None:
    """A range holds its central cost; a project with a cost that is no programme has a place."""
    for line, row in _rows(table):
        for end, wrong_side in (
            ("usd_low", row.usd_low > row.usd_central),
            ("usd_high", row.usd_high < row.usd_central),
        ):
            if wrong_side:
                problem = f"holds {getattr(row, end):g}, on the wrong side of {row.usd_central:g}"
                remedy = "Put low, central and high in order."
                raise wrong("projects.csv", line, end, f"{problem}. {remedy}")
        if not row.provinces and row.kind != "programme":
            problem = "is empty. Write the codes of the provinces that the project passes."
            raise wrong("projects.csv", line, "provinces", problem)


def _check_library(tables: Tables, *, provinces: pd.DataFrame) -> None:
    """Money goes to known instruments and places, and all scenarios that spend have the same."""
    money = tables["library_money"]
    known = {
        "scenario": set(tables["library"].query("kind == 'fixed'")["scenario"]),
        "instrument": set(tables["instruments"]["instrument"]) - {"all"},
        "place": {*provinces["province_code"], *tables["corridors"]["corridor_id"]},
    }
    where = {
        "scenario": "Use a fixed scenario of library.csv.",
        "instrument": "Use an instrument of instruments.csv.",
        "place": "Use a province code or a corridor_id of corridors.csv.",
    }
    for line, row in _rows(money):
        for column, names in known.items():
            if getattr(row, column) not in names:
                problem = f"holds {getattr(row, column)}, which is unknown. {where[column]}"
                raise wrong("library_money.csv", line, column, problem)
    totals = money.groupby("scenario")["usd"].sum()
    for scenario, total in totals.items():
        if total != totals.iloc[0]:
            problem = f"{scenario} spends {total:.0f}, not {totals.iloc[0]:.0f} like the others"
            raise wrong("library_money.csv", None, "usd", f"{problem}. Make all sums the same.")


def _check_sectors(tables: Tables) -> None:
    """Shares and transfers name every sector, and only those of sectors.csv."""
    sectors = tuple(tables["sectors"]["sector"])
    for name, columns in (
        ("sector_shares", ("sector",)),
        ("sector_transfer", ("from_sector", "to_sector")),
    ):
        for line, row in _rows(tables[name]):
            for column in columns:
                if getattr(row, column) not in sectors:
                    problem = f"holds {getattr(row, column)}, no sector. Use one of sectors.csv."
                    raise wrong(f"{name}.csv", line, column, problem)
    shares, transfer = tables["sector_shares"], tables["sector_transfer"]
    for side in ("returnees", "vacancies") if len(shares) or not OWN else ():
        mine = shares[shares["side"] == side]
        for sector in sectors:
            if sector not in set(mine["sector"]):
                problem = f"{sector} is missing for {side}. Add it, with 0 where there is none."
                raise wrong("sector_shares.csv", None, "sector", problem)
        if abs(mine["value"].sum() - 100) > _PERCENT_SLACK:
            problem = f"the shares of {side} sum to {mine['value'].sum():g}. Make them sum to 100."
            raise wrong("sector_shares.csv", None, "value", problem)
    if transfer.empty and OWN:
        return
    found = {(row.from_sector, row.to_sector): (line, row.value) for line, row in _rows(transfer)}
    for pair in product(sectors, sectors):
        if pair not in found:
            problem = f"{pair[0]} to {pair[1]} is missing. Add a row for it."
            raise wrong("sector_transfer.csv", None, "to_sector", problem)
        line, value = found[pair]
        if value > 1 or (pair[0] == pair[1] and value != 1):
            problem = f"holds {value:g}. Write 1 within a sector, and 0 to 1 between two."
            raise wrong("sector_transfer.csv", line, "value", problem)


def _check_lines(tables: Tables, *, provinces: pd.DataFrame) -> None:
    """A corridor's line names capitals (c:), crossings (x:) and located zones (z:)."""
    zones = tables["sezs"]
    known = {
        *(f"c:{code}" for code in provinces["province_code"]),
        *(f"x:{crossing}" for crossing in tables["crossings"]["crossing_id"]),
        *(f"z:{zone}" for zone in zones.loc[zones["position"] == "site", "zone_id"]),
    }
    for line, row in _rows(tables["corridors"]):
        for stop in row.line:
            if stop not in known:
                problem = f"passes through {stop}, which no table has"
                remedy = "Write c: and a province code, x: and a crossing, or z: and a zone."
                raise wrong("corridors.csv", line, "line", f"{problem}. {remedy}")
