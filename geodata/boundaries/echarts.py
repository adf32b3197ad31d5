"""Reading the ECharts map format: GeoJSON whose rings are packed into strings.

Each ring is a string of character pairs, longitude then latitude. A character's code minus 64 is
a zig-zag number (0, -1, 1, -2, ... are written 0, 1, 2, 3, ...): the step from the point before.
The first step starts at the ring's entry in `encodeOffsets`. The sums are 1/1024 of a degree.
"""

from __future__ import annotations

import json
from typing import Any, Final, TypeAlias

import shapely
from shapely import MultiPolygon, Polygon

UNITS_PER_DEGREE: Final = 1024

Shape: TypeAlias = Polygon | MultiPolygon


def decode_ring(*, text: str, offset: tuple[int, int]) -> list[tuple[float, float]]:
    """The points of one packed ring, in degrees, exact multiples of 1/1024.

    >>> decode_ring(text="@@B@@BA@@A", offset=(1024, 2048))[:2]
    [(1.0, 2.0), (1.0009765625, 2.0)]
    """
    x, y = offset
    points = []
    for position in range(0, len(text), 2):
        x += _unzigzag(ord(text[position]) - 64)
        y += _unzigzag(ord(text[position + 1]) - 64)
        points.append((x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE))
    if points[0] != points[-1]:
        raise ValueError("a packed ring does not end where it began")
    return points


def decode_geometry(*, geometry: dict[str, Any]) -> Shape:
    """A packed Polygon or MultiPolygon; the latter has its offsets nested as its rings are."""
    packed, offsets = geometry["coordinates"], geometry["encodeOffsets"]
    if geometry["type"] == "Polygon":
        return _polygon(packed=packed, offsets=offsets)
    if geometry["type"] == "MultiPolygon":
        pairs = zip(packed, offsets, strict=True)
        return MultiPolygon([_polygon(packed=part, offsets=start) for part, start in pairs])
    raise ValueError(f"cannot read geometry type {geometry['type']}")


def decode_country(*, source: str) -> dict[str, Shape]:
    """Every unit in one of the package's JavaScript files, by the name it has there."""
    start = source.index("{", source.index("registerMap('"))
    collection, _ = json.JSONDecoder().raw_decode(source[start:])
    if collection.get("UTF8Encoding") is not True:
        raise ValueError("the map is not packed")
    units = {}
    for feature in collection["features"]:
        name = feature["properties"]["name"]
        if name in units:
            raise ValueError(f"the map has {name} twice")
        units[name] = decode_geometry(geometry=feature["geometry"])
    return units


def _unzigzag(number: int) -> int:
    return (number >> 1) ^ -(number & 1)


def _polygon(*, packed: list[str], offsets: list[list[int]]) -> Polygon:
    rings = [
        decode_ring(text=text, offset=(start[0], start[1]))
        for text, start in zip(packed, offsets, strict=True)
    ]
    return shapely.orient_polygons(Polygon(rings[0], rings[1:]))
