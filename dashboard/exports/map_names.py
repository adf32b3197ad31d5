"""Names of provinces that do not collide, placed as assets/map/labels.js places them on the page.

Each stands at its own place if that is free, else beside it, else it is left out. Larger provinces
go first, the selected one before all others. Unlike there, a name keeps clear of marks where it can
and is left out rather than moved into another province: nobody can point at a picture.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.typeset.measured import widths

Box = tuple[float, float, float, float]
_ASIDE = 0.4
_NEAR = ((0.0, 0.0), (0.0, 1.0), (0.0, -1.0))
_OFFSETS = (
    *(*_NEAR, (_ASIDE, 0.0), (-_ASIDE, 0.0)),
    *((_ASIDE, 1.0), (-_ASIDE, 1.0), (_ASIDE, -1.0), (-_ASIDE, -1.0)),
)
_BESIDE = (*_OFFSETS[1:3], _OFFSETS[0], *_OFFSETS[3:])
_ROOM, _FAR = 1.15, 2.6
_EDGE = 2.0


@dataclass(frozen=True, kw_only=True)
class Camera:
    """Where map units are in the frame: pixels are `k` times units and `x`, `y`."""

    k: float
    x: float
    y: float

    def at(self, point: Sequence[float]) -> tuple[float, float]:
        """A point of the map in pixels."""
        return self.k * point[0] + self.x, self.k * point[1] + self.y


def placed_names(
    provinces: Sequence[Mapping[str, Any]],
    *,
    names: Mapping[str, str],
    camera: Camera,
    frame: tuple[float, float],
    size: float,
    first: str | None,
    taken: Sequence[Box] = (),
    avoided: Sequence[Box] = (),
) -> list[tuple[str, float, float]]:
    """Code and middle of every name that fits; `size` of its letters, in pixels.

    `taken`: where no name may stand; `avoided`: where none does that has room just above or below.
    """
    boxes = list(taken)
    placed: list[tuple[str, float, float]] = []
    wide = dict(zip(names, widths(tuple(names.values()), bold=True), strict=True))
    for province in sorted(provinces, key=lambda one: (one["code"] != first, -_area(one["bbox"]))):
        code = province["code"]
        width, height = wide[code] * size + 4, size * 1.25
        room = (province["bbox"][2] - province["bbox"][0]) * camera.k
        if width > room * _FAR and code != first:
            continue
        inside = code == first or width < room * _ROOM
        x, y = camera.at(province["label"])

        tried = [
            (offset, _around(x + offset[0] * width, y + offset[1] * height, width, height))
            for offset in (_OFFSETS if inside else _BESIDE)
        ]
        free = [one for one in tried if _inside(one[1], frame) and not _covered(one[1], boxes)]
        clear = [box for at, box in free if inside and at in _NEAR and not _covered(box, avoided)]
        if free:
            found = clear[0] if clear else free[0][1]
            boxes.append(found)
            placed.append((code, (found[0] + found[2]) / 2, (found[1] + found[3]) / 2))
    return placed


def _area(box: Sequence[float]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _around(x: float, y: float, width: float, height: float) -> Box:
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _inside(box: Box, frame: tuple[float, float]) -> bool:
    return (
        box[0] > _EDGE
        and box[1] > _EDGE
        and box[2] < frame[0] - _EDGE
        and box[3] < frame[1] - _EDGE
    )


def _covered(box: Box, others: Sequence[Box]) -> bool:
    return any(_overlap(box, other) for other in others)


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
