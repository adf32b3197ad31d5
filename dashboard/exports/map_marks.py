"""Marks and lines of the map, as assets/map/glyphs.js draws them on the page."""

from collections.abc import Mapping
from typing import Any

from dashboard import theme

Data = Mapping[str, Any]
_HOLLOW = 3
_DASHES = (2.5, 1.75)
_LINES: Mapping[int, tuple[float, float, str]] = {
    1: (1.75, 0.95, ""),
    2: (6, 0.28, ""),
    3: (1.5, 0.9, "4 3"),
}


def mark(overlay: Data, category: str, *, exact: bool, size: float, at: tuple[float, float]) -> str:
    """The path of a place, `size` pixels wide."""
    emphasis = overlay["categories"][category]["emphasis"]
    pale = emphasis == _HOLLOW or not exact
    colour, edge = overlay["color"], theme.PAPER
    fill, stroke = (edge, colour) if pale else (colour, edge)
    opacity = 0.9 if pale else {1: 1, 2: 0.6}[emphasis]
    dashes = "" if exact else f' stroke-dasharray="{_DASHES[0]} {_DASHES[1]}"'
    return (
        f'<path transform="translate({at[0]:.1f} {at[1]:.1f})" d="{_shape(overlay, size / 2)}"'
        f' fill="{fill}" fill-opacity="{opacity:g}" stroke="{stroke}"'
        f' stroke-width="{1.75 if pale else 1.25}"{dashes}/>'
    )


def _shape(overlay: Data, r: float) -> str:
    paths = {
        "square": f"M{-r} {-r}H{r}V{r}H{-r}z",
        "diamond": f"M0 {-1.3 * r:g}L{1.3 * r:g} 0L0 {1.3 * r:g}L{-1.3 * r:g} 0z",
        "triangle": f"M0 {-1.25 * r:g}L{1.2 * r:g} {0.9 * r:g}H{-1.2 * r:g}z",
        "circle": f"M{-r} 0A{r} {r} 0 1 1 {r} 0A{r} {r} 0 1 1 {-r} 0z",
    }
    return paths[overlay["shape"]]


def line(overlay: Data, item: Data, *, scale: float = 1.0) -> str:
    """The path of a route or a flow, `scale` pixels to a unit of its path."""
    if item.get("filled"):
        return (
            f'<path d="{item["path"]}" fill="{overlay["color"]}" fill-opacity="0.82"'
            f' stroke="{theme.PAPER}" stroke-width="{0.8 / scale:.4g}"/>'
        )
    width, opacity, dashes = _LINES[overlay["categories"][item["category"]]["emphasis"]]
    parts = " ".join(f"{float(part) / scale:.4g}" for part in dashes.split())
    dashed = f' stroke-dasharray="{parts}"' if parts else ""
    return (
        f'<path d="{item["path"]}" fill="none" stroke="{overlay["color"]}"'
        f' stroke-width="{width / scale:.4g}" stroke-opacity="{opacity}" stroke-linecap="round"'
        f' stroke-linejoin="round"{dashed}/>'
    )
