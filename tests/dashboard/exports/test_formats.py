"""Every format, opened with a program that is not ours: the same numbers, Khmer, and its facts."""

import csv
import io
import json
import sqlite3
import xml.etree.ElementTree as ElementTree
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import arro3.io
import duckdb
import frictionless
import openpyxl
import pyogrio
import pytest

from dashboard.exports.asked import Made, made, wanted
from dashboard.exports.declaration import formats_of, sheets
from dashboard.exports.sheet import Sheet
from geodata.provinces import CODES

SITE = "https://atlas.test/"
BOTH = ("en", "km")
TAKEN = [(key, format) for key, kind in sheets().items() for format in formats_of(kind)]
KHMER = "បន្ទាយមានជ័យ"


def take(key: str, format: str, query: str = "lang=km") -> tuple[Sheet, Made]:
    asked = wanted(key, format, query, site=SITE)
    return asked.kind.make(asked.view, asked.say), made(asked)


def on_disk(folder: Path, file: Made) -> Path:
    path = folder / file.name
    path.write_bytes(file.content)
    return path


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


def same(text: str, cell: Any) -> bool:
    if cell is None:
        return text == ""
    return text == cell if isinstance(cell, str) else float(text) == cell


@pytest.mark.parametrize(("key", "format"), TAKEN)
def test_the_same_view_gives_the_same_bytes(key: str, format: str) -> None:
    first, second = (take(key, format)[1] for _ in range(2))
    assert first.content == second.content and first.tag == second.tag


@pytest.mark.parametrize("key", sheets())
def test_csv_holds_every_cell_and_where_it_is_from(key: str) -> None:
    sheet, file = take(key, "csv")
    head, *rows = rows_of(file.content)
    names = [column.name for column in sheet.columns]
    assert head == [*names, "file_title", "file_link", "file_licence", "file_content_hash"]
    assert len(rows) == len(sheet.rows)
    for row, cells in zip(rows, sheet.rows, strict=True):
        assert all(same(text, cell) for text, cell in zip(row[: len(names)], cells, strict=True))
        title, link, licence, digest = row[len(names) :]
        assert title == sheet.title and licence and digest == sheet.content_hash
        assert link == f"{SITE.rstrip('/')}{sheet.link}"


def test_csv_has_a_mark_and_a_row_of_tags_on_request_only() -> None:
    plain, asked = (take("map", "csv", query)[1].content for query in ("", "bom=1&hxl=1"))
    assert not plain.startswith(b"\xef\xbb\xbf") and asked.startswith(b"\xef\xbb\xbf")
    head, tags, *rows = rows_of(asked.removeprefix(b"\xef\xbb\xbf"))
    assert len(tags) == len(head) and all(tag.startswith("#") for tag in tags)
    assert tags[0] == "#adm1+code" and len(set(tags)) == len(tags)
    assert [head, *rows] == rows_of(plain)


@pytest.mark.parametrize("lang", BOTH)
@pytest.mark.parametrize("key", sheets())
def test_a_workbook_holds_data_dictionary_sources_and_assumptions(key: str, lang: str) -> None:
    sheet, file = take(key, "xlsx", f"lang={lang}")
    book = openpyxl.load_workbook(io.BytesIO(file.content))
    assert book.sheetnames == ["data", "dictionary", "sources", "assumptions", "about"]
    data = list(book["data"].iter_rows(values_only=True))
    assert list(data[0]) == [column.title for column in sheet.columns]
    for found, cells in zip(data[1:], sheet.rows, strict=True):
        for one, cell in zip(found, cells, strict=True):
            assert one == (cell if isinstance(cell, str | None) else pytest.approx(cell, rel=1e-14))
    assert [row[0] for row in list(book["dictionary"].values)[1:]] == [
        column.name for column in sheet.columns
    ]
    assert [row[0] for row in list(book["sources"].values)[1:]] == [one.id for one in sheet.sources]
    assert len(list(book["assumptions"].values)) == 1 + len(sheet.assumed)
    assert all(book[name].freeze_panes == "A2" for name in book.sheetnames)
    told = {row[1] for row in book["about"].values}
    assert {sheet.title, sheet.content_hash} <= told
    assert book.properties.title == sheet.title


def test_a_workbook_shows_numbers_as_the_page_does_and_keeps_them_whole() -> None:
    sheet, file = take("map", "xlsx", "layer=vacancies&measure=per_1000")
    page = openpyxl.load_workbook(io.BytesIO(file.content))["data"]
    cell = page["D2"]
    assert cell.data_type == "n" and cell.value == pytest.approx(sheet.rows[0][3])
    assert cell.number_format == "#,##0.0"
    assert page["A2"].data_type == "s" and page["A2"].value == "01"
    assert page.column_dimensions["C"].width >= 8


@pytest.mark.parametrize("key", sheets())
def test_parquet_has_typed_columns_and_says_what_it_is(key: str, tmp_path: Path) -> None:
    sheet, file = take(key, "parquet")
    path = str(on_disk(tmp_path, file))
    with duckdb.connect() as base:
        found = base.execute("SELECT * FROM read_parquet(?)", [path])
        heads = [(one[0], str(one[1])) for one in found.description or []]
        assert [tuple(row) for row in found.fetchall()] == list(sheet.rows)
        pairs = base.execute("SELECT key, value FROM parquet_kv_metadata(?)", [path]).fetchall()
    told = json.loads(dict(pairs)[b"corridor_atlas"])
    assert told["title"] == sheet.title and told["content_hash"] == sheet.content_hash
    assert told["link"].startswith(SITE) and told["licence"] and told["as_of"] == sheet.as_of
    assert told["sources"].split() == [one.id for one in sheet.sources]
    number = {True: "BIGINT", False: "DOUBLE"}
    assert heads == [
        (
            column.name,
            number[column.name == "year"] if column.kind in ("number", "percent") else "VARCHAR",
        )
        for column in sheet.columns
    ]


def test_parquet_keeps_what_a_column_means_in_its_field() -> None:
    sheet, file = take("map", "parquet")
    schema = arro3.io.read_parquet(io.BytesIO(file.content)).schema
    known = json.loads(schema.metadata_str["corridor_atlas"])
    assert known["content_hash"] == sheet.content_hash
    for column in sheet.columns:
        told = json.loads(schema.field(column.name).metadata_str["corridor_atlas"])
        assert (told["title"], told["unit"], told["about"]) == (
            column.title,
            column.unit,
            column.about,
        )


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


@pytest.mark.parametrize("lang", BOTH)
@pytest.mark.parametrize("key", sheets())
def test_a_data_package_is_valid_and_whole(key: str, lang: str, tmp_path: Path) -> None:
    sheet, file = take(key, "datapackage", f"lang={lang}")
    with zipfile.ZipFile(io.BytesIO(file.content)) as packed:
        assert packed.testzip() is None
        packed.extractall(tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert package["title"] == sheet.title and package["version"] == sheet.content_hash
    assert package["homepage"].startswith(SITE) and package["licenses"]
    assert len(package["sources"]) == len(sheet.sources)
    fields = package["resources"][0]["schema"]["fields"]
    assert [field["name"] for field in fields] == [column.name for column in sheet.columns]
    data = rows_of((tmp_path / package["resources"][0]["path"]).read_bytes())
    assert len(data) == 1 + len(sheet.rows)
    assert (tmp_path / "LICENCE.txt").read_text(encoding="utf-8").strip()


@pytest.mark.parametrize("format", ["csv", "xlsx", "parquet", "geojson", "gpkg", "datapackage"])
def test_khmer_comes_through_letter_by_letter(format: str) -> None:
    _, file = take("map", format)
    if format in ("csv", "geojson", "gpkg"):
        text = file.content
    elif format == "xlsx":
        cell = openpyxl.load_workbook(io.BytesIO(file.content))["data"]["C2"].value
        text = str(cell).encode()
    elif format == "parquet":
        found = arro3.io.read_parquet(io.BytesIO(file.content)).read_all()
        text = str(found.column("province_km")[0].as_py()).encode()
    else:
        with zipfile.ZipFile(io.BytesIO(file.content)) as packed:
            text = packed.read("data/map.csv")
    assert KHMER.encode() in text
