"""Every format, opened with a program that is not ours: the same numbers, Khmer, and its facts."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import arro3.io
import duckdb
import frictionless
import openpyxl
import pytest

from dashboard.exports.declaration import formats_of, sheets
from dashboard.exports.formats.csv import ORIGIN
from tests.dashboard.exports.taken import KHMER, SITE, on_disk, take

BOTH = ("en", "km")
TAKEN = [(key, format) for key, kind in sheets().items() for format in formats_of(kind)]


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
    assert head == [*names, *(f"file_{key}" for key in ORIGIN)]
    assert len(rows) == len(sheet.rows)
    for row, cells in zip(rows, sheet.rows, strict=True):
        assert all(same(text, cell) for text, cell in zip(row[: len(names)], cells, strict=True))
        named, title, link, licence, digest = row[len(names) :]
        assert named == key and title == sheet.title and licence and digest == sheet.content_hash
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
