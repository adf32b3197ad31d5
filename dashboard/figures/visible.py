"""Where in the shown part of a shape words have most room."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dashboard.figures.window import Window

_NUMBERS = re.compile(r"-?\d*\.?\d+")
_STEPS = 44
_MOST = 14
_LEAST = 0.3
_ENOUGH = 1.1

Points = NDArray[np.float64]
Mask = NDArray[np.bool_]


def roomy(
    path: str,
    frame: Window,
    *,
    width: float,
    height: float,
    wanted: tuple[float, float],
    above: Sequence[str] = (),
) -> list[tuple[float, float]]:
    """Places within the drawing where words of `wanted` width and height lie in the shape best.

    The best first; none where hardly anything of the shape is shown. `above`: paths of what is
    drawn over it.
    """
    xs, ys = (np.linspace(0, side, _STEPS + 2)[1:-1] for side in (width, height))
    inside, *hidden = (
        _inside(one, xs / frame.scale + frame.left, ys / frame.scale + frame.top)
        for one in (path, *above)
    )
    for mask in hidden:
        inside &= ~mask
    if not inside.any():
        return []
    across = _run(inside) * (xs[1] - xs[0]) / (wanted[0] / 2)
    down = _run(inside.T).T * (ys[1] - ys[0]) / (wanted[1] / 2)
    room = np.where(inside, np.minimum(np.minimum(across, down), _ENOUGH), 0.0)
    middle = np.argwhere(inside).mean(axis=0)
    rows, columns = np.nonzero(room >= _LEAST)
    away = np.hypot(rows - middle[0], columns - middle[1]) / _STEPS
    order = np.argsort(away - room[rows, columns], kind="stable")
    spread = order[:: max(1, len(order) // _MOST)]
    return [(float(xs[columns[i]]), float(ys[rows[i]])) for i in spread]


def _run(inside: Mask) -> NDArray[np.int64]:
    """How many steps a point is from the end of its row of points, to the nearer side."""
    left = np.zeros(inside.shape, dtype=np.int64)
    right = left.copy()
    for i in range(1, inside.shape[1]):
        left[:, i] = np.where(inside[:, i], left[:, i - 1] + 1, 0)
        right[:, -i - 1] = np.where(inside[:, -i - 1], right[:, -i] + 1, 0)
    found: NDArray[np.int64] = np.minimum(left, right)
    return found


def _inside(path: str, xs: Points, ys: Points) -> Mask:
    """Which points of a grid lie in the shape, row by row, by the even-odd rule."""
    mask = np.zeros((len(ys), len(xs)), dtype=bool)
    for ring in _rings(path):
        start, end = ring, np.roll(ring, -1, axis=0)
        for i, y in enumerate(ys):
            crossed = (start[:, 1] > y) != (end[:, 1] > y)
            a, b = start[crossed], end[crossed]
            at = a[:, 0] + (y - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0])
            mask[i] ^= (at[None, :] > xs[:, None]).sum(axis=1) % 2 == 1
    return mask


@lru_cache(maxsize=64)
def _rings(path: str) -> tuple[Points, ...]:
    """Corners of each ring of a path of `M`, `l` and `z` alone."""
    rings = []
    for part in path.split("M")[1:]:
        numbers = np.array(_NUMBERS.findall(part), dtype=float).reshape(-1, 2)
        rings.append(numbers.cumsum(axis=0))
    return tuple(rings)
