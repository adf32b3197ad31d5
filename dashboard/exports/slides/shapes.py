"""Shapes of a drawing as outlines: what an SVG of the exports holds, in its own units."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

from dashboard.exports.slides.svg_path import Ring, rings

_SPACE = "{http://www.w3.org/2000/svg}"
_MOVE = re.compile(r"translate\((-?[\d.]+)[ ,]+(-?[\d.]+)\)")
_GROW = re.compile(r"scale\((-?[\d.]+)\)")
_SKIPPED = ("defs", "title")


@dataclass(frozen=True, kw_only=True)
class Outline:
    """One shape in units of the drawing.

    `path`: as it stood in the SVG, by which a shape is known; `fill` None: hollow; `hatched`:
    filled with a pattern; `alpha`, `line_alpha`: 1 where nothing shines through; `dashes`:
    lengths of strokes and gaps.
    """

    rings: tuple[Ring, ...]
    path: str
    fill: str | None
    alpha: float
    hatched: bool
    line: str | None
    line_width: float
    line_alpha: float
    dashes: tuple[float, ...]


def outlines(svg: str) -> Iterator[Outline]:
    """Shapes of an SVG in the order in which they are painted."""
    yield from _inside(fromstring(svg), k=1.0, x=0.0, y=0.0)


def _inside(element: Element, *, k: float, x: float, y: float) -> Iterator[Outline]:
    for one in element:
        kind = one.tag.removeprefix(_SPACE)
        if kind in _SKIPPED:
            continue
        move, grow = (found.search(one.get("transform", "")) for found in (_MOVE, _GROW))
        dx, dy = (float(move[1]), float(move[2])) if move else (0.0, 0.0)
        own, at = k * (float(grow[1]) if grow else 1.0), (x + k * dx, y + k * dy)
        if kind == "g":
            yield from _inside(one, k=own, x=at[0], y=at[1])
        else:
            path = _path(kind, one.attrib)
            found = tuple(
                Ring(
                    points=tuple((at[0] + own * px, at[1] + own * py) for px, py in ring.points),
                    closed=ring.closed,
                )
                for ring in rings(path)
            )
            yield _outline(one.attrib, found, path=path, k=own)


def _outline(given: Mapping[str, str], found: tuple[Ring, ...], *, path: str, k: float) -> Outline:
    opacity = float(given.get("opacity", 1))
    fill, line = given.get("fill", "#000000"), given.get("stroke", "none")
    return Outline(
        rings=found,
        path=path,
        fill=None if fill == "none" or fill.startswith("url") else fill,
        hatched=fill.startswith("url"),
        alpha=opacity * float(given.get("fill-opacity", 1)),
        line=None if line == "none" else line,
        line_width=k * float(given.get("stroke-width", 1)),
        line_alpha=opacity * float(given.get("stroke-opacity", 1)),
        dashes=tuple(k * float(one) for one in given.get("stroke-dasharray", "").split()),
    )


def _path(kind: str, given: Mapping[str, str]) -> str:
    if kind == "path":
        return given["d"]
    if kind == "rect":
        corner = f"{given.get('x', '0')} {given.get('y', '0')}"
        return f"M{corner}h{given['width']}v{given['height']}h-{given['width']}z"
    if kind == "circle":
        r = given["r"]
        x, y = float(given["cx"]), float(given["cy"])
        left, right = f"{x - float(r):g} {y:g}", f"{x + float(r):g} {y:g}"
        return f"M{left}A{r} {r} 0 1 1 {right}A{r} {r} 0 1 1 {left}z"
    raise ValueError(f"A drawing holds a {kind}, which no slide draws.")
