import codecs
import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records.engine import Ended
from records.mapping import Mapping
from records.problems import Refused
from records.reading import Reading, read
from records.synthetic import write
from tests.records.files import HEADINGS, ROWS, text_of, written

TODAY = date(2026, 7, 1)


def cleaned(reading: Reading) -> list[tuple[Any, ...]]:
    return reading.base.execute(
        "SELECT province, sex, status, income_now, returned FROM clean ORDER BY person"
    ).fetchall()


def told(reading: Reading) -> dict[str, int]:
    return {key: count for (key, _), count in reading.report.counts.items()}


EXPECTED = [
    (2, 1, 3, 250.0, date(2025, 8, 1)),
    (23, 2, 1, None, date(2025, 8, 2)),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_file_is_read_in_any_unicode_and_with_any_delimiter(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    text = text_of([HEADINGS, *ROWS], delimiter=delimiter)
    with read(written(tmp_path, text.encode(encoding)), today=TODAY) as reading:
        assert cleaned(reading) == EXPECTED
        assert reading.as_of == date(2025, 8, 2)


def test_western_european_is_read_and_said_to_be_a_guess(tmp_path: Path) -> None:
    text = text_of([HEADINGS, ("1", "Kratié", "F", "placed", "250", "2025-08-01")])
    with read(written(tmp_path, text.encode("cp1252")), today=TODAY) as reading:
        assert cleaned(reading)[0][0] == 10
        assert "encoding_guessed" in told(reading)


def test_an_old_khmer_font_is_refused_with_its_remedy(tmp_path: Path) -> None:
    text = text_of([("extþ", "ePT", "Status"), (")at;dMbg", "RsI", "placed")])
    with pytest.raises(Refused, match="old Khmer font.*Convert it to Khmer Unicode"):
        read(written(tmp_path, text.encode("cp1252")), today=TODAY)


def test_titles_merged_headings_dates_and_formulas_of_excel(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["List of returnees"])
    sheet.merge_cells("A1:F1")
    sheet.append(["Province", "Sex", "Status", "Income", None, "Return date"])
    sheet.append([None, None, None, "before", "now", None])
    sheet.append(["Battambang", "F", "placed", "=400+31", 250, datetime(2025, 8, 1)])
    sheet.append(["Kep", "M", "registered", 300, None, 45900])
    path = tmp_path / "list.xlsx"
    book.save(path)
    with read(path, today=TODAY) as reading:
        assert cleaned(reading) == [
            (2, 1, 3, 250.0, date(2025, 8, 1)),
            (23, 2, 1, None, date(2025, 8, 31)),
        ]
        assert told(reading)["formulas"] == 1


def test_personal_columns_are_never_read_and_the_report_says_so(tmp_path: Path) -> None:
    headings = (*HEADINGS, "ឈ្មោះ", "Phone", "Remarks")
    rows = [(*ROWS[i % 2], "សុខ ដារា", "012 345 678", f"Sok Dara{'abc'[i % 3]}") for i in range(9)]
    path = written(tmp_path, text_of([headings, *rows]))
    with read(path, today=TODAY) as reading:
        dropped = {
            one.column: dict(one.fields)["what"]
            for one in reading.report.problems
            if one.key == "personal_dropped"
        }
        assert dropped == {"ឈ្មោះ": "name", "Phone": "phone", "Remarks": "name"}
        tables = reading.base.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        assert tables == [("clean",)]
        types = reading.base.execute(
            "SELECT DISTINCT data_type FROM duckdb_columns() WHERE table_name = 'clean'"
        ).fetchall()
        assert {kind for (kind,) in types} <= {"TINYINT", "BIGINT", "DATE", "DOUBLE"}


def test_a_field_mapped_to_a_personal_column_is_refused(tmp_path: Path) -> None:
    headings = (*HEADINGS[:5], "Return date", "Phone")
    rows = [(*ROWS[0], f"012 345 67{i}") for i in range(9)]
    mapping = Mapping(columns={"province": "Province", "status": "Status", "debt": "Phone"})
    with pytest.raises(Refused, match="looks like personal data"):
        read(written(tmp_path, text_of([headings, *rows])), mapping=mapping, today=TODAY)


def test_totals_duplicates_and_blank_rows_are_left_out_and_counted(tmp_path: Path) -> None:
    headings = ("Registry number", *HEADINGS[1:])
    rows = [
        ROWS[0],
        ROWS[1],
        ROWS[0],
        ("Total", "", "", "", "250", ""),
        ("", "សរុប", "", "", "9", ""),
    ]
    path = written(tmp_path, text_of([headings, *rows, ("",) * 6]))
    with read(path, today=TODAY) as reading:
        assert reading.rows == 2
        assert (told(reading)["rows_total"], told(reading)["rows_twice"]) == (2, 1)


def test_rows_alike_are_kept_where_nothing_tells_people_apart(tmp_path: Path) -> None:
    path = written(tmp_path, text_of([HEADINGS[1:], ROWS[0][1:], ROWS[0][1:]]))
    with read(path, today=TODAY) as reading:
        assert reading.rows == 2
        assert told(reading)["rows_alike"] == 1


def test_wrong_values_are_told_with_row_column_and_remedy(tmp_path: Path) -> None:
    rows = [
        ("1", "Bangkok", "F", "placed", "250", "2025-08-01"),
        ("2", "Kampong", "F", "placed", "៛1,000,000", "31/02/2025"),
        ("3", "Kep", "?", "dancing", "99999999", "2999-01-01"),
        ("4", "Kep", "F", "placed", "១,២៥០", "១ កក្កដា ២០២៥"),
        ("5", "Kep", "F", "placed", "=A1", "8/13/2025"),
    ]
    with read(written(tmp_path, text_of([HEADINGS, *rows])), today=TODAY) as reading:
        found = {one.key: (one.row, one.column) for one in reading.report.problems}
        assert found["value_unknown"] == (4, "Status")
        assert found["value_proposed"] == (3, "Province")
        assert found["value_currency"] == (3, "Income now")
        assert found["value_range"] == (4, "Income now")
        assert found["value_formula"] == (6, "Income now")
        assert found["value_date"] == (3, "Return date")
        assert found["value_date_range"] == (4, "Return date")
        assert str(reading.report.of("value_proposed")[0]).endswith(
            "Is it one of these? Kampong Cham, Kampong Chhnang, Kampong Speu, Kampong Thom"
        )
        assert cleaned(reading)[3] == (23, 1, 3, 1250.0, date(2025, 7, 1))
        assert cleaned(reading)[4][4] == date(2025, 8, 13)


def test_a_report_never_repeats_what_looks_personal(tmp_path: Path) -> None:
    rows = [(str(i), "Kep", "F", "012345678", "", "") for i in range(2)]
    with read(written(tmp_path, text_of([HEADINGS, *rows, *ROWS, *ROWS])), today=TODAY) as reading:
        assert reading.report.problems
        assert all("012345678" not in str(one) for one in reading.report.problems)


def test_problems_are_capped_and_counted(tmp_path: Path) -> None:
    rows = [(str(i), f"Nowhere{i}x", "F", "placed", "", "") for i in range(500)]
    with read(written(tmp_path, text_of([HEADINGS, *ROWS, *rows])), today=TODAY) as reading:
        assert len(reading.report.of("value_unknown")) == 20
        assert told(reading)["value_unknown"] == 500


def test_a_truncated_upload_loses_its_last_row_alone(tmp_path: Path) -> None:
    text = text_of([HEADINGS, *ROWS]) + "3,Battamb"
    with read(written(tmp_path, text), today=TODAY) as reading:
        assert cleaned(reading) == EXPECTED
        assert told(reading)["file_cut"] == 1


def test_a_shifted_row_and_an_open_quote_are_told(tmp_path: Path) -> None:
    text = text_of([HEADINGS, *ROWS]) + "3,Kep,F,placed,1,2025-08-01,oops\n"
    with read(written(tmp_path, text), today=TODAY) as reading:
        assert reading.report.of("row_length")[0].row == 4
    text += '4,Kep,F,"placed,1,2025-08-01\n' + "5,Kep,F,placed,1,2025-08-01\n" * 3000
    with read(written(tmp_path, text), today=TODAY) as reading:
        assert reading.report.of("quote_open")[0].row == 5
        assert reading.rows == 2


@pytest.mark.parametrize("kind", ["parquet", "csv"])
def test_a_file_cut_anywhere_is_read_or_refused(tmp_path: Path, kind: Any) -> None:
    whole = write(tmp_path, rows=40, form=kind).read_bytes()
    for size in range(1, len(whole), max(1, len(whole) // 40)):
        try:
            read(written(tmp_path, whole[:size], "cut"), today=TODAY).close()
        except Refused as refused:
            assert str(refused)


def workbook(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "no CSV, no Excel"),
        (b"PK\x03\x04junk", "damaged or was cut off"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "old Excel workbook"),
        (b"PAR1" + b"\0" * 40, "damaged or was cut off"),
        (workbook({"word/document.xml": b""}), "no CSV, no Excel"),
        (workbook({"xl/workbook.xml": b"", "xl/vbaProject.bin": b"x"}), "holds macros"),
        (
            workbook({"xl/workbook.xml": b"", "[Content_Types].xml": b"macroEnabled.main+xml"}),
            "holds macros",
        ),
        (
            workbook({"xl/workbook.xml": b"", "[Content_Types].xml": b"", "a": b"\0" * 90_000_000}),
            "would unpack to 90 MB",
        ),
        (b"just words\nand more\n", "No row of headings"),
        (b"\0" * 64, "."),
        (codecs.BOM_UTF16_LE + b"\x00", "."),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(
    tmp_path: Path, content: bytes, message: str
) -> None:
    with pytest.raises(Refused, match=message):
        read(written(tmp_path, content, "file"), today=TODAY)


def test_a_file_that_is_too_large_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(201_000_000)
    with pytest.raises(Refused, match="201 MB; 200 MB are read at most"):
        read(path, today=TODAY)


def test_without_a_province_or_a_status_nothing_is_counted(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="No column holds the province"):
        read(written(tmp_path, "Sex,Status\nF,placed\n"), today=TODAY)


def test_events_are_recognised_by_their_registry_numbers(tmp_path: Path) -> None:
    text = "Case ID,Province,Sex,Status,Status date\n" + "".join(
        f"{person},Kep,F,{status},{day}\n"
        for person in "ab"
        for status, day in (("registered", "2025-08-01"), ("placed", "2025-10-01"))
    )
    with read(written(tmp_path, text), today=TODAY) as reading:
        assert reading.events


def test_nobody_waiting_ends_the_work_and_leaves_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, text_of([HEADINGS, *ROWS]))
    with pytest.raises(Ended):
        read(path, today=TODAY, awaited=lambda: False)


def test_synthetic_and_real_records_are_never_read_together(tmp_path: Path) -> None:
    text = "Province,Sex,Status,synthetic\nKep,F,placed,true\n"
    with read(written(tmp_path, text), today=TODAY) as reading:
        assert reading.synthetic
    with pytest.raises(Refused, match="Synthetic records and real ones"):
        read(written(tmp_path, text + "Kep,F,placed,false\n"), today=TODAY)


def test_a_file_in_which_nobody_can_be_counted_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read(written(tmp_path, "Province,Status\nKep,placed\nTakeo,placed\n"), today=TODAY)
    report = refused.value.report
    assert [one.key for one in report.problems] == ["people_left_out", "rows_none"]
    assert dict(report.problems[0].fields) == {"field": "sex"}


def test_more_columns_than_a_person_can_map_are_refused(tmp_path: Path) -> None:
    headings = ",".join(["Province", "Status", *(f"c{i}" for i in range(600))])
    with pytest.raises(Refused, match="602 columns"):
        read(written(tmp_path, f"{headings}\nKep,placed\n"), today=TODAY)


@pytest.mark.parametrize("other", ["false", ""])
def test_one_real_row_among_many_synthetic_ones_refuses_the_file(
    tmp_path: Path, other: str
) -> None:
    text = "Province,Sex,Status,Synthetic\n" + "Kep,F,placed,TRUE\n" * 400
    with read(written(tmp_path, text + "Total,,,\n"), today=TODAY) as reading:
        assert reading.synthetic
    with pytest.raises(Refused, match="Synthetic records and real ones"):
        read(written(tmp_path, f"{text}Kep,M,placed,{other}\n"), today=TODAY)


def test_synthetic_records_without_their_mark_are_known_by_the_name_of_the_file(
    tmp_path: Path,
) -> None:
    path = written(tmp_path, "Province,Sex,Status\nKep,F,placed\n")
    with read(path, name="Synthetic-records-20.csv", today=TODAY) as reading:
        assert reading.synthetic
    with read(path, name="register.csv", today=TODAY) as reading:
        assert not reading.synthetic


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    content=st.one_of(
        st.binary(max_size=400),
        st.text(max_size=300).map(
            lambda text: ("Province,Sex,Status,Income\n" + text).encode("utf-8", "surrogatepass")
        ),
        st.lists(st.lists(st.text(max_size=12), max_size=7), max_size=9).map(
            lambda rows: text_of([HEADINGS, *rows]).encode("utf-8", "surrogatepass")
        ),
        st.binary(max_size=200).map(lambda tail: b"Province,Status\nKep,placed\n" + tail),
    )
)
def test_whatever_is_given_is_read_or_refused(tmp_path: Path, content: bytes) -> None:
    try:
        with read(written(tmp_path, content), today=TODAY) as reading:
            assert reading.rows > 0
    except Refused as refused:
        assert refused.report.refused
