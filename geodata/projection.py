"""The one projection of every map here: equal-area, fixed, and our own.

Lambert azimuthal equal-area on the sphere, after Snyder (1987), *Map Projections: A Working
Manual*, USGS Professional Paper 1395, p. 185, equations 24-2, 22-4 and 22-5. Equal area keeps a
choropleth honest: a province's ink is proportional to its ground. The result is scaled to a frame
1000 units wide whose origin is the upper left corner, x to the right and y down, as SVG has it.

For drawing only: lengths and areas that are told to people are measured in EPSG:32648.
"""

from __future__ import annotations

from typing import Final, overload

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

RADIUS_KM: Final = 6371.0088
"""Mean radius of the Earth in kilometres (IUGG mean radius R1)."""

CENTRE: Final = (105.0, 12.6)
"""Longitude and latitude, in degrees, of the point without any distortion."""

FRAME: Final = (101.8, 9.7, 108.2, 15.1)
"""West, south, east and north of the picture, in degrees, along the lines through CENTRE."""

WIDTH: Final = 1000
"""Width of the picture in map units."""


def _plane_km(lon: FloatArray, lat: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Kilometres east and north of CENTRE on the projection plane, from degrees."""
    centre_lon, centre_lat = np.radians(CENTRE)
    east, lat_radians = np.radians(lon) - centre_lon, np.radians(lat)
    sin_0, cos_0 = np.sin(centre_lat), np.cos(centre_lat)
    sin_1, cos_1 = np.sin(lat_radians), np.cos(lat_radians)
    scale = np.sqrt(2.0 / (1.0 + sin_0 * sin_1 + cos_0 * cos_1 * np.cos(east)))
    x = RADIUS_KM * scale * cos_1 * np.sin(east)
    y = RADIUS_KM * scale * (cos_0 * sin_1 - sin_0 * cos_1 * np.cos(east))
    return x, y


def _frame_km() -> tuple[float, float, float, float]:
    """Left, bottom, right and top of the picture on the projection plane, in kilometres."""
    west, south, east, north = FRAME
    lon, lat = CENTRE
    x, _ = _plane_km(np.array([west, east]), np.array([lat, lat]))
    _, y = _plane_km(np.array([lon, lon]), np.array([south, north]))
    return float(x[0]), float(y[0]), float(x[1]), float(y[1])


_LEFT_KM, _BOTTOM_KM, _RIGHT_KM, _TOP_KM = _frame_km()

KM_PER_UNIT: Final = (_RIGHT_KM - _LEFT_KM) / WIDTH
"""Kilometres on the ground for one map unit, exact at CENTRE."""

HEIGHT: Final = round((_TOP_KM - _BOTTOM_KM) / KM_PER_UNIT)
"""Height of the picture in map units."""


@overload
def project(lon: float, lat: float) -> tuple[float, float]: ...
@overload
def project(lon: FloatArray, lat: FloatArray) -> tuple[FloatArray, FloatArray]: ...
def project(
    lon: float | FloatArray, lat: float | FloatArray
) -> tuple[float, float] | tuple[FloatArray, FloatArray]:
    """Where a place lies on the map: x to the right and y down, in map units.

    `lon` and `lat` are WGS84 degrees, two numbers or two arrays of one shape; the answer has the
    same form. Points outside FRAME get coordinates outside 0..WIDTH and 0..HEIGHT.

    >>> x, y = project(*CENTRE)
    >>> round(x), 0 < y < HEIGHT
    (500, True)
    """
    east_km, north_km = _plane_km(
        np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64)
    )
    x = (east_km - _LEFT_KM) / KM_PER_UNIT
    y = (_TOP_KM - north_km) / KM_PER_UNIT
    if np.ndim(lon) == 0 and np.ndim(lat) == 0:
        return float(x), float(y)
    return x, y
