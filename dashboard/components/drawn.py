"""A drawing on a page: its shapes and words as one SVG, which a browser sets well."""

from html import escape

from dashboard.components.block import Block
from dashboard.exports.drawing import Drawing, Label

_HALO = 0.22


def drawn(drawing: Drawing, *, title: str = "", className: str = "") -> Block:
    """The drawing as an image called `title`; without one it only adorns."""
    words = "".join(map(_text, drawing.labels))
    named = (
        f'role="img" aria-label="{escape(title, quote=True)}"' if title else 'aria-hidden="true"'
    )
    return Block(
        f'<svg class="{className}" viewBox="0 0 {drawing.width:g} {drawing.height:g}"'
        f' width="{drawing.width:g}" height="{drawing.height:g}" {named}>'
        f"{drawing.shapes}{words}</svg>",
        tag="span" if not title else "div",
        className="drawn",
    )


def _text(label: Label) -> str:
    halo = (
        f' stroke="#ffffff" stroke-width="{_HALO * label.size:.1f}" stroke-linejoin="round"'
        ' paint-order="stroke"'
        if label.halo
        else ""
    )
    return (
        f'<text x="{label.x:.1f}" y="{label.y:.1f}" font-size="{label.size:g}"'
        f' fill="{label.colour}" font-weight="{700 if label.bold else 400}"'
        f' text-anchor="{label.anchor}" dominant-baseline="central"{halo}>'
        f"{escape(label.text)}</text>"
    )
