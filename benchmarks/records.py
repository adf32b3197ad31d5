"""Individual records, synthetic: from a file to all counts, and to what may be published.

Each size in a process of its own, so that its memory can be told.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.report import Budget, ms, ratio, table
from benchmarks.timing import calibration
from records.synthetic import Format, write

_SIZES: tuple[tuple[Format, int], ...] = (
    ("parquet", 10_000),
    ("parquet", 100_000),
    ("parquet", 1_000_000),
    ("parquet", 10_000_000),
    ("csv", 100_000),
    ("csv", 1_000_000),
)
_MILLION = 1_000_000
_BUDGETS = {
    ("parquet", _MILLION): Budget(most=1, unit="s"),
    ("csv", _MILLION): Budget(most=5, unit="s"),
}
_MEMORY = Budget(most=1000, unit="MB")
_HEADS = "records|MB|read ms|all counts ms|processor ms|x loop|memory MB|publish ms|hidden cells"
_CODE = """
import json, sys, time
from pathlib import Path
from records.engine import aggregate
from records.reading import read
from records.release import publish
from records.synthetic import write
import tempfile
with tempfile.TemporaryDirectory() as folder:
    with read(write(Path(folder), rows=50)) as warm:
        aggregate(warm.engine, fields=warm.fields, as_of=warm.as_of)
clock, processor = time.perf_counter(), time.process_time()
with read(Path(sys.argv[1])) as reading:
    read_s = time.perf_counter() - clock
    tables = aggregate(reading.engine, fields=reading.fields, as_of=reading.as_of)
all_s, processor_s = time.perf_counter() - clock, time.process_time() - processor
status = Path("/proc/self/status").read_text()
memory = int(status.split("VmHWM:")[1].split()[0]) * 1.024 / 1000
clock = time.perf_counter()
release = publish(tables)
print(json.dumps({"read": read_s, "all": all_s, "processor": processor_s, "memory": memory,
    "publish": time.perf_counter() - clock, "people": tables.people,
    "hidden": sum(count is None for count in release.counts.values()),
    "cells": len(release.counts)}))
"""


@dataclass(frozen=True, kw_only=True)
class _Run:
    form: Format
    rows: int
    megabytes: float
    told: dict[str, float]


def run() -> str:
    """Every table of this benchmark."""
    loop = calibration()
    runs = [_measured(form, rows) for form, rows in _SIZES]
    budgets = [
        [f"{one.rows:,} records from {one.form}", str(budget), f"{told:.2f}", budget.verdict(told)]
        for one in runs
        if (budget := _BUDGETS.get((one.form, one.rows)))
        for told in [one.told["all"]]
    ]
    budgets += [
        [
            f"memory, {one.rows:,} from {one.form}",
            str(_MEMORY),
            f"{told:.0f}",
            _MEMORY.verdict(told),
        ]
        for one in runs
        if one.rows == _MILLION
        for told in [one.told["memory"]]
    ]
    rows = [
        [
            f"{one.rows:,} {one.form}",
            f"{one.megabytes:.1f}",
            ms(one.told["read"] * 1000),
            ms(one.told["all"] * 1000),
            ms(one.told["processor"] * 1000),
            ratio(one.told["processor"] * 1000, loop),
            f"{one.told['memory']:.0f}",
            ms(one.told["publish"] * 1000),
            f"{one.told['hidden']:.0f} of {one.told['cells']:.0f}",
        ]
        for one in runs
    ]
    return "\n".join(
        [
            table("Records: budgets", ["what", "budget", "value", "verdict"], budgets),
            table(
                "Records: growth",
                _HEADS.split("|"),
                rows,
                note=f"All counts: from the file to every count. Calibration loop {loop:.1f} ms.",
            ),
        ]
    )


def _measured(form: Format, rows: int) -> _Run:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), rows=rows, form=form)
        done = subprocess.run(
            [sys.executable, "-c", _CODE, str(path)], capture_output=True, text=True, check=True
        )
        return _Run(
            form=form,
            rows=rows,
            megabytes=path.stat().st_size / 1e6,
            told=json.loads(done.stdout),
        )
