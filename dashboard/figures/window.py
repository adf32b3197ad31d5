"""The part of the map around one province."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_ROOM = 1.3
_LEAST = 190.0


@dataclass(frozen=True, kw_only=True)
class Window:
    """A rectangle of the map, in map units, and how it is drawn: `scale` units of the drawing."""

    left: float
    top: float
    width: float
    height: float
    scale: float

    def to(self, at: Sequence[float]) -> tuple[float, float]:
        """A place of the map in the drawing."""
        return (at[0] - self.left) * self.scale, (at[1] - self.top) * self.scale


def window(geometry: Mapping[str, Any], code: str, *, width: float, height: float) -> Window:
    """The province with room around it, in the shape of a drawing of `width` x `height`.

    It stays within the map; a small province is not drawn larger than its outline is exact.
    """
    shape = next(one for one in geometry["provinces"] if one["code"] == code)
    left, top, right, bottom = shape["bbox"]
    wide = max(_ROOM * (right - left), _ROOM * (bottom - top) * width / height, _LEAST)
    wide = min(wide, geometry["width"], geometry["height"] * width / height)
    high = wide * height / width
    return Window(
        left=_within((left + right - wide) / 2, wide, geometry["width"]),
        top=_within((top + bottom - high) / 2, high, geometry["height"]),
        width=wide,
        height=high,
        scale=width / wide,
    )


def _within(start: float, length: float, whole: float) -> float:
    return min(max(start, 0.0), whole - length)
