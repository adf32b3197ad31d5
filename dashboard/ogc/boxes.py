"""Bounding boxes: read from a request, and laid against geometries."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; west is above east where it crosses the date line."""

Point = Sequence[float]


def read_box(text: str) -> Box | None:
    """The box in the text of `bbox`, heights left aside; None where it is none."""
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        return None
    if len(numbers) == 6:
        numbers = [*numbers[:2], *numbers[3:5]]
    if len(numbers) != 4 or not all(math.isfinite(one) for one in numbers):
        return None
    west, south, east, north = numbers
    return (west, south, east, north) if south <= north else None


def box_of(geometry: Mapping[str, Any]) -> Box:
    """The smallest box around a geometry."""
    points = [point for line in _lines(geometry) for point in line]
    lons, lats = zip(*points, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box around others."""
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def touches(geometry: Mapping[str, Any] | None, box: Box) -> bool:
    """Whether a geometry and a box share a point; what has no position shares none.

    >>> touches({"type": "Point", "coordinates": [105, 12]}, (104, 11, 106, 13))
    True
    """
    west, south, east, north = box
    if geometry is None:
        return False
    if west > east:
        halves = (west, south, 180.0, north), (-180.0, south, east, north)
        return any(touches(geometry, half) for half in halves)
    lines = list(_lines(geometry))
    if any(_crosses(line, box) for line in lines):
        return True
    return "Polygon" in geometry["type"] and _inside((west, south), lines)


def _lines(geometry: Mapping[str, Any]) -> Iterator[Sequence[Point]]:
    """Every line of points of a geometry; a point is a line of one."""
    kind, at = geometry["type"], geometry["coordinates"]
    if kind == "Point":
        yield [at]
    elif kind == "LineString":
        yield at
    elif kind == "Polygon":
        yield from at
    else:
        for part in at:
            yield from part


def _crosses(line: Sequence[Point], box: Box) -> bool:
    """Whether a line has a point in the box."""
    west, south, east, north = box
    if any(west <= lon <= east and south <= lat <= north for lon, lat in line):
        return True
    return any(_clips(a, b, box) for a, b in pairwise(line))


def _clips(a: Point, b: Point, box: Box) -> bool:
    """Whether the way from a to b crosses the box (Liang and Barsky 1984)."""
    west, south, east, north = box
    first, last = 0.0, 1.0
    for start, step, low, high in (
        (a[0], b[0] - a[0], west, east),
        (a[1], b[1] - a[1], south, north),
    ):
        if step == 0:
            if not low <= start <= high:
                return False
            continue
        near, far = sorted(((low - start) / step, (high - start) / step))
        first, last = max(first, near), min(last, far)
    return first <= last


def _inside(point: Point, rings: Sequence[Sequence[Point]]) -> bool:
    """Whether a point lies within rings, holes left out (even-odd rule)."""
    lon, lat = point
    crossed = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
                crossed += 1
    return crossed % 2 == 1
