"""Tables broken in every way we could think of: each is told with file, row, column and remedy."""

import csv
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from geodata import DataError
from geodata.load import Geodata, load_from
from layers import FillLayer, discover

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
LONGEST_MESSAGE = 400

Change = Callable[[bytes], bytes | None]
"""From the bytes of a file to other ones; None removes the file."""


def by_rows(change: Callable[[list[list[str]]], None]) -> Change:
    """A change of the cells, the header being row 0 of the list and row 1 of the file."""

    def changed(content: bytes) -> bytes:
        rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
        change(rows)
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows(rows)
        return text.getvalue().encode()

    return changed


def cell(row: int, column: str, value: str) -> Change:
    """Write `value` into one cell; `row` is its line in the file."""

    def change(rows: list[list[str]]) -> None:
        rows[row - 1][rows[0].index(column)] = value

    return by_rows(change)


def in_row(key: str, column: str, value: str) -> Change:
    """Write `value` into one cell of the row whose first cell is `key`."""

    def change(rows: list[list[str]]) -> None:
        row = next(row for row in rows if row[0] == key)
        row[rows[0].index(column)] = value

    return by_rows(change)


def rows_without(column: str, value: str) -> Change:
    """Take away the rows that hold `value` in `column`."""

    def change(rows: list[list[str]]) -> None:
        place = rows[0].index(column)
        rows[1:] = [row for row in rows[1:] if row[place] != value]

    return by_rows(change)


def column_without(column: str) -> Change:
    def change(rows: list[list[str]]) -> None:
        place = rows[0].index(column)
        for row in rows:
            del row[place]

    return by_rows(change)


def column_added(name: str) -> Change:
    def change(rows: list[list[str]]) -> None:
        for row in rows:
            row.append(name)

    return by_rows(change)


def replaced(old: str, new: str) -> Change:
    """Exchange the first `old`, which must be there."""

    def change(content: bytes) -> bytes:
        assert old.encode() in content
        return content.replace(old.encode(), new.encode(), 1)

    return change


def whole(content: bytes | None) -> Change:
    return lambda _: content


def row_given(row: int, change: Callable[[list[str]], list[str]]) -> Change:
    def changed(rows: list[list[str]]) -> None:
        rows[row - 1] = change(rows[row - 1])

    return by_rows(changed)


@dataclass(frozen=True, kw_only=True)
class Bad:
    """One broken file, and what has to be said of it, or of the file `told_of`."""

    what: str
    change: Change
    row: int | None
    column: str | None
    remedy: str
    file: str = "areas.csv"
    told_of: str = ""


# areas.csv: a header (province_code, as_of, value, unit, status, source_id), then 01 to 25.
CELLS = [
    Bad(
        what=f"{column} {value[:8]!r}, {len(value)} long",
        change=cell(5, column, value),
        row=5,
        column=column,
        remedy=remedy,
    )
    for column, value, remedy in [
        ("province_code", "99", "Use a code from 01 to 25."),
        ("province_code", "1", "Write the two-digit NIS code"),
        ("province_code", "O1", "Write the two-digit NIS code"),
        ("province_code", "០៤", "01"),
        ("province_code", "", "Write the two-digit NIS code"),
        ("province_code", "00", "Use a code from 01 to 25."),
        ("value", "", "Write digits only"),
        ("value", "many", "Write digits only"),
        ("value", "12,500", "Write digits only"),
        ("value", "12_500", "Write digits only"),
        ("value", "12 500", "Write digits only"),
        ("value", "no. 5", "Write digits only"),
        ("value", "=1+1", "Write digits only"),
        ("value", "1\n2", "Write digits only"),
        ("value", "-5", "Write a number"),
        ("value", "NaN", "Write a number"),
        ("value", "inf", "Write a number"),
        ("value", "-inf", "Write a number"),
        ("value", "1e999", "Write a number"),
        ("unit", "ha", "Write one of: km2."),
        ("unit", "", "Write one of: km2."),
        ("status", "guessed", "Write one of: reported, computed"),
        ("status", "Reported", "Write one of: reported, computed"),
        ("as_of", "", "Write a date as"),
        ("as_of", "13/08/2025", "Write a date as"),
        ("as_of", "2025-13", "Write a date as"),
        ("as_of", "2025-8", "Write a date as"),
        ("as_of", "2025-02-30", "Write a date as"),
        ("as_of", "20២៥", "Write a date as"),
        ("source_id", "", "Fill it in."),
        ("source_id", "NOBODY", "Add it there, or correct the name."),
        ("source_id", "WIKI_PROV NOBODY", "Add it there, or correct the name."),
        ("value", "9" * 100_000 + "x", "Write digits only"),
        ("value", "9" * 10_000_000, "Write a number"),
    ]
]
SHAPES = [
    Bad(
        what="a province missing",
        change=rows_without("province_code", "04"),
        row=None,
        column="province_code",
        remedy="Add a row for 04.",
    ),
    Bad(
        what="a province missing for women only",
        file="adults_abroad.csv",
        change=by_rows(
            lambda rows: rows.remove(next(r for r in rows if r[:2] == ["07", "female"]))
        ),
        row=None,
        column="province_code",
        remedy="Add a row for 07.",
    ),
    Bad(
        what="all women missing",
        file="adults_abroad.csv",
        change=rows_without("sex", "female"),
        row=None,
        column="sex",
        remedy="Add",
    ),
    Bad(
        what="a province twice",
        change=by_rows(lambda rows: rows.append(rows[4])),
        row=27,
        column="province_code",
        remedy="Keep one of the two rows.",
    ),
    Bad(
        what="a province twice below a blank line",
        change=lambda content: content.replace(b"\n05,", b"\n\n05,") + content.splitlines()[4],
        row=28,
        column="province_code",
        remedy="Keep one of the two rows.",
    ),
    Bad(
        what="a column missing",
        change=column_without("unit"),
        row=1,
        column="unit",
        remedy="Add it.",
    ),
    Bad(
        what="a column too many",
        change=column_added("note"),
        row=1,
        column="note",
        remedy="Remove it, or correct its name.",
    ),
    Bad(
        what="a column without a name",
        change=column_added(""),
        row=1,
        column="(no name)",
        remedy="Remove it, or correct its name.",
    ),
    Bad(
        what="a column twice",
        change=column_added("unit"),
        row=1,
        column="unit",
        remedy="Remove one of the two.",
    ),
    Bad(
        what="a cell too many",
        change=row_given(7, lambda cells: [*cells, "more"]),
        row=7,
        column=None,
        remedy="Put a cell that holds a comma in double quotes.",
    ),
    Bad(
        what="a cell too few",
        change=row_given(7, lambda cells: cells[:-1]),
        row=7,
        column=None,
        remedy=".",
    ),
    Bad(
        what="a quotation mark that is never closed",
        change=replaced("\n05,2019", '\n05,"2019'),
        row=6,
        column=None,
        remedy=".",
    ),
    Bad(what="nothing in it", change=whole(b""), row=None, column=None, remedy="."),
    Bad(
        what="a header only",
        change=lambda content: content.splitlines(keepends=True)[0],
        row=None,
        column=None,
        remedy="Fill in at least one row.",
    ),
    Bad(
        what="Latin-1",
        change=lambda content: content + "é".encode("latin-1"),
        row=None,
        column=None,
        remedy="Save it as CSV in UTF-8.",
    ),
    Bad(
        what="UTF-16",
        change=lambda content: content.decode().encode("utf-16"),
        row=None,
        column=None,
        remedy="Save it as CSV in UTF-8.",
    ),
    Bad(
        what="no such file",
        change=whole(None),
        row=None,
        column=None,
        remedy="Restore it from the repository.",
    ),
    Bad(
        what="a table that nobody declared",
        file="rumours.csv",
        change=whole(b"a,b\n1,2\n"),
        row=None,
        column=None,
        remedy="Declare it in geodata/declarations.py, or remove the file.",
    ),
]
# Cells that no kind of column can judge alone: what they name has to exist, or to fit together.
MEANING = [
    Bad(
        what="a source twice",
        file="sources.csv",
        change=by_rows(lambda rows: rows.insert(2, rows[1])),
        row=3,
        column="source_id",
        remedy="Keep one of the two rows.",
    ),
    Bad(
        what="a Khmer name that is not Khmer",
        file="provinces.csv",
        change=cell(2, "name_km", "Banteay"),
        row=2,
        column="name_km",
        remedy="Write the Khmer name.",
    ),
    Bad(
        what="a capital outside the country",
        file="provinces.csv",
        change=cell(2, "capital_lat", "1.5"),
        row=2,
        column="capital_lat",
        remedy="Write a number from 9.5 to 15.",
    ),
    Bad(
        what="a border with an unknown country",
        file="provinces.csv",
        change=cell(2, "borders", "TH XX"),
        row=2,
        column="borders",
        remedy="TH",
    ),
    Bad(
        what="a corridor through no province",
        file="corridors.csv",
        change=cell(3, "provinces", "01 99"),
        row=3,
        column="provinces",
        remedy="Use a code from 01 to 25.",
    ),
    Bad(
        what="a cost whose low end is above its centre",
        file="instruments.csv",
        change=cell(2, "low", "0.4"),
        row=2,
        column="low",
        remedy="Put low, central and high in order.",
    ),
    Bad(
        what="a share above one",
        file="futures.csv",
        change=cell(2, "high", "31"),
        row=2,
        column="high",
        remedy="Write a ratio from 0 to 1.",
    ),
    Bad(
        what="a project that costs less at most than in the middle",
        file="projects.csv",
        change=cell(2, "usd_high", "1"),
        row=2,
        column="usd_high",
        remedy="Put low, central and high in order.",
    ),
    Bad(
        what="a ready scenario that spends less than the others",
        file="library_money.csv",
        change=cell(2, "usd", "1"),
        row=None,
        column="usd",
        remedy="Make all sums the same.",
    ),
    Bad(
        what="money for a place that is none",
        file="library_money.csv",
        change=cell(2, "place", "NR99"),
        row=2,
        column="place",
        remedy="Use a province code or a corridor_id",
    ),
    Bad(
        what="a road through no province",
        file="projects.csv",
        change=cell(2, "provinces", ""),
        row=2,
        column="provinces",
        remedy="Write the codes of the provinces",
    ),
    Bad(
        what="a corridor through no place",
        file="corridors.csv",
        change=cell(3, "line", "c:01 x:nowhere"),
        row=3,
        column="line",
        remedy="Write c:",
    ),
    Bad(
        what="a figure of no zone",
        file="sez_figures.csv",
        change=cell(2, "zone_id", "zone-999"),
        row=2,
        column="zone_id",
        remedy="sezs.csv",
    ),
    Bad(
        what="an exact place without a position",
        file="sezs.csv",
        change=cell(2, "lon", ""),
        row=2,
        column="lon",
        remedy=".",
    ),
    Bad(
        what="a value without its unit",
        file="agro_sites.csv",
        change=cell(2, "unit", ""),
        row=2,
        column="unit",
        remedy="ha",
    ),
    Bad(
        what="an estimate without its range",
        file="national.csv",
        change=cell(8, "status", "estimated"),
        row=8,
        column="status",
        remedy=".",
    ),
    Bad(
        what="a population that is estimated without its range",
        file="population.csv",
        change=cell(2, "status", "estimated"),
        row=2,
        column="status",
        remedy=".",
    ),
    Bad(
        what="an indicator missing",
        file="national.csv",
        change=rows_without("indicator", "aged_15_59"),
        row=None,
        column="indicator",
        remedy="aged_15_59",
    ),
    Bad(
        what="a total missing",
        file="national.csv",
        change=rows_without("as_of", "2025-09-03"),
        row=None,
        column="as_of",
        remedy="2025-09-03",
    ),
    Bad(
        what="an assumption missing",
        file="assumptions.csv",
        change=rows_without("key", "share_spread"),
        row=None,
        column="key",
        remedy="share_spread",
    ),
    Bad(
        what="an uncertain assumption without its low end",
        file="assumptions.csv",
        change=cell(2, "low", ""),
        row=2,
        column="low",
        remedy=".",
    ),
    Bad(
        what="an assumption whose low end is above the central value",
        file="assumptions.csv",
        change=cell(2, "low", "0.3"),
        row=2,
        column="low",
        remedy=".",
    ),
    Bad(
        what="a choice without the step of its control",
        file="assumptions.csv",
        change=in_row("reach_km", "step", ""),
        row=6,
        column="step",
        remedy="such as 5",
    ),
    Bad(
        what="a choice whose step is nothing",
        file="assumptions.csv",
        change=in_row("reach_km", "step", "0"),
        row=6,
        column="step",
        remedy=".",
    ),
    Bad(
        what="a choice whose low end is above the usual value",
        file="assumptions.csv",
        change=in_row("reach_km", "low", "80"),
        row=6,
        column="low",
        remedy="Put low, central and high in order.",
    ),
    Bad(
        what="a choice whose high end is below the usual value",
        file="assumptions.csv",
        change=in_row("alpha", "high", "0.4"),
        row=9,
        column="high",
        remedy="Put low, central and high in order.",
    ),
    Bad(
        what="shares of a sector that nobody named",
        file="sector_shares.csv",
        change=cell(4, "sector", "mining"),
        row=4,
        column="sector",
        remedy="sectors.csv",
    ),
    Bad(
        what="a transfer from a sector that nobody named",
        file="sector_transfer.csv",
        change=cell(3, "from_sector", "mining"),
        row=3,
        column="from_sector",
        remedy="sectors.csv",
    ),
    Bad(
        what="a transfer to a sector that nobody named",
        file="sector_transfer.csv",
        change=cell(3, "to_sector", "mining"),
        row=3,
        column="to_sector",
        remedy="sectors.csv",
    ),
    Bad(
        what="a sector without a share of vacancies",
        file="sector_shares.csv",
        change=by_rows(
            lambda rows: rows.remove(next(r for r in rows if r[:2] == ["vacancies", "services"]))
        ),
        row=None,
        column="sector",
        remedy="with 0 where there is none",
    ),
    Bad(
        what="a sector that only the list of sectors has",
        file="sectors.csv",
        change=lambda content: content + "mining,Mining,រ៉ែ,B,ISIC4\n".encode(),
        row=None,
        column="sector",
        remedy="with 0 where there is none",
        told_of="sector_shares.csv",
    ),
    Bad(
        what="shares that sum to 101",
        file="sector_shares.csv",
        change=cell(2, "value", "29"),
        row=None,
        column="value",
        remedy="Make them sum to 100.",
    ),
    Bad(
        what="a share below nothing",
        file="sector_shares.csv",
        change=cell(2, "value", "-28"),
        row=2,
        column="value",
        remedy="Write a number",
    ),
    Bad(
        what="a side that is neither",
        file="sector_shares.csv",
        change=cell(2, "side", "employers"),
        row=2,
        column="side",
        remedy="returnees, vacancies",
    ),
    Bad(
        what="a share twice",
        file="sector_shares.csv",
        change=by_rows(lambda rows: rows.append(rows[1])),
        row=14,
        column="side",
        remedy="Keep one of the two rows.",
    ),
    Bad(
        what="a transfer above one",
        file="sector_transfer.csv",
        change=cell(3, "value", "1.5"),
        row=3,
        column="value",
        remedy="Write 1 within a sector, and 0 to 1 between two.",
    ),
    Bad(
        what="a transfer below nothing",
        file="sector_transfer.csv",
        change=cell(3, "value", "-0.1"),
        row=3,
        column="value",
        remedy="Write a number",
    ),
    Bad(
        what="a sector that is not wholly open to its own workers",
        file="sector_transfer.csv",
        change=cell(2, "value", "0.9"),
        row=2,
        column="value",
        remedy="Write 1 within a sector",
    ),
    Bad(
        what="a pair of sectors missing",
        file="sector_transfer.csv",
        change=by_rows(lambda rows: rows.remove(rows[5])),
        row=None,
        column="to_sector",
        remedy="Add a row for it.",
    ),
    Bad(
        what="a pair of sectors twice",
        file="sector_transfer.csv",
        change=by_rows(lambda rows: rows.append(rows[5])),
        row=38,
        column="from_sector",
        remedy="Keep one of the two rows.",
    ),
    Bad(
        what="a sector twice",
        file="sectors.csv",
        change=by_rows(lambda rows: rows.append(rows[1])),
        row=8,
        column="sector",
        remedy="Keep one of the two rows.",
    ),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of all that is read at start."""
    shutil.copy(ROOT / "geodata" / "sources.csv", tmp_path)
    shutil.copytree(ROOT / "geodata" / "tables", tmp_path / "tables")
    return tmp_path


def change_file(folder: Path, name: str, change: Change) -> None:
    """Change one file of `folder`, in place."""
    path = folder / name if name == "sources.csv" else folder / "tables" / name
    content = change(path.read_bytes() if path.exists() else b"")
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)


def read_all(folder: Path) -> Geodata:
    """Tables and layers, as at start."""
    geodata = load_from(folder)
    for layer in discover().values():
        layer.read(geodata)
    return geodata


@pytest.mark.parametrize("bad", [*CELLS, *SHAPES, *MEANING], ids=lambda bad: bad.what)
def test_a_broken_table_is_told(folder: Path, bad: Bad) -> None:
    change_file(folder, bad.file, bad.change)
    with pytest.raises(DataError) as raised:
        read_all(folder)
    error, message = raised.value, str(raised.value)
    place = [bad.told_of or bad.file]
    place += [f"row {bad.row}"] if bad.row is not None else []
    place += [f"column {bad.column}"] if bad.column is not None else []
    assert message.startswith(", ".join(place))
    assert bad.row is None or error.row == bad.row
    assert bad.column is None or error.column == bad.column
    assert bad.remedy in error.remedy
    assert error.remedy.endswith(".") and " " in error.remedy, "the remedy is a sentence"
    assert "\n" not in message and len(message) <= LONGEST_MESSAGE, "one line, to be read"


def test_the_ceiling_of_formal_jobs_cannot_go_missing(folder: Path) -> None:
    change_file(folder, "formal_jobs.csv", rows_without("province_code", "08"))
    with pytest.raises(DataError, match=r"formal_jobs\.csv, column province_code: 08.* Add a row"):
        read_all(folder)


def test_what_a_number_says_of_its_sources_follows_the_tables(folder: Path) -> None:
    layer = discover()["vacancies"]
    assert isinstance(layer, FillLayer)
    before = layer.read(load_from(folder))["count"].values["01"].source_ids
    change_file(folder, "formal_jobs.csv", replaced("ADENNE", "KPI_SEZ"))
    after = layer.read(load_from(folder))["count"].values["01"].source_ids
    assert "ADENNE" in before and "KPI_SEZ" not in before
    assert "ADENNE" not in after and "KPI_SEZ" in after


def test_the_conflict_of_zone_workers_is_told_with_its_own_numbers() -> None:
    row = next(
        row
        for row in load_from(ROOT / "geodata").rows("conflicts")
        if row.conflict_id == "svay-rieng-zone-workers"
    )
    share = f"{100 * row.value_a / row.value_b:.0f} %"
    assert share in row.choice_en and share in row.choice_km


@pytest.mark.parametrize("value", ["inf", "-5"])
def test_the_remedy_is_not_what_was_wrong(folder: Path, value: str) -> None:
    change_file(folder, "areas.csv", cell(2, "value", value))
    with pytest.raises(DataError) as raised:
        load_from(folder)
    assert "inf" not in raised.value.remedy


def backwards(rows: list[list[str]]) -> None:
    for row in rows:
        row.reverse()


def every_cell(change: Callable[[str], str]) -> Change:
    return by_rows(lambda rows: rows.__setitem__(slice(None), [list(map(change, r)) for r in rows]))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda content: b"\xef\xbb\xbf" + content, id="byte order mark"),
        pytest.param(lambda content: content.replace(b"\n", b"\r\n"), id="CRLF"),
        pytest.param(lambda content: content.rstrip(b"\n"), id="no line break at the end"),
        pytest.param(lambda content: content + b"\n\n", id="blank lines at the end"),
        pytest.param(
            by_rows(lambda rows: rows.__setitem__(3, [f" {one}  " for one in rows[3]])),
            id="spaces around cells",
        ),
        pytest.param(every_cell(lambda one: f"{one} "), id="spaces after every cell and name"),
        pytest.param(by_rows(backwards), id="another order of columns"),
    ],
)
@pytest.mark.parametrize("file", ["areas.csv", "provinces.csv", "assumptions.csv", "sources.csv"])
def test_what_spreadsheets_do_to_a_file_changes_nothing(
    folder: Path, file: str, change: Change
) -> None:
    before = load_from(folder)
    change_file(folder, file, change)
    after = load_from(folder)
    assert after.provinces == before.provinces
    assert after.sources == before.sources
    for name in ("areas", "assumptions"):
        assert after.table(name).equals(before.table(name))


def start(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python app.py` in `folder`."""
    return subprocess.run(
        [sys.executable, "app.py"],
        cwd=folder,
        env={**os.environ, "DASH_DISABLE_VERSION_CHECK": "true", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=START_SECONDS,
        check=False,
    )


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what `python app.py` needs."""
    copy = tmp_path_factory.mktemp("atlas")
    for name in ("geodata", "layers", "records", "dashboard", "assets", "docs"):
        shutil.copytree(
            ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
        )
    shutil.copy(ROOT / "app.py", copy)
    return copy


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        pytest.param(
            "areas.csv",
            cell(5, "value", "many"),
            "areas.csv, row 5, column value: holds 'many', which is not a number. "
            "Write digits only, such as 12500.",
            id="a cell",
        ),
        pytest.param(
            "national.csv",
            rows_without("indicator", "aged_15_59"),
            "national.csv",
            id="an indicator missing",
        ),
    ],
)
def test_start_stops_at_a_broken_table_with_one_line(
    tree: Path, file: str, change: Change, said: str
) -> None:
    path = tree / "geodata" / "tables" / file
    kept = path.read_bytes()
    change_file(tree / "geodata", file, change)
    try:
        done = start(tree)
    finally:
        path.write_bytes(kept)
    lines = done.stderr.splitlines()
    assert (done.returncode, done.stdout, len(lines)) == (1, "", 1), done.stderr[-1500:]
    assert lines[0].startswith(f"Corridor Atlas cannot start. {said}")


@pytest.mark.parametrize(
    ("port", "said"),
    [
        ("abc", "PORT is 'abc'. Set a whole number from 1 to 65535."),
        ("9" * 5000, "PORT is '9999"),
    ],
    ids=["text", "5000 digits"],
)
def test_start_stops_at_a_wrong_setting_with_one_line(tree: Path, port: str, said: str) -> None:
    done = start(tree, PORT=port)
    lines = done.stderr.splitlines()
    assert (done.returncode, done.stdout, len(lines)) == (1, "", 1), done.stderr[-1500:]
    assert lines[0].startswith(f"Corridor Atlas cannot start. {said}")
