"""What the atlas ships that lies within areas of one's own: zones, plants and crossings."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import shapely

from geodata.making.around import WHOLE, share_of_home
from geodata.making.checked import Area
from geodata.own import SHIPPED

_MOSTLY: Final = 0.9
_NEAREST_KM: Final = 10.0  # crossings are known to 5 or 10 km
_KM_PER_DEGREE: Final = 111.2
_POINTS: Final = ("sezs", "agro_sites", "crossings")


@dataclass(frozen=True, kw_only=True)
class Inside:
    """Whether areas lie in Cambodia and cover all of it; rows of point tables in them; what left.

    `points`: rows by table, each with the code of the area it lies in.
    """

    country: bool
    whole: bool
    points: Mapping[str, Sequence[Mapping[str, str]]]
    told: tuple[str, ...]


def inside(areas: Sequence[Area]) -> Inside:
    """What holds for areas because of where they lie."""
    covered, within = share_of_home([area.shape for area in areas])
    if within < _MOSTLY:
        return Inside(country=False, whole=False, points={}, told=(_ABROAD,))
    points, told = {}, []
    for name in _POINTS:
        rows = _read(name)
        points[name] = [placed for row in rows if (placed := _placed(row, areas))]
        left = len(rows) - len(points[name])
        if left:
            told.append(_LEFT.format(left=left, all=len(rows), name=name))
    zones = {row["zone_id"] for row in points["sezs"]}
    points["sez_figures"] = [row for row in _read("sez_figures") if row["zone_id"] in zones]
    whole = covered >= WHOLE
    return Inside(
        country=True, whole=whole, points=points, told=(_WHOLE if whole else _PART, *told)
    )


_ABROAD: Final = (
    "The areas do not lie in Cambodia: no figure of Cambodia was taken along, only the list of"
    " sectors and what is a judgement (assumptions, transfer between trades, index weights)."
)
_WHOLE: Final = "The areas are the whole of Cambodia: the national figures were taken along."
_PART: Final = (
    "The areas are a part of Cambodia: of the national figures, shares and incomes were taken"
    " along, and no number of people or jobs, which would be of the whole country."
)
_LEFT: Final = (
    "{left} of {all} rows of {name} were left out: known only to lie in some province, or outside."
)


def _placed(row: Mapping[str, str], areas: Sequence[Area]) -> dict[str, str] | None:
    """The row with the area that its point lies in, or is nearest to; None without either."""
    if not row["lon"] or row.get("position") == "province":
        return None
    point = shapely.Point(float(row["lon"]), float(row["lat"]))
    away = shapely.distance([area.shape for area in areas], point)
    at = int(away.argmin())
    limit = _NEAREST_KM / _KM_PER_DEGREE if row.get("position") == "approximate" else 0.01
    if away[at] > limit:
        return None
    return {**row, "province_code": areas[at].code}


def _read(name: str) -> list[dict[str, str]]:
    with (SHIPPED / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
