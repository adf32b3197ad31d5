"""What must hold between the columns of a row, and between tables."""

import math
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from geodata.read import wrong

Tables = Mapping[str, pd.DataFrame]


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
    _check_lines(tables, provinces=provinces)


def _rows(table: pd.DataFrame) -> Iterator[tuple[int, Any]]:
    """Rows with the line of the file where each begins."""
    return zip(map(int, table.index), table.itertuples(index=False), strict=True)


def _check_assumptions(table: pd.DataFrame) -> None:
    for line, row in _rows(table):
        if row.distribution == "fixed":
            continue
        for end in ("low", "high"):
            if math.isnan(getattr(row, end)):
                problem = "is empty for a uniform assumption. Fill it in, or write fixed."
                raise wrong("assumptions.csv", line, end, problem)
        for end, fits in (("low", row.low <= row.central), ("high", row.central <= row.high)):
            if not fits:
                problem = f"holds {getattr(row, end):g}, on the wrong side of {row.central:g}"
                remedy = "Put low, central and high in order."
                raise wrong("assumptions.csv", line, end, f"{problem}. {remedy}")


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
