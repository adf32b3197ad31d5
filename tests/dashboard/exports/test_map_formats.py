"""Files with boundaries, read with GDAL: whole, in degrees, and in the colours of the page."""

import json
import sqlite3
import xml.etree.ElementTree as ElementTree
from itertools import pairwise
from pathlib import Path

import pyogrio
import pytest

from dashboard.exports.declaration import sheets
from geodata.provinces import CODES
from tests.dashboard.exports.taken import KHMER, SITE, on_disk, take


@pytest.mark.parametrize("key", [key for key, kind in sheets().items() if kind.by_province])
@pytest.mark.parametrize("format", ["geojson", "gpkg"])
def test_a_map_opens_with_gdal_in_degrees_and_whole(key: str, format: str, tmp_path: Path) -> None:
    sheet, file = take(key, format)
    layer = key if format == "gpkg" else None
    found = pyogrio.read_dataframe(on_disk(tmp_path, file), layer=layer)
    assert list(found["province_code"]) == list(CODES)
    assert found.crs.to_epsg() == 4326 and found.is_valid.all()
    assert set(found.geometry.geom_type) == {"MultiPolygon"}
    west, south, east, north = found.total_bounds
    assert 102 < west < east < 108 and 10 < south < north < 15
    assert found["province_km"][0] == KHMER
    at = [column.name for column in sheet.columns].index("source_ids")
    assert list(found["source_ids"]) == [row[at] for row in sheet.rows]
    number = sheet.columns[3].name
    assert found[number].tolist() == pytest.approx([row[3] for row in sheet.rows])


def test_geojson_says_whose_the_boundaries_are_and_turns_them_the_right_way() -> None:
    sheet, file = take("map", "geojson", "")
    document = json.loads(file.content)
    told = document["metadata"]
    assert "OpenStreetMap" in told["boundaries"] and "ODbL" in told["boundaries"]
    assert told["content_hash"] == sheet.content_hash and told["link"].startswith(SITE)
    assert document["columns"]["value"]["title"] == "Returnees"
    for feature in document["features"]:
        for outer, *_ in feature["geometry"]["coordinates"]:
            assert outer[0] == outer[-1]
            turns = pairwise(outer)
            assert sum(a[0] * b[1] - b[0] * a[1] for a, b in turns) > 0


def test_a_geopackage_keeps_to_its_standard_and_brings_its_colours(tmp_path: Path) -> None:
    sheet, file = take("map", "gpkg", "layer=poverty_cards")
    path = on_disk(tmp_path, file)
    with sqlite3.connect(path) as base:
        assert base.execute("PRAGMA application_id").fetchone() == (0x47504B47,)
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        style = base.execute("SELECT * FROM layer_styles").fetchall()
        told = base.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0]
        titles = dict(base.execute("SELECT column_name, title FROM gpkg_data_columns"))
    base.close()
    assert json.loads(told)["content_hash"] == sheet.content_hash
    assert "ODbL" in json.loads(told)["boundaries"]
    assert titles == {column.name: column.title for column in sheet.columns}
    assert len(style) == 1 and style[0][3:5] == ("map", "geom") and style[0][8] == 1
    root = ElementTree.fromstring(style[0][6])
    ranges = root.findall(".//range")
    assert sheet.style is not None
    assert [one.get("label") for one in ranges] == list(sheet.style.labels)
    uppers = [float(one.get("upper", "nan")) for one in ranges][:-1]
    assert uppers == list(sheet.style.breaks)
    assert root.find("renderer-v2").get("attr") == "value"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("key", "column"),
    [("map", "value"), ("mismatch", "value"), ("scenario_provinces", "more_near_home")],
)
def test_what_has_a_map_on_its_page_is_coloured_alike(key: str, column: str) -> None:
    sheet, file = take(key, "gpkg")
    assert sheet.style is not None and sheet.style.column == column
    classes = len(sheet.style.breaks) + 1
    assert len(sheet.style.colours) == len(sheet.style.labels) == classes
    assert f'attr="{column}"'.encode() in file.content


def test_a_province_without_a_figure_is_on_the_map_without_a_number(tmp_path: Path) -> None:
    _, file = take("map", "gpkg", "layer=poverty_cards")
    found = pyogrio.read_dataframe(on_disk(tmp_path, file), layer="map")
    assert len(found) == len(CODES)
    assert found.set_index("province_code")["value"].isna()["12"]
