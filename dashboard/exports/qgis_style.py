"""How QGIS colours a layer: the same classes and colours as the map of the page."""

from collections.abc import Mapping
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement, tostring

from dashboard.exports.sheet import Style
from dashboard.theme import PAPER

_FAR = 1e15
_FILL = {"style": "solid", "outline_style": "solid", "outline_width": "0.26"}


def qml(style: Style) -> str:
    """A QML document: graduated colours of one column, its classes named as in the legend."""
    root = Element("qgis", version="3.28.0", styleCategories="Symbology")
    root.append(graduated_renderer(style, column=style.column))
    SubElement(root, "layerGeometryType").text = "2"
    return tostring(root, encoding="unicode")


def graduated_renderer(style: Style, *, column: str) -> Element:
    """How a layer of provinces is filled, by the numbers of a column."""
    renderer = Element(
        "renderer-v2",
        type="graduatedSymbol",
        attr=column,
        graduatedMethod="GraduatedColor",
        symbollevels="0",
        enableorderby="0",
        forceraster="0",
    )
    ranges, symbols = SubElement(renderer, "ranges"), SubElement(renderer, "symbols")
    ends = pairwise((-_FAR, *style.breaks, _FAR))
    for at, ((lower, upper), label) in enumerate(zip(ends, style.labels, strict=True)):
        SubElement(
            ranges,
            "range",
            lower=f"{lower:.15f}",
            upper=f"{upper:.15f}",
            label=label,
            symbol=str(at),
            render="true",
        )
        symbol = SubElement(
            symbols, "symbol", name=str(at), type="fill", alpha="1", clip_to_extent="1"
        )
        layer = SubElement(
            symbol, "layer", {"class": "SimpleFill", "enabled": "1", "locked": "0", "pass": "0"}
        )
        colours = {"color": rgba(style.colours[at]), "outline_color": rgba(PAPER)}
        put_options(layer, {**_FILL, **colours})
    return renderer


def put_options(layer: Element, given: Mapping[str, str]) -> None:
    """What a layer of a symbol looks like."""
    options = SubElement(layer, "Option", type="Map")
    for name, value in given.items():
        SubElement(options, "Option", name=name, type="QString", value=value)


def rgba(colour: str) -> str:
    """A colour as QGIS writes it.

    >>> rgba("#d2691e")
    '210,105,30,255'
    """
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"{red},{green},{blue},255"
