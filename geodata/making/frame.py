"""The picture for any areas: centred on them, as wide for its height as the one that ships."""

from collections.abc import Iterable
from typing import Final

import numpy as np
import shapely

from geodata.boundaries.echarts import Shape
from geodata.errors import DataError
from geodata.projection import SHIPPED, WIDTH, Projection, plane_km

_MARGIN: Final = 0.04
_WIDEST_KM: Final = 6_000


def projection_for(shapes: Iterable[Shape], *, file: str) -> Projection:
    """The projection of a picture that holds all `shapes`.

    Raises:
        DataError: they lie so far apart that one map of them would mislead.
    """
    points = np.concatenate([shapely.get_coordinates(shape) for shape in shapes])
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    centre = (round(float(west + east) / 2, 4), round(float(south + north) / 2, 4))
    x, y = plane_km(points[:, 0], points[:, 1], centre=centre)
    wide, high = float(np.ptp(x)), float(np.ptp(y))
    if max(wide, high) > _WIDEST_KM or east - west > 90:
        raise DataError(
            file=file,
            problem=f"the areas reach over {max(wide, high):,.0f} km",
            remedy=f"Give areas within {_WIDEST_KM:,} km, on one side of the date line.",
        )
    middle = (float(x.min() + x.max()) / 2, float(y.min() + y.max()) / 2)
    half = max(wide / 2, high / 2 * WIDTH / SHIPPED.height) * (1 + 2 * _MARGIN)
    tall = half * SHIPPED.height / WIDTH
    edges = (middle[0] - half, middle[1] - tall, middle[0] + half, middle[1] + tall)
    left, bottom, right, top = (round(edge, 6) for edge in edges)
    return Projection(centre=centre, edges_km=(left, bottom, right, top))
