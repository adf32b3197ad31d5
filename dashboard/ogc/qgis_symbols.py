"""Symbols of places and lines in QGIS, as the map of the page has them: shape, colour, emphasis."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from dashboard.exports.qgis_style import put_options, rgba
from dashboard.theme import HATCH, OVERLAYS, PAPER
from dashboard.world import world
from layers import PointLayer

LINE = "line"
_SIZE_MM, _OUTLINE_MM = "2.8", "0.5"
_WIDTHS_MM = {1: "1.1", 2: "0.7", 3: "0.7"}
_WEAKEST = 3


def category_renderer(key: str) -> Element:
    """How a layer of places or lines is drawn: a symbol each category, named in English."""
    layer = world().overlays[key]
    root = Element(
        "renderer-v2",
        type="categorizedSymbol",
        attr="category",
        symbollevels="0",
        enableorderby="0",
        forceraster="0",
    )
    listed, symbols = SubElement(root, "categories"), SubElement(root, "symbols")
    shape = layer.shape if isinstance(layer, PointLayer) else LINE
    line = shape == LINE
    for at, (value, category) in enumerate(layer.categories.items()):
        label = category.title.en
        SubElement(listed, "category", symbol=str(at), value=value, label=label, render="true")
        symbol = SubElement(
            symbols,
            "symbol",
            name=str(at),
            type="line" if line else "marker",
            alpha="1",
            clip_to_extent="1",
        )
        drawn = {"class": "SimpleLine" if line else "SimpleMarker"}
        part = SubElement(symbol, "layer", {**drawn, "enabled": "1", "locked": "0", "pass": "0"})
        draw = _line if line else _marker
        put_options(part, draw(shape, category.emphasis))
    return root


def _marker(shape: str, emphasis: int) -> Mapping[str, str]:
    own = OVERLAYS[shape]
    return {
        "name": shape,
        "color": rgba(PAPER if emphasis == _WEAKEST else HATCH if emphasis > 1 else own),
        "outline_color": rgba(own if emphasis == _WEAKEST else PAPER),
        "outline_style": "solid",
        "outline_width": _OUTLINE_MM,
        "outline_width_unit": "MM",
        "size": _SIZE_MM,
        "size_unit": "MM",
    }


def _line(shape: str, emphasis: int) -> Mapping[str, str]:
    return {
        "line_color": rgba(OVERLAYS[shape]),
        "line_style": "dash" if emphasis == _WEAKEST else "solid",
        "line_width": _WIDTHS_MM[emphasis],
        "line_width_unit": "MM",
    }
