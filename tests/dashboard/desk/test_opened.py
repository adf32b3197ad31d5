"""Files as people hand them in: opened, or told what is wrong with them."""

import datetime
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.desk.file_problem import LARGEST_MB, FileProblem
from dashboard.desk.opened import opened
from dashboard.words import LANGUAGES, Speaker

HEAD = ["Province", "Returnees", "Date"]
ROWS = [HEAD, ["ខេត្តកែប", "1200", "2026-10-31"]]


def workbook(fill: Callable[[Any], None]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        fill(book)
    return out.getvalue()


def plain(rows: list[list[Any]]) -> bytes:
    def fill(book: Any) -> None:
        page = book.add_worksheet()
        for down, row in enumerate(rows):
            page.write_row(down, 0, row)

    return workbook(fill)


def repacked(content: bytes, **parts: bytes) -> bytes:
    """The workbook with other parts; `__` in a name is a slash, `_dot_` a dot."""
    named = {name.replace("__", "/").replace("_dot_", "."): value for name, value in parts.items()}
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, named.pop(part.filename, b"") or old.read(part))
        for name, value in named.items():
            new.writestr(name, value)
    return out.getvalue()


def sheet(body: str) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{body}</sheetData></worksheet>'.encode()


def cells(content: bytes) -> list[list[str]]:
    return [list(row) for _, row in opened(content).rows]


def refused(content: bytes, *, size: int | None = None) -> str:
    with pytest.raises(FileProblem) as caught:
        opened(content, size=size)
    assert all(caught.value.told(Speaker(lang=lang)) for lang in LANGUAGES)
    return caught.value.told(Speaker(lang="en"))


def csv_text(separator: str = ",") -> str:
    return "\r\n".join(separator.join(row) for row in ROWS) + "\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_text_is_read_in_every_unicode_with_every_separator(encoding: str, separator: str) -> None:
    assert cells(csv_text(separator).encode(encoding)) == ROWS


def test_a_separator_may_be_named_and_cells_may_hold_it() -> None:
    text = 'sep=;\r\nProvince;Returnees\r\n"Kep; the town";"1,200"\r\n'
    found = opened(text.encode())
    assert [list(row) for _, row in found.rows][1] == ["Kep; the town", "1,200"]
    assert [number for number, _ in found.rows] == [2, 3]


def test_rows_keep_the_numbers_that_people_see() -> None:
    found = opened(b"Title\n\nProvince,Returnees\n01,5\n")
    assert [number for number, _ in found.rows] == [1, 3, 4]
    found = opened(plain([["Title"], [], ["Province", "Returnees"], ["01", 5]]))
    assert [number for number, _ in found.rows] == [1, 3, 4]


def test_an_old_encoding_is_read_and_told() -> None:
    found = opened("Province,Note\nKep,Café\n".encode("cp1252"))
    assert found.rows[1][1] == ["Kep", "Café"]
    assert "old encoding" in found.notes[0](Speaker(lang="en"))


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_old_khmer_fonts_are_recognised(encoding: str) -> None:
    text = "extþ,cMnYn\nPñMeBj,12\nbnÞaymanC½y,13\n"
    assert "Limon" in refused(text.encode(encoding))
    assert "Limon" in refused(plain([["extþ", "cMnYn"], ["kMBg;cam", 12]]))


def test_khmer_that_was_saved_in_a_wrong_encoding_is_recognised() -> None:
    garbled = "ខេត្ត,ចំនួន\nកែប,5\n".encode().decode("cp1252", "replace")
    assert "garbled" in refused(garbled.encode("utf-8"))


def test_a_workbook_gives_dates_numbers_and_khmer_as_people_write_them() -> None:
    def fill(book: Any) -> None:
        page = book.add_worksheet()
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        page.write_row(0, 0, HEAD)
        page.write_row(1, 0, ["ខេត្តកែប", 1200.0])
        page.write_datetime(1, 2, datetime.datetime(2026, 10, 31), day)
        page.write_row(2, 0, ["02", 10.5, True])

    assert cells(workbook(fill)) == [*ROWS, ["02", "10.5", "True"]]


def test_a_fraction_in_a_workbook_is_never_taken_for_thousands() -> None:
    assert cells(plain([[1.234, 12.5, 0.381, 1234567.25]])) == [
        ["1.2340", "12.5", "0.3810", "1234567.25"]
    ]


def test_merged_cells_count_in_every_row_they_cover() -> None:
    def fill(book: Any) -> None:
        page = book.add_worksheet()
        page.merge_range(0, 0, 0, 2, "Ministry of Labour")
        page.write_row(1, 0, ["Province", "Sector", "Vacancies"])
        page.merge_range(2, 0, 3, 0, "Kep")
        page.write_row(2, 1, ["Services", 4])
        page.write_row(3, 1, ["Logistics", 5])

    assert cells(workbook(fill)) == [
        ["Ministry of Labour", "", ""],
        ["Province", "Sector", "Vacancies"],
        ["Kep", "Services", "4"],
        ["Kep", "Logistics", "5"],
    ]


def test_formulas_give_their_saved_results_and_are_told() -> None:
    def fill(book: Any) -> None:
        page = book.add_worksheet()
        page.write_row(0, 0, HEAD)
        page.write_string(1, 0, "01")
        page.write_formula(1, 1, "=600*2", None, 1200)

    found = opened(workbook(fill))
    assert found.rows[1][1][:2] == ["01", "1200"]
    assert "Cells with formulas: 1" in found.notes[0](Speaker(lang="en"))


def test_the_first_sheet_that_holds_what_is_wanted_is_read_seen_ones_first() -> None:
    def fill(book: Any) -> None:
        hidden = book.add_worksheet("old")
        hidden.write_row(0, 0, ["Province", "hidden"])
        book.add_worksheet("cover").write(0, 0, "A cover")
        book.add_worksheet("numbers").write_row(0, 0, ["Province", "seen"])
        book.get_worksheet_by_name("cover").activate()
        hidden.hide()

    found = opened(workbook(fill), wanted=lambda rows: rows[0][1][0] == "Province")
    assert list(found.rows[0][1]) == ["Province", "seen"]
    assert "numbers" in found.notes[0](Speaker(lang="en"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n  \r\n", "empty"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"\x1f\x8b\x08 packed", "packed"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".xls"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        (b"<html><table></table></html>", "web page"),
        (b"{\\rtf1 hello}", "document"),
        (b"a,b\x00\x01\x02\x03,c\n", "no table"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"a,b\n" * 20_001, "20,000 rows"),
        (b"a," * 101 + b"b\n", "100 columns"),
        (b'a,b\n1,"' + b"x" * 1_001, "1,000 letters"),
        (b"x" * (LARGEST_MB * 1024 * 1024 + 1), "10 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_table_is_told_with_what_to_do(content: bytes, says: str) -> None:
    assert says in refused(content)


def test_a_file_that_did_not_arrive_whole_is_told() -> None:
    whole = plain(ROWS)
    assert "did not arrive whole" in refused(whole[:-100], size=len(whole))
    assert "damaged" in refused(whole[:-100])
    assert "damaged" in refused(whole[:200])


def test_macros_documents_and_packed_tables_are_not_opened() -> None:
    book = plain(ROWS)
    assert "macros" in refused(repacked(book, xl__vbaProject_dot_bin=b"x"))
    for name, says in (
        ("word/document.xml", "document"),
        ("table.csv", "packed"),
        ("content.xml", ".ods"),
    ):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(name, "<x/>")
        assert says in refused(out.getvalue())


def test_a_workbook_with_a_password_inside_is_told() -> None:
    content = bytearray(plain(ROWS))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    assert "password" in refused(bytes(content))


def test_what_would_swell_is_refused_before_it_is_unpacked() -> None:
    book = plain(ROWS)
    swollen = repacked(book, xl__worksheets__sheet2_dot_xml=b" " * 60_000_000)
    assert len(swollen) < 200_000 and "far larger" in refused(swollen)
    many = repacked(book, **{f"x{at}": b"" for at in range(1_001)})
    assert "far larger" in refused(many)


def test_a_size_that_is_not_true_is_refused() -> None:
    content = bytearray(
        repacked(plain(ROWS), xl__worksheets__sheet1_dot_xml=sheet(" " * 1_000_000))
    )
    at = content.rindex(b"PK\x01\x02", 0, content.rindex(b"xl/worksheets/sheet1.xml"))
    content[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert "damaged" in refused(bytes(content))


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ('<row r="1048576"><c r="A1048576"><v>1</v></c></row>', "20,000 rows"),
        ('<row r="1"><c r="XFD1"><v>1</v></c></row>', "100 columns"),
        ('<row r="900000"><c><v>1</v></c></row>', "20,000 rows"),
        (f"<row>{'<c><v>1</v></c>' * 101}</row>", "100 columns"),
        (f'<row><c t="inlineStr"><is><t>{"x" * 1_001}</t></is></c></row>', "1,000 letters"),
    ],
)
def test_a_sheet_of_two_cells_that_stretches_over_billions_is_refused(body: str, says: str) -> None:
    first = '<row r="1"><c r="A1"><v>1</v></c></row>'
    content = repacked(plain(ROWS), xl__worksheets__sheet1_dot_xml=sheet(first + body))
    assert says in refused(content)


def test_more_cells_than_a_table_of_provinces_has_are_refused() -> None:
    rows = f"<row>{'<c><v>1</v></c>' * 90}</row>" * 6_000
    content = repacked(plain(ROWS), xl__worksheets__sheet1_dot_xml=sheet(rows))
    assert "500,000" in refused(content) or "far larger" in refused(content)


def test_one_long_text_in_many_cells_is_refused() -> None:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    shared = f'<sst xmlns="{space}"><si><t>{"x" * 900_000}</t></si></sst>'.encode()
    rows = "".join(f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c></row>' for at in range(1, 1000))
    content = repacked(
        plain(ROWS), xl__sharedStrings_dot_xml=shared, xl__worksheets__sheet1_dot_xml=sheet(rows)
    )
    assert "far larger" in refused(content)


def test_a_cell_that_only_has_a_colour_does_not_count() -> None:
    body = '<row r="1"><c r="A1"><v>7</v></c><c r="XFD1" s="0"/></row>'
    content = repacked(plain(ROWS), xl__worksheets__sheet1_dot_xml=sheet(body))
    assert cells(content) == [["7"]]


def test_entities_are_not_read() -> None:
    evil = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'
    assert "damaged" in refused(repacked(plain(ROWS), xl__worksheets__sheet1_dot_xml=evil))


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_rows_or_a_sentence(content: bytes) -> None:
    try:
        assert opened(content).rows
    except FileProblem as problem:
        assert problem.told(Speaker(lang="km"))


@settings(max_examples=150, deadline=None)
@given(at=st.integers(0, 10_000), value=st.integers(0, 255), cut=st.integers(0, 10_000))
def test_any_damage_to_a_workbook_is_rows_or_a_sentence(at: int, value: int, cut: int) -> None:
    content = bytearray(plain(ROWS))
    content[at % len(content)] = value
    del content[len(content) - cut % 50 :]
    try:
        assert opened(bytes(content)).rows
    except FileProblem as problem:
        assert problem.told(Speaker(lang="en"))
