"""The pages on the registry and the index: their examples recomputed with the code."""

from datetime import date
from pathlib import Path

import pytest

from analysis.reintegration import reweighted
from dashboard.components.monitor.funnel import steps
from dashboard.monitor.asked import TOTAL
from dashboard.monitor.released import Registry
from dashboard.monitor.warned import DOWN, LEVELS, UP, thresholds
from geodata import load
from records.aggregates._months import EDGES
from records.earlier import THRESHOLD, Earlier
from records.people import DIMENSIONS
from records.release import Release
from records.suppress import suppress
from records.survival import kaplan_meier
from records.tables import Cell, Tables

FOLDER = Path(__file__).parents[2] / "docs" / "methods"


def says(name: str, *phrases: str) -> None:
    words = " ".join((FOLDER / f"{name}.en.md").read_text(encoding="utf-8").split())
    assert [phrase for phrase in phrases if phrase not in words] == []


def test_the_steps_of_the_example_and_their_shares() -> None:
    numbers = {
        ("people", "all"): 2000,
        ("funnel", "supported"): 700,
        ("funnel", "in_work"): 900,
        ("job_quality", "at_least"): 414,
    }
    release = Release(
        version=1,
        as_of=date(2026, 6, 30),
        counts={Cell(*part, *TOTAL, "all"): (count, 1) for part, count in numbers.items()},
        means={},
    )
    found = steps(Registry(release=release), place=TOTAL, sex="all")
    limits = {key: f"{one.value:.0f}" for key, one in thresholds().items()}
    counts = [f"{one.count.value:,}" for one in found]
    shares = [f"{one.share:.0f} %" for one in found]
    says(
        "funnel",
        f"{', '.join(counts[:3])} and {counts[3]}, or {', '.join(shares[:3])} and {shares[3]}",
        f"414 of 900 earn as much: {100 * 414 / 900:.0f} %",
        f"rose by {limits[UP]} point or more and mean income now fell by {limits[DOWN]} % or",
        *(f"| {limits[key]} % |" for key in LEVELS),
    )


def test_the_curve_of_the_example() -> None:
    first, second, _ = kaplan_meier([10, 20, 0], [4, 8, 58], [1, 2, 0], half=True)
    for point in (first, second):
        says(
            "survival",
            f"| {point.month} | {point.at_risk:.0f} | {point.share:.2%} |".replace("%", " %"),
            f"| {point.low:.2%} to {point.high:.2%} |".replace("%", " %"),
        )
    says("survival", f"1 - 10 / 98 = {first.share:.4f}", f"(1 - 20 / 82) = {second.share:.4f}")
    says("survival", f"months {', '.join(map(str, EDGES[:-1]))} and {EDGES[-1]};")


@pytest.mark.parametrize("weight", [0, 25, 50])
def test_the_index_with_other_weights(weight: int) -> None:
    survey = {row.indicator: row.value for row in load().rows("survey")}
    behind = {row.part: row.value for row in load().rows("index_weights")}
    found = reweighted(
        survey["reintegration_index"],
        {"institutions": survey["index_institutions"]},
        behind=behind,
        weights={**behind, "institutions": float(weight)},
    )
    says(
        "reintegration_index",
        f"The whole index is {survey['reintegration_index']}.",
        f"services, {survey['index_institutions']}.",
        f"= {found.others:.3f}.",
        f"| {weight} of {75 + weight} | {found.value:.3f} |",
    )


def test_all_four_of_the_small_table_are_hidden_and_could_be_ten_higher() -> None:
    work = {"12": (5, 40), "24": (30, 90)}
    cells: dict[Cell, int] = {}
    for code, counts in work.items():
        for sex in ("female", "male", "all"):
            told = counts if sex != "male" else (0, 0)
            place = ("province", code)
            cells[Cell("people", "all", *place, sex)] = sum(told)
            cells[Cell("funnel", "in_work", *place, sex)] = told[0]
            cells[Cell("funnel", "supported", *place, sex)] = 0
            cells[Cell("funnel", "registered", *place, sex)] = told[1]
    for cell in list(cells):
        total = cell._replace(dimension="total", value="all")
        cells[total] = cells.get(total, 0) + cells[cell]
    tables = Tables(counts=cells, sums={}, as_of=date(2026, 6, 30), fields=("province", "sex"))
    found = suppress(tables, earlier=Earlier())
    hidden = {(one.outcome, one.value) for one in found.least if one.sex == "all"}
    assert hidden == {(key, code) for key in ("in_work", "registered") for code in work}
    says("suppression", f"Counts of 1 to {THRESHOLD - 1} people", "fits 15, 30, 20 and 100 as well")
    assert len(DIMENSIONS) == 4
