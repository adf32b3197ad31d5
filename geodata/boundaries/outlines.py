"""From the packages' shapes to ours: provinces by code, neighbours by country, one lake."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Final

import numpy as np
import pyogrio
import pyproj
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon

from geodata.boundaries.echarts import Shape, decode_country
from geodata.boundaries.written import parts
from geodata.projection import FRAME

CODES: Final = {
    "Bantey Meanchey": "01",
    "Battambang": "02",
    "Kampong Cham": "03",
    "Kampong Chhnang": "04",
    "Kampong Speu": "05",
    "Kampong Thom": "06",
    "Kampot": "07",
    "Kandal": "08",
    "Koh Kong": "09",
    "Kratie": "10",
    "Mondulkiri": "11",
    "Phnom Penh": "12",
    "Preah Vihear": "13",
    "Prey Veng": "14",
    "Pursat": "15",
    "Ratanakiri Province": "16",
    "Siem Reap": "17",
    "Preah Sihanouk": "18",
    "Stung Treng": "19",
    "Svay Rieng": "20",
    "Takeo": "21",
    "Oddar Meanchey": "22",
    "Kep": "23",
    "Pailin": "24",
    "Tbong Khmum": "25",
}
"""NIS province codes by the name the package uses, its spellings included."""

NEIGHBOURS: Final = {"TH": "Thailand", "LA": "Laos", "VN": "Vietnam"}
"""Package file names by country code. Where two overlap, the earlier one keeps the ground."""

NEAR_KM: Final = 1.5
"""A province is near a neighbour when its outline lies within so many km of the neighbour's."""

MARGIN_DEGREES: Final = 2.1  # enough land for a wide screen, and short of Myanmar and Malaysia
SIMPLIFY_DEGREES: Final = 0.004  # about 0.4 km, half a map unit
STORED_DEGREES: Final = 1e-6  # a tenth of a metre
SMALLEST_ISLAND: Final = 0.001  # square degrees, about 12 km2
MISSING_SEKONG: Final = (107.0, 15.5)  # a point well inside the Lao province the package lacks


def province_shapes(*, sources: dict[str, str]) -> dict[str, Shape]:
    """The 25 provinces by code, in code order, exactly as the package has them."""
    units = decode_country(source=sources["Cambodia"])
    if units.keys() != CODES.keys():
        raise ValueError(f"names do not match: {sorted(units.keys() ^ CODES.keys())}")
    by_code = {CODES[name]: shape for name, shape in units.items()}
    return dict(sorted(by_code.items()))


def whole_neighbours(*, sources: dict[str, str]) -> dict[str, Shape]:
    """Each neighbour's provinces joined, nothing cut off and nothing mended."""
    return {
        code: shapely.union_all(list(decode_country(source=sources[name]).values()))
        for code, name in NEIGHBOURS.items()
    }


def neighbour_shapes(*, whole: dict[str, Shape], country: Shape) -> dict[str, Shape]:
    """The neighbours around our frame, slightly simplified, overlapping neither us nor each other.

    Laos gets back Sekong, which the package lacks: the hole left between Laos and Viet Nam.
    """
    mended = {**whole, "LA": shapely.union_all([whole["LA"], _hole(whole=whole, country=country)])}
    west, south, east, north = FRAME
    window = shapely.box(
        west - MARGIN_DEGREES,
        south - MARGIN_DEGREES,
        east + MARGIN_DEGREES,
        north + MARGIN_DEGREES,
    )
    taken, shapes = [country], {}
    for code, shape in mended.items():
        simple = shapely.simplify(shapely.intersection(shape, window), SIMPLIFY_DEGREES)
        free = shapely.difference(simple, shapely.union_all(taken))
        free = shapely.set_precision(free, STORED_DEGREES)  # stays valid when it is written down
        large = [part for part in parts(free) if part.area >= SMALLEST_ISLAND]
        joined = MultiPolygon(large) if len(large) > 1 else large[0]
        shapes[code] = shapely.orient_polygons(shapely.normalize(joined))
        taken.append(shapes[code])
    return dict(sorted(shapes.items()))


def near_neighbours(
    *, provinces: dict[str, Shape], whole: dict[str, Shape]
) -> dict[str, tuple[str, ...]]:
    """The neighbours within NEAR_KM of each province, measured in EPSG:32648."""
    measured = {code: in_metres(shape=shape) for code, shape in sorted(whole.items())}
    return {
        province: tuple(
            code
            for code, neighbour in measured.items()
            if shapely.distance(in_metres(shape=shape), neighbour) <= NEAR_KM * 1000
        )
        for province, shape in provinces.items()
    }


def tonle_sap(*, lakes: Path, country: Shape) -> Shape:
    """The Tonle Sap alone, whichever of the name columns carries its name, all its pieces."""
    columns = ["name", "name_alt", "name_en"]
    table = pyogrio.read_dataframe(lakes, columns=columns)
    named = table[columns].fillna("").map(_plain).eq("tonle sap").any(axis=1)
    lake = shapely.union_all(table.geometry[named].to_numpy())
    if lake.is_empty or not shapely.contains(country, lake):
        raise ValueError("the Tonle Sap is missing from the lakes, or not inside Cambodia")
    return shapely.orient_polygons(lake)


def in_metres(*, shape: Shape) -> Shape:
    """The same shape in EPSG:32648, UTM zone 48 north, where we measure."""
    change = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:32648", always_xy=True)

    def move(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(change.transform(points[:, 0], points[:, 1]))

    return shapely.transform(shape, move)


def _hole(*, whole: dict[str, Shape], country: Shape) -> Polygon:
    """The hole that Sekong leaves in the land."""
    land = shapely.union_all([country, *whole.values()])
    rings = [Polygon(ring) for part in parts(land) for ring in part.interiors]
    inside = shapely.Point(MISSING_SEKONG)
    found = [ring for ring in rings if ring.contains(inside)]
    if len(found) != 1:
        raise ValueError("the package has Sekong after all: drop its repair")
    return found[0]


def _plain(name: str) -> str:
    """A name in lower case without accents, so that spellings compare."""
    letters = unicodedata.normalize("NFD", name.strip().lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
