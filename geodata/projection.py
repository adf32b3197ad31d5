"""The one projection of every map here: equal-area, fixed, and our own.

Lambert azimuthal equal-area on the sphere, after Snyder (1987), *Map Projections: A Working
Manual*, USGS Professional Paper 1395, p. 185, equations 24-2, 22-4 and 22-5. Equal area keeps a
choropleth honest: a province's ink is proportional to its ground. The result is scaled to a frame
1000 units wide whose origin is the upper left corner, x to the right and y down, as SVG has it.

For drawing only: lengths and areas that are told to people are measured in EPSG:32648.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, overload

import numpy as np
from numpy.typing import NDArray

from geodata.own import OWN

FloatArray = NDArray[np.float64]

RADIUS_KM: Final = 6371.0088
"""Mean radius of the Earth in kilometres (IUGG mean radius R1)."""

WIDTH: Final = 1000
"""Width of the picture in map units."""

FRAME_FILE: Final = "frame.json"


@dataclass(frozen=True, kw_only=True)
class Projection:
    """One map: `centre` is the longitude and latitude, in degrees, without any distortion.

    `edges_km`: left, bottom, right and top of the picture on the plane, from the centre.
    """

    centre: tuple[float, float]
    edges_km: tuple[float, float, float, float]

    @cached_property
    def km_per_unit(self) -> float:
        """Kilometres on the ground for one map unit, exact at the centre."""
        left, _, right, _ = self.edges_km
        return (right - left) / WIDTH

    @cached_property
    def height(self) -> int:
        """Height of the picture in map units."""
        _, bottom, _, top = self.edges_km
        return round((top - bottom) / self.km_per_unit)

    @overload
    def project(self, lon: float, lat: float) -> tuple[float, float]: ...
    @overload
    def project(self, lon: FloatArray, lat: FloatArray) -> tuple[FloatArray, FloatArray]: ...
    def project(
        self, lon: float | FloatArray, lat: float | FloatArray
    ) -> tuple[float, float] | tuple[FloatArray, FloatArray]:
        """Where a place lies on the map: x to the right and y down, in map units.

        `lon` and `lat` are WGS84 degrees, two numbers or two arrays of one shape; the answer has
        the same form. Points outside the picture get coordinates outside 0..WIDTH and 0..height.

        >>> x, y = SHIPPED.project(*SHIPPED.centre)
        >>> round(x), 0 < y < SHIPPED.height
        (500, True)
        """
        east_km, north_km = plane_km(
            np.asarray(lon, dtype=np.float64),
            np.asarray(lat, dtype=np.float64),
            centre=self.centre,
        )
        left, _, _, top = self.edges_km
        x = (east_km - left) / self.km_per_unit
        y = (top - north_km) / self.km_per_unit
        if np.ndim(lon) == 0 and np.ndim(lat) == 0:
            return float(x), float(y)
        return x, y


def plane_km(
    lon: FloatArray, lat: FloatArray, *, centre: tuple[float, float]
) -> tuple[FloatArray, FloatArray]:
    """Kilometres east and north of `centre` on the projection plane, from degrees."""
    centre_lon, centre_lat = np.radians(centre)
    east, lat_radians = np.radians(lon) - centre_lon, np.radians(lat)
    sin_0, cos_0 = np.sin(centre_lat), np.cos(centre_lat)
    sin_1, cos_1 = np.sin(lat_radians), np.cos(lat_radians)
    scale = np.sqrt(2.0 / (1.0 + sin_0 * sin_1 + cos_0 * cos_1 * np.cos(east)))
    x = RADIUS_KM * scale * cos_1 * np.sin(east)
    y = RADIUS_KM * scale * (cos_0 * sin_1 - sin_0 * cos_1 * np.cos(east))
    return x, y


SHIPPED_CENTRE: Final = (105.0, 12.6)

FRAME: Final = (101.8, 9.7, 108.2, 15.1)
"""West, south, east and north of the picture that ships, in degrees, along the lines through
its centre."""


def _shipped() -> Projection:
    west, south, east, north = FRAME
    lon, lat = SHIPPED_CENTRE
    x, _ = plane_km(np.array([west, east]), np.array([lat, lat]), centre=SHIPPED_CENTRE)
    _, y = plane_km(np.array([lon, lon]), np.array([south, north]), centre=SHIPPED_CENTRE)
    edges = (float(x[0]), float(y[0]), float(x[1]), float(y[1]))
    return Projection(centre=SHIPPED_CENTRE, edges_km=edges)


def _of_folder(folder: Path | None) -> Projection | None:
    """The projection of areas of one's own; None where the folder has none that can be read."""
    if folder is None:
        return None
    try:
        said = json.loads((folder / "boundaries" / FRAME_FILE).read_text(encoding="utf-8"))
        lon, lat = map(float, said["centre"])
        left, bottom, right, top = map(float, said["edges_km"])
    except (OSError, UnicodeDecodeError, KeyError, TypeError, ValueError):
        return None
    if not (left < right and bottom < top):
        return None
    return Projection(centre=(lon, lat), edges_km=(left, bottom, right, top))


SHIPPED: Final = _shipped()
"""The picture of the provinces that ship."""

HERE: Final = _of_folder(OWN) or SHIPPED
"""The picture of the areas that hold here."""

CENTRE: Final = HERE.centre
KM_PER_UNIT: Final = HERE.km_per_unit
HEIGHT: Final = HERE.height


project = HERE.project
"""Where a place lies on the map that holds here; see `Projection.project`."""
