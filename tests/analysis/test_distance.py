"""Distances by road, from points and areas."""

import math

import numpy as np
import pytest
from pyproj import Geod

from analysis.distance import ROAD_FACTOR, great_circle_km, own_distance_km, road_distance_km

LON = np.array([104.92, 102.97, 103.86])
LAT = np.array([11.56, 13.59, 13.36])
AREA = np.array([679.0, 6679.0, 10299.0])


def test_the_ellipsoid_agrees_within_half_a_percent():
    km = great_circle_km(
        from_lon_degrees=LON[:-1],
        from_lat_degrees=LAT[:-1],
        to_lon_degrees=LON[1:],
        to_lat_degrees=LAT[1:],
    )
    metres = Geod(ellps="WGS84").inv(LON[:-1], LAT[:-1], LON[1:], LAT[1:])[2]
    np.testing.assert_allclose(km, np.array(metres) / 1000, rtol=0.006)


def test_a_degree_of_the_equator_and_half_the_earth():
    here, there = np.zeros(2), np.array([1.0, 180.0])
    km = great_circle_km(
        from_lon_degrees=here, from_lat_degrees=here, to_lon_degrees=there, to_lat_degrees=here
    )
    assert km.tolist() == pytest.approx([111.195, 20015.1], rel=1e-5)


def test_the_matrix_is_symmetric_with_the_own_distance_on_its_diagonal():
    km = road_distance_km(lon_degrees=LON, lat_degrees=LAT, area_km2=AREA)
    np.testing.assert_allclose(km, km.T)
    np.testing.assert_allclose(np.diag(km), 2 / 3 * np.sqrt(AREA / math.pi) * ROAD_FACTOR)
    straight = road_distance_km(lon_degrees=LON, lat_degrees=LAT, area_km2=AREA, road_factor=1)
    np.testing.assert_allclose(km, 1.3 * straight)


def test_no_way_out_is_shorter_than_the_way_within():
    lon, lat = np.array([104.92, 104.93]), np.array([11.56, 11.56])
    area = np.array([679.0, 3568.0])
    km = road_distance_km(lon_degrees=lon, lat_degrees=lat, area_km2=area)
    assert km[0, 1] == km[1, 0] == km[1, 1] > km[0, 0]


@pytest.mark.parametrize("factor", [0.9, math.nan, math.inf])
def test_a_road_is_never_shorter_than_the_great_circle(factor):
    with pytest.raises(ValueError, match="road_factor"):
        own_distance_km(area_km2=AREA, road_factor=factor)


def test_bad_places_are_refused():
    with pytest.raises(ValueError, match="area_km2"):
        own_distance_km(area_km2=np.array([1.0, 0.0]))
    with pytest.raises(ValueError, match="lat_degrees"):
        road_distance_km(lon_degrees=LON, lat_degrees=LON, area_km2=AREA)
