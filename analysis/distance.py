"""How far it is by road, as long as no table of roads says better.

Great circle times a road factor. In degrees, square kilometres and kilometres, as the names
of the arguments say.
"""

import math

import numpy as np

from analysis.checks import Array, number

EARTH_RADIUS_KM = 6371.0088
"""Mean radius (IUGG)."""

ROAD_FACTOR = 1.30
"""Road kilometres per great-circle kilometre."""


def great_circle_km(
    *,
    from_lon_degrees: Array,
    from_lat_degrees: Array,
    to_lon_degrees: Array,
    to_lat_degrees: Array,
) -> Array:
    """Great-circle distance by the haversine formula; arrays are broadcast.

    >>> phnom_penh, poipet = (104.9282, 11.5564), (102.5636, 13.6569)
    >>> km = great_circle_km(
    ...     from_lon_degrees=np.array(phnom_penh[0]), from_lat_degrees=np.array(phnom_penh[1]),
    ...     to_lon_degrees=np.array(poipet[0]), to_lat_degrees=np.array(poipet[1]))
    >>> round(float(km))
    347
    """
    here, there = np.radians(from_lat_degrees), np.radians(to_lat_degrees)
    half_lat = (there - here) / 2
    half_lon = np.radians(np.subtract(to_lon_degrees, from_lon_degrees)) / 2
    root = np.sin(half_lat) ** 2 + np.cos(here) * np.cos(there) * np.sin(half_lon) ** 2
    km: Array = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(root, 0, 1)))
    return km


def own_distance_km(*, area_km2: Array, road_factor: float = ROAD_FACTOR) -> Array:
    """Mean road distance within a unit: two thirds of the radius of a disc of its area.

    >>> own_distance_km(area_km2=np.array([math.pi * 900.0])).round(6).tolist()
    [26.0]
    """
    if not (np.isfinite(area_km2).all() and np.min(area_km2) > 0):
        raise ValueError("area_km2: every area is a finite number above zero")
    km: Array = 2 / 3 * np.sqrt(area_km2 / math.pi) * _factor(road_factor)
    return km


def road_distance_km(
    *, lon_degrees: Array, lat_degrees: Array, area_km2: Array, road_factor: float = ROAD_FACTOR
) -> Array:
    """Road kilometres between all pairs of points, origin x destination.

    On the diagonal stands the own distance of each unit, from its area. No way to another unit
    is shorter than the own distance of either: two capitals may lie closer together than people
    live from their own, and without this floor the least movement would send people across in
    both directions, past each other.
    """
    for name, degrees, most in (("lon", lon_degrees, 180), ("lat", lat_degrees, 90)):
        if not (np.abs(degrees) <= most).all():
            raise ValueError(f"{name}_degrees: every value lies within -{most} to {most}")
    km = _factor(road_factor) * great_circle_km(
        from_lon_degrees=lon_degrees[:, None],
        from_lat_degrees=lat_degrees[:, None],
        to_lon_degrees=lon_degrees[None, :],
        to_lat_degrees=lat_degrees[None, :],
    )
    own = own_distance_km(area_km2=area_km2, road_factor=road_factor)
    floored: Array = np.maximum(km, np.maximum.outer(own, own))
    np.fill_diagonal(floored, own)
    return floored


def _factor(road_factor: float) -> float:
    """A road is never shorter than the great circle."""
    return number("road_factor", road_factor, least=1.0, most=10.0)
