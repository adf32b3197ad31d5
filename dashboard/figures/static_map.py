"""The same map as a static SVG: what is painted first, before any script has run.

It draws the data that the component in assets/map draws, in map units, without names and
interaction; what is drawn the same way has the same class, so one stylesheet serves both.
"""

from collections.abc import Mapping
from html import escape
from typing import Any

Data = Mapping[str, Any]
_MARGIN = 22
_MARK = 6.5
_MARKS = {
    "square": "M-{r} -{r}H{r}V{r}H-{r}z",
    "diamond": "M0 -{r}L{r} 0L0 {r}L-{r} 0z",
    "triangle": "M0 -{r}L{r} {r}H-{r}z",
    "circle": "M-{r} 0A{r} {r} 0 1 1 {r} 0A{r} {r} 0 1 1 -{r} 0z",
}
_STROKES = {
    1: 'stroke-width="2"',
    2: 'stroke-width="6" stroke-opacity=".28"',
    3: 'stroke-width="1.5" stroke-dasharray="4 3"',
}


def static_map(data: Data, view: Data) -> str:
    """SVG of the filled layer of `view` and of what is drawn over it."""
    geometry = data["geometry"]
    fill = data["fills"][view["layer"]][view["measure"]]
    shown = [data["overlays"][key] for key in view["show"] if key in data["overlays"]]
    return "".join(
        [
            _open(geometry, title=fill["title"]),
            *(f'<path class="neighbour" d="{one["path"]}"/>' for one in geometry["neighbours"]),
            *_provinces(geometry, fill=fill),
            f'<path class="lake" d="{geometry["lake"]}"/>',
            *(_line(one, item) for one in shown if one["kind"] == "lines" for item in one["items"]),
            *(
                _mark(one, item)
                for one in shown
                if one["kind"] == "points"
                for item in one["items"]
            ),
            _outline(geometry, code=view["province"]),
            "</svg>",
        ]
    )


def _open(geometry: Data, *, title: str) -> str:
    boxes = [province["bbox"] for province in geometry["provinces"]]
    left, top = (min(box[i] for box in boxes) - _MARGIN for i in (0, 1))
    right, bottom = (max(box[i] for box in boxes) + _MARGIN for i in (2, 3))
    return (
        f'<svg class="drawing static" viewBox="{left:.0f} {top:.0f} {right - left:.0f}'
        f' {bottom - top:.0f}" role="img" aria-label="{escape(title)}">'
        '<defs><pattern id="first-hatch" width="7" height="7" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><path d="M0 0V7" stroke="var(--hatch)"'
        ' stroke-width="1.6" stroke-opacity=".75"/></pattern></defs>'
    )


def _provinces(geometry: Data, *, fill: Data) -> list[str]:
    parts, hatched = [], []
    for province in geometry["provinces"]:
        figure = fill["values"].get(province["code"])
        colour = fill["classes"][figure["class"]]["color"] if figure else "var(--no-data)"
        parts.append(
            f'<path class="province" d="{province["path"]}" fill="{colour}"'
            ' vector-effect="non-scaling-stroke"/>'
        )
        if not figure or figure["uncertain"]:
            hatched.append(f'<path class="hatch" d="{province["path"]}" fill="url(#first-hatch)"/>')
    return parts + hatched


def _line(overlay: Data, item: Data) -> str:
    if item.get("filled"):
        return (
            f'<path class="flow" d="{item["path"]}" fill="{overlay["color"]}" fill-opacity=".82"'
            ' stroke="#ffffff" stroke-width="0.8"/>'
        )
    stroke = _STROKES[overlay["categories"][item["category"]]["emphasis"]]
    return (
        f'<path class="route" d="{item["path"]}" fill="none" stroke="{overlay["color"]}" {stroke}/>'
    )


def _mark(overlay: Data, item: Data) -> str:
    hollow = overlay["categories"][item["category"]]["emphasis"] == 3 or not item["exact"]
    colours = ("#ffffff", overlay["color"]) if hollow else (overlay["color"], "#ffffff")
    dashes = "" if item["exact"] else ' stroke-dasharray="2.5 1.75"'
    x, y = (at + 2 * _MARK * by for at, by in zip(item["at"], item["shift"], strict=True))
    path = _MARKS[overlay["shape"]].format(r=_MARK)
    return (
        f'<path class="place" transform="translate({x:.1f} {y:.1f})" d="{path}"'
        f' fill="{colours[0]}" stroke="{colours[1]}" stroke-width="1.5"{dashes}/>'
    )


def _outline(geometry: Data, *, code: str | None) -> str:
    paths = [one["path"] for one in geometry["provinces"] if one["code"] == code]
    return "".join(f'<path class="outline selected" d="{path}"/>' for path in paths)
