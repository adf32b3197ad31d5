"""A picture in parts: shapes as SVG, and the words that stand on them.

Words stay apart, since what sets them (`dashboard.typeset`, a slide) shapes Khmer, an SVG may not.
"""

from dataclasses import dataclass
from typing import Any, Literal

from dashboard import theme

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, kw_only=True)
class Label:
    """Words at a place: `x`, `y` of their middle line, in units of the drawing.

    `anchor`: which end of the words is at `x`; `size`: of the letters, in units; `halo`: whether a
    pale edge parts them from what is below; `turned`: whether they are read from bottom to top.
    """

    text: str
    x: float
    y: float
    size: float
    anchor: Anchor = "start"
    bold: bool = False
    colour: str = theme.INK
    halo: bool = False
    turned: bool = False


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """Shapes within `width` and `height`, and labels over them.

    `shapes`: SVG elements without text, styled by attributes alone; `(0, 0)` is above, left.
    """

    width: float
    height: float
    shapes: str
    labels: tuple[Label, ...] = ()

    @property
    def svg(self) -> str:
        """The shapes as a whole SVG, without the labels."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width:g} {self.height:g}"'
            f' width="{self.width:g}" height="{self.height:g}">{self.shapes}</svg>'
        )

    @property
    def plain(self) -> dict[str, Any]:
        """The shapes and the labels as the templates of a typeset page take them."""
        return {
            "svg": self.svg,
            "width": self.width,
            "height": self.height,
            "labels": [vars(label) for label in self.labels],
        }
