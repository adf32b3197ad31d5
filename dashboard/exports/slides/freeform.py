"""Outlines as freeforms of a slide, which its reader can recolour, move and edit."""

from typing import Any
from xml.sax.saxutils import quoteattr

from dashboard.exports.slides.shapes import Outline

EMU = 12_700
"""Units of a slide in a point."""

_NAMES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def add_freeform(
    slide: Any,
    outline: Outline,
    *,
    name: str,
    left: float,
    top: float,
    scale: float,
    told: str = "",
) -> None:
    """Put an outline on a slide, its drawing `scale` points to a unit, from `left`, `top`.

    `told`: what stands for the shape where nobody sees it.
    """
    from pptx.oxml import parse_xml

    points = [point for ring in outline.rings for point in ring.points]
    if not points:
        return
    xs, ys = [x for x, _ in points], [y for _, y in points]
    unit = scale * EMU
    x0, y0 = min(xs), min(ys)
    wide, tall = (max(1, round((max(on) - min(on)) * unit)) for on in (xs, ys))
    parts = []
    for ring in outline.rings:
        corners = [(round((x - x0) * unit), round((y - y0) * unit)) for x, y in ring.points]
        parts.append(f'<a:moveTo><a:pt x="{corners[0][0]}" y="{corners[0][1]}"/></a:moveTo>')
        parts += [f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in corners[1:]]
        parts.append("<a:close/>" if ring.closed else "")
    hollow = ' fill="none"' if outline.fill is None else ""
    tree = slide.shapes._spTree
    xml = (
        f"<p:sp {_NAMES}><p:nvSpPr>"
        f'<p:cNvPr id="{_free_id(tree)}" name={quoteattr(name)} descr={quoteattr(told)}/>'
        "<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
        f'<a:xfrm><a:off x="{round(left * EMU + x0 * unit)}" y="{round(top * EMU + y0 * unit)}"/>'
        f'<a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{wide}" h="{tall}"{hollow}>{"".join(parts)}</a:path>'
        f"</a:pathLst></a:custGeom>{_fill(outline)}{_line(outline, scale)}</p:spPr></p:sp>"
    )
    tree.append(parse_xml(xml))


def _free_id(tree: Any) -> int:
    """The next number of a shape: shapes are only ever added."""
    return 2 + len(tree)


def _colour(colour: str, alpha: float) -> str:
    seen = f'<a:alpha val="{round(alpha * 100_000)}"/>' if alpha < 1 else ""
    return f'<a:srgbClr val="{colour.lstrip("#").upper()}">{seen}</a:srgbClr>'


def _fill(outline: Outline) -> str:
    if outline.fill is None:
        return "<a:noFill/>"
    return f"<a:solidFill>{_colour(outline.fill, outline.alpha)}</a:solidFill>"


def _line(outline: Outline, scale: float) -> str:
    if outline.line is None:
        return "<a:ln><a:noFill/></a:ln>"
    width = max(1, round(outline.line_width * scale * EMU))
    dashes = ""
    if outline.dashes:
        first = max(1, round(100_000 * outline.dashes[0] / max(outline.line_width, 1e-6)))
        gap = max(1, round(100_000 * outline.dashes[-1] / max(outline.line_width, 1e-6)))
        dashes = f'<a:custDash><a:ds d="{first}" sp="{gap}"/></a:custDash>'
    return (
        f'<a:ln w="{width}" cap="rnd"><a:solidFill>{_colour(outline.line, outline.line_alpha)}'
        f"</a:solidFill>{dashes}<a:round/></a:ln>"
    )
