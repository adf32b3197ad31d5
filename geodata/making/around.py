"""What lies around areas of one's own, as far as the atlas knows the neighbourhood of Cambodia."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import pyproj
import shapely
from shapely import MultiPolygon, Polygon

from geodata.boundaries.echarts import Shape
from geodata.boundaries.written import parts
from geodata.own import SHIPPED
from geodata.projection import FRAME, Projection

NEAR_KM: Final = 2.0
"""An area is near a country whose line runs within so many km of its own: both are simplified."""

WHOLE: Final = 0.97
"""Areas that cover this share of Cambodia are the whole country."""

_MARGIN_DEGREES: Final = 2.0  # the neighbours reach so far beyond the frame that ships
_SMALLEST: Final = 0.001  # square degrees
_HOME: Final = "KH"

UNKNOWN: Final = "ZZ"
"""Stands for whatever lies around areas elsewhere; it is drawn without a name."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Around:
    """Neighbouring countries, those near each area, and the lake, empty where it is not here."""

    neighbours: Mapping[str, Shape]
    near: Mapping[str, tuple[str, ...]]
    lake: Shape


@cache
def home() -> Shape:
    """Cambodia, as it ships."""
    shapes = _read("provinces.geojson", "province_code")
    joined: Shape = shapely.union_all(list(shapes.values()))
    return joined


def share_of_home(shapes: list[Shape]) -> tuple[float, float]:
    """How much of Cambodia areas cover, and how much of them lies within Cambodia."""
    mine = shapely.union_all(shapes)
    both = shapely.intersection(mine, home()).area
    return float(both / home().area), float(both / mine.area)


def around(areas: Mapping[str, Shape], *, projection: Projection) -> Around:
    """The countries and the lake around areas, none where the atlas does not know them."""
    mine = shapely.union_all(list(areas.values()))
    within = _within_known(projection)
    abroad = _read("neighbours.geojson", "country_code") if within else {}
    neighbours = {
        code: rest
        for code, shape in {**abroad, _HOME: home()}.items()
        if (rest := _rest(shape, mine)) is not None
    }
    unknown = {} if within else {UNKNOWN: _unknown(mine)}
    lake = next(iter(_read("tonle_sap.geojson", "lake").values()))
    return Around(
        neighbours=dict(sorted({**neighbours, **unknown}.items())),
        near={code: _near(shape, neighbours) for code, shape in areas.items()},
        lake=lake if shapely.intersects(mine, lake) else Polygon(),
    )


def area_km2(shape: Shape) -> float:
    """Square kilometres on the ellipsoid."""
    geod = pyproj.Geod(ellps="WGS84")
    return abs(geod.geometry_area_perimeter(shapely.orient_polygons(shape))[0]) / 1e6


def _rest(shape: Shape, mine: Shape) -> Shape | None:
    """What of a country lies outside our areas; None where that is hardly anything.

    Slivers along a line that two files draw differently are left out.
    """
    left = shapely.difference(shape, shapely.buffer(mine, 0.01))
    large = [part for part in parts(left) if part.area >= _SMALLEST]
    if not large or sum(part.area for part in large) < 0.03 * shape.area:
        return None
    solid = shapely.difference(shape, mine)
    kept = [part for part in parts(solid) if any(part.intersects(one) for one in large)]
    return MultiPolygon(kept) if len(kept) > 1 else kept[0]


def _unknown(mine: Shape) -> Shape:
    """Everything around areas and Cambodia: land or sea, which the atlas does not know."""
    west, south, east, north = mine.bounds
    wide = max(east - west, north - south) + _MARGIN_DEGREES
    whole = shapely.box(west - wide, max(south - wide, -89), east + wide, min(north + wide, 89))
    left = parts(shapely.difference(whole, shapely.union_all([mine, home()])))
    large = [part for part in left if part.area >= _SMALLEST]
    return MultiPolygon(large) if len(large) > 1 else large[0]


def _near(shape: Shape, neighbours: Mapping[str, Shape]) -> tuple[str, ...]:
    middle = shape.centroid
    per_degree = 111.2 * np.cos(np.radians(middle.y))
    return tuple(
        code
        for code, other in neighbours.items()
        if shapely.distance(shape, other) * per_degree <= NEAR_KM
    )


def _within_known(projection: Projection) -> bool:
    """Whether the picture lies where the outlines of the neighbours have not been cut off."""
    west, south, east, north = FRAME
    lon, lat = projection.centre
    left, bottom, right, top = projection.edges_km
    wide = 111.2 * np.cos(np.radians(lat))
    return bool(
        lon + left / wide > west - _MARGIN_DEGREES
        and lon + right / wide < east + _MARGIN_DEGREES
        and lat + bottom / 111.2 > south - _MARGIN_DEGREES
        and lat + top / 111.2 < north + _MARGIN_DEGREES
    )


def _read(name: str, key: str) -> dict[str, Shape]:
    """The shapes of a file that ships."""
    document = json.loads((SHIPPED / "boundaries" / name).read_text(encoding="utf-8"))
    return {
        one["properties"][key]: shapely.from_geojson(json.dumps(one["geometry"]))
        for one in document["features"]
    }
