"""Both engines on the same records. `make test-heavy` runs this; it needs PySpark and Java."""

import shutil
from pathlib import Path

import pytest

from records.engine import aggregate
from records.keeping import keep
from records.reading import read
from records.spark import spark_over
from records.synthetic import write

pytestmark = pytest.mark.heavy


@pytest.mark.filterwarnings("default")
def test_spark_and_duckdb_count_the_same(tmp_path: Path) -> None:
    if shutil.which("java") is None:
        pytest.fail("Java is missing: sudo apt-get install openjdk-17-jre-headless")
    with read(write(tmp_path, rows=30_000)) as reading:
        reading.base.execute(
            "INSERT INTO clean SELECT * REPLACE (4 AS status, status_date + 40 AS status_date,"
            " 333.25 AS income_now) FROM clean WHERE person % 3 = 0"
        )
        kept = keep(reading, tmp_path / "clean.parquet", opted_in=True)
        spark = spark_over(kept, master="local[2]")
        try:
            for events in (False, True):
                here, there = (
                    aggregate(engine, fields=reading.fields, as_of=reading.as_of, events=events)
                    for engine in (reading.engine, spark)
                )
                assert here.people > 0
                assert here.counts == there.counts
                assert here.sums == there.sums
                assert here.content_hash == there.content_hash
        finally:
            spark.close()
