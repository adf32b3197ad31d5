"""Counts that were loaded, among estimates."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from geodata import DataError, Figure, Geodata, load
from geodata.loadable import LOADABLE
from geodata.loaded import Loaded, with_loaded
from geodata.provinces import CODES
from geodata.sources import Source
from layers import formal_jobs, returnees, seekers, trades_counted, vacancies
from layers._counted import anchored
from layers._estimation import Estimate

MINISTRY = Source(
    id="load-1",
    short="Ministry",
    short_km="",
    title="Counts of the ministry",
    publisher="Ministry of Labour",
    year=2026,
    url="",
    licence="",
    how_read="loaded",
)
EVIDENCE = {"as_of": "2026-10-01", "status": "reported", "source_id": ("load-1",)}


def people(**counts: float) -> pd.DataFrame:
    rows = [
        {"province_code": code.removeprefix("p"), "value": value, "unit": "persons", **EVIDENCE}
        for code, value in counts.items()
    ]
    return pd.DataFrame(rows)


def jobs(*counts: tuple[str, str, float]) -> pd.DataFrame:
    rows = [
        {"province_code": code, "sector": sector, "value": value, "unit": "vacancies", **EVIDENCE}
        for code, sector, value in counts
    ]
    return pd.DataFrame(rows)


def loaded(**tables: pd.DataFrame) -> Geodata:
    return with_loaded(load(), [Loaded(source=MINISTRY, tables=tables)])


def values(geodata: Geodata, layer: Any, measure: str = "count") -> dict[str, Figure]:
    return dict(layer.read(geodata)[measure].values)


def test_without_a_load_the_tables_of_counts_are_empty_and_nothing_changes() -> None:
    for name in LOADABLE:
        assert load().table(name).empty
    assert values(with_loaded(load(), []), returnees) == values(load(), returnees)


def test_a_counted_province_is_reported_and_the_rest_shares_what_is_left() -> None:
    before = values(load(), returnees)
    after = values(loaded(counted_returnees=people(p01=150_000, p24=1_000)), returnees)
    assert after["01"] == Figure(
        value=150_000, status="reported", source_ids=("load-1",), as_of="2026-10-01"
    )
    assert sum(figure.value for figure in after.values()) == pytest.approx(910_000)
    factor = (910_000 - 151_000) / (910_000 - before["01"].value - before["24"].value)
    for code in set(CODES) - {"01", "24"}:
        assert after[code].status == "estimated"
        assert after[code].value == pytest.approx(before[code].value * factor)
        assert "load-1" in after[code].source_ids, "it rests on the count as well"


def test_each_draw_keeps_its_total_and_a_count_has_no_range() -> None:
    before = returnees.from_tables(load())[0]
    after = returnees.from_tables(loaded(counted_returnees=people(p02=200_000)))[0]
    assert after.draws.sum(axis=1) == pytest.approx(before.draws.sum(axis=1))
    assert np.ptp(after.draws[:, CODES.index("02")]) == 0


def test_with_every_province_counted_the_country_is_their_sum() -> None:
    counts = {f"p{code}": 1_000.0 * (at + 1) for at, code in enumerate(CODES)}
    reading = returnees.read(loaded(counted_returnees=people(**counts)))["count"]
    assert reading.national is not None
    assert reading.national.value == sum(counts.values())
    assert reading.national.status == "computed"
    assert {figure.status for figure in reading.values.values()} == {"reported"}


def test_rates_of_counts_are_computed_and_women_stay_estimated() -> None:
    here = loaded(counted_returnees=people(p01=150_000))
    assert values(here, returnees, "per_1000")["01"].status == "computed"
    assert values(here, returnees, "women")["01"].status == "estimated"


def test_counted_placements_lower_those_in_need_there_and_raise_them_elsewhere() -> None:
    before = seekers.from_tables(load(), basis="unplaced").count
    here = loaded(counted_placed=people(p01=130_000))
    after = seekers.from_tables(here, basis="unplaced").count
    at = CODES.index("01")
    assert after.central[at] < before.central[at]
    others = np.arange(len(CODES)) != at
    assert (after.central[others] > before.central[others]).all()
    assert after.central.sum() == pytest.approx(before.central.sum())
    everyone = seekers.from_tables(here, basis="working_age")
    assert "load-1" not in everyone.source_ids, "who is placed is not asked there"


def test_counted_vacancies_are_the_sum_of_their_sectors() -> None:
    sectors = tuple(row.sector for row in load().rows("sectors"))
    rows = [("12", sector, 10_000.0 * at) for at, sector in enumerate(sectors)]
    here = loaded(counted_vacancies=jobs(*rows, ("01", "all", 2_000)))
    after = values(here, vacancies)
    assert after["12"].value == 150_000 and after["12"].status == "computed"
    assert after["01"].value == 2_000 and after["01"].status == "reported"
    assert sum(figure.value for figure in after.values()) == pytest.approx(190_000)
    shares = trades_counted(here, sectors)
    assert set(shares) == {"12"}
    assert shares["12"] == pytest.approx(np.arange(6) / 15)


def test_formal_jobs_know_nothing_of_counted_vacancies() -> None:
    here = loaded(counted_vacancies=jobs(("12", "all", 50_000)))
    assert values(here, formal_jobs) == values(load(), formal_jobs)


def test_a_total_below_its_counts_leaves_the_others_nothing_in_a_draw() -> None:
    even = Estimate(central=np.full(25, 4.0), draws=np.full((3, 25), 4.0))
    count = Figure(value=200, status="reported", source_ids=("X",), as_of="2026")
    found = anchored(even, {"01": count})
    assert found.draws[:, 0].tolist() == [200, 200, 200]
    assert not found.draws[:, 1:].any()


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        ({"counted_returnees": people(p01=600_000, p02=400_000)}, "the country 910,000"),
        (
            {"counted_returnees": people(p01=100), "counted_placed": people(p01=101)},
            "came back there",
        ),
        ({"counted_returnees": people(p26=1)}, "holds 26, no province"),
        ({"counted_vacancies": jobs(("12", "mining", 5))}, "no sector"),
        ({"counted_vacancies": jobs(("12", "construction", 5))}, "some sectors only"),
        (
            {
                "measured_distances": pd.DataFrame(
                    [{"from_code": "01", "to_code": "01", "value": 3, "unit": "km", **EVIDENCE}]
                )
            },
            "to itself",
        ),
    ],
)
def test_counts_that_cannot_be_are_refused(tables: dict[str, pd.DataFrame], says: str) -> None:
    with pytest.raises(DataError, match=says):
        loaded(**tables)


def test_a_later_load_replaces_the_same_rows_only() -> None:
    later = Loaded(source=MINISTRY, tables={"counted_returnees": people(p01=120_000)})
    first = Loaded(source=MINISTRY, tables={"counted_returnees": people(p01=150_000, p02=100_000)})
    table = with_loaded(load(), [first, later]).table("counted_returnees")
    assert dict(zip(table["province_code"], table["value"], strict=True)) == {
        "01": 120_000,
        "02": 100_000,
    }
