from pathlib import Path

import duckdb
import pytest

from records.reading import read
from records.synthetic import Format, file_name, frame, write


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_every_row_and_the_name_say_that_nobody_is_real(tmp_path: Path, form: Format) -> None:
    path = write(tmp_path, rows=300, form=form)
    assert path.name.startswith("synthetic-records-")
    with duckdb.connect() as base:
        marks = base.execute(f"SELECT DISTINCT synthetic FROM '{path}'").fetchall()
    assert marks == [(True,)]
    with read(path) as reading:
        assert reading.synthetic
        assert [one.key for one in reading.report.problems] == ["synthetic"]


def test_a_seed_gives_the_same_records_and_another_one_others() -> None:
    assert frame(rows=200, seed=1).equals(frame(rows=200, seed=1))
    assert not frame(rows=200, seed=1).equals(frame(rows=200, seed=2))


def test_csv_and_parquet_hold_the_same(tmp_path: Path) -> None:
    from records.engine import aggregate

    found = []
    for form in ("csv", "parquet"):
        with read(write(tmp_path, rows=2000, form=form)) as reading:
            found.append(
                aggregate(reading.engine, fields=reading.fields, as_of=reading.as_of).content_hash
            )
    assert found[0] == found[1]


def test_the_name_holds_size_and_seed() -> None:
    assert file_name(rows=5, seed=7, form="csv") == "synthetic-records-5-seed-7.csv"
