"""Outlines within the frame of their drawing: a slide has no frame that hides the rest."""

from collections.abc import Sequence

from dashboard.exports.slides.svg_path import Point, Ring


def cut(ring: Ring, *, width: float, height: float) -> Ring | None:
    """A ring within the box of a drawing, or nothing; a bent line stays as it is."""
    inside = all(0 <= x <= width and 0 <= y <= height for x, y in ring.points)
    if inside:
        return ring
    if ring.closed:
        return _ring(ring, width=width, height=height)
    return _stroke(ring, width=width, height=height) if len(ring.points) == 2 else ring


def _ring(ring: Ring, *, width: float, height: float) -> Ring | None:
    """Cut at one side of the box after the other."""
    points = ring.points
    for at, limit, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        points = _half(points, [sign * (one[at] - limit) for one in points])
        if not points:
            return None
    return Ring(points=points, closed=True)


def _half(points: tuple[Point, ...], depths: Sequence[float]) -> tuple[Point, ...]:
    """The part of a ring where its depth, of each corner, is not below zero."""
    out: list[Point] = []
    after = zip((*points[1:], points[0]), (*depths[1:], depths[0]), strict=True)
    for start, first, (end, last) in zip(points, depths, after, strict=True):
        if first >= 0:
            out.append(start)
        if (first < 0) != (last < 0):
            t = first / (first - last)
            out.append((start[0] + t * (end[0] - start[0]), start[1] + t * (end[1] - start[1])))
    return tuple(out)


def _stroke(ring: Ring, *, width: float, height: float) -> Ring | None:
    (x0, y0), (x1, y1) = ring.points
    first, last = 0.0, 1.0
    for start, step, most in ((x0, x1 - x0, width), (y0, y1 - y0, height)):
        if step == 0:
            if not 0 <= start <= most:
                return None
            continue
        low, high = sorted((-start / step, (most - start) / step))
        first, last = max(first, low), min(last, high)
    if first >= last:
        return None
    ends = tuple((x0 + t * (x1 - x0), y0 + t * (y1 - y0)) for t in (first, last))
    return Ring(points=ends, closed=False)
