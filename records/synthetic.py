"""Invented records, any number of them, for demonstration, tests and benchmarks.

Nobody is in them: every row says so in its column `synthetic`, and so does the name of the file.
They follow no published figure closely enough to be taken for one.
"""

from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd

from geodata.provinces import CODES

Format = Literal["parquet", "csv"]
_BLOCK = 1_000_000
_SECTORS = (
    ("agriculture_fishing", 0.28, 0.30),
    ("agro_processing", 0.08, 0.14),
    ("manufacturing", 0.12, 0.19),
    ("construction", 0.40, 0.27),
    ("transport_logistics", 0.03, 0.02),
    ("services", 0.09, 0.08),
)
_STATUSES = ("registered", "training", "protection", "placed", "enterprise")
_FIRST_DAY = np.datetime64("2025-06-01")
_SPREAD_DAYS, _LAST_DAY = 270, np.datetime64("2026-06-30")
_LARGE = ("01", "02", "17", "22", "15", "03", "14", "25", "12")


def frame(*, rows: int, seed: int = 1, first: int = 0) -> pd.DataFrame:
    """Invented records, one row a person, numbered from `first`; the same for the same seed."""
    draw = np.random.default_rng([seed, first])
    weight = np.array([4.0 if code in _LARGE else 1.0 for code in CODES])
    for code, share in {"23": 0.05, "24": 0.3}.items():
        if code in CODES:
            weight[CODES.index(code)] = share
    female = draw.random(rows) < 0.435
    sectors = np.array([name for name, _, _ in _SECTORS])
    men, women = (np.cumsum([share[i] for share in _SECTORS]) for i in (1, 2))
    point = draw.random(rows)
    sector = np.where(
        female, np.searchsorted(women / women[-1], point), np.searchsorted(men / men[-1], point)
    )
    status = np.searchsorted(np.cumsum([0.26, 0.12, 0.06, 0.46]), draw.random(rows))
    in_work = status >= _STATUSES.index("placed")
    returned = _FIRST_DAY + (draw.beta(2, 3, rows) * _SPREAD_DAYS).astype("timedelta64[D]")
    waited = draw.gamma(1.3, np.where(female, 75.0, 60.0)).astype("timedelta64[D]")
    before = np.round(draw.lognormal(np.where(female, 5.95, 6.05), 0.3), -1).clip(100, 2000)
    now = np.round(before * draw.lognormal(-0.5, 0.3, rows), -1).clip(60, 2000)
    debt = np.where(draw.random(rows) < 0.55, np.round(draw.lognormal(7.2, 0.9, rows), -2), 0.0)
    stays = draw.random(rows) < 0.45
    return pd.DataFrame(
        {
            "person": np.arange(first, first + rows),
            "province": np.array(CODES)[
                np.searchsorted(np.cumsum(weight / weight.sum()), draw.random(rows)).clip(0, 24)
            ],
            "sex": np.where(female, "female", "male"),
            "age_group": draw.choice(
                ["under_18", "18_24", "25_34", "35_44", "45_over"],
                rows,
                p=[0.03, 0.24, 0.33, 0.22, 0.18],
            ),
            "sector": sectors[sector.clip(0, 5)],
            "returned": returned,
            "status": np.array(_STATUSES)[status],
            "status_date": np.minimum(returned + waited, _LAST_DAY),
            "income_before": before,
            "income_now": np.where(in_work, now, np.nan),
            "debt": debt,
            "arrears": np.where((debt > 0) & (draw.random(rows) < 0.3), "yes", "no"),
            "certificate": np.where(draw.random(rows) < 0.18, "yes", "no"),
            "job_sector": pd.Series(
                np.where(stays, sectors[sector.clip(0, 5)], draw.choice(sectors, rows)), dtype="str"
            ).where(in_work),
            "synthetic": True,
        }
    )


def file_name(*, rows: int, seed: int = 1, form: Format = "parquet") -> str:
    """The name that such a file has: it says that the records are synthetic."""
    return f"synthetic-records-{rows}-seed-{seed}.{form}"


def write(folder: Path, *, rows: int, seed: int = 1, form: Format = "parquet") -> Path:
    """Write invented records into `folder`, a million at a time, and return the file."""
    import duckdb

    path = folder / file_name(rows=rows, seed=seed, form=form)
    how = "FORMAT parquet, COMPRESSION zstd" if form == "parquet" else "FORMAT csv, HEADER"
    config: dict[str, Any] = {"temp_directory": str(folder / "spill"), "memory_limit": "900MB"}
    with duckdb.connect(config=config) as base:
        base.execute("SET enable_progress_bar = false")
        for first in range(0, max(rows, 1), _BLOCK):
            base.register("block", frame(rows=min(_BLOCK, rows - first), seed=seed, first=first))
            made = "INSERT INTO made" if first else "CREATE TABLE made AS"
            base.execute(
                f"{made} SELECT * REPLACE (returned::DATE AS returned, status_date::DATE AS"
                " status_date) FROM block"
            )
        base.execute(f"COPY made TO '{str(path).replace(chr(39), chr(39) * 2)}' ({how})")
    return path
