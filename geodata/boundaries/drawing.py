"""Our shapes on the map: projected, rounded to a tenth of a unit, written as SVG paths.

Every point is projected and rounded before anything is made relative, so that two provinces
which share an edge share it to the last digit on screen as well.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon, affinity

from geodata.boundaries.echarts import Shape
from geodata.boundaries.written import parts
from geodata.projection import SHIPPED, WIDTH, Projection

GAP_UNITS: Final = 1.2  # gaps up to twice as wide close, at borders that were simplified apart
SMALLEST_PART: Final = 2  # square units; less is a crumb left by the cutting
LABEL_INSET: Final = 14  # a neighbour's name keeps so many units from the frame
LABEL_STRETCH: Final = 2.5  # names are wider than high


def draw_map(
    *,
    provinces: dict[str, Shape],
    neighbours: dict[str, Shape],
    near: dict[str, tuple[str, ...]],
    lake: Shape,
    projection: Projection = SHIPPED,
) -> dict[str, Any]:
    """The whole content of map.json."""

    def placed(shape: Shape) -> Shape:
        return on_map(shape, projection=projection)

    drawn = {code: placed(shape) for code, shape in provinces.items()}
    around = _without_gaps(
        country=shapely.union_all(list(drawn.values())),
        neighbours={code: placed(shape) for code, shape in neighbours.items()},
    )
    water = placed(lake)
    adjacent = _adjacent(provinces)
    return {
        "width": WIDTH,
        "height": projection.height,
        "km_per_unit": round(projection.km_per_unit, 6),
        "provinces": [
            {
                "code": code,
                "path": svg_path(shape),
                "label": _label(_dry(shape, water=water)),
                "bbox": [round(edge, 1) for edge in shape.bounds],
                "adjacent": adjacent[code],
                "near": list(near[code]),
            }
            for code, shape in drawn.items()
        ],
        "neighbours": [
            {
                "code": code,
                "path": svg_path(shape),
                "label": _wide_label(shape, height=projection.height),
            }
            for code, shape in around.items()
            if _in_frame(shape, height=projection.height)
        ],
        "lake": {"path": svg_path(water)},
    }


def svg_path(shape: Shape) -> str:
    """A compact path: each ring starts at an absolute point and goes on in relative steps.

    >>> svg_path(Polygon([(0, 0), (10, 0), (10, 0.5)]))
    'M0 0l10 0 0 .5z'
    """
    path = ""
    for part in parts(shape):
        for ring in (part.exterior, *part.interiors):
            path += _ring_path(np.rint(shapely.get_coordinates(ring) * 10).astype(np.int64))
    return path


def _ring_path(tenths: NDArray[np.int64]) -> str:
    """One ring given in whole tenths of a unit; points that fall together are drawn once."""
    steps = np.diff(tenths, axis=0)[:-1]
    steps = steps[steps.any(axis=1)]
    start = f"M{_number(tenths[0, 0])}{_next(tenths[0, 1])}"
    numbers = "".join(_next(value) for value in steps.ravel()).lstrip()
    return f"{start}l{numbers}z"


def _number(tenths: int) -> str:
    """Tenths as the shortest decimal number: 105 is 10.5, -5 is -.5."""
    whole, tenth = divmod(abs(int(tenths)), 10)
    digits = f"{whole}.{tenth}" if tenth else f"{whole}"
    return ("-" if tenths < 0 else "") + (digits.removeprefix("0") if tenth else digits)


def _next(tenths: int) -> str:
    """A number after another one: a minus sign separates as well as a space does."""
    return _number(tenths) if tenths < 0 else f" {_number(tenths)}"


def on_map(shape: Shape, *, projection: Projection) -> Shape:
    """A shape in map units, every point rounded to a tenth of a unit."""

    def move(points: NDArray[np.float64]) -> NDArray[np.float64]:
        x, y = projection.project(points[:, 0], points[:, 1])
        return np.column_stack([x, y]).round(1)

    return shapely.transform(shape, move)


def _adjacent(provinces: dict[str, Shape]) -> dict[str, list[str]]:
    """By province, those sharing an edge with it; a common corner is not enough."""
    codes, shapes = list(provinces), list(provinces.values())
    tree = shapely.STRtree(shapes)
    return {
        code: [
            codes[at]
            for at in sorted(tree.query(shape, predicate="intersects").tolist())
            if codes[at] != code and shapely.intersection(shape, shapes[at]).length > 0
        ]
        for code, shape in provinces.items()
    }


def _without_gaps(*, country: Shape, neighbours: dict[str, Shape]) -> dict[str, Shape]:
    """The neighbours grown into the slivers between us, them and each other, for drawing only.

    The package simplified each country alone, which left its borders up to a kilometre apart.
    """
    neighbours = {code: shapely.make_valid(shape) for code, shape in neighbours.items()}
    land = shapely.union_all([country, *neighbours.values()])
    closed = land.buffer(GAP_UNITS, quad_segs=2).buffer(-GAP_UNITS, quad_segs=2)
    solid = shapely.union_all([Polygon(part.exterior) for part in parts(closed)])
    grown = {code: [shape] for code, shape in neighbours.items()}
    for gap in parts(shapely.difference(solid, land)):
        rim = gap.buffer(0.1)
        touched = {code: rim.intersection(shape).area for code, shape in neighbours.items()}
        sides = sum(area > 0 for area in touched.values()) + rim.intersects(country)
        if sides > 1:
            grown[max(touched, key=lambda code: touched[code])].append(gap)
    shapes = {}
    for code, pieces in grown.items():
        joined = parts(shapely.difference(shapely.union_all(pieces), country))
        large = [Polygon(part.exterior) for part in joined if part.area >= SMALLEST_PART]
        shapes[code] = shapely.normalize(shapely.MultiPolygon(large))
    return shapes


def _label(shape: Shape) -> list[float]:
    """Where a name has most room: the centre of the largest circle in the largest part."""
    largest = max(parts(shape), key=lambda part: part.area)
    circle = shapely.maximum_inscribed_circle(largest, tolerance=0.05)
    x, y = shapely.get_coordinates(circle)[0]
    return [round(float(x), 1), round(float(y), 1)]


def _wide_label(shape: Shape, *, height: int) -> list[float]:
    """The same for a neighbour, within the frame, and for a name that is wider than high."""
    visible = _visible(shape, height=height)
    x, y = _label(affinity.scale(visible, xfact=1 / LABEL_STRETCH, origin=(0, 0)))
    return [round(x * LABEL_STRETCH, 1), y]


def _visible(shape: Shape, *, height: int) -> Shape:
    """The part of a shape that lies well within the frame."""
    low, right, bottom = LABEL_INSET, WIDTH - LABEL_INSET, height - LABEL_INSET
    visible: Shape = shapely.intersection(shape, shapely.box(low, low, right, bottom))
    return visible


def _in_frame(shape: Shape, *, height: int) -> bool:
    """Whether enough of a shape is seen to be named."""
    return bool(_visible(shape, height=height).area >= SMALLEST_PART)


def _dry(shape: Shape, *, water: Shape) -> Shape:
    """A shape without the lake, or with it where it has no other ground."""
    land: Shape = shapely.difference(shape, water)
    return land if parts(land) else shape
