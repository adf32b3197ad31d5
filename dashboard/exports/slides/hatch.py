"""Hatching as strokes: patterns look different in each program, lines are lines everywhere."""

from dataclasses import replace

from dashboard import theme
from dashboard.exports.slides.shapes import Outline
from dashboard.exports.slides.svg_path import Point, Ring

_GAP = 7.0
_WIDTH, _ALPHA = 1.2, 0.75


def hatching(outline: Outline) -> Outline:
    """Strokes from the upper right to the lower left within an outline."""
    lines: list[Ring] = []
    closed = [ring.points for ring in outline.rings if ring.closed]
    sums = [x + y for points in closed for x, y in points]
    step = _GAP * 2**0.5
    first, last = (int(end // step) for end in (min(sums), max(sums)))
    for at in range(first, last + 1):
        crossed = sorted(_crossings(closed, total=(at + 0.5) * step))
        for start, end in zip(crossed[::2], crossed[1::2], strict=False):
            lines.append(Ring(points=(start, end), closed=False))
    return replace(
        outline,
        rings=tuple(lines),
        fill=None,
        hatched=False,
        line=theme.HATCH,
        line_width=_WIDTH,
        line_alpha=_ALPHA,
        dashes=(),
    )


def _crossings(closed: list[tuple[Point, ...]], *, total: float) -> list[Point]:
    """Where the line x + y = `total` crosses the edges."""
    found = []
    for points in closed:
        for (x0, y0), (x1, y1) in zip(points, (*points[1:], points[0]), strict=True):
            before, after = x0 + y0 - total, x1 + y1 - total
            if (before < 0) != (after < 0):
                t = before / (before - after)
                found.append((x0 + t * (x1 - x0), y0 + t * (y1 - y0)))
    return found
