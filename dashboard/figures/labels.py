"""Words on a map that leave each other room."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from dashboard.exports.drawing import Anchor, Label

Box = tuple[float, float, float, float]

_LATIN, _KHMER, _BOLD = 0.55, 0.68, 1.06
_ABOVE, _BELOW, _KHMER_MORE = 0.45, 0.45, 0.3
_FREE = 1.5


def box_of(label: Label) -> Box:
    """Left, top, right and bottom of what the words may cover; a little more than they do."""
    khmer = any("\u1780" <= one <= "\u17ff" for one in label.text)
    letters = sum(not unicodedata.category(one).startswith("M") for one in label.text)
    wide = letters * label.size * (_KHMER if khmer else _LATIN) * (_BOLD if label.bold else 1)
    start = label.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * wide
    more = _KHMER_MORE if khmer else 0.0
    return (
        start,
        label.y - (_ABOVE + more) * label.size,
        start + wide,
        label.y + (_BELOW + more) * label.size,
    )


@dataclass
class Room:
    """Where words and marks stand already, within `width` x `height`."""

    width: float
    height: float
    taken: list[Box] = field(default_factory=list)

    def take(self, box: Box) -> None:
        """Keep a place free of words."""
        self.taken.append(box)

    def first(self, labels: Sequence[Label]) -> Label | None:
        """The first of these that stands free, which takes its place; None where none does."""
        for label in labels:
            box = box_of(label)
            if self._inside(box) and not any(_meet(box, other) for other in self.taken):
                self.take(box)
                return label
        return None

    def _inside(self, box: Box) -> bool:
        edge = _FREE
        return (
            box[0] >= edge
            and box[1] >= edge
            and box[2] <= self.width - edge
            and box[3] <= self.height - edge
        )


def around(
    text: str, at: tuple[float, float], *, size: float, gap: float, bold: bool, colour: str
) -> list[Label]:
    """Words beside a place: to its right, its left, below and above it."""
    x, y = at
    places: list[tuple[float, float, Anchor]] = [
        (x + gap, y, "start"),
        (x - gap, y, "end"),
        (x, y + gap + size / 2, "middle"),
        (x, y - gap - size / 2, "middle"),
    ]
    return [
        Label(
            text=text, x=left, y=top, size=size, anchor=anchor, bold=bold, colour=colour, halo=True
        )
        for left, top, anchor in places
    ]


def _meet(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] + _FREE
        and other[0] < one[2] + _FREE
        and one[1] < other[3] + _FREE
        and other[1] < one[3] + _FREE
    )
