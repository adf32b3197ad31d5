"""docs/data-desk.md and the methods' parts on counts: kinds, columns and numbers as they are."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from dashboard.desk.file_problem import LARGEST_MB, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from dashboard.desk.kind import kinds
from dashboard.desk.made import source_of
from dashboard.desk.route_paths import TABLE, TEMPLATE
from geodata import Figure, Geodata, load
from geodata.loadable import LOADABLE
from geodata.loaded import Loaded, with_loaded
from layers import FillLayer, discover
from tests.docs.methods_said import reading, says, whole
from tests.layers.test_counted import jobs, people

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "data-desk.md"
SOURCE = source_of(file_hash="x", title="Counts", publisher="Ministry", date="2026-10")


@cache
def text() -> str:
    return " ".join(PAGE.read_text(encoding="utf-8").split())


def after(geodata: Geodata, layer: str, measure: str = "count") -> Mapping[str, Figure]:
    found = discover()[layer]
    assert isinstance(found, FillLayer)
    return found.read(geodata)[measure].values


def counted(**tables: object) -> Geodata:
    return with_loaded(load(), [Loaded(source=SOURCE, tables=tables)])  # type: ignore[arg-type]


@pytest.mark.parametrize("key", list(kinds()))
def test_every_kind_is_described_with_its_columns(key: str) -> None:
    kind = kinds()[key]
    row = next((row for row in text().split("| `") if row.startswith(f"{key}`")), "")
    assert kind.title.en in row, f"docs/data-desk.md does not describe {key}"
    for column in kind.columns:
        assert column.title.en in row, f"{key}: the column {column.title.en} is not described"


def test_limits_and_addresses_are_those_of_the_code() -> None:
    for said in (
        f"{LARGEST_MB} MB",
        f"{MOST_ROWS:,} rows",
        f"{MOST_COLUMNS} columns",
        f"{LONGEST_CELL:,} letters",
        f"`{TEMPLATE}KIND.xlsx?lang=km`",
        f"`{TABLE}NAME.csv`",
    ):
        assert said in text(), said


@pytest.mark.parametrize("name", list(LOADABLE))
def test_every_table_that_ships_empty_is_described(name: str) -> None:
    assert f"`{name}`" in text()


def test_returnees_where_counts_are_loaded() -> None:
    before = reading("returnees").values
    now = after(counted(counted_returnees=people(p01=150_000, p02=90_000)), "returnees")
    others = 910_000 - before["01"].value - before["02"].value
    assert now["17"].value == pytest.approx(670_000 * before["17"].value / others)
    says(
        "returnees",
        "150,000 in Banteay Meanchey and 90,000 in Battambang",
        "910,000 - 240,000 = 670,000",
        f"{whole(before['17'].value)} of {whole(others)}",
        f"that is {whole(now['17'].value)}",
    )


def test_vacancies_where_counts_are_loaded() -> None:
    before = reading("vacancies").values
    now = after(counted(counted_vacancies=jobs(("20", "all", 12_000))), "vacancies")
    others = 190_000 - before["20"].value
    assert now["01"].value == pytest.approx(178_000 * before["01"].value / others)
    says(
        "vacancies",
        "12,000 vacancies are counted in Svay Rieng",
        "190,000 - 12,000 = 178,000",
        f"{whole(before['01'].value)} of {whole(others)}",
        f"that is {whole(now['01'].value)}",
    )


def test_seekers_where_counts_are_loaded() -> None:
    before = reading("returnees").values
    placed = 600_000 * before["01"].value / 910_000
    now = after(counted(counted_placed=people(p01=100_000)), "seekers", "durable")
    value = before["01"].value * 725_000 / 940_000 - 0.43 * 100_000
    assert now["01"].value == pytest.approx(value)
    says(
        "seekers",
        "100,000 are counted as placed in Banteay Meanchey",
        f"instead of {whole(placed)}",
        f"- 0.43 × 100,000 = {whole(value)}",
    )


def test_the_decision_is_listed_nowhere_twice() -> None:
    names = [path.name[:4] for path in (DOCS / "decisions").glob("*.md")]
    assert len(set(names)) == len(names)
    assert re.search(r"^# 0047 ", (DOCS / "decisions" / "0047-loaded-data.md").read_text(), re.M)
