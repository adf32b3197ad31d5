"""Every measure of a case: values within their ranges, infinity as such, signs by the draws."""

import math

import numpy as np
import pandas as pd
import pytest

from analysis.measures import discover, local_clusters, mismatch_index
from dashboard.mismatch.groups import groups
from dashboard.mismatch.market import Case, market
from dashboard.mismatch.pictures import NONE, PAIR, picture_names, pictures
from dashboard.mismatch.ranges import ranged, ranges
from dashboard.mismatch.readings import (
    SURE,
    clusters,
    national,
    province_measures,
    ranks,
    readings,
    unsure,
)
from dashboard.mismatch.trades import ALL, gap_by_trade
from dashboard.mismatch_view import choices
from dashboard.numbers import range_text, value_text
from dashboard.state import AGES, BASES
from geodata.provinces import CODES

CASES = [Case(basis=basis, ages=ages) for basis in BASES for ages in AGES]
CASE = CASES[0]
SIGNED = [key for key, one in province_measures().items() if one.signed]


def label(case: Case) -> str:
    return f"{case.basis} {case.ages}"


@pytest.mark.parametrize("case", CASES, ids=label)
def test_every_value_lies_within_its_range_and_within_the_measure(case: Case) -> None:
    for key, reading in readings(case).items():
        for code, figure in reading.values.items():
            assert figure.low is not None and figure.high is not None
            assert figure.low <= figure.value <= figure.high, (key, code)
            assert figure.status == "estimated" and figure.source_ids and figure.as_of
            if key in province_measures():
                one = province_measures()[key]
                low, high = (end * one.factor for end in one.range)
                assert low <= figure.low and figure.high <= high, (key, code)
    for key, figure in national(case).items():
        assert figure.low is not None and figure.high is not None
        assert figure.low <= figure.value <= figure.high, key


def test_a_reading_is_the_measure_of_the_two_sides() -> None:
    here = market(CASE)
    people, jobs = here.seekers.series, here.vacancies.series
    found = readings(CASE)
    for code in CODES:
        assert found["gap"].values[code].value == pytest.approx(people[code] - jobs[code])
        ratio = people[code] / jobs[code]
        assert found["seekers_per_vacancy"].values[code].value == pytest.approx(ratio)
        share = 100 * (people[code] / people.sum() - jobs[code] / jobs.sum())
        assert found["share_gap"].values[code].value == pytest.approx(share)
    index = 100 * mismatch_index(people, jobs)
    assert national(CASE)["mismatch_index"].value == pytest.approx(index)
    assert 40 < index < 65, "about 0.55, says the design"


def test_all_national_measures_that_draws_can_follow_are_told() -> None:
    assert set(national(CASE)) == {
        "mismatch_index",
        "sahin_mismatch",
        "sahin_mismatch_sector",
        "sahin_mismatch_both",
    }
    found = national(CASE)
    assert found["sahin_mismatch_both"].value >= found["sahin_mismatch"].value
    assert found["sahin_mismatch_both"].value >= found["sahin_mismatch_sector"].value


def test_where_no_job_is_near_enough_infinity_is_told_as_infinity() -> None:
    figure = ranged(math.inf, np.array([120.0, math.inf, math.inf]), source_ids=["X"], as_of="2025")
    assert (figure.low, figure.high) == (120.0, math.inf)
    assert value_text(figure) == "\u221e"
    assert range_text(figure) == "120\u2013\u221e"
    nowhere = ranged(math.inf, np.array([math.inf, math.inf]), source_ids=["X"], as_of="2025")
    assert value_text(nowhere) == "\u221e" and range_text(nowhere) is None


def test_a_percentile_between_a_number_and_infinity_is_one_of_them() -> None:
    drawn = np.array([[1.0], [2.0], [math.inf]])
    low, high = ranges(drawn)
    assert low[0] == 1.0 and high[0] == math.inf
    low, high = ranges(np.arange(101.0)[:, None])
    assert (low[0], high[0]) == (10.0, 90.0)
    low, high = ranges(np.array([[math.nan], [4.0], [4.0]]))
    assert (low[0], high[0]) == (4.0, 4.0), "a draw without a value is left out"


@pytest.mark.parametrize("case", CASES, ids=label)
@pytest.mark.parametrize("key", SIGNED)
def test_hatched_are_the_provinces_whose_sign_changes_in_a_tenth_of_draws(
    key: str, case: Case
) -> None:
    drawn = readings(case)[key].draws
    assert drawn is not None
    by_hand = {
        code
        for i, code in enumerate(CODES)
        if max((drawn[:, i] > 0).mean(), (drawn[:, i] < 0).mean()) < 0.9
    }
    assert SURE == 0.9
    assert unsure(case, key) == by_hand == pictures(case)[key].unsure


def test_some_signs_are_certain_and_some_are_not() -> None:
    found = unsure(CASE, "gap")
    assert 0 < len(found) < 25
    assert {"01", "02", "17"}.isdisjoint(found), "Banteay Meanchey, Battambang, Siem Reap"
    assert pictures(CASE)["gap"].by_sign and not pictures(CASE)["shen_access"].by_sign


def test_the_widest_gaps_are_ranked_over_the_draws() -> None:
    drawn = readings(CASE)["gap"].draws
    assert drawn is not None
    top = np.argsort(-drawn, axis=1)[:, :3]
    found = ranks(CASE, "gap")
    assert found.among_top.sum() == pytest.approx(3)
    for code in ("01", "02", "17", "12"):
        by_hand = (top == CODES.index(code)).any(axis=1).mean()
        assert found.among_top[code] == pytest.approx(by_hand), code
    assert found.order["higher"].iloc[0] == "01"


@pytest.mark.parametrize("key", [*province_measures(), "seekers", "vacancies"])
@pytest.mark.parametrize("basis", BASES)
def test_every_picture_can_be_ranked(key: str, basis: str) -> None:
    found = ranks(Case(basis=basis, ages="all"), key)
    assert found.among_top.sum() == pytest.approx(3)
    assert found.order["holds"].between(0, 1).all() and len(found.order) == 24


@pytest.mark.parametrize("case", CASES, ids=label)
def test_cells_of_trades_sum_to_the_gap_in_rows_and_columns(case: Case) -> None:
    cells, gap = gap_by_trade(case), readings(case)["gap"].values
    sectors = [key for key in cells["country"] if key != ALL]
    assert sectors == list(market(case).seekers.sectors)
    for place, row in cells.items():
        assert sum(row[one].gap.value for one in sectors) == pytest.approx(row[ALL].gap.value)
        for cell in row.values():
            assert cell.gap.value == pytest.approx(cell.seekers - cell.vacancies)
            assert (cell.gap.low or 0) <= cell.gap.value <= (cell.gap.high or 0)
        if place in CODES:
            assert row[ALL].gap.value == pytest.approx(gap[place].value)
    for name, codes in groups().items():
        for one in [*sectors, ALL]:
            summed = sum(cells[code][one].gap.value for code in codes)
            assert cells[name][one].gap.value == pytest.approx(summed, abs=1e-6)


@pytest.mark.parametrize(("code", "sector"), [("01", 3), ("12", 2), ("20", 5)])
def test_the_range_of_a_cell_is_that_of_its_own_draws(code: str, sector: int) -> None:
    people, jobs = market(CASE).seekers, market(CASE).vacancies
    drawn = (
        people.count.draws[:, CODES.index(code)] * people.trades.draws[:, sector]
        - jobs.count.draws[:, CODES.index(code)] * jobs.trades.draws[:, sector]
    )
    cell = gap_by_trade(CASE)[code][people.sectors[sector]]
    assert cell.gap.low == pytest.approx(np.quantile(drawn, 0.1))
    assert cell.gap.high == pytest.approx(np.quantile(drawn, 0.9))
    assert cell.sure == (max((drawn > 0).mean(), (drawn < 0).mean()) >= 0.9)


def test_the_sum_of_a_row_is_as_certain_as_the_map_says() -> None:
    for case in CASES:
        cells = gap_by_trade(case)
        assert {code for code in CODES if not cells[code][ALL].sure} == unsure(case, "gap")
    country = gap_by_trade(CASE)["country"]
    assert country["construction"].sure and country["construction"].gap.value > 0
    assert country["transport_logistics"].sure and country["transport_logistics"].gap.value < 0


def test_clusters_are_of_rates_not_of_counts() -> None:
    here = market(CASE)
    people, jobs = (1000 * one.series / here.adults for one in (here.seekers, here.vacancies))
    by_hand = local_clusters(people, jobs, here.neighbours)
    pd.testing.assert_frame_equal(clusters(CASE), by_hand)
    counts = local_clusters(here.seekers.series, here.vacancies.series, here.neighbours)
    assert not counts["statistic"].equals(by_hand["statistic"])
    assert set(by_hand["category"]) <= set(discover()["local_clusters"].categories or {})


def test_the_pictures_offered_are_the_pictures_drawn() -> None:
    assert list(picture_names()) == list(pictures(CASE))
    assert next(iter(picture_names())) == "gap"
    allowed = choices()
    assert allowed.seconds[0] == PAIR and allowed.seconds[-1] == NONE
    assert set(picture_names()) < set(allowed.seconds)
    assert allowed.shown_first == () and allowed.first_layer == "mismatch"
