"""A flow as an arrow: an outline that is filled, so that it grows with the map."""

import math

_STEPS = 14
_BEND = 0.18


def arrow(start: tuple[float, float], end: tuple[float, float], *, width: float) -> str:
    """SVG outline of a curved arrow in map units, bent to the right so that two ways part."""
    (x0, y0), (x1, y1) = start, end
    dx, dy = x1 - x0, y1 - y0
    length = math.hypot(dx, dy) or 1.0
    bend = (x0 + x1) / 2 - _BEND * dy, (y0 + y1) / 2 + _BEND * dx
    head = min(max(2.2 * width, 9.0), length * 0.45)
    stop = 1 - head / length
    left, right = [], []
    for step in range(_STEPS + 1):
        t = stop * step / _STEPS
        x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * bend[0] + t**2 * x1
        y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * bend[1] + t**2 * y1
        tx = 2 * (1 - t) * (bend[0] - x0) + 2 * t * (x1 - bend[0])
        ty = 2 * (1 - t) * (bend[1] - y0) + 2 * t * (y1 - bend[1])
        norm = math.hypot(tx, ty) or 1.0
        nx, ny = -ty / norm, tx / norm
        left.append((x + nx * width / 2, y + ny * width / 2))
        right.append((x - nx * width / 2, y - ny * width / 2))
    wing = max(width, head * 0.8) / 2 + width * 0.35
    ends = [(x + nx * wing, y + ny * wing), (x1, y1), (x - nx * wing, y - ny * wing)]
    outline = [*left, *ends, *reversed(right)]
    return "M" + "L".join(f"{px:.1f} {py:.1f}" for px, py in outline) + "z"
