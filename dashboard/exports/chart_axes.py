"""Axes of a chart: where a value lies, and the range that holds all of them, as Plotly has it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_PADDED = 0.05


@dataclass(frozen=True, kw_only=True)
class End:
    """A value that must be on the axis, with so many pixels around it.

    `padded`: with a twentieth of the axis beyond it; `zero`: whether the axis begins at zero.
    """

    value: float
    pixels: float = 0.0
    padded: bool = True
    zero: bool = False


@dataclass(frozen=True, kw_only=True)
class Axis:
    """From values to pixels: `low` lies at `start`, `high` at `end`.

    `names`: of an axis of names, in order; the first lies at 0.
    """

    low: float
    high: float
    start: float
    end: float
    names: Sequence[str] = ()

    def at(self, value: float | str) -> float:
        """Where a value or a name lies."""
        number = self.names.index(value) if isinstance(value, str) else value
        return self.start + (number - self.low) / (self.high - self.low) * (self.end - self.start)

    def holds(self, value: float) -> bool:
        """Whether a value is within the range."""
        slack = 1e-9 * (self.high - self.low)
        return self.low - slack <= value <= self.high + slack


def axis(
    layout: Mapping[str, Any],
    *,
    ends: Iterable[End],
    names: Sequence[str],
    start: float,
    end: float,
) -> Axis:
    """The axis of `layout` between two pixels, over `ends` where it has no range of its own."""
    if "range" in layout:
        low, high = layout["range"]
    elif names:
        low, high = -0.5, len(names) - 0.5
    else:
        low, high = _range(
            list(ends), length=abs(end - start), zero=layout.get("rangemode") == "tozero"
        )
    return Axis(low=low, high=high, start=start, end=end, names=names)


def ticks(layout: Mapping[str, Any], names: Sequence[str]) -> list[tuple[float, str]]:
    """Values and labels of an axis; its names, where it has nothing else."""
    suffix = layout.get("ticksuffix", "")
    if "tickvals" in layout:
        pairs = zip(layout["tickvals"], layout["ticktext"], strict=True)
        return [(float(value), f"{label}{suffix}") for value, label in pairs]
    return [(float(at), f"{name}{suffix}") for at, name in enumerate(names)]


def _range(ends: Sequence[End], *, length: float, zero: bool) -> tuple[float, float]:
    """The narrowest range in which every value has the room it asks for."""
    if not ends:
        return -1.0, 6.0

    def room(one: End) -> float:
        return one.pixels + (_PADDED * length if one.padded else 0.0)

    from_zero = zero or any(one.zero for one in ends)
    lows = [(one.value, room(one)) for one in ends]
    highs = list(lows)
    if from_zero and min(one.value for one in ends) >= 0:
        lows = [(0.0, 0.0)]
    if from_zero and max(one.value for one in ends) <= 0:
        highs = [(0.0, 0.0)]
    best, found = 0.0, (lows[0], highs[0])
    for low in lows:
        for high in highs:
            free = length - low[1] - high[1]
            per_pixel = (high[0] - low[0]) / free if free > 0 else 0.0
            if per_pixel > best:
                best, found = per_pixel, (low, high)
    (low_at, low_room), (high_at, high_room) = found
    if best == 0.0:
        return (0.0, 1.0) if from_zero and low_at == 0 else (low_at - 1, low_at + 1)
    return low_at - best * low_room, high_at + best * high_room
