"""The same map as a static SVG: what is painted first, before any script has run.

It draws the data that the component in assets/map draws, in map units, without names and
interaction; what is drawn the same way has the same class, so one stylesheet serves both.
"""

from collections.abc import Mapping
from html import escape
from typing import Any

Data = Mapping[str, Any]
_MARGIN = 22


def static_map(data: Data, view: Data) -> str:
    """SVG of the filled layer of `view`, with its lines; marks follow with the component."""
    geometry = data["geometry"]
    fill = data["fills"][view["layer"]][view["measure"]]
    boxes = [province["bbox"] for province in geometry["provinces"]]
    left, top = (min(box[i] for box in boxes) - _MARGIN for i in (0, 1))
    right, bottom = (max(box[i] for box in boxes) + _MARGIN for i in (2, 3))
    parts = [
        f'<svg class="drawing static" viewBox="{left:.0f} {top:.0f} {right - left:.0f}'
        f' {bottom - top:.0f}" role="img" aria-label="{escape(fill["title"])}">',
        '<defs><pattern id="first-hatch" width="7" height="7" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><path d="M0 0V7" stroke="var(--hatch)"'
        ' stroke-width="1.6" stroke-opacity=".75"/></pattern></defs>',
        *(f'<path class="neighbour" d="{one["path"]}"/>' for one in geometry["neighbours"]),
    ]
    hatched = []
    for province in geometry["provinces"]:
        figure = fill["values"].get(province["code"])
        colour = fill["classes"][figure["class"]]["color"] if figure else "var(--no-data)"
        parts.append(
            f'<path class="province" d="{province["path"]}" fill="{colour}"'
            ' vector-effect="non-scaling-stroke"/>'
        )
        if not figure or figure["uncertain"]:
            hatched.append(f'<path class="hatch" d="{province["path"]}" fill="url(#first-hatch)"/>')
    parts += hatched
    parts.append(f'<path class="lake" d="{geometry["lake"]}"/></svg>')
    return "".join(parts)
