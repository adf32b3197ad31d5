"""Outlines of the provinces in degrees, as they ship."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from geodata.boundaries.shapes import FOLDER, map_shapes

Ring = list[list[float]]
Polygons = list[list[Ring]]


@cache
def outlines() -> Mapping[str, Polygons]:
    """Province code -> polygons, each an outer ring and its holes, longitude before latitude.

    Outer rings run anticlockwise, as GeoJSON asks for.
    """
    map_shapes()  # compares the file with its checksum
    document = json.loads((FOLDER / "provinces.geojson").read_text(encoding="utf-8"))
    return {
        feature["properties"]["province_code"]: [
            [_turned(ring, outer=at == 0) for at, ring in enumerate(polygon)]
            for polygon in _polygons(feature["geometry"])
        ]
        for feature in document["features"]
    }


def _polygons(geometry: Mapping[str, Any]) -> Polygons:
    found = geometry["coordinates"]
    return [found] if geometry["type"] == "Polygon" else found


def _turned(ring: Ring, *, outer: bool) -> Ring:
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))
    return ring if (twice > 0) == outer else ring[::-1]
