"""Tables broken in every way we could think of: each is told with file, row, column and remedy."""

from pathlib import Path

import pytest

from geodata import DataError
from geodata.load import load_from
from layers import FillLayer, discover
from tests.geodata.bad_cells import CELLS, SHAPES
from tests.geodata.bad_meaning import MEANING
from tests.geodata.breaking import (
    LONGEST_MESSAGE,
    ROOT,
    Bad,
    Change,
    backwards,
    by_rows,
    cell,
    change_file,
    every_cell,
    read_all,
    replaced,
    rows_without,
)


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
