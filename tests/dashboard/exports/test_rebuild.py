"""A file is read back and compared with today's numbers; whatever it holds, a sentence is said."""

import csv
import io
import os
import shutil
import socket
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.__main__ import main
from dashboard.exports.asked import MOST_BYTES, made, wanted
from dashboard.exports.declaration import formats, formats_of, sheets
from dashboard.exports.rebuild import CHANGED, SAME, UNKNOWN, read_taken, rebuild
from dashboard.exports.taken import UnreadableError
from dashboard.exports.zipped import MOST_UNPACKED
from tests.dashboard.exports.taken import on_disk, take

ROOT = Path(__file__).resolve().parents[3]
POOR = "lang=km&layer=poverty_cards&measure=count"
TABLES = [key for key, one in formats().items() if one.read]


def ending(format: str) -> str:
    return formats()[format].extension


def told(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """What the command ends with and says, on one of its two ways to say it."""
    code = main(["rebuild", str(path)])
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    assert bool(said.out) != bool(said.err) and bool(said.err) == (code == UNKNOWN)
    return code, said.out or said.err


def test_every_table_of_every_format_can_be_read_back() -> None:
    assert set(TABLES) >= {"csv", "xlsx", "parquet", "geojson", "gpkg", "datapackage"}


@pytest.mark.parametrize(
    ("key", "format"), [(key, one) for key, kind in sheets().items() for one in formats_of(kind)]
)
def test_a_file_of_today_has_the_same_numbers(key: str, format: str) -> None:
    if format not in TABLES:
        return
    sheet, file = take(key, format, "lang=km&digits=khmer")
    found = rebuild(read_taken(file.content, ending(format)))
    assert (found.code, found.lines) == (SAME, (f"{key}: the same numbers, {sheet.content_hash}.",))


@pytest.mark.parametrize("query", ["bom=1", "hxl=1", "bom=1&hxl=1", "basis=unplaced&reach_km=50"])
def test_options_and_views_are_read_back(query: str) -> None:
    _, file = take("mismatch", "csv", query)
    assert rebuild(read_taken(file.content, "csv")).code == SAME


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the atlas in which Takeo has other poor households."""
    copy = tmp_path_factory.mktemp("atlas")
    for name in ("analysis", "geodata", "layers", "records", "dashboard", "docs"):
        shutil.copytree(
            ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
        )
    path = copy / "geodata" / "tables" / "poverty_cards.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    row = next(r for r in rows if (r["province_code"], r["indicator"]) == ("21", "poor_households"))
    row["value"] = str(int(row["value"]) + 1000)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return copy


@pytest.mark.slow
@pytest.mark.parametrize("format", TABLES)
def test_after_a_change_of_the_data_the_province_is_named(
    tree: Path, tmp_path: Path, format: str
) -> None:
    sheet, file = take("map", format, POOR)
    path = on_disk(tmp_path, file)
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "rebuild", str(path)],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == CHANGED, done.stderr
    at = [one.name for one in sheet.columns].index("value")
    old = next(row[at] for row in sheet.rows if row[0] == "21")
    assert isinstance(old, float)
    first, *lines = done.stdout.splitlines()
    assert first == "map: The numbers are other ones today."
    assert f"  21 Takeo, value: {old:,.9g} in the file, {old + 1000:,.9g} today" in lines
    assert all(line.startswith("  21 Takeo, ") for line in lines)


def edited_csv(content: bytes, change: dict[str, str]) -> bytes:
    """The file with cells of Takeo changed."""
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    next(row for row in rows if row["province_code"] == "21").update(change)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": "12"}, "21 Takeo, value: 12 in the file"),
        ({"value": "many"}, "21 Takeo, value: many in the file"),
        ({"value": ""}, "21 Takeo, value: nothing in the file"),
        ({"status": "reported\x1b[31m"}, "21 Takeo, status: reported\\x1b[31m in the file"),
        ({"province_code": "26"}, "row 26: only in the file"),
        ({"province_code": "26"}, "row 21 Takeo: only today"),
    ],
)
def test_an_edited_file_is_told_with_what_was_edited(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: dict[str, str], said: str
) -> None:
    path = tmp_path / "map.CSV"
    path.write_bytes(edited_csv(take("map", "csv", POOR)[1].content, change))
    code, text = told(path, capsys)
    assert code == CHANGED and said in text and "\x1b" not in text
    assert "map: The file was edited since it was made" in text
    assert "other ones today" not in text


def test_words_may_be_edited_for_they_are_no_numbers() -> None:
    content = edited_csv(take("map", "csv", POOR)[1].content, {"province_en": "Takéo"})
    assert rebuild(read_taken(content, "csv")).code == SAME


def test_a_workbook_that_was_edited_saved_and_sorted_by_hand(tmp_path: Path) -> None:
    _, file = take("map", "xlsx", POOR)
    path = on_disk(tmp_path, file)
    book = openpyxl.load_workbook(path)
    page = book["data"]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
    for at, row in enumerate(reversed(rows), start=2):
        for column, value in enumerate(row, start=1):
            page.cell(at, column).value = value
    book.save(path)
    assert rebuild(read_taken(path.read_bytes(), "xlsx")).code == SAME
    heads = [cell.value for cell in page[1]]
    place = next(
        at
        for at, row in enumerate(book["dictionary"].iter_rows(min_row=2), start=1)
        if row[0].value == "value"
    )
    assert heads[place - 1]
    page.cell(2, place).value = 5
    book.save(path)
    found = rebuild(read_taken(path.read_bytes(), "xlsx"))
    assert found.code == CHANGED and "edited" in found.lines[0]
    assert found.lines[1].startswith("25 Tboung Khmum, value: 5 in the file, ")
    page.cell(1, place).value = "Mine"
    book.save(path)
    with pytest.raises(UnreadableError, match="heads"):
        read_taken(path.read_bytes(), "xlsx")


def test_many_differences_are_counted_and_a_column_that_is_gone_is_named() -> None:
    text = take("map", "csv", POOR)[1].content.decode()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    at = rows[0].index("value")
    out = io.StringIO(newline="")
    csv.writer(out).writerows([*([*row[:at], *row[at + 1 :]] for row in rows)])
    found = rebuild(read_taken(out.getvalue().encode(), "csv"))
    assert found.code == CHANGED and "column value: only today" in found.lines
    for row in rows[1:]:
        row[at] = "1"
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    found = rebuild(read_taken(out.getvalue().encode(), "csv"))
    assert len(found.lines) == 22 and found.lines[-1] == "and 5 more"


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("https://other.invalid/?layer=nothing", "'nothing'"),
        ("/?no_such_parameter=1", "'no_such_parameter'"),
        ("/mismatch?basis=unplaced", "another page"),
        ("http://[", "no address"),
        ("", "where it is from"),
        (f"/?layer={'x' * 7000}", "at most"),
    ],
)
def test_a_view_that_there_is_no_more_cannot_be_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], link: str, said: str
) -> None:
    rows = list(csv.DictReader(io.StringIO(take("map", "csv", POOR)[1].content.decode())))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows({**row, "file_link": link} for row in rows)
    path = tmp_path / "a.csv"
    path.write_bytes(out.getvalue().encode())
    code, text = told(path, capsys)
    assert code == UNKNOWN and text.startswith("Cannot tell. ") and said in text
    assert text.count("\n") == 1


def test_the_host_of_a_link_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    _, file = take("map", "csv", POOR)
    content = file.content.replace(b"https://atlas.test/?", b"https://evil.invalid/deep/?")
    assert content != file.content

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert rebuild(read_taken(content, "csv")).code == SAME


@pytest.mark.parametrize("format", TABLES)
@pytest.mark.parametrize("share", [0.0, 0.02, 0.5, 0.98])
def test_a_file_that_was_cut_off_cannot_be_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], format: str, share: float
) -> None:
    content = take("map", format, POOR)[1].content
    path = tmp_path / f"cut.{ending(format)}"
    path.write_bytes(content[: int(len(content) * share)])
    code, text = told(path, capsys)
    assert code == UNKNOWN or (format in ("csv", "gpkg") and code == CHANGED), text
    assert code != UNKNOWN or text.count("\n") == 1


def test_what_is_no_file_of_ours_cannot_be_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, content, said in (
        ("a.doc", b"", "csv, "),
        ("a", b"", "csv, "),
        ("a.csv", b"a,b\n1,2\n", "where it is from"),
        ("b.csv", b"a,a\n1,2\n", "do not fit"),
        ("a.geojson", b'{"type": "FeatureCollection"}', "no table"),
        ("b.geojson", b"[" * 100_000, "no JSON"),
        ("a.zip", b"PK", "no zip"),
        ("large.csv", b"x" * (MOST_BYTES + 1), "larger than 32 MB"),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        code, text = told(path, capsys)
        assert code == UNKNOWN and said in text, (name, text)
    for path in (tmp_path, tmp_path / "nothing.csv", Path("\0.csv")):
        assert told(path, capsys)[0] == UNKNOWN


@pytest.mark.parametrize(
    ("name", "part"), [("zip", "datapackage.json"), ("xlsx", "xl/workbook.xml"), ("pptx", "x")]
)
def test_what_would_unpack_without_end_is_refused(name: str, part: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file, file.open(part, "w") as opened:
        for _ in range(MOST_UNPACKED // 2**20 + 1):
            opened.write(bytes(2**20))
    assert len(out.getvalue()) < 2**20
    with pytest.raises(UnreadableError, match="unpack"):
        read_taken(out.getvalue(), name)


def test_a_document_that_declares_entities_is_refused() -> None:
    laughs = b'<!DOCTYPE a [<!ENTITY a "ha">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'
    with pytest.raises(UnreadableError, match="DOCTYPE"):
        read_taken(laughs, "svg")


ENDINGS = [*{ending(format) for format in TABLES}, "png", "svg", "pdf", "pptx", "", "exe"]


@given(st.sampled_from(ENDINGS), st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_told(name: str, content: bytes) -> None:
    try:
        read_taken(content, name)
    except UnreadableError as problem:
        assert "\n" not in str(problem)


@given(st.data(), st.sampled_from(TABLES))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_file_with_a_few_bytes_changed_is_told(data: st.DataObject, format: str) -> None:
    content = bytearray(take("map", format, POOR)[1].content)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    try:
        found = read_taken(bytes(content), ending(format))
    except UnreadableError as problem:
        assert "\n" not in str(problem)
        return
    try:
        assert rebuild(found).code in (SAME, CHANGED)
    except Exception as problem:
        assert type(problem).__name__ in ("UnreadableError", "ExportError"), repr(problem)


@pytest.mark.parametrize(
    ("name", "format", "query"),
    [
        ("map_picture", "png", "lang=km&size=square"),
        ("mismatch_bars", "svg", "basis=unplaced"),
        ("scenario_drivers", "pdf", ""),
        ("profile", "pdf", "province=02&lang=km"),
        ("slides_map", "pptx", "layer=vacancies"),
        ("slides_scenarios", "pptx", "lang=km"),
    ],
)
def test_a_picture_a_profile_and_slides_are_known_again(name: str, format: str, query: str) -> None:
    content = made(wanted(name, format, query, site="http://elsewhere.test/")).content
    taken = read_taken(content, format)
    assert rebuild(taken).code == SAME
    other = replace(taken, facts={**taken.facts, "content_hash": "0" * 16})
    assert rebuild(other).code == CHANGED
