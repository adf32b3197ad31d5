"""Least movement: everybody goes, stays or is left over; who leaves comes somewhere."""

from itertools import product
from typing import Any

import pytest

from dashboard.mismatch.groups import groups
from dashboard.mismatch.market import Case, market
from dashboard.mismatch.movement import LEAST, central, movement
from dashboard.state import BASES
from dashboard.world import world
from geodata.provinces import CODES

CASES = [Case(basis=basis, ages="all") for basis in BASES]


def label(case: Case) -> str:
    return case.basis


@pytest.mark.parametrize("case", CASES, ids=label)
def test_everybody_goes_stays_or_is_left_over(case: Case) -> None:
    found, here = movement(case), market(case)
    people, jobs = here.seekers.series, here.vacancies.series
    total = found.moving.value + found.staying.value + found.unmatched.value
    assert total == pytest.approx(people.sum())
    assert found.moving.value + found.staying.value == pytest.approx(min(people.sum(), jobs.sum()))


@pytest.mark.parametrize("case", CASES, ids=label)
def test_flows_are_all_that_move_but_for_rounding(case: Case) -> None:
    found = movement(case)
    told = sum(flow.people.value for flow in found.flows)
    dropped = 600 * LEAST
    assert found.moving.value - dropped <= told <= found.moving.value * (1 + 1e-9)
    amounts = [flow.people.value for flow in found.flows]
    assert amounts == sorted(amounts, reverse=True) and amounts[-1] >= LEAST
    km = market(case).distance_km
    for flow in found.flows:
        assert flow.home != flow.job
        assert flow.km == km.loc[flow.home, flow.job]
        assert (flow.people.low or 0) <= flow.people.value <= (flow.people.high or 0)
    assert len({(flow.home, flow.job) for flow in found.flows}) == len(found.flows)


@pytest.mark.parametrize("case", CASES, ids=label)
def test_the_ways_are_all_that_move_and_go_where_they_say(case: Case) -> None:
    found, border = movement(case), groups()["border"]
    table: Any = central(case).flows
    assert sum(one.value for one in found.ways.values()) == pytest.approx(found.moving.value)
    by_hand = {"out": 0.0, "within": 0.0, "others": 0.0}
    for home, job in product(CODES, CODES):
        if home != job:
            way = "others" if home not in border else "within" if job in border else "out"
            by_hand[way] += table.loc[home, job]
    for way, people in by_hand.items():
        assert found.ways[way].value == pytest.approx(people, abs=1e-6), way


@pytest.mark.parametrize("case", CASES, ids=label)
def test_who_leaves_one_province_comes_to_another(case: Case) -> None:
    found = movement(case)
    table: Any = central(case).flows
    assert sum(one.value for one in found.net.values()) == pytest.approx(0, abs=1e-4)
    for code in CODES:
        leave = sum(table.loc[code, other] for other in CODES if other != code)
        come = sum(table.loc[other, code] for other in CODES if other != code)
        assert found.net[code].value == pytest.approx(leave - come, abs=1e-4)
        assert (found.net[code].low or 0) <= found.net[code].value <= (found.net[code].high or 0)


@pytest.mark.parametrize("case", CASES, ids=label)
def test_along_a_corridor_go_those_whose_home_and_job_lie_on_it(case: Case) -> None:
    found = movement(case)
    table: Any = central(case).flows
    assert set(found.along) == {route.id for route in world().routes["corridors"]}
    for route in world().routes["corridors"]:
        on_it = set(route.provinces)  # the central corridor passes through Kandal twice
        by_hand = sum(table.loc[home, job] for home, job in product(on_it, on_it) if home != job)
        assert found.along[route.id].value == pytest.approx(by_hand, abs=1e-6), route.id
        assert found.along[route.id].value <= found.moving.value


def test_a_job_matches_somebody_only_where_jobs_are_too_few() -> None:
    durable, unplaced = (movement(Case(basis=b, ages="all")) for b in ("durable", "unplaced"))
    assert set(durable.matched_by_job.values()) == {1.0}
    assert set(unplaced.matched_by_job.values()) == {0.0}
    assert min(one.value for one in unplaced.value.values()) >= 0
    assert max(one.value for one in unplaced.value.values()) > 0
    assert unplaced.unmatched.value == pytest.approx(0, abs=1e-6)
