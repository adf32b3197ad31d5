"""The shapes of areas as files: outlines for other programs, and the drawn map."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import shapely

from geodata.boundaries.drawing import draw_map, on_map
from geodata.boundaries.echarts import Shape
from geodata.boundaries.written import geojson_text, json_text, parts
from geodata.making.around import around
from geodata.making.checked import Area
from geodata.projection import FRAME_FILE, Projection

MAP_BYTES: Final = 200_000
"""The drawn map may have so many: it goes to every reader, packed to about a third."""

OUTLINE_BYTES: Final = 4_000_000
_FINE: Final = 6  # decimals: a tenth of a metre
_FIRST_UNITS: Final = 0.15  # map units: what the eye cannot tell on the largest screen
_FIRST_DEGREES: Final = 0.00005  # about 5 m
_COARSER: Final = 1.5
_MOST_TIMES: Final = 40
_SMALLEST: Final = 0.5  # square map units: less is hardly seen


def draw(areas: Sequence[Area], *, projection: Projection) -> tuple[dict[str, str], list[str]]:
    """The text of each file of `boundaries/` by its name, and what should be known.

    Both outlines and map are simplified as one net of edges, so that areas go on sharing them,
    and no further than their size asks for.
    """
    codes = [area.code for area in areas]
    outlines, text, degrees = _outlines(codes, [area.shape for area in areas])
    surroundings = around(outlines, projection=projection)
    drawn, units = _map(outlines, projection=projection)
    document = draw_map(
        provinces=drawn,
        neighbours=dict(surroundings.neighbours),
        near=dict(surroundings.near),
        lake=surroundings.lake,
        projection=projection,
    )
    frame = {"centre": list(projection.centre), "edges_km": list(projection.edges_km)}
    texts = {
        "provinces.geojson": text,
        "neighbours.geojson": geojson_text(
            key="country_code", shapes=dict(surroundings.neighbours), decimals=_FINE
        ),
        "map.json": json_text(document),
        FRAME_FILE: json_text(frame),
    }
    digests = {name: hashlib.sha256(one.encode()).hexdigest() for name, one in texts.items()}
    told = [
        f"The map was simplified by about {units * projection.km_per_unit:.2g} km"
        f" ({len(texts['map.json']) / 1000:,.0f} kB).",
        f"Outlines for other programs were simplified by about {degrees * 111_000:.0f} m.",
    ]
    small = [
        code
        for code, shape in drawn.items()
        if on_map(shape, projection=projection).area < _SMALLEST
    ]
    if small:
        named = ", ".join(small[:5]) + (" ..." if len(small) > 5 else "")
        told.append(f"{len(small)} are hardly seen on the map, because they are small: {named}")
    return {**texts, "checksums.json": json_text(digests)}, told


def _outlines(codes: Sequence[str], shapes: Sequence[Shape]) -> tuple[dict[str, Shape], str, float]:
    """Outlines small enough for their file, its text, and the tolerance in degrees."""
    tolerance = _FIRST_DEGREES
    for _ in range(_MOST_TIMES):
        found = dict(zip(codes, _simple(shapes, tolerance=tolerance), strict=True))
        text = geojson_text(key="province_code", shapes=found, decimals=_FINE)
        if len(text) <= OUTLINE_BYTES:
            break
        tolerance *= _COARSER
    read = json.loads(text)["features"]
    rounded = [shapely.from_geojson(json.dumps(one["geometry"])) for one in read]
    return dict(zip(codes, rounded, strict=True)), text, tolerance


def _map(
    outlines: Mapping[str, Shape], *, projection: Projection
) -> tuple[dict[str, Shape], float]:
    """Outlines simplified until the drawn map is small enough, and the tolerance in map units."""
    per_degree = 111.2 / projection.km_per_unit
    tolerance = _FIRST_UNITS
    for _ in range(_MOST_TIMES):
        found = dict(
            zip(
                outlines,
                _simple(list(outlines.values()), tolerance=tolerance / per_degree),
                strict=True,
            )
        )
        points = sum(len(shapely.get_coordinates(shape)) for shape in found.values())
        if points * _BYTES_A_POINT + len(found) * _BYTES_AN_AREA <= MAP_BYTES:
            break
        tolerance *= _COARSER
    return found, tolerance


_BYTES_A_POINT: Final = 8
_BYTES_AN_AREA: Final = 90


def _simple(shapes: Sequence[Shape], *, tolerance: float) -> list[Shape]:
    """All shapes with fewer points, none lost, turned the way that GeoJSON asks for."""
    simple = shapely.coverage_simplify(np.array(shapes, dtype=object), tolerance)
    return [
        shapely.orient_polygons(one if parts(one) else whole)
        for one, whole in zip(simple, shapes, strict=True)
    ]
