"""The map's projection: the same as pyproj's, equal in area, and inside its frame."""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
import shapely

from geodata.projection import CENTRE, FRAME, HEIGHT, KM_PER_UNIT, RADIUS_KM, WIDTH, project


def grid() -> tuple[np.ndarray, np.ndarray]:
    west, south, east, north = FRAME
    lon, lat = np.meshgrid(np.linspace(west, east, 23), np.linspace(south, north, 19))
    return lon.ravel(), lat.ravel()


def test_agrees_with_pyproj() -> None:
    lon, lat = grid()
    centre_x, centre_y = project(*CENTRE)
    x, y = project(lon, lat)
    reference = pyproj.Proj(
        f"+proj=laea +lon_0={CENTRE[0]} +lat_0={CENTRE[1]} +R={RADIUS_KM * 1000}"
    )
    east_m, north_m = reference(lon, lat)
    assert np.ptp(east_m) > 600_000 and np.ptp(north_m) > 500_000
    assert (x - centre_x) * KM_PER_UNIT * 1000 == pytest.approx(east_m, rel=1e-6, abs=1e-3)
    assert (centre_y - y) * KM_PER_UNIT * 1000 == pytest.approx(north_m, rel=1e-6, abs=1e-3)


def test_one_point_and_an_array_give_the_same() -> None:
    x, y = project(104.9, 11.55)
    xs, ys = project(np.array([104.9, 102.0]), np.array([11.55, 13.0]))
    assert isinstance(x, float) and isinstance(y, float)
    assert (x, y) == (xs[0], ys[0])


def test_frame_fills_the_picture() -> None:
    west, south, east, north = FRAME
    lon, lat = CENTRE
    assert project(west, lat)[0] == pytest.approx(0, abs=1e-9)
    assert project(east, lat)[0] == pytest.approx(WIDTH, abs=1e-9)
    assert project(lon, north)[1] == pytest.approx(0, abs=1e-9)
    assert project(lon, south)[1] == pytest.approx(HEIGHT, abs=0.5)


def test_y_runs_down_and_x_to_the_right() -> None:
    x, y = project(*CENTRE)
    assert project(CENTRE[0] + 1, CENTRE[1])[0] > x
    assert project(CENTRE[0], CENTRE[1] + 1)[1] < y


@pytest.mark.parametrize("west", [101.8, 104.0, 107.7])
@pytest.mark.parametrize("south", [9.7, 12.0, 14.6])
def test_equal_area_everywhere_in_the_frame(west: float, south: float) -> None:
    """A half-degree cell keeps its area on the sphere, R² Δλ (sin φ₂ − sin φ₁)."""
    side = np.linspace(0, 0.5, 200)
    lon = west + np.concatenate([side, np.full(200, 0.5), side[::-1], np.zeros(200)])
    lat = south + np.concatenate([np.zeros(200), side, np.full(200, 0.5), side[::-1]])
    drawn = shapely.Polygon(np.column_stack(project(lon, lat))).area * KM_PER_UNIT**2
    bands = np.sin(np.radians(south + 0.5)) - np.sin(np.radians(south))
    assert drawn == pytest.approx(RADIUS_KM**2 * np.radians(0.5) * bands, rel=1e-6)
