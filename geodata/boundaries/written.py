"""Shapes as the text of files that two people can compare, and the polygons of a shape."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import shapely
from shapely import Polygon
from shapely.geometry import mapping

from geodata.boundaries.echarts import Shape


def parts(shape: Shape) -> list[Polygon]:
    """The polygons a shape is made of, leaving out stray lines and points."""
    found = [part for part in shapely.get_parts(shape) if isinstance(part, Polygon)]
    return [part for part in found if not part.is_empty]


def geojson_text(*, key: str, shapes: Mapping[str, Shape], decimals: int) -> str:
    """A feature collection in WGS84, one feature a line, each named by one property."""
    features = [
        {
            "type": "Feature",
            "properties": {key: code},
            "geometry": _rounded(mapping(shape), decimals=decimals),
        }
        for code, shape in shapes.items()
    ]
    return json_text({"type": "FeatureCollection", "features": features})


def _rounded(value: Any, *, decimals: int) -> Any:
    """The same geometry mapping with lists for tuples and shorter numbers."""
    if isinstance(value, dict):
        return {key: _rounded(item, decimals=decimals) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(item, decimals=decimals) for item in value]
    return round(value, decimals) if isinstance(value, float) else value


def json_text(document: dict[str, Any]) -> str:
    """JSON with one key a line, and one item a line in a list of objects: compact, yet it diffs."""
    entries = []
    for key, value in document.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            text = "[\n" + ",\n".join(_compact(item) for item in value) + "\n]"
        else:
            text = _compact(value)
        entries.append(f"{json.dumps(key)}:{text}")
    return "{\n" + ",\n".join(entries) + "\n}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))
