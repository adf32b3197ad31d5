"""Marks of places and strokes of routes, on a drawing and in its legend."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard import theme
from dashboard.exports.drawing import Drawing

Data = Mapping[str, Any]

MARK = 6.0
"""Half the width of a mark, in units of a drawing."""

_PATHS = {
    "square": "M-{r} -{r}H{r}V{r}H-{r}z",
    "diamond": "M0 -{r}L{r} 0L0 {r}L-{r} 0z",
    "triangle": "M0 -{r}L{r} {r}H-{r}z",
    "circle": "M-{r} 0A{r} {r} 0 1 1 {r} 0A{r} {r} 0 1 1 -{r} 0z",
}
_PLAIN, _WIDE, _LIGHT = 1, 2, 3
_SIDE = 2 * MARK + 3
_LENGTH = 24


@dataclass(frozen=True, kw_only=True)
class Glyph:
    """One entry of the legend."""

    title: str
    drawing: Drawing


def legend_glyphs(data: Data) -> list[Glyph]:
    """Every kind of place and route, as `map_data` names them; then what a dashed edge says."""
    found, dashed = [], ""
    for layer in data["overlays"].values():
        for category in layer["categories"].values():
            if layer["kind"] == "points":
                hollow = category["emphasis"] == _LIGHT
                drawing = _of_place(layer, hollow=hollow, exact=True)
                dashed = dashed or _shape(layer["shape"], theme.PAPER, layer["color"], exact=False)
            else:
                drawing = _of_route(category["emphasis"], layer["color"])
            found.append(Glyph(title=category["title"], drawing=drawing))
    inexact = Drawing(width=_SIDE, height=_SIDE, shapes=_at((_SIDE / 2, _SIDE / 2), dashed))
    return [*found, Glyph(title=data["words"]["inexact"], drawing=inexact)]


def mark(at: tuple[float, float], item: Data, layer: Data) -> str:
    """The mark of a place; hollow where it is only planned or its position is not exact."""
    light = layer["categories"][item["category"]]["emphasis"] == _LIGHT
    return _at(at, _filled(layer, hollow=light or not item["exact"], exact=item["exact"]))


def stroke(emphasis: int, scale: float) -> str:
    """Attributes of the line of a route; `scale`: units a point."""
    return {
        _PLAIN: f'stroke-width="{1.6 * scale:.3f}" stroke-opacity="0.8"',
        _WIDE: f'stroke-width="{5 * scale:.3f}" stroke-opacity="0.25"',
        _LIGHT: f'stroke-width="{1.3 * scale:.3f}"'
        f' stroke-dasharray="{4 * scale:.2f} {3 * scale:.2f}"',
    }[emphasis]


def _of_place(layer: Data, *, hollow: bool, exact: bool) -> Drawing:
    shape = _at((_SIDE / 2, _SIDE / 2), _filled(layer, hollow=hollow, exact=exact))
    return Drawing(width=_SIDE, height=_SIDE, shapes=shape)


def _of_route(emphasis: int, colour: str) -> Drawing:
    line = f'<path d="M1 7.5H{_LENGTH - 1}" fill="none" stroke="{colour}" {stroke(emphasis, 1.0)}/>'
    return Drawing(width=_LENGTH, height=_SIDE, shapes=line)


def _filled(layer: Data, *, hollow: bool, exact: bool) -> str:
    colours = (theme.PAPER, layer["color"]) if hollow else (layer["color"], theme.PAPER)
    return _shape(layer["shape"], *colours, exact=exact)


def _shape(shape: str, fill: str, line: str, *, exact: bool) -> str:
    dashes = "" if exact else ' stroke-dasharray="2.5 1.75"'
    path = _PATHS[shape].format(r=MARK)
    return f'<path d="{path}" fill="{fill}" stroke="{line}" stroke-width="1.4"{dashes}/>'


def _at(place: tuple[float, float], shape: str) -> str:
    return f'<g transform="translate({place[0]:.1f} {place[1]:.1f})">{shape}</g>'
