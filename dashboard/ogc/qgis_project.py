"""A project of QGIS with every collection: `python -m dashboard.ogc.qgis_project FOLDER ADDRESS`.

The one that ships is `docs/qgis/corridor-atlas.qgs`; beside it stands a style for each layer.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dashboard.exports.asked import wanted
from dashboard.exports.qgis_style import graduated_renderer
from dashboard.exports.sheet import Sheet
from dashboard.exports.whole_file import write_whole
from dashboard.ogc.collections import PROVINCES, Collection, collections
from dashboard.ogc.qgis_symbols import category_renderer

ADDRESS = "http://127.0.0.1:8050/ogc"
NAME = "corridor-atlas.qgs"
_VERSION = "3.22.16"
_COLUMN = "returnees_count"
_AROUND = {"xmin": "102.2", "ymin": "9.8", "xmax": "107.8", "ymax": "14.8"}
_GEOMETRIES = {"Polygon": "2", "Line": "1", "Point": "0"}
_KINDS = {"MultiPolygon": "Polygon", "LineString": "Line"}


def files(address: str = ADDRESS) -> Mapping[str, str]:
    """The project and the styles, by name."""
    drawn = {key: one for key, one in collections().items() if _geometry(one)}
    styles = {f"{key}.qml": _written(_style(one)) for key, one in drawn.items()}
    return {NAME: _written(_project(address)), **styles}


def datasource(key: str, *, address: str) -> str:
    """Where QGIS asks for a layer."""
    return (
        "pagingEnabled='true' preferCoordinatesForWfsT11='false' restrictToRequestBBOX='1'"
        f" srsname='OGC:CRS84' typename='{key}' url='{address}'"
    )


def _project(address: str) -> Element:
    root = Element("qgis", projectname="Corridor Atlas", version=_VERSION)
    SubElement(root, "title").text = "Corridor Atlas"
    SubElement(root, "projectCrs").append(_degrees())
    tree = SubElement(root, "layer-tree-group")
    shown = sorted(collections().values(), key=_height)
    for one in shown:
        SubElement(
            tree,
            "layer-tree-layer",
            id=_id(one),
            name=one.title,
            providerKey="OAPIF",
            source=datasource(one.key, address=address),
            checked="Qt::Checked",
            expanded="1",
        )
    canvas = SubElement(root, "mapcanvas", name="theMapCanvas", annotationsVisible="1")
    SubElement(canvas, "units").text = "degrees"
    around = SubElement(canvas, "extent")
    for name, value in _AROUND.items():
        SubElement(around, name).text = value
    SubElement(canvas, "destinationsrs").append(_degrees())
    layers = SubElement(root, "projectlayers")
    layers.extend(_layer(one, address) for one in shown)
    order = SubElement(root, "layerorder")
    for one in shown:
        SubElement(order, "layer", id=_id(one))
    system = SubElement(SubElement(root, "properties"), "SpatialRefSys")
    SubElement(system, "ProjectionsEnabled", type="int").text = "1"
    return root


def _layer(one: Collection, address: str) -> Element:
    geometry = _geometry(one)
    root = Element(
        "maplayer",
        type="vector",
        geometry=geometry or "No geometry",
    )
    SubElement(root, "id").text = _id(one)
    SubElement(root, "datasource").text = datasource(one.key, address=address)
    SubElement(root, "layername").text = one.title
    SubElement(root, "abstract").text = one.about
    SubElement(root, "attribution").text = one.attribution
    SubElement(root, "srs").append(_degrees())
    SubElement(root, "provider", encoding="UTF-8").text = "OAPIF"
    if geometry:
        root.extend(list(_style(one)))
    SubElement(root, "previewExpression").text = '"name_en"'
    return root


def _style(one: Collection) -> Element:
    root = Element("qgis", version=_VERSION, styleCategories="Symbology")
    if one.key == PROVINCES:
        asked = wanted("map", "csv", "layer=returnees&measure=count")
        sheet = asked.kind.make(asked.view, asked.say)
        if not isinstance(sheet, Sheet) or sheet.style is None:
            raise RuntimeError("The map of the returnees has no classes.")
        root.append(graduated_renderer(sheet.style, column=_COLUMN))
    else:
        root.append(category_renderer(one.key))
    SubElement(root, "layerGeometryType").text = _GEOMETRIES[_geometry(one)]
    return root


def _geometry(one: Collection) -> str:
    """What QGIS calls the geometry of a layer; empty where no feature has one."""
    kinds = [each["geometry"]["type"] for each in one.features.values() if each["geometry"]]
    return _KINDS.get(kinds[0], kinds[0]) if kinds else ""


def _height(one: Collection) -> int:
    """Points over lines over provinces; tables last."""
    return ["Point", "Line", "Polygon", ""].index(_geometry(one))


def _id(one: Collection) -> str:
    return f"corridor_atlas_{one.key}"


def _degrees() -> Element:
    root = Element("spatialrefsys", nativeFormat="Wkt")
    given = {
        "proj4": "+proj=longlat +datum=WGS84 +no_defs",
        "srid": "4326",
        "authid": "EPSG:4326",
        "description": "WGS 84",
        "geographicflag": "true",
    }
    for name, value in given.items():
        SubElement(root, name).text = value
    return root


def _written(root: Element) -> str:
    indent(root)
    head = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
    return f"{head}\n{tostring(root, encoding='unicode')}\n"


def main(given: Sequence[str]) -> int:
    """Write all of them into a folder, for an atlas at an address."""
    folder, address = (*given, *("docs/qgis", ADDRESS)[len(given) :])[:2]
    for name, text in files(address).items():
        write_whole(Path(folder) / name, text.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
