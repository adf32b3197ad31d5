"""The project that ships for QGIS: it is what the atlas gives, and names every collection."""

import re
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from dashboard.exports.qgis_style import rgba
from dashboard.ogc.collections import collections
from dashboard.ogc.qgis_project import ADDRESS, NAME, files, main
from dashboard.theme import OVERLAYS
from dashboard.world import world

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "qgis"


def project() -> Xml.Element:
    return Xml.parse(FOLDER / NAME).getroot()


def test_the_files_are_what_the_atlas_gives(rewrite_goldens: bool) -> None:
    if rewrite_goldens:
        main([str(FOLDER)])
    found = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert found == files(), "Run `make goldens` to write docs/qgis anew"


def test_every_collection_is_a_layer_that_is_asked_for_by_the_open_standard() -> None:
    layers = project().findall("projectlayers/maplayer")
    named = {}
    for one in layers:
        assert one.findtext("provider") == "OAPIF"
        source = one.findtext("datasource") or ""
        assert f"url='{ADDRESS}'" in source
        named[re.findall(r"typename='(\w+)'", source)[0]] = one
    assert set(named) == set(collections())
    listed = {one.get("id") for one in project().findall("layer-tree-group/layer-tree-layer")}
    assert listed == {one.findtext("id") for one in layers}
    assert all(one.findtext("attribution") for one in layers)


@pytest.mark.parametrize("key", ["sezs", "crossings", "corridors"])
def test_places_and_lines_have_a_sign_for_each_category(key: str) -> None:
    style = Xml.parse(FOLDER / f"{key}.qml").getroot()
    found = [one.get("value") for one in style.iter("category")]
    assert found == list(world().overlays[key].categories)
    assert len(style.findall(".//symbols/symbol")) == len(found)
    if key == "corridors":
        options = style.findall(".//symbols//Option[@name='line_color']")
        assert {one.get("value") for one in options} == {rgba(OVERLAYS["line"])}


def test_provinces_have_the_classes_of_the_map() -> None:
    style = Xml.parse(FOLDER / "provinces.qml").getroot()
    renderer = style.find("renderer-v2")
    assert renderer is not None and renderer.get("attr") == "returnees_count"
    first = next(iter(collections()["provinces"].features.values()))
    assert "returnees_count" in first["properties"]
    assert len(style.findall(".//range")) == len(style.findall(".//symbol")) == 5


def test_another_address_stands_in_every_layer(tmp_path: Path) -> None:
    assert main([str(tmp_path), "https://atlas.test/ogc"]) == 0
    text = (tmp_path / NAME).read_text(encoding="utf-8")
    assert text.count("url='https://atlas.test/ogc'") == 2 * len(collections())
    assert ADDRESS not in text
