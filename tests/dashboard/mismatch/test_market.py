"""The market of a case: what stands on both sides, and what a changed assumption changes."""

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from dashboard.mismatch.market import Case, case_of, market, weights_fall_back
from dashboard.mismatch.movement import central
from dashboard.mismatch.parts import parts
from dashboard.mismatch.readings import national, readings
from dashboard.pages.mismatch import PAGE
from dashboard.state import AGES, BASES
from dashboard.world import world
from geodata.provinces import CODES
from layers import returnees

CASE = Case(basis="durable", ages="all")
BY_BASIS = {"durable": 443_862, "unplaced": 101_862, "working_age": 701_862}


def assuming(**assumed: float) -> Case:
    return replace(CASE, assumed=tuple(assumed.items()))


def same(one: Any, other: Any) -> bool:
    return np.array_equal(np.asarray(one, float), np.asarray(other, float), equal_nan=True)


def changed(before: Any, after: Any, keys: Iterable[str]) -> set[str]:
    return {key for key in keys if not same(before[key], after[key])}


@pytest.mark.parametrize("basis", BASES)
def test_seekers_sum_to_the_national_figure_of_their_basis(basis: str) -> None:
    here = market(Case(basis=basis, ages="all"))
    told = world().readings["seekers"][basis].national
    assert told is not None
    assert here.seekers.table.to_numpy().sum() == pytest.approx(told.value)
    assert round(told.value) == BY_BASIS[basis]


def test_vacancies_sum_to_what_was_reported_in_every_draw() -> None:
    jobs = market(CASE).vacancies
    assert jobs.table.to_numpy().sum() == pytest.approx(190_000)
    assert jobs.table_draws(200).sum(axis=(1, 2)) == pytest.approx(np.full(200, 190_000.0))


@pytest.mark.parametrize("side", ["seekers", "vacancies"])
def test_a_table_is_people_times_the_share_of_their_trade(side: str) -> None:
    one = getattr(market(CASE), side)
    for i, code in enumerate(CODES):
        for j, sector in enumerate(one.sectors):
            by_hand = one.count.central[i] * one.trades.central[j]
            assert one.table.loc[code, sector] == pytest.approx(by_hand)
            drawn = one.count.draws[:50, i] * one.trades.draws[:50, j]
            assert one.table_draws(50)[:, i, j] == pytest.approx(drawn)


def test_the_trades_are_those_of_the_table() -> None:
    here = market(CASE)
    told = world().geodata.table("sector_shares")
    for side, name in ((here.seekers, "returnees"), (here.vacancies, "vacancies")):
        shares = told[told["side"] == name].set_index("sector")["value"] / 100
        assert list(side.sectors) == [row.sector for row in world().geodata.rows("sectors")]
        assert side.trades.central == pytest.approx(shares.reindex(list(side.sectors)).to_numpy())


def test_all_bases_rest_on_the_same_draws_of_returnees() -> None:
    """So 600,000 placed lie between two bases in every single draw, not only on average."""
    count, _, _ = returnees.from_tables(world().geodata)
    drawn = {b: market(Case(basis=b, ages="all")).seekers.count.draws for b in BASES}
    share = drawn["working_age"] / count.draws
    assert np.ptp(share, axis=1) == pytest.approx(0, abs=1e-12)
    assert share.min() > 0.73 and share.max() < 0.81
    placed = (drawn["working_age"] - drawn["unplaced"]).sum(axis=1)
    assert placed == pytest.approx(np.full(len(placed), 600_000.0))
    earning = (drawn["working_age"] - drawn["durable"]).sum(axis=1)
    assert earning == pytest.approx(np.full(len(earning), 0.43 * 600_000))


def test_within_a_trade_everybody_can_work_and_no_transfer_is_above_one() -> None:
    transfer = market(CASE).transfer
    assert list(transfer.index) == list(transfer.columns) == list(market(CASE).seekers.sectors)
    assert np.diag(transfer).tolist() == [1.0] * 6
    assert transfer.to_numpy().min() >= 0 and transfer.to_numpy().max() <= 1


def test_the_way_there_is_as_long_as_the_way_back_and_no_way_is_nothing() -> None:
    km = market(CASE).distance_km
    assert km.to_numpy() == pytest.approx(km.to_numpy().T)
    assert km.to_numpy().min() > 0
    # Official km2 of Kampong Thom, the second largest: 2/3 x the radius of a circle, by road.
    area = world().geodata.table("areas").set_index("province_code")["value"]["06"]
    assert km.loc["06", "06"] == pytest.approx(2 / 3 * math.sqrt(area / math.pi) * 1.3)


def test_neighbours_are_neighbours_of_each_other() -> None:
    beside = market(CASE).neighbours
    assert (beside.to_numpy() == beside.to_numpy().T).all()
    assert not np.diag(beside).any()
    assert beside.loc["08"].sum() >= 4 and beside.loc["12"].sum() == 1, "Kandal, Phnom Penh in it"


SECTORS = {"sahin_mismatch_sector", "sahin_mismatch_both"}


@pytest.mark.parametrize(
    ("assumed", "by_province", "for_country", "taken_apart", "moving"),
    [
        ({"reach_km": 120.0}, set(), set(), True, False),
        ({"min_transfer": 0.4}, set(), set(), True, False),
        ({"decay_per_km": 0.01}, {"shen_access"}, set(), False, False),
        ({"alpha": 0.6}, set(), {"sahin_mismatch"} | SECTORS, False, False),
        ({"road_factor": 1.5}, {"shen_access", "balancing_distance"}, set(), True, True),
        ({"skills_services": 30.0}, set(), SECTORS, True, False),
        ({"jobs_construction": 25.0}, set(), SECTORS, True, False),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_an_assumption_changes_what_hangs_on_it_and_nothing_else(
    assumed: dict[str, float],
    by_province: set[str],
    for_country: set[str],
    taken_apart: bool,
    moving: bool,
) -> None:
    other = assuming(**assumed)
    before, after = readings(CASE), readings(other)
    assert (
        changed(
            {key: one.draws for key, one in before.items()},
            {key: one.draws for key, one in after.items()},
            before,
        )
        == by_province
    )
    usual, now = ({key: f.value for key, f in national(case).items()} for case in (CASE, other))
    assert changed(usual, now, usual) == for_country
    assert (parts(CASE)["matched"] != parts(other)["matched"]) == taken_apart
    assert same(central(CASE).mean_km, central(other).mean_km) != moving
    assert same(market(CASE).vacancies.count.draws, market(other).vacancies.count.draws)
    assert same(market(CASE).seekers.count.draws, market(other).seekers.count.draws)


def test_roads_stretch_every_way_between_two_places_alike() -> None:
    before, after = market(CASE).distance_km, market(assuming(road_factor=1.6)).distance_km
    assert (after / before).to_numpy() == pytest.approx(np.full((25, 25), 1.6 / 1.3))


@pytest.mark.parametrize("basis", BASES)
def test_the_younger_are_one_share_of_everybody_everywhere(basis: str) -> None:
    everybody, younger = (market(Case(basis=basis, ages=ages)) for ages in AGES)
    share = younger.seekers.count.draws / everybody.seekers.count.draws
    assert np.ptp(share) == pytest.approx(0, abs=1e-12)
    assert 0.5 < share[0, 0] < 1
    assert same(younger.vacancies.table, everybody.vacancies.table)


@pytest.mark.parametrize(("group", "side"), [("skills", "seekers"), ("jobs", "vacancies")])
def test_without_any_weight_the_usual_shares_stand_in(group: str, side: str) -> None:
    keys = [key for key, one in world().assumptions.items() if one.group == group]
    assert len(keys) == 6
    none = assuming(**dict.fromkeys(keys, 0.0))
    assert weights_fall_back(market(none).values, group)  # type: ignore[arg-type]
    assert not weights_fall_back(market(CASE).values, group)  # type: ignore[arg-type]
    assert same(getattr(market(none), side).trades.draws, getattr(market(CASE), side).trades.draws)
    one_left = assuming(**dict.fromkeys(keys[1:], 0.0))
    alone = getattr(market(one_left), side).trades.central
    assert alone.tolist() == [1, 0, 0, 0, 0, 0]


def test_weights_count_against_each_other_only() -> None:
    doubled = {
        key: 2 * one.first for key, one in world().assumptions.items() if one.group == "jobs"
    }
    table = market(assuming(**doubled)).vacancies.table
    assert table.to_numpy() == pytest.approx(market(CASE).vacancies.table.to_numpy())


def test_a_case_is_what_the_numbers_hang_on_and_nothing_else() -> None:
    plain = PAGE.view("?basis=unplaced&reach_km=100")
    dressed = PAGE.view(
        "?basis=unplaced&reach_km=100&lang=km&province=01&measure=share_gap&second=none&show=sezs"
    )
    assert case_of(plain) == case_of(dressed)
    assert case_of(plain) != case_of(PAGE.view("?basis=unplaced"))
