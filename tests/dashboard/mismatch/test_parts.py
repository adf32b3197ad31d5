"""What the need is made of: the parts are the seekers, in every cut of them."""

import math
import re
from collections.abc import Mapping

import pytest

from analysis.matching import PARTS
from dashboard.mismatch.groups import groups, split
from dashboard.mismatch.market import Case, market
from dashboard.mismatch.parts import (
    by_province_is_known,
    parts,
    parts_by_province,
    parts_of_group,
    parts_on_every_basis,
)
from dashboard.numbers import range_text, value_text
from dashboard.state import BASES
from geodata import Figure
from geodata.provinces import CODES

CASES = [
    *(Case(basis=basis, ages="all") for basis in BASES),
    Case(basis="durable", ages="up_to_45", assumed=(("reach_km", 200.0), ("min_transfer", 0.2))),
]
SUMMED = ("seekers", "vacancies", "gap", *PARTS)


def label(case: Case) -> str:
    return f"{case.basis} {case.ages}"


def whole(figures: Mapping[str, Figure]) -> float:
    return sum(figures[part].value for part in PARTS)


@pytest.mark.parametrize("case", CASES, ids=label)
def test_the_four_parts_are_the_seekers_in_the_country_and_in_every_province(case: Case) -> None:
    people = market(case).seekers.series
    assert whole(parts(case).figures) == pytest.approx(people.sum(), rel=1e-9)
    assert parts(case)["seekers"].value == pytest.approx(people.sum())
    found = parts_by_province(case)
    for code in CODES:
        mine = {part: found[part][code] for part in PARTS}
        assert whole(mine) == pytest.approx(people[code], rel=1e-5), code


@pytest.mark.parametrize("case", CASES, ids=label)
def test_the_four_parts_are_the_seekers_in_every_group(case: Case) -> None:
    for name, one in split(case).items():
        assert one.provinces == len(groups()[name])
        assert whole(one.figures) == pytest.approx(one.figures["seekers"].value, rel=1e-6)
        gap = one.figures["seekers"].value - one.figures["vacancies"].value
        assert one.figures["gap"].value == pytest.approx(gap)
        ratio = one.figures["seekers"].value / one.figures["vacancies"].value
        assert one.figures["seekers_per_vacancy"].value == pytest.approx(ratio)


@pytest.mark.parametrize("case", CASES, ids=label)
def test_provinces_and_groups_sum_to_the_country(case: Case) -> None:
    near = 1e-6 * parts(case)["seekers"].value
    found = parts_by_province(case)
    for part in PARTS:
        country = parts(case)[part].value
        values = [one.value for one in found[part].values()]
        assert sum(values) == pytest.approx(country, rel=1e-6, abs=near)
        assert min(values) >= 0 and max(values) <= country + near
    for key in SUMMED:
        border, inland, country = (
            split(case)[name].figures[key].value for name in ("border", "inland", "country")
        )
        assert border + inland == pytest.approx(country, rel=1e-6, abs=near), key


@pytest.mark.parametrize("case", CASES, ids=label)
def test_every_range_contains_its_value(case: Case) -> None:
    figures = list(parts(case).figures.items())
    for part, found in parts_by_province(case).items():
        figures += [(f"{part} {code}", figure) for code, figure in found.items()]
    for name, one in split(case).items():
        figures += [(f"{name} {key}", figure) for key, figure in one.figures.items()]
    assert len(figures) == 5 + 4 * 25 + 4 * 8
    for key, figure in figures:
        assert figure.low is not None and figure.high is not None
        assert figure.low <= figure.value <= figure.high, key
        assert figure.status == "estimated" and figure.source_ids, key


@pytest.mark.parametrize("case", CASES, ids=label)
def test_the_country_has_one_range_wherever_it_stands_on_the_page(case: Case) -> None:
    """Headline, bars and table tell the same number; a reader compares them."""
    for part in ("seekers", *PARTS):
        here, there = parts(case)[part], split(case)["country"].figures[part]
        assert value_text(there) == value_text(here), part
        assert range_text(there) == range_text(here), part


@pytest.mark.parametrize("case", CASES, ids=label)
def test_no_range_is_told_whose_ends_are_the_same(case: Case) -> None:
    """190,000 vacancies are 190,000 in every draw: rounding alone is no range."""
    for name, one in split(case).items():
        for key, figure in one.figures.items():
            told = range_text(figure, decimals=1 if key == "seekers_per_vacancy" else 0)
            assert told is None or len(set(re.split("\\s*\u2013\\s*", told))) == 2, (name, key)


def test_a_sum_of_draws_is_narrower_than_summed_ranges() -> None:
    case, codes = CASES[0], groups()["border"]
    apart = parts_by_province(case)["spatial"]
    summed = sum((apart[code].high or 0) - (apart[code].low or 0) for code in codes)
    together = parts_of_group(case, codes)["spatial"]
    assert (together.high or 0) - (together.low or 0) < summed


def test_groups_part_the_country_along_its_borders() -> None:
    found = groups()
    thailand = {"01", "02", "09", "13", "15", "22", "24"}
    viet_nam = {"07", "08", "10", "11", "14", "16", "20", "21", "25"}
    laos = {"13", "16", "19"}
    assert set(found["thailand"]) == thailand
    assert set(found["border"]) == thailand | viet_nam | laos
    assert sorted((*found["border"], *found["inland"])) == sorted(CODES) == list(found["country"])


def test_who_is_counted_turns_the_story() -> None:
    found = parts_on_every_basis(CASES[0])
    assert set(found) == set(BASES)
    assert found["durable"]["shortage"].value > found["durable"]["matched"].value
    assert found["unplaced"]["shortage"].value == 0
    assert found["unplaced"]["spatial"].value + found["unplaced"]["skills"].value > 20_000
    seekers = [found[basis]["seekers"].value for basis in ("unplaced", "durable", "working_age")]
    assert seekers == sorted(seekers)
    for basis, one in found.items():
        assert one is parts(Case(basis=basis, ages="all")), "worked out once"


def test_a_wider_reach_and_more_open_trades_leave_fewer_behind() -> None:
    by_reach = [
        parts(Case(basis="durable", ages="all", assumed=(("reach_km", km),)))
        for km in (20.0, 50.0, 100.0, 200.0)
    ]
    matched = [one["matched"].value for one in by_reach]
    assert matched == sorted(matched) and matched[0] < matched[-1]
    assert len({round(one["shortage"].value, 3) for one in by_reach}) == 1
    by_trade = [
        parts(Case(basis="durable", ages="all", assumed=(("min_transfer", least),)))
        for least in (1.0, 0.5, 0.2)
    ]
    matched = [one["matched"].value for one in by_trade]
    assert matched == sorted(matched) and matched[0] < matched[-1]


def test_it_is_known_once_it_was_asked_for() -> None:
    fresh = Case(basis="unplaced", ages="all", assumed=(("reach_km", 63.5),))
    assert not by_province_is_known(fresh)
    assert math.isfinite(parts_by_province(fresh)["matched"]["01"].value)
    assert by_province_is_known(fresh)
