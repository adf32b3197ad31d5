"""Paths of an SVG as corners: curves become short lines."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

Point = tuple[float, float]

_TOKEN = re.compile(r"([MmLlHhVvCcAaZz])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7}
_CURVE_STEPS, _ARC_STEPS = 12, 24


@dataclass(frozen=True, kw_only=True)
class Ring:
    """Corners in order; `closed`: whether the last is joined to the first."""

    points: tuple[Point, ...]
    closed: bool


@lru_cache(maxsize=512)
def rings(path: str) -> tuple[Ring, ...]:
    """The parts of a path.

    Raises:
        ValueError: it holds a command that these drawings do not use.

    >>> [one.points for one in rings("M1 1l2 0v3z")]
    [((1.0, 1.0), (3.0, 1.0), (3.0, 4.0))]
    """
    found: list[Ring] = []
    points: list[Point] = []
    x = y = 0.0
    for command, numbers in _commands(path):
        kind = command.upper()
        if kind == "Z":
            found.append(Ring(points=tuple(points), closed=True))
            x, y = points[0]
            points = []
            continue
        near = (x, y) if command.islower() else (0.0, 0.0)
        if kind == "M" and points:
            found.append(Ring(points=tuple(points), closed=False))
            points = []
        if kind == "M":
            points = [(near[0] + numbers[0], near[1] + numbers[1])]
        else:
            points = points or [(x, y)]
            points += _corners(kind, numbers, near=near, at=(x, y))
        x, y = points[-1]
    if points:
        found.append(Ring(points=tuple(points), closed=False))
    return tuple(found)


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; numbers that go on repeat it."""
    if _TOKEN.sub("", path).strip(" ,\n"):
        raise ValueError(f"A path holds what is not drawn: {path[:40]!r}")
    command, held = "", list[float]()
    for letter, number in _TOKEN.findall(path):
        if letter:
            command, held = letter, []
            if letter in "Zz":
                yield letter, []
            continue
        held.append(float(number))
        if len(held) == _TAKES[command.upper()]:
            yield command, held
            command, held = {"M": "L", "m": "l"}.get(command, command), []


def _corners(kind: str, numbers: list[float], *, near: Point, at: Point) -> list[Point]:
    if kind == "H":
        return [(near[0] + numbers[0], at[1])]
    if kind == "V":
        return [(at[0], near[1] + numbers[0])]
    if kind == "A":
        end = near[0] + numbers[5], near[1] + numbers[6]
        return _arc(at, end, radius=numbers[0], large=bool(numbers[3]), sweep=bool(numbers[4]))
    pairs = [(near[0] + a, near[1] + b) for a, b in zip(numbers[::2], numbers[1::2], strict=True)]
    return _curve(at, *pairs) if kind == "C" else pairs


def _curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    out = []
    for step in range(1, _CURVE_STEPS + 1):
        t = step / _CURVE_STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
        out.append(
            (
                a * start[0] + b * first[0] + c * second[0] + d * end[0],
                a * start[1] + b * first[1] + c * second[1] + d * end[1],
            )
        )
    return out


def _arc(start: Point, end: Point, *, radius: float, large: bool, sweep: bool) -> list[Point]:
    """A part of a circle."""
    wide, tall = end[0] - start[0], end[1] - start[1]
    length = math.hypot(wide, tall)
    radius = max(radius, length / 2)
    away = math.sqrt(max(radius**2 - (length / 2) ** 2, 0.0)) * (1 if large == sweep else -1)
    cx = (start[0] + end[0]) / 2 + away * tall / length
    cy = (start[1] + end[1]) / 2 - away * wide / length
    first = math.atan2(start[1] - cy, start[0] - cx)
    turn = (math.atan2(end[1] - cy, end[0] - cx) - first) % (2 * math.pi)
    if not sweep:
        turn -= 2 * math.pi
    return [
        (
            cx + radius * math.cos(first + turn * step / _ARC_STEPS),
            cy + radius * math.sin(first + turn * step / _ARC_STEPS),
        )
        for step in range(1, _ARC_STEPS + 1)
    ]
