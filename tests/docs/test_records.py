"""docs/records.md names every field and aggregate as the code has them."""

from pathlib import Path

import pytest

from records.aggregates import discover
from records.codes import values
from records.fields import FIELDS

PAGE = (Path(__file__).parents[2] / "docs" / "records.md").read_text(encoding="utf-8")


def rows(heading: str) -> dict[str, list[str]]:
    """The table below a heading: its cells by the name in the first."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    return {
        line.split("`")[1]: [cell.strip() for cell in line.strip("|").split("|")]
        for line in section.splitlines()
        if line.startswith("| `")
    }


@pytest.mark.parametrize("key", FIELDS)
def test_every_field_is_described_with_its_kind(key: str) -> None:
    told = rows("Fields")[key]
    assert told[1] == FIELDS[key].kind
    if FIELDS[key].choices and key not in ("sector", "job_sector"):
        assert all(f"`{value}`" in told[2] for value in values(key))
    if FIELDS[key].most:
        assert f"{FIELDS[key].most:,.0f}" in told[2]


@pytest.mark.parametrize("key", discover())
def test_every_aggregate_is_described_with_its_outcomes(key: str) -> None:
    if not key.startswith("time_"):
        told = rows("What is counted")[key][2]
        assert all(f"`{outcome}`" in told for outcome in discover()[key].outcomes)


def test_nothing_is_described_that_does_not_exist() -> None:
    assert list(rows("Fields")) == list(FIELDS)
    assert set(rows("What is counted")) == set(discover())
